# Menos palabras cuando nadie responde, y lo que se ofrece de vez en cuando.

nudges-still =
    <b>¿Sigues ahí, { $name }?</b>

    Hace unos días que no hay respuesta, y está bien. Ahora guardo silencio. Escribe o toca lo que sea, cuando quieras, y tus recordatorios vuelven como antes.
nudges-button-here = 👋 Aquí estoy
nudges-resumed = Tus recordatorios vuelven como antes.
nudges-left-out = ⏰ En las dos últimas semanas dejé fuera { $count ->
    [one] un recordatorio
   *[other] { $count } recordatorios
}, porque los anteriores quedaron sin respuesta. Con un toque vuelven todos.

nudges-milestone-first = 🌱 Tu primera sesión aquí. Así se empieza.
nudges-milestone-days-7 = 🌱 Siete días de práctica hasta ahora.
nudges-milestone-days-30 = 🌿 Treinta días de práctica hasta ahora.
nudges-milestone-days-100 = 🌳 Cien días de práctica hasta ahora.
nudges-milestone-week-goal = 🌿 Todos los días que previste para esta semana están hechos.
nudges-milestone-program = 🌳 Todas las semanas de tu plan están hechas.
nudges-card-first = Primera sesión hecha
nudges-card-days-7 = 7 días de práctica
nudges-card-days-30 = 30 días de práctica
nudges-card-days-100 = 100 días de práctica
nudges-card-week-goal = Semana completa
nudges-card-program = El plan está hecho

nudges-read-hurt = 📖 Dolió en esta sesión. Un minuto de lectura sobre eso:
nudges-read-first = 📖 Un minuto de lectura, ahora que has empezado:
nudges-read-breathed = 📖 Hubo respiración en esta sesión. Un minuto de lectura sobre ella:
nudges-read-short = 📖 Corta, y cuenta. Un minuto de lectura sobre el porqué:
nudges-read-early = 📖 Ya van unas semanas. Un minuto de lectura sobre cómo suele ir:
nudges-move = ⏰ ¿Quieres que tu recordatorio llegue a la hora en que sueles empezar, más o menos <b>{ $at }</b>?
nudges-button-move-yes = Sí, { $at }
nudges-button-move-no = No, déjalo así
nudges-moved = La nueva hora de tu recordatorio: { $at }
nudges-not-moved = Queda como está.
nudges-button-off = Sin sugerencias
nudges-button-on = Con sugerencias
nudges-switched-on = Vuelven las preguntas y las lecturas cortas.
nudges-switched-off = Ya no ofrezco preguntas ni lecturas. Los recordatorios siguen igual.

nudges-button-ill = 🤒 Me enfermé
nudges-ill =
    <b>Que te mejores.</b>

    ¿Cuánto tiempo guardo silencio? Los días cuentan como libres y no se pierde nada. Si te recuperas antes, un toque lo termina, y empiezas con una sesión más pequeña.
nudges-ill-days = { $count ->
    [one] 1 día
   *[other] { $count } días
}, hasta el { $day }
nudges-ill-set = Que te mejores. Guardo silencio hasta el { $day }.
