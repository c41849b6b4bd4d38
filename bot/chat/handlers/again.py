"""Showing once more where a person is: what they did counted already, but nobody saw what came of it.

A crash came between the change and its answer. Nothing here changes anything.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from bot.chat import actions as a
from bot.chat.buttons import Action
from bot.chat.handlers import (
    agreed,
    care,
    checkins,
    clubs,
    home,
    meeting,
    pain,
    plan,
    prescribing,
    privacy,
    reminders,
    routine,
    sessions,
    settings,
    team,
    why,
)
from bot.chat.screen import Reply, Screen
from bot.chat.turn import Turn

NEVER = -1
"""A revision that no card has, so that a press on it shows the card as it is."""

PAGES: Mapping[type[Action], Callable[[Turn], Awaitable[Reply]]] = {
    a.ChooseMoment: meeting.zone,
    a.AddEntry: routine.routine,
    a.EditEntry: routine.routine,
    a.AdoptRoutine: routine.routine,
    a.UndoAdopt: routine.routine,
    a.PutBack: routine.routine,
    a.EditReminder: reminders.page,
    a.Draft: reminders.page,
    a.DraftDays: reminders.page,
    a.DraftDay: reminders.page,
    a.DraftTime: reminders.page,
    a.PauseFor: reminders.page,
    a.MarkDay: home.week,
    a.Erase: privacy.gone,
    a.SetLanguage: settings.page,
    a.SetClock: settings.page,
    a.SwitchPictures: settings.page,
    a.AnswerHealth: care.questions,
    a.BackHealth: care.questions,
    a.MindFlag: care.page,
    a.UndoMind: care.page,
    a.ConfirmHold: care.page,
    a.TellSign: care.page,
    a.AnswerPlan: plan.going_on,
    a.AskPlan: plan.going_on,
    a.ChangePlan: plan.page,
    a.LeaveOut: plan.page,
    a.HurtsSign: care.page,
    a.UndoChange: pain.changes,
    a.AnswerCheck: checkins.page,
    a.RateActivity: checkins.page,
    a.BackCheck: checkins.page,
    a.SkipCheck: checkins.page,
    a.NameActivity: checkins.page,
    a.UnnameActivity: checkins.page,
    a.ChangeActivity: checkins.activities,
    a.ChangeClub: clubs.page,
    a.ClubDays: clubs.page,
    a.ClubTimes: clubs.page,
    a.ClubClock: clubs.page,
    a.ClubZone: clubs.page,
    a.ClubLanguage: clubs.page,
    a.TickBreak: clubs.ticked,
    a.TalkToTeam: team.talking,
    a.EndTalk: team.ended,
    a.TakeUp: routine.routine,
    a.Prescribe: prescribing.listing,
    a.PrescribeRoutine: prescribing.page,
    a.PrescribePick: prescribing.page,
    a.PrescribeDose: prescribing.page,
    a.Withdraw: prescribing.listing,
    a.MendDay: why.page,
    a.ChangeTo: reminders.page,
    a.Reshape: reminders.page,
    a.ClearReminders: reminders.page,
    a.LetGo: home.week,
    a.CallOff: reminders.page,
    a.SwitchNudges: settings.page,
    a.SayIll: reminders.page,
}


async def after_press(turn: Turn, action: Action) -> Reply:
    """Show the card that was pressed, the page that the button belongs to, or where the person is."""
    if isinstance(action, a.PressCard):
        card = await sessions.press(turn, replace(action, revision=NEVER))
        return replace(card, toast=None) if isinstance(card, Screen) else card
    if isinstance(action, a.HurtsScore | a.AfterScore | a.SayEffort | a.MoveReminder):
        return await pain.card(turn, a.ShowCard(action.session))
    if isinstance(action, a.Agreed):
        return await agreed.again(turn, action)
    page = PAGES.get(type(action))
    return await page(turn) if page else await after_words(turn)


async def after_words(turn: Turn) -> Reply:
    """Show the open session, else the menu."""
    return await sessions.unfinished(turn, alone=True) or await home.page(turn)
