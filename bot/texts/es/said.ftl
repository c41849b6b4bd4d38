# Respuestas a lo que la gente escribe: qué entendí, y la pregunta de si lo hago.

said-card =
    Entendí: <b>{ $what }</b>.

    { $question }
said-shall-i = ¿Lo hago?
said-how-about = ¿Qué tal así?
said-yes = Sí
said-change = Cambiar
said-no = No
said-look = Verlo primero
said-by-clock = Con la hora de { $city }, según creo. Si no es la tuya, escribe dónde estás.
said-silent = Todo cae en tus horas de silencio, así que no llegaría nada.
said-left = De acuerdo. No cambió nada.
said-unread-something = No lo entendí todo.
said-unread = No entendí «{ $words }». Sin eso:

# Lo que se entendió, también en botones.
said-show = { $name }
said-find = Ejercicios: { $for }
said-find-any = Ejercicios
said-open = { $page ->
    [routine] Mi rutina
    [ready-made] Rutinas listas
    [reminders] Mis recordatorios
    [streak] Mi semana
    [progress] Mi progreso
    [why-streak] Cómo cuentan mis días
    [why-reminder] Por qué no llegó un recordatorio
    [why-plan] Qué cambió, y por qué
    [safety] Cuándo ir al médico
    [privacy] Qué se guarda de mí
    [about] Sobre el coach
   *[help] Qué puedo decir
}
said-read = { $title }
said-learn = Bueno saberlo
said-feedback = { $feels ->
    [easy] Fue demasiado fácil
   *[hard] Fue demasiado difícil
}
said-pain = { $score ->
    [none] Duele
   *[other] Duele: { $score } de 10
}
said-answer = { $yes ->
    [yes] Sí
   *[no] No
}
said-start = { $minutes ->
    [none] Empezar la sesión de hoy
    [one] Empezar 1 minuto
   *[other] Empezar { $minutes } minutos
}
said-start-one = Empezar: { $name }
said-do = { $deed ->
    [done] Hoy ya lo hice
    [not-today] Hoy no
    [undo] Deshacer
    [resume] Terminar la pausa
    [stop] Parar
    [export] Recibir todos mis datos
   *[erase] Borrarlo todo
}
said-later = Avisarme una vez: { $when }
said-later-short = Una vez: { $when }
said-later-open = Avisarme una vez
said-pause = Pausa hasta el { $last } inclusive
said-pause-open = Pausa
said-add-reminder = Recordatorio: { $days }, { $times }
said-add-reminder-short = 🔔 { $times } · { $days }
said-add-reminder-open = Un recordatorio nuevo
said-change-reminder = { $old } pasa a { $new }
said-change-reminder-open = Cambiar un recordatorio
said-delete-reminder = Borrar el recordatorio { $which }
said-delete-reminder-all = Borrar todos los recordatorios
said-delete-reminder-open = Borrar un recordatorio
said-quiet = Horas de silencio { $begin } – { $end }
said-quiet-off = Sin horas de silencio
said-quiet-open = Horas de silencio
said-add-move = A mi rutina: { $name }
said-drop-move = Fuera de mi rutina: { $name }
said-swap-move = { $new } en lugar de { $old }
said-adjust = { $how ->
    [easier] Más fácil: { $name }
    [harder] Más difícil: { $name }
    [shorter] Menos: { $name }
   *[longer] Más: { $name }
}
said-adjust-all = mi rutina
said-language = Idioma: { $language }
said-language-open = Otro idioma
said-zone = Mi hora es la de { $city }
said-zone-open = Ajustar mi hora
said-pictures = { $still ->
    [still] Imágenes fijas
   *[moving] Imágenes en movimiento
}
said-pictures-open = Imágenes: fijas o en movimiento

said-part = { $part ->
    [morning] por la mañana
    [afternoon] por la tarde
   *[evening] por la noche
}
said-often = { $count ->
    [one] una vez al día
    [2] dos veces al día
   *[other] { $count } veces al día
}

# Preguntas
said-which = <b>¿Cuál quieres decir?</b>
said-half = <b>¿De la mañana o de la tarde?</b>
said-rest = No entendí «{ $words }». <b>¿Quisiste decir algo de esto?</b>
said-rest-something = No lo entendí todo. <b>¿Quisiste decir algo de esto?</b>
said-sign = Eso puede ser algo para un médico, así que prefiero preguntar. <b>¿Qué es?</b>
said-crisis = Algunas de estas palabras hacen que quiera preguntar antes. <b>¿Qué es?</b>
said-rare = Conozco los días de la semana, no un día sí y otro no, ni una vez al mes. <b>¿Qué te vendría bien?</b>
said-none-of-these = Nada de eso
said-unknown =
    Eso no lo entendí, perdona. Entiendo palabras sencillas, como:

    • <i>recuérdame de lunes a viernes a las 7:30</i>
    • <i>algo silencioso para el escritorio</i>
    • <i>pausa hasta el lunes</i>
    • <i>gato vaca</i>
    • <i>por qué se acabó mi racha</i>
said-answered = Un sí solo lo tomo de un botón, para que nada pase por error. Está debajo de mi última pregunta.
said-thanks = De nada. Qué bien te moviste.
said-bye = Hasta pronto. Tu espalda está en buena compañía.

# Recordatorios
said-when = <b>¿A qué hora?</b>
said-other-times = Elegir días y horas
said-too-many = Un recordatorio tiene como mucho { $most } horas al día. ¿Cuáles importan?
said-which-reminder = <b>¿Qué recordatorio?</b>
said-no-such-reminder = No hay ningún recordatorio así. Estos son los tuyos:
said-added = Hecho.
said-added-there = Ese ya lo tienes.
said-all-gone = Todos los recordatorios están borrados.
said-when-once = <b>¿Cuándo te aviso?</b>
said-in-minutes = En { $count } min
said-in-an-hour = En 1 hora
said-once-moment = { $day }, { $time }
said-once-set = Ahí estaré: <b>{ $when }</b>
said-call-off = No vengas
said-called-off = De acuerdo, entonces no vengo.
said-not-waiting = Ese ya no está esperando.
said-once-over = Ese momento ya pasó. ¿Cuándo entonces?
said-once-far = Algo así lo recuerdo un mes como mucho. Un recordatorio de cada semana dura más:
said-once-quiet = Eso cae en tus horas de silencio. Lo pediste tú, así que vengo de todos modos.
said-back-on = Los recordatorios vuelven el { $day }. Estos días no te cuestan nada.
said-paused = En pausa hasta el { $day }. Tómate tu tiempo.
said-not-today-set = El día de hoy queda libre. Mañana es otro día.

# Moverse
said-fitting = { $minutes ->
    [one] <b>Para 1 minuto:</b>
   *[other] <b>Para { $minutes } minutos:</b>
}
said-fitting-none = No hay nada preparado tan corto. Lo más corto:
said-fits = { $minutes } min · { $name }
said-found = <b>Ejercicios: { $for }</b>
said-found-near = Ninguno lo tiene todo. Sin «{ $missed }», estos sirven:
said-facet-no-kit = sin equipo
said-facet-quiet = silencioso
said-facet-desk = en el escritorio
said-facet-minutes = hasta { $count } min
said-region = { $region ->
    [arms] brazos
    [chest] pecho
    [core] abdomen
    [diaphragm] respiración
    [hips] caderas
    [low-back] zona lumbar
    [middle-back] espalda media
    [neck] cuello
    [nervous-system] calma
    [ribs] costillas
    [shoulder-blades] omóplatos
    [shoulders] hombros
    [side-body] costados
    [upper-back] espalda alta
    [whole-spine] toda la columna
   *[other] cuerpo
}
said-hurts =
    <b>Siento que te duela.</b>

    Empieza solo si lo sientes bien. Una pequeña molestia al moverte puede estar bien; lo que es punzante, va a más o se va a un brazo o a una pierna es motivo para parar.
said-hurts-score = { $start ->
    [breathing-only] Dijiste { $score } de 10. Es mucho: descansa, o respira conmigo. Si es nuevo o no se pasa, que alguien lo mire.
    [gentle] Dijiste { $score } de 10. Entonces lo hago suave.
   *[as-planned] Dijiste { $score } de 10. Con eso puedes empezar, y parar cuando quieras.
}
said-hurts-begin = Empezar con suavidad
said-hurts-begin-score = { $start ->
    [breathing-only] Respirar conmigo
    [gentle] Empezar suave, { $score } de 10
   *[as-planned] Empezar, { $score } de 10
}
said-hurts-now = Duele en este ejercicio
said-hurts-new = Hay algo nuevo
said-feels-easy = Qué bien. Puedes dar un paso más: abre una línea de tu rutina y toca «Más difícil», o dime después de una sesión cuántas más habrías podido hacer.
said-feels-hard = Gracias por decirlo. Abre una línea de tu rutina y toca «Más fácil», o haz menos. Menos también cuenta.
said-feels-card = Seguir con la sesión
said-not-in-routine = { $name } no está en tu rutina.
said-nothing-to-undo = Ahora mismo no hay nada que deshacer. Lo que cambió por sí solo está aquí:
said-undo = <b>¿Qué deshago?</b>
said-undo-line = La línea que quité
said-undo-routine = Mi rutina anterior
said-undo-changes = Lo que cambió por sí solo
said-stop = <b>¿Qué paro?</b>
said-stop-session = La sesión
said-stop-reminders = Recordatorios, un tiempo
said-swapped = { $name } está ahora en su lugar.
said-no-language = Ese idioma todavía no lo hablo. Estos sí:
