"""The one table of commands and buttons. A new one is a line here, a screen and a handler."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.chat import actions as a
from bot.chat.buttons import Action
from bot.chat.handlers import (
    agreed,
    care,
    checkins,
    clubs,
    home,
    learn,
    library,
    meeting,
    nudges,
    pain,
    plan,
    prescribing,
    privacy,
    progress,
    reminders,
    routine,
    said,
    sessions,
    settings,
    team,
    topics,
    why,
    words,
    zone,
)
from bot.chat.screen import Reply
from bot.chat.turn import Turn

OnWords = Callable[[Turn], Awaitable[Reply]]
OnPress = Callable[[Turn, Any], Awaitable[Reply]]


@dataclass(frozen=True)
class Command:
    """A command; ``in_menu`` tells whether Telegram's menu lists it, described by ``command-<name>``."""

    name: str
    handler: OnWords
    in_menu: bool = True


COMMANDS = (
    Command("start", meeting.start),
    Command("today", sessions.today),
    Command("plan", plan.page),
    Command("changes", pain.changes),
    Command("exercises", library.library),
    Command("show", library.show_command),
    Command("routine", routine.routine),
    Command("routines", routine.ready_made),
    Command("reminders", reminders.reminders),
    Command("streak", home.week),
    Command("progress", progress.page),
    Command("why", why.page),
    Command("report", progress.report),
    Command("pause", reminders.pause_page),
    Command("quiet", reminders.quiet_page),
    Command("zone", zone.page),
    Command("club", clubs.page),
    Command("human", team.page),
    Command("prescribe", prescribing.command, in_menu=False),
    Command("safety", home.safety),
    Command("learn", learn.listing),
    Command("about", home.about),
    Command("pictures", home.pictures),
    Command("health", care.page),
    Command("settings", settings.page),
    Command("privacy", privacy.page),
    Command("help", home.help_),
    Command("menu", home.page, in_menu=False),
    Command("language", settings.language, in_menu=False),
    Command("stop", reminders.pause_page, in_menu=False),
    Command("export", privacy.export, in_menu=False),
    Command("erase", privacy.sure, in_menu=False),
)

PAGES: Mapping[a.Page, OnWords] = {
    a.Page.HOME: home.page,
    a.Page.TODAY: sessions.today,
    a.Page.LIBRARY: library.library,
    a.Page.ROUTINE: routine.routine,
    a.Page.READY_MADE: routine.ready_made,
    a.Page.REMINDERS: reminders.page,
    a.Page.PAUSE: reminders.pause_page,
    a.Page.QUIET: reminders.quiet_page,
    a.Page.STREAK: home.week,
    a.Page.ZONE: zone.page,
    a.Page.HELP: home.help_,
    a.Page.ABOUT: home.about,
    a.Page.SAFETY: home.safety,
    a.Page.LEARN: learn.listing,
    a.Page.PRIVACY: privacy.page,
    a.Page.EXPORT: privacy.export,
    a.Page.ERASE: privacy.sure,
    a.Page.SETTINGS: settings.page,
    a.Page.LANGUAGE: settings.language,
    a.Page.HEALTH: care.page,
    a.Page.PLAN: plan.page,
    a.Page.CHANGES: pain.changes,
    a.Page.QUESTIONS: care.questions,
    a.Page.CHECKIN: checkins.opened,
    a.Page.ACTIVITIES: checkins.all_activities,
    a.Page.HUMAN: team.page,
    a.Page.PROGRESS: progress.page,
    a.Page.REPORT: progress.report,
    a.Page.TABLE: progress.table,
    a.Page.WHY: why.page,
}


async def go(turn: Turn, action: a.Go) -> Reply:
    """Open the page that a button names."""
    return await PAGES[action.page](turn)


PRESSES: Mapping[type[Action], OnPress] = {
    a.Go: go,
    a.ChooseMoment: meeting.moment,
    a.ClockIs: meeting.clock,
    a.ZoneIs: meeting.city,
    a.ChooseDays: meeting.days,
    a.PressCard: sessions.press,
    a.MoreOnCard: sessions.more,
    a.StartRoutine: sessions.routine,
    a.StartExercise: sessions.exercise,
    a.StartOver: sessions.over,
    a.Show: library.show,
    a.Browse: library.browse,
    a.AddEntry: routine.add,
    a.EditEntry: routine.edit,
    a.LookRoutine: routine.look,
    a.AdoptRoutine: routine.adopt,
    a.UndoAdopt: routine.undo,
    a.PutBack: routine.put_back,
    a.EditReminder: reminders.edit,
    a.Draft: reminders.draft,
    a.DraftDays: reminders.draft_days,
    a.DraftDay: reminders.draft_day,
    a.DraftTime: reminders.draft_time,
    a.PauseFor: reminders.pause_for,
    a.SetQuiet: reminders.set_quiet,
    a.AnswerDue: reminders.answer_due,
    a.Snooze: reminders.snooze,
    a.MarkDay: home.mark_day,
    a.ReadCard: learn.read,
    a.Erase: privacy.erase,
    a.SetLanguage: settings.set_language,
    a.SetClock: settings.set_clock,
    a.SwitchPictures: settings.switch_pictures,
    a.AnswerHealth: care.answer,
    a.BackHealth: care.back,
    a.PutOff: sessions.later,
    a.MindFlag: care.mind,
    a.UndoMind: care.undo,
    a.ConfirmHold: care.confirm,
    a.SomethingNew: care.new,
    a.TellSign: care.tell,
    a.AnswerPlan: plan.answer,
    a.AskPlan: plan.ask,
    a.ChangePlan: plan.change,
    a.LeaveOut: plan.leave_out,
    a.Begin: sessions.begin,
    a.Hurts: pain.hurts,
    a.HurtsScore: pain.score,
    a.HurtsSign: pain.sign,
    a.ShowCard: pain.card,
    a.Breathe: pain.breathe,
    a.AfterScore: pain.after,
    a.SayEffort: pain.effort,
    a.UndoChange: pain.undo,
    a.AnswerCheck: checkins.answer,
    a.BackCheck: checkins.back,
    a.SkipCheck: checkins.skip,
    a.NameActivity: checkins.name,
    a.RateActivities: checkins.rate,
    a.RateActivity: checkins.rate_one,
    a.UnnameActivity: checkins.unname,
    a.ChangeActivity: checkins.change,
    a.ChangeClub: clubs.change,
    a.ClubDays: clubs.set_days,
    a.ClubTimes: clubs.set_times,
    a.ClubClock: clubs.clock,
    a.ClubZone: clubs.set_zone,
    a.ClubLanguage: clubs.set_language,
    a.TickBreak: clubs.tick,
    a.ConsentTeam: team.consent,
    a.TalkToTeam: team.talk,
    a.EndTalk: team.end,
    a.CloseTalk: topics.close,
    a.TakeUp: prescribing.take_up,
    a.Prescribe: prescribing.step,
    a.PrescribeRoutine: prescribing.begin,
    a.PrescribePick: prescribing.pick,
    a.PrescribeDose: prescribing.dose,
    a.Withdraw: prescribing.withdraw,
    a.LookProgress: progress.look,
    a.LookDays: why.look,
    a.MendDay: why.mend,
    a.Meant: said.meant,
    a.Agreed: agreed.agreed,
    a.ChangeTo: agreed.change_to,
    a.Reshape: agreed.reshape,
    a.ClearReminders: agreed.clear,
    a.LetGo: agreed.let_go,
    a.CallOff: agreed.call_off,
    a.Leave: said.leave,
    a.MoveReminder: nudges.move,
    a.SwitchNudges: nudges.switch,
    a.SayIll: nudges.ill,
}

ASKED: Mapping[str, OnWords] = {"reminder-times": words.typed_times, "activity": checkins.typed}
"""What the next typed words answer, by ``Person.asked``."""

IN_GROUPS = frozenset({"show", "club", "prescribe"})
"""Commands that make sense where others read along."""

FOR_ADMINS: frozenset[type[Action]] = frozenset(
    {a.ChangeClub, a.ClubDays, a.ClubTimes, a.ClubClock, a.ClubZone, a.ClubLanguage}
)
"""Buttons in a group that its administrators alone may press."""

FOR_TEAM: frozenset[type[Action]] = frozenset(
    {a.CloseTalk, a.Prescribe, a.PrescribeRoutine, a.PrescribePick, a.PrescribeDose, a.Withdraw}
)
"""Buttons that members of the care team's chat alone may press, and nowhere else."""

IN_GROUPS_PRESSES: frozenset[type[Action]] = FOR_ADMINS | FOR_TEAM | {a.Show, a.TickBreak}


@cache  # asked with each press
def by_code() -> dict[str, type[Action]]:
    """Return the actions by the code that buttons carry."""
    return {action.code: action for action in PRESSES}


def by_name() -> dict[str, Command]:
    """Return the commands by name."""
    return {command.name: command for command in COMMANDS}
