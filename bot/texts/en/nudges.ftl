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
