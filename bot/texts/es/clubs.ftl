# Minipausas de un grupo: la página del club, sus opciones y la pausa misma.

command-club = minipausas para un grupo

clubs-private = 👥 <b>Minipausas para un grupo</b>

    Agrégame a un grupo y que un administrador escriba ahí /club. Los días y a las horas que elijan publico un movimiento discreto para el escritorio, de uno o dos minutos. Quien lo haga toca «Hecho».

    El grupo ve marcas y su propia racha de días. Nada más de nadie.
clubs-button-add = 👥 Agregarme a un grupo
clubs-fresh = 👥 <b>Minipausas para este grupo</b>

    Un movimiento discreto, de uno o dos minutos, a las horas que elijan. Quien lo haga toca «Hecho»: el grupo ve marcas, y nada más de nadie.

    Lo prepara un administrador.
clubs-button-new = Preparar
clubs-page = 👥 <b>Minipausas</b>

    🕐 { $times }
    { $days }
    Con la hora de { $city }: ahora, { $at }
clubs-resting = Por ahora no están en marcha.
clubs-next = La próxima: <b>{ $day }, { $time }</b>
clubs-row = { $days ->
    [one] Racha de 1 día
   *[other] Racha de { $days } días
}
clubs-admins = Solo los administradores del grupo pueden cambiar esto.

clubs-button-start = ▶ Empezar
clubs-button-pause = ⏸ Pausar
clubs-button-days = Días
clubs-button-times = Horas
clubs-button-zone = Reloj
clubs-button-language = Idioma
clubs-button-end = Terminar del todo
clubs-button-end-surely = Sí, terminar
clubs-button-keep = Seguir
clubs-chosen = ✓ { $label }

clubs-days = <b>¿Qué días?</b>
clubs-times = <b>¿A qué horas?</b> Como mucho { $most } al día.
clubs-clocks = <b>¿Qué hora es para el grupo?</b>
clubs-cities = <b>¿Qué lugar tiene su misma hora?</b>
clubs-language = <b>¿En qué idioma hablo aquí?</b>
clubs-end = ¿Terminar las pausas del todo? También se va la racha de días. Para volver más tarde basta con pausar.
clubs-ended = Las pausas terminaron. Con /club empiezan de nuevo.
clubs-one-stays = Tiene que quedar al menos una opción.
clubs-too-many = { $most } pausas al día son suficientes.
clubs-started = En marcha.
clubs-paused = En pausa. Con /club vuelven.

clubs-break = 🪑 <b>Pausa para la espalda: { $name }</b>
    { $dose }, solo hasta donde se sienta bien
clubs-break-row = { $marks } · { $row }
clubs-button-done = Hecho ✓
clubs-button-done-count = Hecho ✓ { $count }
clubs-button-how = Cómo se hace
clubs-ticked = Muy bien. Una marca más.
clubs-ticked-own = Muy bien. También cuenta para tu propio día.
clubs-ticked-already = Ya estás en la cuenta.
clubs-gone = Esta pausa ya pasó. La próxima llegará.
