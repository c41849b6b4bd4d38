from pathlib import Path

from bot.domain.exercises import Dose
from bot.figures.motion import build, stamp
from tests.figures.motion.builders import figure

DOSE = Dose(reps=5)


def test_it_changes_with_the_data_and_with_the_dose() -> None:
    stamps = {
        stamp.fingerprint(figure(), DOSE),
        stamp.fingerprint(figure(person="ben"), DOSE),
        stamp.fingerprint(figure(eyes="closed"), DOSE),
        stamp.fingerprint(figure(), Dose(reps=6)),
    }
    assert len(stamps) == 4


def test_it_stays_where_only_the_check_would_notice() -> None:
    sober = stamp.fingerprint(figure(), DOSE)
    assert stamp.fingerprint(figure(symmetric=True, planted=["left_foot"]), DOSE) == sober


def test_it_looks_at_code_without_comments_layout_and_docstrings() -> None:
    first = 'def f(x):\n    """Say."""\n    return g(x, 1)  # why\n'
    second = "def f(x):\n    return g(\n        x,\n        1,\n    )\n"
    assert stamp._essence(first) == stamp._essence(second)
    assert stamp._essence(first) != stamp._essence(first.replace("1", "2"))


def test_it_calls_pictures_outdated_until_all_files_are_there(tmp_path: Path) -> None:
    figures, doses = {"standard": figure()}, {"standard": DOSE}
    assert build.outdated(tmp_path, figures, doses) == ["standard"]
    made = build.Files(stamp.fingerprint(figure(), DOSE), "a.mp4", ["a.jpg"], {"set": "b.mp4"})
    build._save(tmp_path, {"standard": made})
    assert build.outdated(tmp_path, figures, doses) == ["standard"]
    for name in ("a.mp4", "a.jpg", "b.mp4"):
        (tmp_path / name).touch()
    assert build.outdated(tmp_path, figures, doses) == []
    assert build.outdated(tmp_path, {"standard": figure(person="ben")}, doses) == ["standard"]


def test_it_names_a_file_for_either_side() -> None:
    assert build.names("standard", figure(works="right")) == ["standard-right", "standard-left"]
    assert build.names("standard", figure()) == ["standard"]
