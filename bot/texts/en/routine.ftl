# The person's own routine and the ready-made ones.

routine-title =
    <b>📝 My routine</b>
    { $exercises }, { $minutes }
routine-empty =
    <b>📝 My routine</b>

    Nothing here yet, and that is easily mended: pick a ready-made one, or add any exercise that you like.
routine-line = { $number }. <b>{ $name }</b>
routine-line-form = { $number }. <b>{ $name }</b> · { $form }
routine-dose = { $dose }
routine-standard = As usual
routine-editor =
    <b>{ $name }</b>
    { $form }

    { $dose }

    <i>Number { $number } of { $total } in your routine</i>

routine-routines = <b>Ready-made routines</b>
routine-breaks = <b>Desk breaks</b>
routine-summary =
    {""}
    <b>{ $name }</b> · { $length }
    { $summary }
routine-seconds = { $count ->
    [one] 1 second
   *[other] { $count } seconds
}
routine-look =
    <b>{ $name }</b> · { $length }
    { $summary }

routine-button-start = ▶ Start
routine-button-now = ▶ Start now
routine-button-adopt = Make it mine
routine-button-undo = Undo: my old one
routine-button-done = ‹ My routine
routine-button-more = + More
routine-button-less = − Less
routine-button-more-sets = + Set
routine-button-fewer-sets = − Set
routine-button-easier = ‹ Easier
routine-button-harder = Harder ›
routine-button-up = ↑ Up
routine-button-down = ↓ Down
routine-button-put-back = ↩ Put it back
routine-button-remove = Take out

routine-added = { $name } is in your routine now.
routine-there = { $name } is in your routine already.
routine-full = Your routine is full: { $count } lines. Take one out first.
routine-limit = That is as far as it goes.
routine-put-back = It is back in its place.
routine-nothing-taken = There is nothing to put back.
routine-removed = Taken out.
routine-adopted = { $name } is yours now.
routine-adopted-kept = { $name } is yours now. Your old routine is kept.
routine-back = Your old routine is back.
routine-nothing-back = There is no older routine to bring back.
routine-line-gone = That one is gone. Here is your list.
routine-gone = That one is gone. Here is what there is.
