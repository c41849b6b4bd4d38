# Progress: the picture, its honest words, and the page for a professional.

command-progress = your days and your pain, as a picture
command-report = one page for your doctor, and the numbers

button-progress = My progress

progress-title = Your progress
progress-line = { $planned ->
    [0] Nothing is planned this week
    [one] { $done } of { $planned } day this week
   *[other] { $done } of { $planned } days this week
}
progress-week = This week
progress-year = All weeks
progress-pain = Pain, average of each week
progress-scale = 0 none, 10 the worst you can imagine
progress-weeks = weeks
progress-band = In this band: normal ups and downs
progress-checks = The larger checks
progress-activities = What I can do (10: as before)
progress-peg = Pain in daily life (0: not at all)
progress-check-start = Start
progress-check-week = Week { $week }
progress-state-done = done
progress-state-short = short
progress-state-rest = not planned
progress-state-rest-pass = rest pass
progress-state-excused = break
progress-state-missed = left out
progress-state-unknown = not known
progress-state-open = still open

progress = <b>Your progress</b>
progress-told-days = Practised on { $week ->
    [one] 1 day
   *[other] { $week } days
} this week, and on { $all ->
    [one] 1 day
   *[other] { $all } days
} over { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
}.
progress-told-pain = { $start ->
    [none] Pain at the start: not known yet.
   *[other] Pain in the first two weeks: { $start } of 10.
} { $now ->
    [none] {""}
   *[other] The last week that is known: { $now }.
}
progress-verdict-not-enough = Not enough days to say how it changed. That takes three numbers a week, or the weekly question, beyond the first two weeks.
progress-verdict-same = About the same as when you began. Ups and downs of 1 or 2 are normal.
progress-verdict-lower = Lower than at the start, by an amount many people notice.
progress-verdict-lower-so-far = Lower this week. Let us see whether it stays.
progress-verdict-higher = Higher. Let us make it gentler. If it stays, have it checked.
progress-verdict-same-doing-more = Pain is similar, and you do more. That also counts.
progress-cause = <i>We cannot tell what caused it.</i>
progress-nothing-yet = There are no numbers yet. Here are your days.
progress-button-days = 📅 Days
progress-button-change = 📈 Pain
progress-button-dark = 🌙 Dark
progress-button-light = ☀️ Light
progress-button-report = 📄 For my doctor
progress-button-table = The numbers as a table

progress-report =
    <b>One page for whoever treats you</b>

    Your numbers from this chat, what was changed and why. It holds health data, so think about whom you pass it on to.
progress-table = The same in numbers, for a spreadsheet.
progress-report-title = How the middle back has been
progress-report-period = { $first } to { $last }
progress-report-made = Made by Midback on { $day }
progress-report-pain = Pain
progress-report-pain-scale = average of each week; 0 none, 10 the worst they can imagine
progress-report-sessions = Sessions done
progress-report-weeks = weeks since the start
progress-report-activities = What they can do
progress-report-activities-scale = own activities; 0 not at all, 10 as before
progress-report-peg = Pain, enjoyment, activity (PEG); 0 not at all, 10 completely
progress-report-peg-parts =
    pain
    in the way of enjoying life
    in the way of everyday life
progress-report-own = Pain, said of the week as a whole
progress-report-adapted = Warning signs, and what was adapted
progress-report-change = { $name }: { $before }; then { $after }
progress-report-earlier = more, in the table of numbers
progress-report-sign = { $tier ->
    [a] Urgent warning sign
   *[b] Warning sign
}{ $named ->
    [none] {""}
   *[other] {": "}{ $named }
}, { $source ->
    [words] in a message
    [screening] in the health questions
    [before] before a session
   *[pain] in a session
}; all but breathing paused
progress-report-sign-kind = Warning sign
progress-report-sign-until = { $until ->
    [none] Not looked at yet, as far as Midback knows
   *[other] Went on from { $until }, when they said that it was settled
}
progress-report-honesty = This page shows what the person entered into Midback, an exercise coach without a clinician. Nobody has examined them. A change of less than 2 points, or downwards of less than 30 %, may be chance. What caused a change cannot be known from these numbers.
progress-report-columns =
    kind
    week
    what
    value
