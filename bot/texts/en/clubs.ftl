# Desk breaks of a group: the page of the club, its choices, and the break itself.

command-club = desk breaks for a group

clubs-private = 👥 <b>Desk breaks for a group</b>

    Add me to a group and an administrator writes /club there. On the days and at the times that you choose I post one quiet movement for the desk, a minute or two long. Whoever did it taps "Done".

    The group sees check marks and its own row of days. Nothing else about anybody.
clubs-button-add = 👥 Add me to a group
clubs-fresh = 👥 <b>Desk breaks for this group</b>

    One quiet movement, a minute or two, at times that you choose. Whoever did it taps "Done": the group sees check marks, and nothing else about anybody.

    An administrator sets it up.
clubs-button-new = Set it up
clubs-page = 👥 <b>Desk breaks</b>

    🕐 { $times }
    { $days }
    By the clock of { $city }: it is { $at } now
clubs-resting = They do not run at the moment.
clubs-next = Next: <b>{ $day }, { $time }</b>
clubs-row = { $days ->
    [one] 1 day in a row
   *[other] { $days } days in a row
}
clubs-admins = Only administrators of the group can change this.

clubs-button-start = ▶ Start the breaks
clubs-button-pause = ⏸ Pause
clubs-button-days = Days
clubs-button-times = Times
clubs-button-zone = Clock
clubs-button-language = Language
clubs-button-end = Stop for good
clubs-button-end-surely = Yes, stop for good
clubs-button-keep = Keep them
clubs-chosen = ✓ { $label }

clubs-days = <b>On which days?</b>
clubs-times = <b>At what times?</b> At most { $most } a day.
clubs-clocks = <b>What time is it for the group?</b>
clubs-cities = <b>Which place keeps your clock?</b>
clubs-language = <b>In which language shall I speak here?</b>
clubs-end = Stop the breaks for good? The row of days goes, too. To come back later, pausing is enough.
clubs-ended = The breaks have stopped. /club begins anew.
clubs-one-stays = At least one has to stay.
clubs-too-many = { $most } breaks a day are plenty.
clubs-started = They run.
clubs-paused = Paused. /club starts them again.

clubs-break = 🪑 <b>Break for the back: { $name }</b>
    { $dose }, only as far as it feels good
clubs-break-row = { $marks } · { $row }
clubs-button-done = Done ✓
clubs-button-done-count = Done ✓ { $count }
clubs-button-how = How it goes
clubs-ticked = Nice. That is one check mark more.
clubs-ticked-own = Nice. It counts for your own day, too.
clubs-ticked-already = You are counted already.
clubs-gone = This break is over. The next one comes.
