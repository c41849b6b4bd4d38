"""Learning from examples, and keeping what was learnt."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.domain.exercises import Library
from bot.domain.search import Index
from bot.domain.understanding.vocabulary import Vocabulary
from bot.library.examples import check_examples, check_learnt, read_examples
from bot.library.learning import learn, learn_all
from bot.library.learnt import learnt_reader, pack, unpack
from bot.library.problems import ContentError, Notes, Problem

EXAMPLES = {
    "stop": ["stop it", "no more of this", "leave me alone"],
    "start": ["go on", "let us begin", "begin"],
}


@pytest.fixture(scope="module")
def vocabulary(real_library: Library) -> Vocabulary:
    """Give the words that ship."""
    return Vocabulary.build(real_library, {"en": Index.build(real_library, "en", ())})


def words(phrase: str) -> Collection[str]:
    return phrase.split()


def listened(vocabulary: Vocabulary, phrase: str) -> Collection[str]:
    return vocabulary.listen(phrase, "en", date(2026, 1, 5)).features


def write(root: Path, folder: str, text: str) -> None:
    path = root / "phrases" / folder / "en" / "some.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def test_it_tells_what_it_never_saw() -> None:
    model = learn(EXAMPLES, words)
    assert model.guesses(words("please leave it"))[0].kind == "stop"
    assert model.guesses(words("we begin now"))[0].kind == "start"


def test_the_same_examples_make_the_same_file() -> None:
    assert pack(learn(EXAMPLES, words), "these") == pack(learn(EXAMPLES, words), "these")


def test_a_file_gives_back_what_was_learnt() -> None:
    model = learn(EXAMPLES, words)
    assert unpack(pack(model, "these")) == (model, "these")


@pytest.mark.parametrize("data", [b"", b"not gzip", pack(learn(EXAMPLES, words), "these")[:40]])
def test_a_damaged_file_is_told(data: bytes) -> None:
    with pytest.raises(ValueError, match="learnt"):
        unpack(data)


def test_a_damaged_byte_is_told_wherever_it_is() -> None:
    whole = pack(learn(EXAMPLES, words), "these")
    for at in range(10, len(whole), 7):
        data = bytearray(whole)
        data[at] ^= 0xFF
        with pytest.raises(ValueError, match="learnt"):
            unpack(bytes(data))


def test_without_a_folder_there_are_rules_alone(tmp_path: Path) -> None:
    assert learnt_reader(tmp_path)("en") == {}


@pytest.mark.parametrize(("damaged", "left"), [("kinds", "signs"), ("signs", "kinds")])
def test_a_damaged_file_takes_nothing_from_the_other_and_is_logged_once(
    tmp_path: Path, damaged: str, left: str
) -> None:
    model = learn(EXAMPLES, words)
    folder = tmp_path / "phrases" / "learnt"
    folder.mkdir(parents=True)
    (folder / f"en.{damaged}.gz").write_bytes(b"damaged")
    (folder / f"en.{left}.gz").write_bytes(pack(model, "these"))
    read = learnt_reader(tmp_path)
    with capture_logs() as logs:
        assert read("en") == read("en") == {left: model}
    assert [(line["log_level"], line["file"]) for line in logs] == [("warning", f"en.{damaged}.gz")]


def test_it_learns_a_folder_and_the_check_is_content(tmp_path: Path, vocabulary: Vocabulary) -> None:
    write(tmp_path, "examples", 'stop: ["stop it", "no more"]\nstart: ["go on", "let us begin"]\n')
    write(tmp_path, "signs", 'a: ["chest pain"]\nnone: ["chest stretch"]\n')
    made = dict(learn_all(tmp_path, vocabulary, date(2026, 1, 5)))
    assert {path.name: count for path, count in made.items()} == {"en.kinds.gz": 4, "en.signs.gz": 6}
    problems: list[Problem] = []
    check_learnt(tmp_path, Notes("content", problems))
    assert problems == []
    assert set(learnt_reader(tmp_path)("en")) == {"kinds", "signs"}


def test_it_learns_which_card_answers_a_question(tmp_path: Path, vocabulary: Vocabulary) -> None:
    for card in ("breath", "posture"):
        (tmp_path / "cards" / card).mkdir(parents=True)
    write(tmp_path, "examples", 'stop: ["stop it"]\nstart: ["go on"]\n')
    write(tmp_path, "signs", 'a: ["chest pain"]\nnone: ["chest stretch"]\n')
    write(
        tmp_path,
        "questions",
        'breath: ["why breathe slowly"]\nposture: ["must I sit up"]\nnone: ["which pillow"]\n',
    )
    made = dict(learn_all(tmp_path, vocabulary, date(2026, 1, 5)))
    assert {path.name for path in made} == {"en.kinds.gz", "en.signs.gz", "en.questions.gz"}
    assert (
        learnt_reader(tmp_path)("en")["questions"].guesses(listened(vocabulary, "must I sit"))[0].kind
        == "posture"
    )


def test_a_question_under_a_card_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "cards" / "breath").mkdir(parents=True)
    write(tmp_path, "questions", 'breth: ["why breathe slowly"]\n')
    problems: list[Problem] = []
    check_examples(tmp_path, Notes("content", problems))
    assert [problem.line for problem in problems] == [1]
    assert "breath" in problems[0].what


def test_what_was_learnt_from_other_examples_is_told(tmp_path: Path, vocabulary: Vocabulary) -> None:
    write(tmp_path, "examples", 'stop: ["stop it", "no more"]\nstart: ["go on", "let us begin"]\n')
    write(tmp_path, "signs", 'a: ["chest pain"]\nnone: ["chest stretch"]\n')
    list(learn_all(tmp_path, vocabulary, date(2026, 1, 5)))
    (tmp_path / "phrases/signs/en/more.yaml").write_text('a: ["numb legs"]\n', encoding="utf-8")
    problems: list[Problem] = []
    check_learnt(tmp_path, Notes("content", problems))
    assert [Path(problem.file).name for problem in problems] == ["en.signs.gz"]
    assert "changed" in problems[0].what


def test_a_kind_that_is_not_known_is_told(tmp_path: Path, vocabulary: Vocabulary) -> None:
    write(tmp_path, "examples", 'stopp: ["stop it"]\n')
    problems: list[Problem] = []
    check_examples(tmp_path, Notes("content", problems))
    assert [(problem.file, problem.line) for problem in problems] == [("phrases/examples/en/some.yaml", 1)]
    assert "stop" in problems[0].what
    with pytest.raises(ContentError):
        list(learn_all(tmp_path, vocabulary, date(2026, 1, 5)))


def test_what_was_never_learnt_is_told(tmp_path: Path) -> None:
    write(tmp_path, "examples", 'stop: ["stop it"]\n')
    problems: list[Problem] = []
    check_learnt(tmp_path, Notes("content", problems))
    assert [Path(problem.file).name for problem in problems] == ["en.kinds.gz", "en.signs.gz"]


def test_a_kind_without_examples_is_none() -> None:
    model = learn({**EXAMPLES, "later": []}, words)
    assert model.kinds == ("start", "stop")
    assert unpack(pack(model, "these")) == (model, "these")


@pytest.mark.parametrize("folder", ["examples", "signs"])
def test_one_kind_alone_is_nothing_to_tell_apart(tmp_path: Path, vocabulary: Vocabulary, folder: str) -> None:
    told = {"examples": 'stop: ["stop it"]\nstart: ["go on"]\n', "signs": 'a: ["chest pain"]\n'}
    alone = {"examples": 'stop: ["stop it"]\n', "signs": 'none: ["chest stretch"]\n'}
    for name in told:
        write(tmp_path, name, (alone if name == folder else told)[name])
    with pytest.raises(ContentError) as error:
        list(learn_all(tmp_path, vocabulary, date(2026, 1, 5)))
    assert [problem.file for problem in error.value.problems] == [f"phrases/{folder}/en"]


def test_examples_beside_the_folders_of_languages_are_told(tmp_path: Path, vocabulary: Vocabulary) -> None:
    write(tmp_path, "examples", 'stop: ["stop it"]\nstart: ["go on"]\n')
    write(tmp_path, "signs", 'a: ["chest pain"]\nnone: ["chest stretch"]\n')
    (tmp_path / "phrases/examples/mine.yaml").write_text('stop: ["enough"]\n', encoding="utf-8")
    problems: list[Problem] = []
    check_examples(tmp_path, Notes("content", problems))
    assert [problem.file for problem in problems] == ["phrases/examples/mine.yaml"]
    assert len(list(learn_all(tmp_path, vocabulary, date(2026, 1, 5)))) == 2


@pytest.mark.parametrize(
    "text", ["stop: that's it\n", "stop:\n  - reminder: stop it\n", "stop: {say: stop it}\n"]
)
def test_what_is_no_list_of_sentences_is_told(tmp_path: Path, text: str) -> None:
    write(tmp_path, "examples", text)
    problems: list[Problem] = []
    check_examples(tmp_path, Notes("content", problems))
    assert [problem.line for problem in problems] == [1 + text.startswith("stop:\n")]
    assert "a list of sentences" in problems[0].what


def test_examples_of_several_files_stand_together(tmp_path: Path) -> None:
    write(tmp_path, "examples", 'stop: ["stop it", "enough"]\n')
    (tmp_path / "phrases/examples/en/more.yaml").write_text('stop: ["enough", "halt"]\n', encoding="utf-8")
    found = read_examples(tmp_path, "examples", "en", Notes("content", []))
    assert found == {"stop": ["enough", "halt", "stop it"]}
