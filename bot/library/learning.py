"""Learning what people are likely to mean, from examples: done by hand when examples change.

scikit-learn fits the model; the coach itself only adds up the numbers that come of it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.domain.understanding.likely import BUCKETS, Likely, rows_of
from bot.domain.understanding.vocabulary import Vocabulary
from bot.library.examples import FOLDERS, digest, languages, read_lessons
from bot.library.learnt import learnt_file, pack
from bot.library.problems import ContentError, Notes, Problem

STRENGTH: Final = 30.0
"""How closely the model follows its examples: scikit-learn's ``C``."""
PIECE: Final = 0.5
"""What a piece of a word tells against a whole one."""
_MOST: Final = 127  # of a signed byte
_TELLING: Final = 255


def learn_all(root: Path, vocabulary: Vocabulary, today: date) -> Iterator[tuple[Path, int]]:
    """Learn from all examples in the content folder ``root``; yield each file with how many it was made of.

    :param today: the day on which all examples are read; only dates in them depend on it
    :raises ContentError: where the examples have faults
    """
    problems: list[Problem] = []
    notes = Notes("content", problems)
    for language in languages(root):

        def look(phrase: str, language: str = language) -> Collection[str]:
            return vocabulary.listen(phrase, language, today).features

        lessons = read_lessons(root, language, notes)
        for what, examples in lessons.items():
            if len(_told(examples)) < 2:
                trouble = "give examples of two kinds at least: else there is nothing to tell apart"
                notes.about(f"phrases/{FOLDERS[what]}/{language}").say(0, trouble)
        if problems:
            raise ContentError(problems)
        for what, examples in lessons.items():
            path = learnt_file(root, language, what)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(pack(learn(examples, look), digest(examples)))
            yield path, sum(map(len, examples.values()))


def learn(examples: Mapping[str, Sequence[str]], look: Callable[[str], Collection[str]]) -> Likely:
    """Return a model of examples, by kind.

    :param look: what of a phrase is looked at, as :func:`bot.domain.understanding.features.features` does
    """
    kinds = _told(examples)
    seen = [look(phrase) for kind in kinds for phrase in examples[kind]]
    meant = [number for number, kind in enumerate(kinds) for _ in examples[kind]]
    telling = _telling(seen)
    texts = _matrix([rows_of(one) for one in seen], telling)
    fitted = LogisticRegression(C=STRENGTH, max_iter=400).fit(texts, meant)
    return _packed(kinds, fitted.coef_, fitted.intercept_, telling)


def _told(examples: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the kinds of which there are examples."""
    return sorted(kind for kind, phrases in examples.items() if phrases)


def _telling(seen: Iterable[Collection[str]]) -> NDArray[Any]:
    """Return how much each row tells: rare words tell more than words that everybody says."""
    texts, count = np.ones(BUCKETS), 1
    piece = np.zeros(BUCKETS)
    for looked_at in seen:
        count += 1
        texts[list(rows_of(looked_at))] += 1
        piece[list(rows_of([one for one in looked_at if one.startswith("piece ")]))] += 1
    weights: NDArray[Any] = (np.log(count / texts) + 1) * np.where(piece > texts / 2, PIECE, 1.0)
    told: NDArray[Any] = np.round(weights * (_TELLING / weights.max()))
    return told


def _matrix(rows: Sequence[Collection[int]], telling: NDArray[Any]) -> Any:
    """Return the texts as rows of length 1, a column for each row of the table."""
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=int(ends[-1]))
    values = telling[columns]
    lengths = np.sqrt(np.add.reduceat(values**2, ends[:-1])) if len(values) else np.ones(len(rows))
    return csr_matrix((values / np.repeat(lengths, np.diff(ends)), columns, ends), (len(rows), BUCKETS))


def _packed(kinds: Sequence[str], weights: Any, bias: Any, telling: NDArray[Any]) -> Likely:
    if len(kinds) == 2:  # one row for both: the first is what the second is not
        weights, bias = np.vstack([-weights, weights]) / 2, np.array([-bias[0], bias[0]]) / 2
    table = weights.T * telling[:, None]
    unit = float(np.abs(table).max() / _MOST)
    cells = np.round(table / unit).astype(np.int8)
    return Likely(
        tuple(kinds), tuple(map(float, bias)), telling.astype(np.uint8).tobytes(), cells.tobytes(), unit
    )
