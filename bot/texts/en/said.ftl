# Answers to what people type: what was understood, and the question whether to do it.

said-card =
    I understood: <b>{ $what }</b>.

    { $question }
said-shall-i = Shall I?
said-how-about = How about this?
said-yes = Yes
said-change = Change
said-no = No
said-look = Look at it first
said-by-clock = By the clock of { $city }, as I guess. If that is not yours, type where you are.
said-silent = All of it is in your quiet hours, so nothing would come.
said-left = All right. Nothing has changed.
said-unread-something = I did not understand all of it.
said-unread = I did not understand “{ $words }”. Without it:

# What was understood, also on buttons.
said-show = { $name }
said-find = Exercises: { $for }
said-find-any = Exercises
said-open = { $page ->
    [routine] My routine
    [ready-made] Ready-made routines
    [reminders] My reminders
    [streak] My week
    [progress] My progress
    [why-streak] How my days count
    [why-reminder] Why no reminder came
    [why-plan] What changed, and why
    [safety] When to see a doctor
    [privacy] What is kept about me
    [about] About the coach
   *[help] What I can say
}
said-read = { $title }
said-learn = Good to know
said-feedback = { $feels ->
    [easy] It was too easy
   *[hard] It was too hard
}
said-pain = { $score ->
    [none] It hurts
   *[other] It hurts: { $score } of 10
}
said-answer = { $yes ->
    [yes] Yes
   *[no] No
}
said-start = { $minutes ->
    [none] Begin today's session
    [one] Begin 1 minute
   *[other] Begin { $minutes } minutes
}
said-start-one = Begin: { $name }
said-do = { $deed ->
    [done] I did it today
    [not-today] Not today
    [undo] Undo
    [resume] End the pause
    [stop] Stop
    [export] Get all my data
   *[erase] Erase everything
}
said-later = Remind me once: { $when }
said-later-short = Once: { $when }
said-later-open = Remind me once
said-pause = Pause until { $last }, included
said-pause-open = Pause
said-add-reminder = Reminder: { $days }, { $times }
said-add-reminder-short = 🔔 { $times } · { $days }
said-add-reminder-open = A new reminder
said-change-reminder = { $old } becomes { $new }
said-change-reminder-open = Change a reminder
said-delete-reminder = Delete the reminder { $which }
said-delete-reminder-all = Delete all reminders
said-delete-reminder-open = Delete a reminder
said-quiet = Quiet hours { $begin } – { $end }
said-quiet-off = No quiet hours
said-quiet-open = Quiet hours
said-add-move = Into my routine: { $name }
said-drop-move = Out of my routine: { $name }
said-swap-move = { $new } instead of { $old }
said-adjust = { $how ->
    [easier] Easier: { $name }
    [harder] Harder: { $name }
    [shorter] Less of it: { $name }
   *[longer] More of it: { $name }
}
said-adjust-all = my routine
said-language = Language: { $language }
said-language-open = Another language
said-zone = My clock is that of { $city }
said-zone-open = Set my clock
said-pictures = { $still ->
    [still] Still pictures
   *[moving] Moving pictures
}
said-pictures-open = Pictures: still or moving

said-part = { $part ->
    [morning] in the morning
    [afternoon] in the afternoon
   *[evening] in the evening
}
said-often = { $count ->
    [one] once a day
    [2] twice a day
   *[other] { $count } times a day
}

# Questions
said-which = <b>Which one do you mean?</b>
said-half = <b>Morning or evening?</b>
said-rest = I did not understand “{ $words }”. <b>Did you mean:</b>
said-rest-something = I did not understand all of it. <b>Did you mean:</b>
said-sign = That may be something for a doctor, so I would rather ask. <b>Which is it?</b>
said-crisis = Some of these words make me want to ask first. <b>Which is it?</b>
said-rare = I know days of the week, not every other day or once a month. <b>What would fit?</b>
said-none-of-these = None of these
said-unknown =
    That I did not understand, sorry. I understand plain words such as:

    • <i>remind me on weekdays at 7:30</i>
    • <i>something quiet for the desk</i>
    • <i>pause until Monday</i>
    • <i>cat cow</i>
    • <i>why did my streak end</i>
said-answered = I take a yes only from a button, so that nothing happens by mistake. It is under my last question.
said-thanks = You are welcome. Well moved.
said-bye = See you. Your back is in good company.

# Reminders
said-when = <b>At what time?</b>
said-other-times = Choose days and times
said-too-many = { $most } times a day are the most that one reminder has. Which ones matter?
said-which-reminder = <b>Which reminder?</b>
said-no-such-reminder = There is no such reminder. These are yours:
said-added = Done.
said-added-there = You have that one already.
said-all-gone = All reminders are deleted.
said-when-once = <b>When shall I remind you?</b>
said-in-minutes = In { $count } min
said-in-an-hour = In 1 hour
said-once-moment = { $day }, { $time }
said-once-set = I will be there: <b>{ $when }</b>.
said-call-off = Do not come
said-called-off = All right, I do not come then.
said-not-waiting = That one does not wait any more.
said-once-over = That moment has passed. When then?
said-once-far = I remember such a thing for a month at most. A reminder for every week lasts longer:
said-once-quiet = That is in your quiet hours. You asked for it, so I come all the same.
said-back-on = Reminders come again on { $day }. These days cost you nothing.
said-paused = Paused until { $day }. Take your time.
said-not-today-set = Today is let go. Tomorrow is a new day.

# Moving
said-fitting = { $minutes ->
    [one] <b>For 1 minute:</b>
   *[other] <b>For { $minutes } minutes:</b>
}
said-fitting-none = Nothing ready-made is that short. The shortest:
said-fits = { $minutes } min · { $name }
said-found = <b>Exercises: { $for }</b>
said-found-near = Nothing has all of it. Without “{ $missed }”, these suit:
said-facet-no-kit = without equipment
said-facet-quiet = quiet
said-facet-desk = at the desk
said-facet-minutes = up to { $count } min
said-region = { $region ->
    [arms] arms
    [chest] chest
    [core] core
    [diaphragm] breathing
    [hips] hips
    [low-back] lower back
    [middle-back] middle back
    [neck] neck
    [nervous-system] calm
    [ribs] ribs
    [shoulder-blades] shoulder blades
    [shoulders] shoulders
    [side-body] sides
    [upper-back] upper back
    [whole-spine] whole spine
   *[other] body
}
said-hurts =
    <b>I am sorry that it hurts.</b>

    Begin only if it feels right. A little discomfort while moving can be fine; what is sharp, grows or goes into an arm or a leg is a reason to stop.
said-hurts-score = { $start ->
    [breathing-only] You said { $score } of 10. That is a lot: rest, or breathe with me. If it is new or does not pass, have somebody look at it.
    [gentle] You said { $score } of 10. Then I keep it gentle.
   *[as-planned] You said { $score } of 10. With that you can begin, and stop at any time.
}
said-hurts-begin = Begin gently
said-hurts-begin-score = { $start ->
    [breathing-only] Breathe with me
    [gentle] Begin gently, { $score } of 10
   *[as-planned] Begin, { $score } of 10
}
said-hurts-now = It hurts in this exercise
said-hurts-new = Something is new
said-feels-easy = Good to hear. You can go one step on: open a line of your routine and tap "Harder", or tell me after a session how many more you could have done.
said-feels-hard = Thank you for saying so. Open a line of your routine and tap "Easier", or do less of it. Less counts, too.
said-feels-card = Go on with the session
said-not-in-routine = { $name } is not in your routine.
said-nothing-to-undo = There is nothing to take back just now. What changed by itself stands here:
said-undo = <b>What shall I take back?</b>
said-undo-line = The line I took out
said-undo-routine = My routine before
said-undo-changes = What changed by itself
said-stop = <b>What shall stop?</b>
said-stop-session = The session
said-stop-reminders = Reminders, for a while
said-swapped = { $name } is in its place now.
said-no-language = I do not speak that language yet. These I do:
