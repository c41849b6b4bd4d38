# Short questions now and then, so that one can see how it went over weeks.

checkins-button-offer = { $taps ->
    [0] ✍️ What should get easier?
    [one] 📈 Weekly question · 1 tap
   *[other] 📈 A short check · { $taps } taps
}
checkins-nothing =
    <b>No question today.</b>

    Now and then I ask for one number, so that you can see how it goes over weeks.
checkins-ask-pain =
    <b>Your back in the last seven days</b>

    How much did it hurt on average? 0 is no pain, 10 the worst you can imagine.
checkins-ask-activities =
    <b>{ $name }</b>

    How well can you do this now? 0 is not at all, 10 is as well as before your back troubled you.
checkins-ask-peg = { $question ->
    [0] <b>Pain, the last seven days</b>

        How strong was it on average? 0 is no pain, 10 the worst you can imagine.
    [1] <b>Joy, the last seven days</b>

        How much did pain stand in the way of enjoying life? 0 is not at all, 10 completely.
   *[2] <b>Everyday life, the last seven days</b>

        How much did pain stand in the way of what you usually do? 0 is not at all, 10 completely.
}
checkins-ask-change =
    <b>Compared with the day you began here</b>

    How is your back now, all in all?
checkins-change-6 = Much better
checkins-change-5 = Better
checkins-change-4 = A little better
checkins-change-3 = No change
checkins-change-2 = A little worse
checkins-change-1 = Worse
checkins-change-0 = Much worse
checkins-step = <i>{ $at } of { $of }</i>
checkins-naming =
    <b>What should get easier?</b>

    Up to three things that your back makes hard, in your own words: <i>an hour at my desk</i>, <i>carrying my son</i>. After some weeks you see whether they went better.

    I keep what you write here until you erase it: /privacy. Please, no names of people.
checkins-naming-again = I did not catch that. Please press the button and write it once more.
checkins-too-long = That is a little long. At most { $most } characters, please.
checkins-activity = { $name }
checkins-listening =
    <b>Write it now</b>, as a message. { $next } of { $most }.
checkins-activities =
    <b>What should get easier</b>

    In your words. Tap one to say it differently, or to drop it.
checkins-activities-none =
    <b>What should get easier</b>

    You have named nothing yet. I ask in your first week, and again after four, eight and twelve.
checkins-activity-one =
    <b>{ $name }</b>

    Other words keep what you rated so far.
checkins-renaming =
    <b>Write it now</b>, as a message: other words for “{ $name }”.
checkins-renaming-again = Those words are missing, or another one is called so already.
checkins-renamed = Changed.
checkins-dropping = Drop <b>{ $name }</b>? What you rated of it goes, too.
checkins-dropped = Dropped.
checkins-activity-gone = That one is gone. Here is what there is.
checkins-button-activities = ✍️ My activities
checkins-button-activity = ✏️ { $name }
checkins-button-rename = Other words
checkins-button-drop = Drop it
checkins-button-drop-surely = Yes, drop it
checkins-button-keep = Keep it
checkins-button-write = { $count ->
    [0] ✍️ Write one
   *[other] ✍️ Write another
}
checkins-button-rate = ▶ Rate them now
checkins-button-out = ✕ { $name }
checkins-button-skip = Not this time
checkins-button-undo = ↩ Change my answer
checkins-thanks = <b>Thank you.</b> It is kept; you see it in your progress.
checkins-skipped = <b>That is fine.</b> Nothing is missing without it.
checkins-late = That question is over. Nothing is lost.
