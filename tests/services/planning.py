"""Shorthands for tests of plans: answering the questions, walking through days."""

from datetime import datetime

from sqlmodel import Session

from bot.db.tables import Plan
from bot.domain.exercises import Library
from bot.domain.wishes import DONE, Ask
from bot.services import plan_drafts

WISHES = {
    Ask.GOAL: ["ease"],
    Ask.PLACES: ["chair", "standing", "wall", "doorway", DONE],
    Ask.KIT: [DONE],
    Ask.MINUTES: ["10"],
    Ask.DAYS: ["0", "2", "4", DONE],
    Ask.WEEKS: ["8"],
    Ask.MOMENT: ["lunch"],
    Ask.SPOT: ["desk"],
}


def drafted(session: Session, library: Library, now: datetime, **wishes: list[str]) -> int:
    """Answer every question, as told or as usual, and return the draft's id. Days begin unticked."""
    draft = plan_drafts.begin(session, 7, now)
    for ask in Ask:
        wanted = wishes.get(ask.value, WISHES[ask])
        plan_drafts.reopen(session, 7, draft.id, ask)
        shown = plan_drafts.open_draft(session, 7)
        assert shown
        before = [tick for tick in shown.given.get(ask, ()) if ask.many and tick not in wanted]
        held = shown.given.get(ask, ())
        for choice in [*before, *(tick for tick in wanted if tick not in held)]:
            plan_drafts.answer(session, 7, draft.id, ask, choice, library)
    return draft.id


def planned(session: Session, library: Library, now: datetime, **wishes: list[str]) -> Plan:
    """Make a plan."""
    made = plan_drafts.make(session, 7, drafted(session, library, now, **wishes), library, now)
    assert made
    session.flush()
    return made
