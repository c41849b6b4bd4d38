# The plan: its questions, what it brings, and why.

button-plan = 🧭 My plan
command-plan = your plan: week, today, and why

plan-intro =
    <b>🧭 A plan of your own</b>

    Tell me what you would like, where you are and how much time you have. I put together a few weeks from it, and say why each exercise is there.

    Eight short questions, all by tapping. You can stop anywhere; I keep your place.
plan-question =
    <i>Question { $number } of { $total }</i>

    { $question }
plan-ask-goal = <b>What would you like most?</b>
plan-ask-places =
    <b>Where could you exercise?</b>

    Tap all that fit, then Done.
plan-ask-kit =
    <b>Is any of this at hand?</b>

    All of it can be done without. A chair, a door and a wall go without saying.
plan-ask-minutes = <b>How long may a day's session be?</b>
plan-ask-days =
    <b>Which days?</b>

    Two or three already do something. The others are for rest.
plan-ask-weeks =
    <b>For how many weeks?</b>

    You can go on afterwards, or stop earlier.
plan-ask-moment =
    <b>What could it follow?</b>

    A new habit holds best right after an old one.
plan-ask-spot = <b>And where will you be then?</b>

plan-goal-ease = Less stiffness
plan-goal-desk = Desk breaks
plan-goal-strength = A stronger back
plan-goal-variety = More variety
plan-weeks = { $count ->
    [one] 1 week
   *[other] { $count } weeks
}
plan-moment-getting-up = After getting up
plan-moment-breakfast = After breakfast
plan-moment-coffee = After a coffee break
plan-moment-lunch = After lunch
plan-moment-work = After work
plan-moment-bed = Before bed
plan-moment-none = No fixed moment
plan-spot-desk = at my desk
plan-spot-living-room = in the living room
plan-spot-bedroom = in the bedroom
plan-spot-kitchen = in the kitchen
plan-spot-anywhere = wherever I am

plan-ticked = ✓ { $name }
plan-button-begin = Make my plan
plan-button-done = Done
plan-button-nothing = Nothing of these
plan-button-make = ✓ Make my plan

plan-answers =
    <b>Is this right?</b>

    Tap a line's name below to change it.
plan-answer = { $what }: { $said }
plan-about-goal = Goal
plan-about-places = Places
plan-about-kit = At hand
plan-about-minutes = Minutes
plan-about-days = Days
plan-about-weeks = Weeks
plan-about-moment = Moment
plan-about-spot = Where then

plan-made = <b>Here is your plan.</b>
plan-offer = Shall I remind you at { $at } ({ $days })? Only if you like.
plan-button-nudge = ⏰ Yes, at { $at }
plan-nudge-on = Done. I remind you on the days of your plan.
plan-nudge-there = That reminder is there already.
plan-nudge-full = You have as many reminders as I can keep. Change one of them instead.

plan-head =
    <b>🧭 { $name }</b>
    { $over ->
        [yes] { $weeks ->
            [one] The week is done
           *[other] All { $weeks } weeks done
        } · { $phase }
       *[no] Week { $week } of { $weeks } · { $phase }
    }
plan-cue = { $moment }, { $spot }
plan-held = Your plan waits until your warning sign has been looked at, and no reminders come meanwhile. It loses no week; breathing is always fine.
plan-held-none = ⏸ A warning sign is open: until someone has had a look, only breathing begins, and no reminders come meanwhile.
plan-unasked = I have not asked about your health yet. Until I have, Start leaves out what is not gentle for everybody.
plan-over = You have walked the whole way: { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
}. That is something to be glad of. You can simply go on like this, or choose what comes next.
plan-today-strength = <b>Today</b>, { $day } · { $minutes }, with some strength
plan-today-mobility = <b>Today</b>, { $day } · { $minutes }
plan-today-free = <b>A free day.</b> If you feel like moving: { $minutes }, easy
plan-today-nothing = <b>Nothing fits today.</b> Start takes you to your own routine; other places in your answers would help.
plan-pick =
    { $number }. <b>{ $name }</b>{ $form ->
        [none] {""}
       *[other] {" "}· { $form }
    }
plan-pick-why = { $dose } · <i>{ $why }</i>
plan-role-calm = to settle and breathe
plan-role-loosen = to loosen your back
plan-role-open = to open your chest
plan-role-wake = to wake the muscles between your shoulder blades
plan-role-strengthen = to make your back stronger
plan-because = in a form that suits: { $flags }
plan-fitted = in a form that fits your places
plan-left = <b>Left out for now</b>
plan-left-line = – { $name }: { $why }
plan-left-flag = better not, because of: { $flags }
plan-left-ask = once a professional agrees, because of: { $flags }
plan-left-place = needs a place or something that you do not have
plan-left-own = you left it out

plan-day = <b>{ $day }</b> · { $kind } · { $minutes } · { $names }
plan-kind-strength = strength
plan-kind-mobility = loosening
plan-other-days = On the other days nothing is asked of you; /today has something easy if you like.
plan-parts =
    <b>What shall be in your plan?</b>

    Tap what you would rather leave out, and tap again to take it back in.
plan-part-in = ✓ { $name }
plan-part-out = ↩ { $name }

plan-button-start = ▶ Start
plan-button-week = The week
plan-button-parts = Leave something out
plan-button-new = Change my answers
plan-button-end = My own routine
plan-button-end-surely = Yes, end the plan
plan-button-resume = ↩ Back to my plan
plan-button-longer = Go on to { $weeks } weeks
plan-lengthened = Your plan goes on.
plan-sure =
    <b>Use your own routine instead?</b>

    The plan ends, and your routine is as you left it. You can make a new plan at any time.
plan-ended = <b>Your own routine is back.</b> A new plan is there whenever you want one: /plan
plan-outdated = That button was from earlier. Here is your plan.
