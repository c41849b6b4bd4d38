# Preguntas cortas de vez en cuando, para ver cómo va con las semanas.

checkins-button-offer = { $taps ->
    [0] ✍️ ¿Qué quieres más fácil?
    [one] 📈 La semana · 1 toque
   *[other] 📈 Breve repaso · { $taps } toques
}
checkins-nothing =
    <b>Hoy no hay preguntas.</b>

    De vez en cuando pido un número, para que veas cómo va con las semanas.
checkins-ask-pain =
    <b>Tu espalda en los últimos siete días</b>

    ¿Cuánto dolió en promedio? 0 es sin dolor, 10 el peor que puedas imaginar.
checkins-ask-activities =
    <b>{ $name }</b>

    ¿Qué tan bien puedes hacerlo ahora? 0 es nada, 10 es tan bien como antes de que la espalda molestara.
checkins-ask-peg = { $question ->
    [0] <b>Dolor, los últimos siete días</b>

        ¿Qué tan fuerte fue en promedio? 0 es sin dolor, 10 el peor que puedas imaginar.
    [1] <b>Disfrute, los últimos siete días</b>

        ¿Cuánto te impidió el dolor disfrutar de la vida? 0 es nada, 10 por completo.
   *[2] <b>Vida diaria, los últimos siete días</b>

        ¿Cuánto te impidió el dolor hacer lo de siempre? 0 es nada, 10 por completo.
}
checkins-ask-change =
    <b>Comparado con el día en que empezaste aquí</b>

    ¿Cómo está tu espalda ahora, en general?
checkins-change-6 = Mucho mejor
checkins-change-5 = Mejor
checkins-change-4 = Un poco mejor
checkins-change-3 = Sin cambio
checkins-change-2 = Un poco peor
checkins-change-1 = Peor
checkins-change-0 = Mucho peor
checkins-step = <i>{ $at } de { $of }</i>
checkins-naming =
    <b>¿Qué debería ser más fácil?</b>

    Hasta tres cosas que la espalda te complica, con tus palabras: <i>una hora en el escritorio</i>, <i>cargar a mi hijo</i>. Tras unas semanas verás si van mejor.

    Lo que escribas aquí lo guardo hasta que lo borres: /privacy. Sin nombres de personas, por favor.
checkins-naming-again = No lo entendí bien. Toca el botón y escríbelo otra vez, por favor.
checkins-too-long = Es un poco largo. Como mucho { $most } caracteres, por favor.
checkins-activity = { $name }
checkins-listening =
    <b>Escríbelo ahora</b>, como mensaje. { $next } de { $most }.
checkins-activities =
    <b>Lo que debería ser más fácil</b>

    Con tus palabras. Toca una para decirla de otro modo, o para quitarla.
checkins-activities-none =
    <b>Lo que debería ser más fácil</b>

    Todavía no has nombrado nada. Lo pregunto en tu primera semana, y de nuevo a las cuatro, ocho y doce.
checkins-activity-one =
    <b>{ $name }</b>

    Con otras palabras se conserva lo que ya puntuaste.
checkins-renaming =
    <b>Escríbelo ahora</b>, como mensaje: otras palabras para «{ $name }».
checkins-renaming-again = Faltan las palabras, o ya hay otra que se llama así.
checkins-renamed = Cambiado.
checkins-dropping = ¿Quitar <b>{ $name }</b>? También se va lo que puntuaste de eso.
checkins-dropped = Quitado.
checkins-activity-gone = Eso ya no está. Aquí está lo que hay.
checkins-button-activities = ✍️ Mis actividades
checkins-button-activity = ✏️ { $name }
checkins-button-rename = Otras palabras
checkins-button-drop = Quitarla
checkins-button-drop-surely = Sí, quitarla
checkins-button-keep = Conservarla
checkins-button-write = { $count ->
    [0] ✍️ Escribir una
   *[other] ✍️ Escribir otra
}
checkins-button-rate = ▶ Calificarlas ahora
checkins-button-out = ✕ { $name }
checkins-button-skip = Esta vez no
checkins-button-undo = ↩ Cambiar mi respuesta
checkins-thanks = <b>Gracias.</b> Queda guardado; lo ves en tu progreso.
checkins-skipped = <b>Está bien.</b> No falta nada sin eso.
checkins-late = Esa pregunta ya pasó. No se pierde nada.
