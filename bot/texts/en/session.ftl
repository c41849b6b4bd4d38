# A session and its card.

session-card =
    <b>{ $name }</b>{ $variation ->
        [none] {""}
       *[other] {" "}· { $variation }
    }
    { $bar } { $position } of { $total }
    { $position_words ->
        [none] {""}
       *[other] {""}
            <i>{ $position_words }</i>
            {""}
    }
    <b>Step { $step } of { $steps }</b>
    { $words }

    <i>{ $dose }</i>
session-sets = Set { $next } of { $sets }
session-tip = 💡 { $tip }
session-step = Step { $step } of { $steps }

session-button-back = ‹ Back
session-button-next = Next ›
session-button-done = ✓ Done
session-button-set = ✓ Set { $next } of { $sets } done
session-button-tip = Tip
session-button-tip-hide = Hide tip
session-button-easier = Easier
session-button-harder = Harder
session-button-less = Do half as much
session-button-skip = Skip
session-button-pause = Pause
session-button-stop = Stop
session-button-instead = Not here
session-button-more = More …
session-button-fewer = ‹ Back to the card
session-button-resume = ▶ Go on
session-button-undo = ↩ Go on after all
session-button-over = Start over

session-paused =
    <b>Paused</b> at { $position } of { $total }: { $name }.

    Your place is kept. Come back whenever it suits you.
session-done-title = Session done
session-done-line = { $exercises }, { $minutes }
session-finished =
    <b>Done, well moved.</b>
    { $exercises }, { $minutes } of movement.

    { $week }
session-stopped =
    <b>Stopped here.</b>
    { $done }

    Only this session has stopped, nothing else.
session-stopped-nothing = Nothing lost. Another moment will come.
session-stopped-sets = { $count ->
    [one] One set done, and it counts
   *[other] { $count } sets done, and they count
}{ $day ->
    [none] .
    [today] : today is kept.
   *[other] {" "}for { $day }.
}
session-stopped-exercises = { $count ->
    [one] One exercise done, and it counts
   *[other] { $count } exercises done, and they count
}{ $day ->
    [none] .
    [today] : today is kept.
   *[other] {" "}for { $day }.
}
session-nothing-title = Stopped here
session-nothing-line = Another moment will come
session-week-free = Nothing is planned this week.
session-week-goal = This week: { $done } of { $planned } { $planned ->
    [one] day
   *[other] days
}.
session-week-more = This week: { $done } { $done ->
    [one] day
   *[other] days
}, more than planned.
session-streak = { $count ->
    [0] {""}
    [one] First day of a new row.
   *[other] { $count } days in a row.
}
session-outdated = That button was from earlier. Here is where you are.
session-unsuited = Something in it does not suit you any more, so it stays stopped. “Start over” leaves that out.
session-gone = That session is not there any more. /today begins a new one.
session-empty = There is nothing to do in it yet.
session-resumed = Welcome back. Here is where you were.
