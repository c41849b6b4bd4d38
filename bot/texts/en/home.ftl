# Meeting the coach, the menu, the week, help.

welcome-card-name = Midback
welcome-card-line = Short moves for a stiff middle back
welcome =
    Hi { $name }, I am <b>Midback</b>.

    { $what }

    <b>When would a nudge suit you?</b>
welcome-morning = Morning · { $at }
welcome-noon = Midday · { $at }
welcome-evening = Evening · { $at }
welcome-none = No nudges for now
welcome-clock = <b>Is it { $at } for you?</b>

    Then a nudge comes when you mean it to.
welcome-clock-yes = Yes, { $at }
welcome-clock-no = No, another time
welcome-clocks = <b>What time is it for you now?</b>

    Or type your city, like <i>Bogotá</i>.
welcome-cities = <b>Which place keeps your clock?</b>

    So that summer and winter time come out right.
welcome-days = <b>Which days do you have in mind?</b>

    Any day counts. The others are rest, and cost nothing.
welcome-days-every = Every day
welcome-days-week = Weekdays
welcome-days-three = Mon, Wed, Fri
welcome-days-four = Mon, Tue, Thu, Fri
welcome-ready =
    <b>All set.</b>

    Your first routine: { $exercises }, { $minutes }, with what is around you.
    { $reminder ->
        [none] No nudges; you start when you like.
       *[other] First nudge: { $reminder }.
    }
welcome-begin = ▶ Start now
welcome-look = Look around first

home =
    <b>Hi { $name }.</b>
    { $today ->
        [done] Today is done.
       *[open] Today: { $exercises }, { $minutes }.
    }
    { $week }
home-plan = 🧭 Week { $week } of { $weeks } · { $phase }
home-plan-over = 🧭 { $weeks ->
    [one] The week of your plan is done
   *[other] All { $weeks } weeks of your plan are done
}. /plan has what could come next.
home-continue = You left a session in the middle. It waits for you.
home-clock = I guess that it is { $at } for you.
home-button-continue = ▶ Go on where I was
home-button-start = ▶ Today's session
home-button-again = ▶ One more session

week-title = <b>Your week</b>
week-goal = { $planned ->
    [0] nothing planned
    [one] { $done } of { $planned } day
   *[other] { $done } of { $planned } days
}
week-streak = Current row: { $current ->
    [one] 1 day
   *[other] { $current } days
}. Longest: { $longest ->
    [one] 1 day
   *[other] { $longest } days
}.
week-total = In all: { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
}, { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
} of movement.
week-missed = A day without is just a day without. The next one counts as much as any.
week-day-starts = A day here ends at { $at }, so a late evening still counts.
week-button-did = I did it today
week-button-yesterday = I did it yesterday
week-marked = Counted. Well done.
week-marked-already = That one is counted already.
week-too-old = Only the last two days can be mended here.
verdict-done = ✅
verdict-short = ☑️
verdict-rest = ➖
verdict-rest-pass = 🌿
verdict-excused = ⏸
verdict-missed = ▫️
verdict-unknown = ·
why-session-finished = done
why-said-done = done, as you said
why-one-exercise = some of it, the day is kept
why-paused = paused
why-ill = ill, so it counts as free
why-waited = a warning sign was open, so it counts as free
why-coach-away = I was out of reach, so it counts as free
why-not-planned = rest day
why-pass-used = rest pass used, nothing lost
why-said-not-today = not today, a rest pass covers it
why-nothing-recorded = nothing noted
why-no-pass-left = nothing noted
why-still-open = still open
why-to-come = to come
why-before-start = before you came

help =
    <b>What I can do</b>

    ▶ /today starts your session, or goes on where you left it.
    🧭 /plan is yours for some weeks, and says why.
    🔎 Type the name of an exercise, such as <i>cat cow</i>, and I show it.
    💬 Or say it plainly: <i>remind me on weekdays at 7:30 am</i>.
    📚 /exercises lists them by place, kind and equipment.
    📝 /routine is yours to change.
    ⏰ /reminders come when you say.
    🌿 /pause is for holidays and bad days.
    📅 /streak shows your week, /why says how each day counts.
    📈 /progress is a picture of it, /report a page for your doctor.
    💚 /health is what I keep in mind about you.
    🩺 /safety says when to see a doctor.
    🤝 /human is for what a human should answer.
    👥 /club is for a group that takes desk breaks.
    📖 /learn has short things to read.
    ⚙️ /settings has language, clock and pictures.
    ℹ️ /about says who speaks here.
    🔒 /privacy says what I keep about you, and erases it.

    If something hurts more than it should, stop. That is always right.
help-unknown-command = I do not know that command. This is what I can do.
help-media = That is kind, but I only understand words and buttons. Type the name of an exercise, or pick one here.
help-group = I coach one person at a time. Open our own chat and we begin. For all of you there is /club: desk breaks together.
help-group-button = Open the coach
help-pictures-still = Still pictures only, from now on. /pictures brings the movement back.
help-pictures-moving = Moving pictures again. /pictures makes them still.
help-wrong = Something went wrong on my side. Nothing is lost; please try once more.
help-old-button = That button is from an older version. Here is the menu.
help-not-yours = That card belongs to somebody else. Write to me and you get your own.
safety-title = <b>When to see a doctor</b>

    These come first. Nobody watches this chat, so please do not wait for an answer here.
safety-honest = <i>{ $note }</i>

command-start = begin, or open the menu
command-today = today's session
command-exercises = all exercises
command-show = show an exercise, e.g. /show cat cow
command-routine = your routine
command-routines = ready-made routines and desk breaks
command-reminders = when I come
command-streak = your week and your row
command-pause = a holiday from all of it
command-quiet = hours in which I keep still
command-help = what I can do
command-safety = when to see a doctor
command-learn = short things to read about backs
command-about = who speaks here
command-zone = your time zone
command-pictures = moving pictures, or still ones for slow networks

bot-description = A coach for a stiff or sore middle back: ten exercises, short sessions, reminders when you want them. For education, not medical advice.
bot-short-description = Short moves for a stiff middle back
