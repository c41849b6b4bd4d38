# El progreso: la imagen, sus palabras honestas y la página para un profesional.

command-progress = tus días y tu dolor, en una imagen
command-report = una página para tu médico, y los números

button-progress = Mi progreso

progress-title = Tu progreso
progress-line = { $planned ->
    [0] Esta semana no hay nada previsto
    [one] { $done } de { $planned } día esta semana
   *[other] { $done } de { $planned } días esta semana
}
progress-week = Esta semana
progress-year = Todas las semanas
progress-pain = Dolor, promedio de cada semana
progress-scale = 0 nada, 10 el peor que puedas imaginar
progress-weeks = semanas
progress-band = En esta franja: altibajos normales
progress-checks = Los repasos más largos
progress-activities = Lo que puedo hacer (10: como antes)
progress-peg = Dolor en la vida diaria (0: nada)
progress-check-start = Inicio
progress-check-week = Semana { $week }
progress-state-done = hecho
progress-state-short = corto
progress-state-rest = no previsto
progress-state-rest-pass = comodín
progress-state-excused = pausa
progress-state-missed = sin hacer
progress-state-unknown = no se sabe
progress-state-open = abierto

progress = <b>Tu progreso</b>
progress-told-days = { $week ->
    [one] 1 día con ejercicio
   *[other] { $week } días con ejercicio
} esta semana, y { $all ->
    [one] 1 día
   *[other] { $all } días
} en { $weeks ->
    [one] 1 semana
   *[other] { $weeks } semanas
}.
progress-told-pain = { $start ->
    [none] El dolor del inicio aún no se conoce.
   *[other] Dolor en las dos primeras semanas: { $start } de 10.
} { $now ->
    [none] {""}
   *[other] La última semana conocida: { $now }.
}
progress-verdict-not-enough = Faltan días para decir cómo cambió. Hacen falta tres números por semana, o la pregunta semanal, después de las dos primeras semanas.
progress-verdict-same = Más o menos igual que cuando empezaste. Los altibajos de 1 o 2 son normales.
progress-verdict-lower = Más bajo que al inicio, en una medida que muchas personas notan.
progress-verdict-lower-so-far = Más bajo esta semana. Veamos si se mantiene.
progress-verdict-higher = Más alto. Hagámoslo más suave. Si sigue así, pide que lo revisen.
progress-verdict-same-doing-more = El dolor es parecido, y haces más cosas. Eso también cuenta.
progress-cause = <i>No podemos saber qué lo causó.</i>
progress-nothing-yet = Todavía no hay números. Aquí están tus días.
progress-button-days = 📅 Días
progress-button-change = 📈 Dolor
progress-button-dark = 🌙 Oscuro
progress-button-light = ☀️ Claro
progress-button-report = 📄 Para mi médico
progress-button-table = Los números en tabla

progress-report =
    <b>Una página para quien te trate</b>

    Tus números de este chat, lo que se cambió y por qué. Contiene datos de salud: piensa a quién se la pasas.
progress-table = Lo mismo en números, para una hoja de cálculo.
progress-report-title = Cómo ha estado la espalda media
progress-report-period = { $first } a { $last }
progress-report-made = Hecho por Midback el { $day }
progress-report-pain = Dolor
progress-report-pain-scale = promedio de cada semana; 0 nada, 10 el peor que se pueda imaginar
progress-report-sessions = Sesiones hechas
progress-report-weeks = semanas desde el inicio
progress-report-activities = Lo que puede hacer
progress-report-activities-scale = actividades propias; 0 nada, 10 como antes
progress-report-peg = Dolor, disfrute, actividad (PEG); 0 nada, 10 por completo
progress-report-peg-parts =
    dolor
    estorbo para disfrutar
    estorbo en lo cotidiano
progress-report-own = Dolor, dicho de la semana entera
progress-report-adapted = Señales de alarma, y qué se adaptó
progress-report-change = { $name }: { $before }; después { $after }
progress-report-earlier = más, en la tabla de números
progress-report-sign = { $tier ->
    [a] Señal de alarma urgente
   *[b] Señal de alarma
}{ $named ->
    [none] {""}
   *[other] {": "}{ $named }
}, { $source ->
    [words] en un mensaje
    [screening] en las preguntas de salud
    [before] antes de una sesión
   *[pain] en una sesión
}; todo en pausa salvo respirar
progress-report-sign-kind = Señal de alarma
progress-report-sign-until = { $until ->
    [none] Sin revisar todavía, que Midback sepa
   *[other] Siguió desde el { $until }, cuando dijo que estaba resuelto
}
progress-report-honesty = Esta página muestra lo que la persona anotó en Midback, un coach de ejercicio sin profesional clínico. Nadie la ha examinado. Un cambio de menos de 2 puntos, o una bajada de menos del 30 %, puede ser azar. Con estos números no se puede saber qué causó un cambio.
progress-report-columns =
    tipo
    semana
    qué
    valor
