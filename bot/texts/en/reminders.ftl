# Reminders: the list, the dialogue about one, pauses, and the message itself.

reminders-title = 🔔 <b>Reminders</b>
reminders-none =
    No reminders yet. Choose a moment that suits you and I'll come by with your exercises.

    Letting one pass is always fine.
reminders-line-on = 🔔 <b>{ $times }</b> · { $days }
reminders-line-off = 🔕 { $times } · { $days } · off
reminders-label = { $on ->
    [on] 🔔
   *[off] 🔕
} { $times }
reminders-label-days = { $label } · { $days }
reminders-days-count = { $count ->
    [one] 1 day
   *[other] { $count } days
}
reminders-times-more = { $first } +{ $count }
reminders-next = Next:
reminders-next-after-pause = After the pause:
reminders-moment = • { $day }, { $time }
reminders-quiet = Once today's session is done, I stay quiet for the rest of the day.
reminders-paused = ⏸ Paused up to and including <b>{ $until }</b>.
reminders-held = ⏸ <b>They wait.</b> { $why ->
    [not-for-you] This coach is for adults, so none comes.
   *[other] A warning sign is open, so none comes until someone has had a look.
}
reminders-all-off = All of them are off at the moment.
reminders-full = That is as many as I can keep. Change one, or delete one first.
reminders-gone = That one is gone. Here is your list.
reminders-closed = That dialogue is over. Here is your list.

reminders-button-add = ➕ Add a reminder
reminders-button-pause = Pause everything
reminders-button-paused = Pause: change or end
reminders-button-held = Why they wait
reminders-button-quiet = 🌙 Quiet hours
reminders-button-edit = Change
reminders-button-on = Switch on
reminders-button-off = Switch off
reminders-button-delete = Delete
reminders-button-delete-surely = Yes, delete it
reminders-button-keep = Keep it
reminders-button-list = All reminders

reminders-one-on = 🔔 <b>{ $times }</b>
    { $days }
reminders-one-off = 🔕 <b>{ $times }</b>
    { $days }

    It is off, so it does not come.
reminders-delete = Delete the reminder <b>{ $times }</b> ({ $days })?
reminders-deleted = Deleted.
reminders-switched-on = On.
reminders-switched-off = Off. It keeps its times.

reminders-days-title = <b>On which days?</b>
reminders-days-chosen = Chosen: { $days }
reminders-days-nothing = Choose at least one.
reminders-button-every-day = Every day
reminders-button-weekdays = Weekdays
reminders-button-weekend = Weekend
reminders-chosen = ✓ { $label }
reminders-button-to-times = Next: times
reminders-button-days = Days
reminders-button-times = Times
reminders-button-cancel = Cancel

reminders-times-title = <b>At what time?</b>

    Tap one or more, or type them, like <code>7:30 18:00</code>.
reminders-times-chosen = Chosen: { $times }
reminders-times-unread = I could not read that as times. Like this: <code>7:30 18:00</code> or <code>7am</code>. At most { $most }.
reminders-times-full = { $most } times a day are plenty.
reminders-button-to-review = Next: look at it

reminders-review = <b>Shall I?</b>

    🔔 <b>{ $times }</b>
    { $days }, by the clock of { $city }
reminders-button-save = Save
reminders-saved = Saved.
reminders-cancelled = Nothing changed.

reminders-pause-title = ⏸ <b>Pause everything</b>

    Ill, away, or just a break: no reminders, and these days cost you nothing. Today is the first of them.
reminders-pause-end = • { $name }: until { $day }
reminders-pause-running =
    ⏸ <b>Paused</b> up to and including <b>{ $until }</b>.

    Take your time. To change it, choose how long from today:
reminders-pause-today = Today
reminders-pause-3 = 3 days
reminders-pause-7 = A week
reminders-pause-14 = Two weeks
reminders-pause-calendar = Until …
reminders-pause-back = Come back now
reminders-pause-which = <b>Until when?</b>

    That day is still part of the pause.
reminders-pause-set = Paused until { $until }.
reminders-pause-over = Welcome back.

reminders-quiet-line = 🌙 Quiet from <b>{ $begin }</b> to { $end }: nothing comes by itself then.
reminders-quiet-title = 🌙 <b>Quiet hours</b>

    In these hours I do not write of my own accord. When you write, I answer; and when you say "in 20 minutes", I come.

    Others go too, like <code>/quiet 22:30 6:45</code>.
reminders-quiet-hours = { $begin } – { $end }
reminders-quiet-none = No quiet hours
reminders-quiet-unread = I could not read that. Like this: <code>/quiet 22:30 6:45</code>
reminders-quiet-set = Quiet from { $begin } to { $end }.
reminders-quiet-off = No quiet hours any more.
reminders-back =
    <b>Hi { $name }, good to have you back.</b>

    Your reminders are on again; the next one comes { $day }, { $time }. Shall they go on?
reminders-back-yes = Yes, go on
reminders-back-change = Change them

reminders-due-0 = <b>{ $name }, time to move a little?</b>
    { $exercises }, at your own pace.
reminders-due-1 = <b>A small break for your middle back.</b>
    { $exercises }. Ready when you are, { $name }.
reminders-due-2 = <b>Hi { $name }. Shall we loosen up?</b>
    { $exercises }, and nobody is in a hurry.
reminders-due-3 = <b>Shoulders down, one slow breath.</b>
    And then { $exercises }, { $name }?
reminders-due-4 = <b>A good moment to sit up and stretch, { $name }.</b>
    Today: { $exercises }.
reminders-due-snoozed = <b>Here I am again, { $name }.</b>
    { $exercises }, if it suits you now.
reminders-due-missed =
    <b>Sorry, { $name }, I was out of reach.</b>
    { $count ->
        [one] A reminder did not get through.
       *[other] { $count } reminders did not get through.
    } That is on me, and a day it cost you counts as free. Shall we move now?
reminders-card-title = Today's moves
reminders-card-line = A few minutes for your middle back

reminders-button-start = ▶ Start
reminders-button-soon = In 20 minutes
reminders-button-later = Later …
reminders-button-did = Did it already
reminders-button-not-today = Not today
reminders-later = <b>When shall I come back?</b>
reminders-button-hours = { $count ->
    [one] In 1 hour
   *[other] In { $count } hours
}
reminders-button-evening = This evening, { $time }
reminders-snoozed = I'll be back at <b>{ $time }</b>.
reminders-snoozed-quiet = I'll be back at <b>{ $time }</b>. That is in your quiet hours; I come because you asked.
reminders-button-start-now = ▶ Start now
reminders-button-another-time = Another time
reminders-did = <b>Lovely, counted.</b> { $week }
reminders-did-day = <b>Lovely, counted</b> for { $day }. { $week }
reminders-not-today = Fine. Tomorrow is another day.
reminders-button-after-all = ▶ Start after all
