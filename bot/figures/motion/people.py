"""The people in the pictures: one set of bones for all, so that every pose fits everybody."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Person:
    """How somebody looks. Widths are shares of the usual body, ``bust`` is metres."""

    skin: str
    hair: str
    cut: Literal["bun", "short", "bob", "tail"]
    shoulders: float = 1.0
    waist: float = 1.0
    hips: float = 1.0
    bust: float = 0.0
    belly: float = 0.0
    glasses: bool = False
    beard: bool = False


PEOPLE = {
    # Two women, two men; younger and older; two skin tones and shades of them.
    "ana": Person("#eeb48f", "#4b3340", "bun", shoulders=0.98, waist=0.96, hips=1.02, bust=0.012),
    "ben": Person("#98603f", "#2a2126", "short", shoulders=1.07, waist=1.06, hips=0.96, beard=True),
    "cora": Person(
        "#8f5a3c", "#c4bfc0", "bob", shoulders=0.98, waist=1.08, hips=1.06, bust=0.014, glasses=True
    ),
    "dan": Person(
        "#efbb98", "#b0abae", "short", shoulders=1.06, waist=1.12, hips=0.97, belly=0.012, glasses=True
    ),
}
