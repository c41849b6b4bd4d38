# Pain before, during and after a session, effort, and what changes in the routine because of it.

command-changes = what became easier or harder, and why

pain-score = { $score }
pain-before =
    <b>How is your back right now?</b>
    0 is no pain, 10 the worst you can imagine. One tap, and we begin.
pain-before-yesterday = <i>Your answer also tells me how you took yesterday’s session.</i>
pain-button-no-number = Start without a number
pain-button-new = Something is new

pain-hurts =
    <b>{ $name }</b>
    Thanks for saying. How much does it hurt, from 0 to 10?

    Or is it one of these? Then we stop at once.
pain-button-hurts = It hurts
pain-button-sign-sharp = Sharp or electric
pain-button-sign-numb = Numb or tingling
pain-button-sign-weak = Sudden weakness
pain-button-sign-dizzy = Dizzy
pain-button-sign-chest = Chest pain
pain-button-sign-breathless = Short of breath
pain-button-back = ‹ Back
pain-button-go-on = Go on as it is
pain-button-breathe = Breathe a little
pain-button-end = End here

pain-fine = That is fine. Go on.
pain-ease =
    <b>Let us make it easier.</b>

    A little is all right, more need not be. Move smaller and slower, or change one thing:
pain-ease-lowest =
    <b>Let us make it easier.</b>

    This is the easiest form already. Move smaller and slower, or leave it out today.
pain-red =
    <b>We stop this one. Thanks for saying.</b>

    It hurt more than it should. That is information, not proof of damage. Next time I bring something easier.

    { $breathe ->
        [yes] Breathe a little, or end here?
       *[no] Enough for today.
    }
pain-nothing = There is nothing to breathe with here.
pain-late = That was too long ago to add now. Nothing is lost.
pain-odd = I did not understand that number. Please pick one from 0 to 10.

pain-start-gentle = 🌿 <b>A gentle day today</b>: no strength work.
pain-start-breathing-only = 🌿 <b>Only breathing today.</b> If it stays like this, have it checked.

pain-effort = <b>{ $name }</b>: how many more could you have done in the last set?
pain-button-effort-0 = None
pain-button-effort-1 = 1 more
pain-button-effort-2 = 2 or more
pain-effort-noted = Noted. It helps me find the right amount.

pain-after = <b>And now?</b> How is your back, from 0 to 10?
pain-after-green = Thanks. Good: it goes on like this.
pain-after-amber = Thanks for saying. It stays as it is next time, nothing becomes harder.
pain-after-red = Thanks for saying. That is more than it should be, so it begins easier next time.

pain-seek-two-reds = 🩺 It hurt more than it should on two days within two weeks. Please let a doctor or physiotherapist have a look.
pain-seek-rise = 🩺 It has been higher than usual for some days. Please let a doctor or physiotherapist have a look.

pain-change = <b>{ $name }</b>: { $before } → { $after }. { $why }
pain-change-many = <b>{ $names }</b>: { $why }
pain-change-taken-back = <i>Taken back.</i>
pain-why-three-green = Three sessions went well, so a little more.
pain-why-worse-next-day = The morning after was worse, so a step easier.
pain-why-two-ambers = Twice in a row it was uncomfortable, so a step easier.
pain-why-red = It hurt more than it should, so a step easier.
pain-why-gap = Good to see you. After a week away, a smaller start.
pain-why-long-gap = Good to see you. After two weeks away, a fresh, small start.

pain-button-undo = ↩ Undo
pain-button-undo-one = ↩ { $name }
pain-button-changes = What changed
pain-changes =
    <b>What changed, and why</b>

    A change comes when a session begins, one step at a time. You can take each one back.
pain-changes-none =
    <b>What changed, and why</b>

    Nothing so far. When three sessions go well with something to spare, one exercise becomes a little harder; when it hurts, it becomes easier.
pain-changes-line = { $day } · { $change }
pain-undone = Taken back. It is as it was before.
pain-undone-already = That one is taken back already, or a newer change stands on it.
