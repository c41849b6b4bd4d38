"""The plan: asked for by taps, looked at, changed."""

from sqlmodel import Session

from bot.chat.actions import AnswerPlan, AskPlan, ChangePlan, LeaveOut, PlanChange
from bot.chat.screen import Reply, Screen
from bot.chat.screens import plan as screens
from bot.chat.screens.care import adults
from bot.chat.turn import Turn
from bot.domain.screening import Gate
from bot.services import care, days, plan_drafts, plans, reminders
from bot.services.plan_drafts import Draft
from bot.services.plans import Way


async def page(turn: Turn) -> Screen:
    """Open the plan; without one, go on asking for it."""
    if await turn.run(_not_for, turn):
        return adults(turn.t)
    way, draft = await turn.run(_look, turn)
    if way:
        return screens.page(turn.t, turn.library, way, days.today(turn.person, turn.now))
    screen = _asked(turn, draft) if draft else screens.intro(turn.t)
    waits = await turn.run(care.held, turn.person_id)
    return screens.waiting(turn.t, screen) if waits else screen


async def going_on(turn: Turn) -> Screen:
    """Show the question that is open, else the plan."""
    _, draft = await turn.run(_look, turn)
    return _asked(turn, draft) if draft else await page(turn)


async def answer(turn: Turn, action: AnswerPlan) -> Reply:
    """Note one tap and ask what is next."""
    seen = (action.plan, action.ask, action.choice)
    draft = await turn.run(plan_drafts.answer, turn.person_id, *seen, turn.library)
    return _asked(turn, draft) if draft else await _late(turn)


async def ask(turn: Turn, action: AskPlan) -> Reply:
    """Ask a question again."""
    draft = await turn.run(plan_drafts.reopen, turn.person_id, action.plan, action.ask)
    return _asked(turn, draft) if draft else await _late(turn)


async def change(turn: Turn, action: ChangePlan) -> Reply:
    """Do what a button of the plan says."""
    todo = {
        PlanChange.NEW: _new,
        PlanChange.BACK: _back,
        PlanChange.MAKE: _make,
        PlanChange.LONGER: _longer,
        PlanChange.NUDGE: _nudge,
        PlanChange.END_SURELY: _end,
        PlanChange.RESUME: _resume,
    }.get(action.what)
    if todo:
        return await todo(turn, action.plan)
    way, _ = await turn.run(_look, turn)
    if way is None or way.plan.id != action.plan:
        return await _late(turn)
    show = {PlanChange.WEEK: screens.week, PlanChange.PARTS: screens.parts, PlanChange.END: screens.sure}
    return show[action.what](turn.t, turn.library, way)


async def leave_out(turn: Turn, action: LeaveOut) -> Reply:
    """Leave an exercise out, or take it back in."""
    out = action.out != 0
    known = action.exercise in turn.library.exercises
    seen = (action.plan, action.exercise)
    held = known and await turn.run(plan_drafts.leave, turn.person_id, *seen, out=out)
    way, _ = await turn.run(_look, turn)
    if not held or way is None:
        return await _late(turn)
    return screens.parts(turn.t, turn.library, way)


async def _new(turn: Turn, _plan: int) -> Reply:
    if await turn.run(_not_for, turn):
        return adults(turn.t)
    return _asked(turn, await turn.run(plan_drafts.begin, turn.person_id, turn.now))


async def _back(turn: Turn, plan: int) -> Reply:
    draft = await turn.run(plan_drafts.reopen, turn.person_id, plan, None)
    return _asked(turn, draft) if draft else await _late(turn)


async def _make(turn: Turn, plan: int) -> Reply:
    made = await turn.run(plan_drafts.make, turn.person_id, plan, turn.library, turn.now)
    way, _ = await turn.run(_look, turn)
    if made is None or way is None:
        return await _late(turn)
    nudged = await turn.run(plan_drafts.nudged, made, turn.now)
    return screens.made(turn.t, turn.library, way, offer=not nudged)


async def _longer(turn: Turn, plan: int) -> Reply:
    today = days.today(turn.person, turn.now)
    longer = await turn.run(plan_drafts.lengthen, turn.person_id, plan, turn.library, today)
    return (await page(turn)).saying(turn.t.plain("plan-lengthened")) if longer else await _late(turn)


async def _nudge(turn: Turn, plan: int) -> Reply:
    added = await turn.run(plan_drafts.nudge, turn.person_id, plan, turn.now)
    listing = await turn.run(reminders.listing, turn.person_id, turn.now)
    if added is None and not listing.full:
        return await _late(turn)
    told = "plan-nudge-full" if added is None else "plan-nudge-on" if added else "plan-nudge-there"
    return (await page(turn)).saying(turn.t.plain(told))


async def _end(turn: Turn, plan: int) -> Reply:
    ended = await turn.run(plan_drafts.end, turn.person_id, plan, turn.now)
    return screens.ended(turn.t, plan) if ended else await _late(turn)


async def _resume(turn: Turn, plan: int) -> Reply:
    again = await turn.run(plan_drafts.resume, turn.person_id, plan)
    return (await page(turn)).saying(turn.t.plain("plan-lengthened")) if again else await _late(turn)


async def _late(turn: Turn) -> Reply:
    """Show where the plan really is to somebody who pressed a button from earlier."""
    return (await page(turn)).saying(turn.t.plain("plan-outdated"))


def _look(session: Session, turn: Turn) -> tuple[Way | None, Draft | None]:
    today = days.today(turn.person, turn.now)
    way = plans.way(session, turn.person_id, turn.library, today)
    return way, plan_drafts.open_draft(session, turn.person_id)


def _not_for(session: Session, turn: Turn) -> bool:
    """Return whether the coach is not for the person: then there is no plan either."""
    today = days.today(turn.person, turn.now)
    return care.standing(session, turn.person_id, turn.library, today).gate is Gate.NOT_FOR_YOU


def _asked(turn: Turn, draft: Draft) -> Screen:
    return screens.asked(turn.t, turn.library, draft)
