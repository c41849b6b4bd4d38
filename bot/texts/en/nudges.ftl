# Fewer words when nobody answers, and what is offered now and then.

nudges-still =
    <b>Still there, { $name }?</b>

    No answer for some days, and that is fine. I keep still now. Write or press anything, whenever you like, and your reminders come again as before.
nudges-button-here = 👋 I am here
nudges-resumed = Your reminders come again as before.
nudges-left-out = ⏰ { $count ->
    [one] One reminder
   *[other] { $count } reminders
} of the last two weeks I left out, because the ones before had no answer. One press, and all of them come.

nudges-milestone-first = 🌱 Your first session here. That is how it begins.
nudges-milestone-days-7 = 🌱 Seven days of practice so far.
nudges-milestone-days-30 = 🌿 Thirty days of practice so far.
nudges-milestone-days-100 = 🌳 A hundred days of practice so far.
nudges-milestone-week-goal = 🌿 All the days that you planned for this week are done.
nudges-milestone-program = 🌳 All the weeks of your plan are done.
nudges-card-first = First session done
nudges-card-days-7 = 7 days of practice
nudges-card-days-30 = 30 days of practice
nudges-card-days-100 = 100 days of practice
nudges-card-week-goal = This week is done
nudges-card-program = The plan is done

nudges-read-hurt = 📖 It hurt around this session. One minute to read about that:
nudges-read-first = 📖 One minute to read, now that you have begun:
nudges-read-breathed = 📖 There was breathing in this session. One minute to read about it:
nudges-read-short = 📖 Short, and it counts. One minute to read why:
nudges-read-early = 📖 Some weeks in. One minute to read how it usually goes:
nudges-move = ⏰ You usually start around <b>{ $at }</b>. Shall your reminder come then?
nudges-button-move-yes = Yes, at { $at }
nudges-button-move-no = No, leave it
nudges-moved = Your reminder comes at { $at } now.
nudges-not-moved = It stays as it is.
nudges-button-off = Stop small offers
nudges-button-on = Allow small offers
nudges-switched-on = Questions and short readings are offered again.
nudges-switched-off = No questions or readings by themselves any more. Reminders stay as they are.

nudges-button-ill = 🤒 I am ill
nudges-ill =
    <b>Get well soon.</b>

    How long shall I keep still? The days count as free, and nothing is lost. When you are well sooner, one tap ends it, and you begin with a smaller session.
nudges-ill-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}, until { $day }
nudges-ill-set = Get well soon. I keep still until { $day }.
