"""Printed pages as eyes and phones see them."""

from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import zxingcpp
from PIL import Image

MARGIN = 40  # points that stay white on every side


@dataclass(frozen=True)
class Printed:
    """One page: its size in points, its words on one line, and how it looks at 144 dots an inch."""

    size: tuple[float, float]
    words: str
    image: Image.Image

    @property
    def codes(self) -> list[str]:
        """What a phone reads in it, in rows from the top left."""
        found = zxingcpp.read_barcodes(self.image)
        corners = [(one.position.top_left, one.text) for one in found]
        return [text for _, _, text in sorted((round(at.y / 40), at.x, text) for at, text in corners)]

    @property
    def border_is_white(self) -> bool:
        """Whether nothing stands in the margins."""
        image, edge = self.image.convert("L"), MARGIN * 2
        image.paste(255, (edge, edge, image.width - edge, image.height - edge))
        return image.getextrema() == (255, 255)


def printed(pdf: bytes) -> list[Printed]:
    """Return the pages of a PDF."""
    return [
        Printed(
            page.get_size(),
            " ".join(page.get_textpage().get_text_bounded().split()),
            page.render(scale=2).to_pil().convert("RGB"),
        )
        for page in pypdfium2.PdfDocument(pdf)
    ]
