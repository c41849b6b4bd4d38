# Recordatorios: la lista, el diálogo sobre uno, las pausas y el mensaje mismo.

reminders-title = 🔔 <b>Recordatorios</b>
reminders-none =
    Todavía no hay recordatorios. Elige un momento que te venga bien y paso con tus ejercicios.

    Dejar pasar uno siempre está bien.
reminders-line-on = 🔔 <b>{ $times }</b> · { $days }
reminders-line-off = 🔕 { $times } · { $days } · apagado
reminders-label = { $on ->
    [on] 🔔
   *[off] 🔕
} { $times }
reminders-label-days = { $label } · { $days }
reminders-days-count = { $count ->
    [one] 1 día
   *[other] { $count } días
}
reminders-times-more = { $first } +{ $count }
reminders-next = Siguientes:
reminders-next-after-pause = Después de la pausa:
reminders-moment = • { $day }, { $time }
reminders-quiet = Cuando la sesión de hoy está hecha, no escribo más en todo el día.
reminders-paused = ⏸ En pausa hasta el <b>{ $until }</b> inclusive.
reminders-held = ⏸ <b>Están en espera.</b> { $why ->
    [not-for-you] Este coach es para personas adultas, así que no llega ninguno.
   *[other] Hay una señal de alarma abierta, así que no llega ninguno hasta que alguien la haya revisado.
}
reminders-all-off = Ahora mismo todos están apagados.
reminders-full = No puedo guardar más. Cambia uno, o borra uno primero.
reminders-gone = Ese ya no está. Aquí está tu lista.
reminders-closed = Ese diálogo ya terminó. Aquí está tu lista.

reminders-button-add = ➕ Agregar uno
reminders-button-pause = Pausar todo
reminders-button-paused = Pausa: cambiar o acabar
reminders-button-held = Por qué esperan
reminders-button-quiet = 🌙 Horas de silencio
reminders-button-edit = Cambiar
reminders-button-on = Encender
reminders-button-off = Apagar
reminders-button-delete = Borrar
reminders-button-delete-surely = Sí, borrarlo
reminders-button-keep = Conservarlo
reminders-button-list = Todos los recordatorios

reminders-one-on = 🔔 <b>{ $times }</b>
    { $days }
reminders-one-off = 🔕 <b>{ $times }</b>
    { $days }

    Está apagado, así que no llega.
reminders-delete = ¿Borrar el recordatorio <b>{ $times }</b> ({ $days })?
reminders-deleted = Borrado.
reminders-switched-on = Encendido.
reminders-switched-off = Apagado. Conserva sus horas.

reminders-days-title = <b>¿Qué días?</b>
reminders-days-chosen = Elegidos: { $days }
reminders-days-nothing = Elige al menos uno.
reminders-button-every-day = Todos los días
reminders-button-weekdays = De lunes a viernes
reminders-button-weekend = Fin de semana
reminders-chosen = ✓ { $label }
reminders-button-to-times = Sigue: horas
reminders-button-days = Días
reminders-button-times = Horas
reminders-button-cancel = Cancelar

reminders-times-title = <b>¿A qué hora?</b>

    Toca una o varias, o escríbelas, como <code>7:30 18:00</code>.
reminders-times-chosen = Elegidas: { $times }
reminders-times-unread = No pude leer eso como horas. Así: <code>7:30 18:00</code> o <code>7am</code>. Como mucho { $most }.
reminders-times-full = { $most } veces al día es más que suficiente.
reminders-button-to-review = Sigue: revisar

reminders-review = <b>¿Lo guardo así?</b>

    🔔 <b>{ $times }</b>
    { $days }, con la hora de { $city }
reminders-button-save = Guardar
reminders-saved = Guardado.
reminders-cancelled = No cambió nada.

reminders-pause-title = ⏸ <b>Pausar todo</b>

    Por enfermedad, por viaje o por descansar: sin recordatorios, y estos días no te cuestan nada. Hoy es el primero.
reminders-pause-end = • { $name }: hasta el { $day }
reminders-pause-running =
    ⏸ <b>En pausa</b> hasta el <b>{ $until }</b> inclusive.

    Tómate tu tiempo. Para cambiarla, elige cuánto desde hoy:
reminders-pause-today = Hoy
reminders-pause-3 = 3 días
reminders-pause-7 = Una semana
reminders-pause-14 = Dos semanas
reminders-pause-calendar = Hasta …
reminders-pause-back = Volver ya
reminders-pause-which = <b>¿Hasta cuándo?</b>

    Ese día todavía es parte de la pausa.
reminders-pause-set = En pausa hasta el { $until }.
reminders-pause-over = Qué bueno que vuelves.

reminders-quiet-line = 🌙 Silencio de <b>{ $begin }</b> a { $end }: en esas horas nada llega por sí solo.
reminders-quiet-title = 🌙 <b>Horas de silencio</b>

    En estas horas no escribo por mi cuenta. Si tú escribes, respondo; y si dices «en 20 minutos», vengo.

    También sirven otras, como <code>/quiet 22:30 6:45</code>.
reminders-quiet-hours = { $begin } – { $end }
reminders-quiet-none = Sin horas de silencio
reminders-quiet-unread = No pude leer eso. Así: <code>/quiet 22:30 6:45</code>
reminders-quiet-set = Horas de silencio: { $begin } – { $end }
reminders-quiet-off = Ya no hay horas de silencio.
reminders-back =
    <b>Hola, { $name }, qué bueno que vuelves.</b>

    Tus recordatorios están encendidos otra vez; el siguiente llega el { $day } ({ $time }). ¿Los dejamos así?
reminders-back-yes = Sí, así
reminders-back-change = Cambiarlos

reminders-due-0 = <b>{ $name }, ¿nos movemos un poco?</b>
    { $exercises }, a tu ritmo.
reminders-due-1 = <b>Una pausa breve para tu espalda media.</b>
    { $exercises }. Cuando quieras, { $name }.
reminders-due-2 = <b>Hola, { $name }. ¿Aflojamos un poco?</b>
    { $exercises }, sin ninguna prisa.
reminders-due-3 = <b>Baja los hombros, respira lento una vez.</b>
    Y después { $exercises }, ¿te parece, { $name }?
reminders-due-4 = <b>Buen momento para enderezarte y estirarte, { $name }.</b>
    Hoy: { $exercises }.
reminders-due-snoozed = <b>Aquí estoy otra vez, { $name }.</b>
    { $exercises }, si ahora te viene bien.
reminders-due-missed =
    <b>Perdona, { $name }, estuve fuera de alcance.</b>
    { $count ->
        [one] Un recordatorio no llegó.
       *[other] { $count } recordatorios no llegaron.
    } Es cosa mía, y el día que te costó cuenta como libre. ¿Nos movemos ahora?
reminders-card-title = Lo de hoy
reminders-card-line = Unos minutos para tu espalda media

reminders-button-start = ▶ Empezar
reminders-button-soon = En 20 minutos
reminders-button-later = Más tarde …
reminders-button-did = Ya lo hice
reminders-button-not-today = Hoy no
reminders-later = <b>¿Cuándo vuelvo?</b>
reminders-button-hours = { $count ->
    [one] En 1 hora
   *[other] En { $count } horas
}
reminders-button-evening = Esta tarde, { $time }
reminders-snoozed = Vuelvo a esta hora: <b>{ $time }</b>
reminders-snoozed-quiet = Vuelvo a esta hora: <b>{ $time }</b>, dentro de tus horas de silencio; vengo porque lo pediste.
reminders-button-start-now = ▶ Empezar ya
reminders-button-another-time = Otra hora
reminders-did = <b>Qué bien, contado.</b> { $week }
reminders-did-day = <b>Qué bien, contado</b> para el { $day }. { $week }
reminders-not-today = Está bien. Mañana es otro día.
reminders-button-after-all = ▶ Mejor sí: empezar
