# La rutina propia y las que ya vienen listas.

routine-title =
    <b>📝 Mi rutina</b>
    { $exercises }, { $minutes }
routine-empty =
    <b>📝 Mi rutina</b>

    Aquí no hay nada todavía, y eso se arregla fácil: elige una rutina lista, o agrega el ejercicio que te guste.
routine-line = { $number }. <b>{ $name }</b>
routine-line-form = { $number }. <b>{ $name }</b> · { $form }
routine-dose = { $dose }
routine-standard = Como siempre
routine-editor =
    <b>{ $name }</b>
    { $form }

    { $dose }

    <i>Número { $number } de { $total } en tu rutina</i>

routine-routines = <b>Rutinas listas</b>
routine-breaks = <b>Minipausas</b>
routine-summary =
    {""}
    <b>{ $name }</b> · { $length }
    { $summary }
routine-seconds = { $count ->
    [one] 1 segundo
   *[other] { $count } segundos
}
routine-look =
    <b>{ $name }</b> · { $length }
    { $summary }

routine-button-start = ▶ Empezar
routine-button-now = ▶ Empezar ya
routine-button-adopt = Hacerla mía
routine-button-undo = Deshacer: la de antes
routine-button-done = ‹ Mi rutina
routine-button-more = + Más
routine-button-less = − Menos
routine-button-more-sets = + Serie
routine-button-fewer-sets = − Serie
routine-button-easier = ‹ Más fácil
routine-button-harder = Más difícil ›
routine-button-up = ↑ Subir
routine-button-down = ↓ Bajar
routine-button-put-back = ↩ Volver a ponerlo
routine-button-remove = Quitar

routine-added = { $name } ya está en tu rutina.
routine-there = { $name } ya estaba en tu rutina.
routine-full = Tu rutina está llena: { $count } líneas. Quita una primero.
routine-limit = Hasta ahí llega.
routine-put-back = Volvió a su lugar.
routine-nothing-taken = No hay nada que volver a poner.
routine-removed = Quitado.
routine-adopted = { $name } ahora es tuya.
routine-adopted-kept = { $name } ahora es tuya. Tu rutina de antes queda guardada.
routine-back = Volvió tu rutina de antes.
routine-nothing-back = No hay una rutina anterior que recuperar.
routine-line-gone = Ese ya no está. Aquí está tu lista.
routine-gone = Esa ya no está. Esto es lo que hay.
