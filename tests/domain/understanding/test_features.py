"""What the statistics look at."""

from datetime import date

from bot.domain.understanding.vocabulary import Vocabulary

TODAY = date(2026, 11, 25)


def seen(vocabulary: Vocabulary, text: str) -> frozenset[str]:
    return vocabulary.listen(text, "en", TODAY).features


def test_names_and_times_count_as_what_they_are(vocabulary: Vocabulary) -> None:
    one, other = (seen(vocabulary, f"show me {name}") for name in ("cat cow", "wall angels"))
    assert one == other
    assert "word <exercise>" in one


def test_words_are_seen_alone_in_pairs_and_in_pieces(vocabulary: Vocabulary) -> None:
    found = seen(vocabulary, "leave me alone")
    assert {"word leave", "pair leave me", "near leave alone", "pair alone $", "piece eav"} <= found
