"""The actions: their wire form is frozen, and each of them leads somewhere."""

import re
from enum import Enum

import pytest

from bot.chat import actions as a
from bot.chat import routes
from bot.chat.buttons import Action, unpack
from bot.domain.measures import Measure
from bot.domain.pain import Sign
from bot.domain.sessions import Press
from bot.domain.wishes import Ask
from bot.figures.charts import Theme
from bot.texts import Texts

# Buttons in old chats carry these strings. Add lines here; never change one that was released.
WIRE: dict[str, Action] = {
    "v1:go:home": a.Go(a.Page.HOME),
    "v1:go:today": a.Go(a.Page.TODAY),
    "v1:go:library": a.Go(a.Page.LIBRARY),
    "v1:go:routine": a.Go(a.Page.ROUTINE),
    "v1:go:ready": a.Go(a.Page.READY_MADE),
    "v1:go:reminders": a.Go(a.Page.REMINDERS),
    "v1:go:pause": a.Go(a.Page.PAUSE),
    "v1:go:quiet": a.Go(a.Page.QUIET),
    "v1:go:streak": a.Go(a.Page.STREAK),
    "v1:go:zone": a.Go(a.Page.ZONE),
    "v1:go:help": a.Go(a.Page.HELP),
    "v1:go:about": a.Go(a.Page.ABOUT),
    "v1:go:safety": a.Go(a.Page.SAFETY),
    "v1:go:learn": a.Go(a.Page.LEARN),
    "v1:lc:small-doses-count": a.ReadCard("small-doses-count"),
    "v1:go:privacy": a.Go(a.Page.PRIVACY),
    "v1:go:export": a.Go(a.Page.EXPORT),
    "v1:go:erase": a.Go(a.Page.ERASE),
    "v1:ot:0730": a.ChooseMoment("0730"),
    "v1:ot:none": a.ChooseMoment("none"),
    "v1:oc:-210": a.ClockIs(-210),
    "v1:oz:America/Argentina/Buenos_Aires": a.ZoneIs("America/Argentina/Buenos_Aires"),
    "v1:od:024": a.ChooseDays("024"),
    "v1:sp:12:3:next": a.PressCard(12, 3, Press.NEXT),
    "v1:sp:12:3:back": a.PressCard(12, 3, Press.BACK),
    "v1:sp:12:3:done": a.PressCard(12, 3, Press.DONE),
    "v1:sp:12:3:tip": a.PressCard(12, 3, Press.TIP),
    "v1:sp:12:3:easier": a.PressCard(12, 3, Press.EASIER),
    "v1:sp:12:3:harder": a.PressCard(12, 3, Press.HARDER),
    "v1:sp:12:3:skip": a.PressCard(12, 3, Press.SKIP),
    "v1:sp:12:3:pause": a.PressCard(12, 3, Press.PAUSE),
    "v1:sp:12:3:resume": a.PressCard(12, 3, Press.RESUME),
    "v1:sp:12:3:stop": a.PressCard(12, 3, Press.STOP),
    "v1:sp:12:3:less": a.PressCard(12, 3, Press.LESS),
    "v1:sp:12:3:instead": a.PressCard(12, 3, Press.INSTEAD),
    "v1:sm:12": a.MoreOnCard(12),
    "v1:pb:today:3": a.Begin("today", 3),
    "v1:pb:mine:-1": a.Begin("mine", -1),
    "v1:ph:12:3": a.Hurts(12, 3),
    "v1:ps:12:3:7": a.HurtsScore(12, 3, 7),
    "v1:pg:12:3:sharp": a.HurtsSign(12, 3, Sign.SHARP),
    "v1:pg:12:3:numb": a.HurtsSign(12, 3, Sign.NUMB),
    "v1:pg:12:3:weak": a.HurtsSign(12, 3, Sign.WEAK),
    "v1:pg:12:3:dizzy": a.HurtsSign(12, 3, Sign.DIZZY),
    "v1:pg:12:3:chest": a.HurtsSign(12, 3, Sign.CHEST),
    "v1:pg:12:3:breathless": a.HurtsSign(12, 3, Sign.BREATHLESS),
    "v1:pc:12": a.ShowCard(12),
    "v1:sb:12": a.Breathe(12),
    "v1:sa:12:2": a.AfterScore(12, 2),
    "v1:pe:12:0:2": a.SayEffort(12, 0, 2),
    "v1:pu:5": a.UndoChange(5),
    "v1:sr:mine": a.StartRoutine("mine"),
    "v1:se:open-book:standard": a.StartExercise("open-book", "standard"),
    "v1:so:12": a.StartOver(12),
    "v1:sh:open-book:easier:s": a.Show("open-book", "easier", a.Part.STEPS),
    "v1:sh:open-book:easier:m": a.Show("open-book", "easier", a.Part.MORE),
    "v1:sh:open-book:easier:y": a.Show("open-book", "easier", a.Part.SAFETY),
    "v1:sh:open-book:easier:v": a.Show("open-book", "easier", a.Part.VARIATIONS),
    "v1:br:place:chair": a.Browse(a.Facet.PLACE, "chair"),
    "v1:br:kind:-": a.Browse(a.Facet.KIND, "-"),
    "v1:br:kit:band": a.Browse(a.Facet.KIT, "band"),
    "v1:br:all:-": a.Browse(a.Facet.ALL, "-"),
    "v1:ra:open-book:standard": a.AddEntry("open-book", "standard"),
    "v1:re:5:open": a.EditEntry(5, a.EntryChange.OPEN),
    "v1:re:5:up": a.EditEntry(5, a.EntryChange.UP),
    "v1:re:5:down": a.EditEntry(5, a.EntryChange.DOWN),
    "v1:re:5:remove": a.EditEntry(5, a.EntryChange.REMOVE),
    "v1:re:5:easier": a.EditEntry(5, a.EntryChange.EASIER),
    "v1:re:5:harder": a.EditEntry(5, a.EntryChange.HARDER),
    "v1:re:5:more": a.EditEntry(5, a.EntryChange.MORE),
    "v1:re:5:less": a.EditEntry(5, a.EntryChange.LESS),
    "v1:re:5:sets+": a.EditEntry(5, a.EntryChange.MORE_SETS),
    "v1:re:5:sets-": a.EditEntry(5, a.EntryChange.FEWER_SETS),
    "v1:rl:no-kit": a.LookRoutine("no-kit"),
    "v1:ry:no-kit": a.AdoptRoutine("no-kit"),
    "v1:rx": a.UndoAdopt(),
    "v1:rt": a.PutBack(),
    "v1:rm:9:open": a.EditReminder(9, a.ReminderChange.OPEN),
    "v1:rm:9:on": a.EditReminder(9, a.ReminderChange.ON),
    "v1:rm:9:off": a.EditReminder(9, a.ReminderChange.OFF),
    "v1:rm:9:edit": a.EditReminder(9, a.ReminderChange.EDIT),
    "v1:rm:9:delete": a.EditReminder(9, a.ReminderChange.DELETE),
    "v1:rm:9:delete!": a.EditReminder(9, a.ReminderChange.DELETE_SURELY),
    "v1:dr:new": a.Draft(a.DraftStep.NEW),
    "v1:dr:days": a.Draft(a.DraftStep.DAYS),
    "v1:dr:times": a.Draft(a.DraftStep.TIMES),
    "v1:dr:review": a.Draft(a.DraftStep.REVIEW),
    "v1:dr:save": a.Draft(a.DraftStep.SAVE),
    "v1:dr:cancel": a.Draft(a.DraftStep.CANCEL),
    "v1:dd:56": a.DraftDays("56"),
    "v1:d1:6": a.DraftDay(6),
    "v1:dt:1830": a.DraftTime("1830"),
    "v1:pp:14": a.PauseFor(14),
    "v1:qh:2200:0700": a.SetQuiet("2200", "0700"),
    "v1:du:77:start": a.AnswerDue(77, a.DueAnswer.START),
    "v1:du:77:later": a.AnswerDue(77, a.DueAnswer.LATER),
    "v1:du:77:back": a.AnswerDue(77, a.DueAnswer.BACK),
    "v1:du:77:did": a.AnswerDue(77, a.DueAnswer.DID_IT),
    "v1:du:77:not": a.AnswerDue(77, a.DueAnswer.NOT_TODAY),
    "v1:dz:77:30": a.Snooze(77, 30),
    "v1:dm:20261122": a.MarkDay("20261122"),
    "v1:er:1795351200": a.Erase(1795351200),
    "v1:go:settings": a.Go(a.Page.SETTINGS),
    "v1:go:language": a.Go(a.Page.LANGUAGE),
    "v1:lg:es": a.SetLanguage("es"),
    "v1:ck:12": a.SetClock("12"),
    "v1:pm": a.SwitchPictures(),
    **{f"v1:gc:{what.value}": a.ChangeClub(what) for what in a.ClubChange},
    "v1:gd:01234": a.ClubDays("01234"),
    "v1:gt:11001500": a.ClubTimes("11001500"),
    "v1:gk:-210": a.ClubClock(-210),
    "v1:gz:America/Argentina/Buenos_Aires": a.ClubZone("America/Argentina/Buenos_Aires"),
    "v1:gl:es": a.ClubLanguage("es"),
    "v1:gb:31": a.TickBreak(31),
    "v1:go:health": a.Go(a.Page.HEALTH),
    "v1:go:questions": a.Go(a.Page.QUESTIONS),
    "v1:ha:5:body:neck": a.AnswerHealth(5, "body", "neck"),
    "v1:hb:5": a.BackHealth(5),
    "v1:hl:today": a.PutOff("today"),
    "v1:hf:5:neck-sore:0": a.MindFlag(5, "neck-sore", 0),
    "v1:hu:5": a.UndoMind(5),
    "v1:hc:3:seen": a.ConfirmHold(3, a.Looked.SEEN),
    "v1:hc:3:mistake": a.ConfirmHold(3, a.Looked.MISTAKE),
    "v1:hn:today": a.SomethingNew("today"),
    "v1:hs:signs-first": a.TellSign("signs-first"),
    "v1:go:plan": a.Go(a.Page.PLAN),
    "v1:go:changes": a.Go(a.Page.CHANGES),
    "v1:go:checkin": a.Go(a.Page.CHECKIN),
    "v1:ci:pain:0:0:4": a.AnswerCheck(Measure.PAIN, 0, 0, 4),
    "v1:ci:activities:4:2:10": a.AnswerCheck(Measure.ACTIVITIES, 4, 2, 10),
    "v1:ci:peg:8:1:0": a.AnswerCheck(Measure.PEG, 8, 1, 0),
    "v1:cb:peg:0:1": a.BackCheck(Measure.PEG, 0, 1),
    "v1:cs:change:12": a.SkipCheck(Measure.CHANGE, 12),
    "v1:cv:4:3:10": a.RateActivity(4, 3, 10),
    "v1:cn": a.NameActivity(),
    "v1:cr": a.RateActivities(),
    "v1:cu:3": a.UnnameActivity(3),
    "v1:go:activities": a.Go(a.Page.ACTIVITIES),
    "v1:ca:3:open": a.ChangeActivity(3, a.ActivityStep.OPEN),
    "v1:ca:3:rename": a.ChangeActivity(3, a.ActivityStep.RENAME),
    "v1:ca:3:drop": a.ChangeActivity(3, a.ActivityStep.DROP),
    "v1:ca:3:surely": a.ChangeActivity(3, a.ActivityStep.DROP_SURELY),
    "v1:go:human": a.Go(a.Page.HUMAN),
    "v1:ka:1": a.ConsentTeam(1),
    "v1:kt:0": a.TalkToTeam(0),
    "v1:ke": a.EndTalk(),
    "v1:kc:5": a.CloseTalk(5),
    "v1:ku:abcdefghijkmnp": a.TakeUp("abcdefghijkmnp"),
    **{f"v1:kp:4294967296:{step.value}": a.Prescribe(2**32, step) for step in a.PrescribeStep},
    "v1:kr:4294967296:no-kit": a.PrescribeRoutine(2**32, "no-kit"),
    "v1:kk:4294967296:open-book": a.PrescribePick(2**32, "open-book"),
    "v1:kx:4294967296:open-book:sets+": a.PrescribeDose(2**32, "open-book", a.EntryChange.MORE_SETS),
    "v1:kw:5": a.Withdraw(5),
    "v1:go:progress": a.Go(a.Page.PROGRESS),
    "v1:go:report": a.Go(a.Page.REPORT),
    "v1:go:table": a.Go(a.Page.TABLE),
    "v1:go:why": a.Go(a.Page.WHY),
    "v1:pv:days:light": a.LookProgress(a.Half.DAYS, Theme.LIGHT),
    "v1:pv:change:dark": a.LookProgress(a.Half.CHANGE, Theme.DARK),
    "v1:wl:2": a.LookDays(2),
    "v1:wm:20261122:1": a.MendDay("20261122", 1),
    "v1:wt:5:2010:1": a.MoveReminder(5, "2010", 1),
    "v1:wn": a.SwitchNudges(),
    "v1:wi:7": a.SayIll(7),
    "v1:pq:4:goal:ease": a.AnswerPlan(4, Ask.GOAL, "ease"),
    "v1:pa:4:goal": a.AskPlan(4, Ask.GOAL),
    "v1:pa:4:places": a.AskPlan(4, Ask.PLACES),
    "v1:pa:4:kit": a.AskPlan(4, Ask.KIT),
    "v1:pa:4:minutes": a.AskPlan(4, Ask.MINUTES),
    "v1:pa:4:days": a.AskPlan(4, Ask.DAYS),
    "v1:pa:4:weeks": a.AskPlan(4, Ask.WEEKS),
    "v1:pa:4:moment": a.AskPlan(4, Ask.MOMENT),
    "v1:pa:4:spot": a.AskPlan(4, Ask.SPOT),
    "v1:pl:4:new": a.ChangePlan(4, a.PlanChange.NEW),
    "v1:pl:4:back": a.ChangePlan(4, a.PlanChange.BACK),
    "v1:pl:4:make": a.ChangePlan(4, a.PlanChange.MAKE),
    "v1:pl:4:week": a.ChangePlan(4, a.PlanChange.WEEK),
    "v1:pl:4:parts": a.ChangePlan(4, a.PlanChange.PARTS),
    "v1:pl:4:longer": a.ChangePlan(4, a.PlanChange.LONGER),
    "v1:pl:4:nudge": a.ChangePlan(4, a.PlanChange.NUDGE),
    "v1:pl:4:end": a.ChangePlan(4, a.PlanChange.END),
    "v1:pl:4:end!": a.ChangePlan(4, a.PlanChange.END_SURELY),
    "v1:pl:4:resume": a.ChangePlan(4, a.PlanChange.RESUME),
    "v1:pw:4:push-up:1": a.LeaveOut(4, "push-up", 1),
    "v1:ym:sh,open-book": a.Meant("sh,open-book"),
    "v1:yy:ar,01234.07301800..": a.Agreed("ar,01234.07301800.."),
    "v1:yc:9:ar,0123456.0800..": a.ChangeTo(9, "ar,0123456.0800.."),
    "v1:ys:ar,.0730..": a.Reshape("ar,.0730.."),
    "v1:yx:9": a.ClearReminders(9),
    "v1:yd:20261122": a.LetGo("20261122"),
    "v1:yo:77": a.CallOff(77),
    "v1:yn": a.Leave(),
}


def every_action() -> list[type[Action]]:
    """Return the actions that are declared."""
    return [thing for thing in vars(a).values() if isinstance(thing, type) and issubclass(thing, Action)]


@pytest.mark.parametrize(("wire", "action"), WIRE.items(), ids=list(WIRE))
def test_the_wire_is_frozen(wire: str, action: Action) -> None:
    assert action.pack() == wire
    assert unpack(wire, routes.by_code()) == action


def test_every_action_is_in_the_frozen_table() -> None:
    assert {type(action) for action in WIRE.values()} == set(every_action())


def test_every_choice_of_an_action_is_in_the_frozen_table() -> None:
    values = [value for action in WIRE.values() for value in vars(action).values()]
    said = {(type(value), value) for value in values if isinstance(value, Enum)}
    assert said == {(kind, choice) for kind, _ in said for choice in kind}


def test_codes_are_unique_and_short() -> None:
    codes = [action.code for action in every_action()]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch("[a-z0-9]{2}", code) for code in codes)


def test_every_action_has_a_handler() -> None:
    assert set(routes.PRESSES) == set(every_action())


def test_every_page_has_a_handler() -> None:
    assert set(routes.PAGES) == set(a.Page)


def test_command_names_are_valid_for_telegram_and_none_hides_another() -> None:
    names = [command.name for command in routes.COMMANDS]
    assert all(re.fullmatch("[a-z0-9_]{1,32}", name) for name in names)
    assert len(routes.by_name()) == len(names) <= 100


def test_every_command_in_the_menu_says_what_it_does(t: Texts) -> None:
    for command in routes.COMMANDS:
        if command.in_menu:
            assert 1 <= len(t.plain(f"command-{command.name}")) <= 256


def test_what_groups_may_ask_for_exists() -> None:
    assert set(routes.by_name()) >= routes.IN_GROUPS
    assert set(routes.PRESSES) >= routes.IN_GROUPS_PRESSES
