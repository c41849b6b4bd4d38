"""Furniture that many exercises share, so that an author writes ``ready: chair``."""

from functools import cache

from bot.figures.motion.schema import Thing, Vec


def pieces(thing: Thing) -> list[Thing]:
    """Return what a thing is made of: itself, or the pieces of ready-made furniture, moved by ``shift``."""
    if thing.ready is None:
        return [thing]
    try:
        made = ready()[thing.ready]
    except KeyError:
        raise ValueError(
            f"there is no furniture {thing.ready!r}; write one of {', '.join(ready())}"
        ) from None
    return [_moved(piece, thing.shift) for piece in made]


def _moved(piece: Thing, shift: Vec) -> Thing:
    def add(at: Vec) -> Vec:
        return (at[0] + shift[0], at[1] + shift[1], at[2] + shift[2])

    box = add(piece.box) if piece.box else None
    rod = [point if isinstance(point, str) else add(point) for point in piece.rod] if piece.rod else None
    return piece.model_copy(update={"box": box, "rod": rod})


def _box(at: Vec, size: Vec, colour: str, rounding: float = 0.01, turn: Vec = (0, 0, 0)) -> Thing:
    return Thing(box=at, size=size, colour=colour, round=rounding, turn=turn)


def _rod(points: list[Vec], radius: float, colour: str) -> Thing:
    return Thing(rod=list(points), radius=radius, colour=colour)


@cache
def ready() -> dict[str, list[Thing]]:
    """Return all ready-made furniture by name. A person who sits on the chair looks along z."""
    return {
        "chair": _chair(),
        "mat": [_box((0, 0.006, 0), (0.68, 0.012, 1.74), "mat", 0.006)],
        "wall": [
            _box((0, 1.5, -0.17), (6, 3.0, 0.1), "wall", 0.002),
            _box((0, 0.05, -0.117), (6, 0.10, 0.012), "skirting", 0.005),
        ],
        "door": _door(),
        "doorway": _doorway(),
        "pillow": [_box((0, 0.045, 0), (0.42, 0.08, 0.28), "pillow", 0.04)],
        "counter": [
            _box((0, 0.42, 0.30), (1.30, 0.80, 0.54), "counter", 0.012),
            _box((0, 0.87, 0.29), (1.40, 0.05, 0.62), "top", 0.012),
        ],
        "bench": [
            _box((0, 0.44, 0), (0.96, 0.06, 0.36), "wood", 0.02),
            *(_box((x, 0.21, 0), (0.06, 0.42, 0.30), "wood", 0.012) for x in (0.38, -0.38)),
        ],
        "bed": [
            _box((0, 0.10, 0), (1.16, 0.16, 2.02), "bed", 0.02),
            _box((0, 0.29, 0), (1.12, 0.24, 1.98), "sheet", 0.06),
        ],
    }


def _chair() -> list[Thing]:
    rods: list[list[Vec]] = []
    for x in (0.2, -0.2):
        rods.append([(x, 0.0, -0.27), (x * 0.95, 0.43, -0.26), (x * 0.9, 0.86, -0.31)])
        rods.append([(x * 0.9, 0.43, 0.13), (x * 0.95, 0.0, 0.15)])
    return [
        _box((0, 0.44, -0.06), (0.44, 0.045, 0.46), "wood", 0.02),
        *(_rod(points, 0.019, "wood") for points in rods),
        _box((0, 0.80, -0.305), (0.38, 0.13, 0.03), "wood", 0.014, (0, -6, 0)),
    ]


def _door() -> list[Thing]:
    """A closed door across z = 0.98, with a knob that holds a band."""
    posts = [_box((x, 1.06, 0.98), (0.08, 2.12, 0.12), "frame") for x in (0.46, -0.42)]
    return [
        _box((0.02, 1.04, 0.98), (0.80, 2.08, 0.05), "door", 0.008),
        *posts,
        _box((0.02, 2.14, 0.98), (0.96, 0.08, 0.12), "frame"),
        _rod([(0, 1.16, 0.95), (0, 1.16, 0.91)], 0.035, "metal"),
    ]


def _doorway() -> list[Thing]:
    """An open doorway across z = -0.06, 92 cm wide inside."""
    walls = [_box((x, 1.5, -0.06), (2.0, 3.0, 0.10), "wall", 0.002) for x in (1.52, -1.52)]
    posts = [_box((x, 1.06, -0.06), (0.07, 2.12, 0.16), "door") for x in (0.495, -0.495)]
    lintel = [
        _box((0, 2.13, -0.06), (1.06, 0.07, 0.16), "door"),
        _box((0, 2.6, -0.06), (1.1, 0.9, 0.10), "wall", 0.002),
    ]
    boards = [_box((x, 0.05, -0.008), (1.98, 0.10, 0.014), "skirting", 0.006) for x in (1.53, -1.53)]
    return walls + boards + posts + lintel
