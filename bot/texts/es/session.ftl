# Una sesión y su tarjeta.

session-card =
    <b>{ $name }</b>{ $variation ->
        [none] {""}
       *[other] {" "}· { $variation }
    }
    { $bar } { $position } de { $total }
    { $position_words ->
        [none] {""}
       *[other] {""}
            <i>{ $position_words }</i>
            {""}
    }
    <b>Paso { $step } de { $steps }</b>
    { $words }

    <i>{ $dose }</i>
session-sets = Serie { $next } de { $sets }
session-tip = 💡 { $tip }
session-step = Paso { $step } de { $steps }

session-button-back = ‹ Atrás
session-button-next = Siguiente ›
session-button-done = ✓ Hecho
session-button-set = ✓ Serie { $next } de { $sets }
session-button-tip = Consejo
session-button-tip-hide = Sin consejo
session-button-easier = Más fácil
session-button-harder = Más difícil
session-button-less = Hacer la mitad
session-button-skip = Saltar
session-button-pause = Pausa
session-button-stop = Terminar
session-button-more = Más …
session-button-fewer = ‹ Volver a la tarjeta
session-button-resume = ▶ Seguir
session-button-instead = Aquí no
session-button-undo = ↩ Seguir, después de todo
session-button-over = Desde el principio

session-paused =
    <b>En pausa</b> en { $position } de { $total }: { $name }.

    Tu lugar queda guardado. Vuelve cuando te venga bien.
session-done-title = Sesión hecha
session-done-line = { $exercises }, { $minutes }
session-finished =
    <b>Hecho, qué bien te moviste.</b>
    { $exercises }, { $minutes } de movimiento.

    { $week }
session-stopped =
    <b>Hasta aquí.</b>
    { $done }

    Solo se detuvo esta sesión, nada más.
session-stopped-nothing = No se pierde nada. Ya habrá otro momento.
session-stopped-sets = { $count ->
    [one] Una serie hecha, y cuenta
   *[other] { $count } series hechas, y cuentan
}{ $day ->
    [none] .
    [today] : el día queda guardado.
   *[other] {" "}para el { $day }.
}
session-stopped-exercises = { $count ->
    [one] Un ejercicio hecho, y cuenta
   *[other] { $count } ejercicios hechos, y cuentan
}{ $day ->
    [none] .
    [today] : el día queda guardado.
   *[other] {" "}para el { $day }.
}
session-nothing-title = Hasta aquí
session-nothing-line = Ya habrá otro momento
session-week-free = Esta semana no hay nada previsto.
session-week-goal = Esta semana: { $done } de { $planned } { $planned ->
    [one] día
   *[other] días
}.
session-week-more = Esta semana: { $done } { $done ->
    [one] día
   *[other] días
}, más de lo previsto.
session-streak = { $count ->
    [0] {""}
    [one] Primer día de una nueva racha.
   *[other] { $count } días seguidos.
}
session-outdated = Ese botón era de antes. Aquí es donde vas.
session-unsuited = Algo de ella ya no va contigo, así que se queda parada. «Desde el principio» lo deja fuera.
session-gone = Esa sesión ya no está. Con /today empieza otra.
session-empty = Todavía no hay nada que hacer en ella.
session-resumed = Qué bueno que vuelves. Aquí te quedaste.
