"""A card's folder: ``card.yaml`` and a file of words per language."""

from pathlib import Path

from bot.domain.cards import Card, CardText
from bot.library.files import read_text
from bot.library.markdown import Block, Page
from bot.library.plain import fit
from bot.library.problems import Notes, choose, shown
from bot.library.schemas import CardFront, CardKeys
from bot.library.words import NOTE, by_title, read_texts, sentence
from bot.library.yamls import Document, parse

_MOST = 900  # characters of a whole card; it should be read at a glance


def read_card(folder: Path, groups: tuple[str, ...], notes: Notes) -> tuple[Card, Document] | None:
    """Return the card in ``folder`` and the document of its facts; None where those cannot be read.

    :param groups: the groups that may stand in this folder's shelf
    """
    pad = notes.about(f"{notes.file}/card.yaml")
    text = read_text(folder / "card.yaml", pad)
    document = parse(text, pad) if text is not None else None
    facts = fit(CardKeys, document, pad) if document else None
    wrong = facts is not None and facts.group not in groups
    if facts and document and wrong:
        pad.say(document.line(("group",)), f"group is {shown(facts.group)}; {choose(facts.group, groups)}")
    texts = read_texts(folder, {"card.yaml"}, notes, lambda page, _, pad: _words(page, pad))
    if facts is None or document is None or wrong:
        return None
    return Card(folder.name, facts.group.value, facts.order, tuple(facts.sources), texts), document


def _words(page: Page, notes: Notes) -> CardText | None:
    front = fit(CardFront, page.front, notes) if page.front else None
    top = page.sections[0]
    note = None
    if rest := page.sections[1:]:
        found = by_title(rest, ["Honestly"], notes)
        note = sentence(found.get("Honestly"), NOTE, notes)
    body = tuple(_line(block, notes) for block in top.blocks)
    if not body:
        notes.say(0, "the card has no text: write it below the block at the top")
    total = sum(map(len, (front.title if front else "", *body, note or "")))
    if total > _MOST:
        notes.say(0, f"the card has {total} characters, at most {_MOST}: shorten it")
    return CardText(front.title, body, note) if front else None


def _line(block: Block, notes: Notes) -> str:
    if block.kind == "number":
        notes.say(block.line, "start this line with '- ' in place of a number")
    return block.text if block.kind == "text" else f"• {block.text}"
