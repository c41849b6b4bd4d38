# El plan: sus preguntas, lo que trae y por qué.

button-plan = 🧭 Mi plan
command-plan = tu plan: la semana, hoy y por qué

plan-intro =
    <b>🧭 Un plan para ti</b>

    Dime qué te gustaría, dónde estás y cuánto tiempo tienes. Con eso preparo unas semanas y te digo por qué está cada ejercicio.

    Ocho preguntas cortas, todo con toques. Puedes parar cuando quieras; te guardo el lugar.
plan-question =
    <i>Pregunta { $number } de { $total }</i>

    { $question }
plan-ask-goal = <b>¿Qué te gustaría más?</b>
plan-ask-places =
    <b>¿Dónde podrías hacer ejercicio?</b>

    Toca todo lo que te sirva y luego Listo.
plan-ask-kit =
    <b>¿Tienes algo de esto a mano?</b>

    Todo se puede hacer sin eso. Doy por hecho que hay una silla, una puerta y una pared.
plan-ask-minutes = <b>¿Cuánto puede durar la sesión de un día?</b>
plan-ask-days =
    <b>¿Qué días?</b>

    Con dos o tres ya se consigue algo. Los demás son de descanso.
plan-ask-weeks =
    <b>¿Durante cuántas semanas?</b>

    Después puedes seguir, o parar antes.
plan-ask-moment =
    <b>¿Después de qué podría venir?</b>

    Un hábito nuevo se sostiene mejor justo después de uno viejo.
plan-ask-spot = <b>¿Y dónde estarás entonces?</b>

plan-goal-ease = Menos rigidez
plan-goal-desk = Minipausas
plan-goal-strength = Espalda más fuerte
plan-goal-variety = Más variedad
plan-weeks = { $count ->
    [one] 1 semana
   *[other] { $count } semanas
}
plan-moment-getting-up = Al levantarme
plan-moment-breakfast = Tras el desayuno
plan-moment-coffee = Tras un café
plan-moment-lunch = Después de almorzar
plan-moment-work = Después del trabajo
plan-moment-bed = Antes de acostarme
plan-moment-none = Ningún momento fijo
plan-spot-desk = en mi escritorio
plan-spot-living-room = en la sala
plan-spot-bedroom = en el dormitorio
plan-spot-kitchen = en la cocina
plan-spot-anywhere = donde esté

plan-ticked = ✓ { $name }
plan-button-begin = Hacer mi plan
plan-button-done = Listo
plan-button-nothing = Nada de esto
plan-button-make = ✓ Hacer mi plan

plan-answers =
    <b>¿Está bien así?</b>

    Toca abajo el nombre de una línea para cambiarla.
plan-answer = { $what }: { $said }
plan-about-goal = Meta
plan-about-places = Lugares
plan-about-kit = A mano
plan-about-minutes = Minutos
plan-about-days = Días
plan-about-weeks = Semanas
plan-about-moment = Momento
plan-about-spot = Dónde

plan-made = <b>Aquí está tu plan.</b>
plan-offer = ¿Te lo recuerdo a esta hora: { $at } ({ $days })? Solo si quieres.
plan-button-nudge = ⏰ Sí, { $at }
plan-nudge-on = Hecho. Te lo recuerdo los días de tu plan.
plan-nudge-there = Ese recordatorio ya está.
plan-nudge-full = Ya tienes todos los recordatorios que puedo guardar. Cambia uno de ellos.

plan-head =
    <b>🧭 { $name }</b>
    { $over ->
        [yes] { $weeks ->
            [one] La semana, completa
           *[other] Las { $weeks } semanas, completas
        } · { $phase }
       *[no] Semana { $week } de { $weeks } · { $phase }
    }
plan-cue = { $moment }, { $spot }
plan-held = Tu plan espera hasta que alguien haya revisado tu señal de alarma, y mientras tanto no llegan recordatorios. No pierde ninguna semana; respirar siempre está bien.
plan-held-none = ⏸ Hay una señal de alarma abierta: hasta que alguien la haya revisado, solo empieza la respiración, y mientras tanto no llegan recordatorios.
plan-unasked = Aún no te he preguntado por tu salud. Hasta entonces, Empezar deja fuera lo que no es suave para cualquiera.
plan-over = Has recorrido todo el camino: { $weeks ->
    [one] 1 semana
   *[other] { $weeks } semanas
}. Es motivo de alegría. Puedes seguir así sin más, o elegir qué viene ahora.
plan-today-strength = <b>Hoy</b>, { $day } · { $minutes }, con algo de fuerza
plan-today-mobility = <b>Hoy</b>, { $day } · { $minutes }
plan-today-free = <b>Un día libre.</b> Si te dan ganas de moverte: { $minutes }, suave
plan-today-nothing = <b>Hoy no encaja nada.</b> Empezar te lleva a tu propia rutina; otros lugares en tus respuestas ayudarían.
plan-pick =
    { $number }. <b>{ $name }</b>{ $form ->
        [none] {""}
       *[other] {" "}· { $form }
    }
plan-pick-why = { $dose } · <i>{ $why }</i>
plan-role-calm = para calmarte y respirar
plan-role-loosen = para soltar la espalda
plan-role-open = para abrir el pecho
plan-role-wake = para despertar los músculos entre los omóplatos
plan-role-strengthen = para fortalecer la espalda
plan-because = en una forma que va bien con: { $flags }
plan-fitted = en una forma que va bien en tus lugares
plan-left = <b>Fuera por ahora</b>
plan-left-line = – { $name }: { $why }
plan-left-flag = mejor no, por: { $flags }
plan-left-ask = cuando un profesional esté de acuerdo, por: { $flags }
plan-left-place = necesita un lugar o algo que no tienes
plan-left-own = lo has dejado fuera

plan-day = <b>{ $day }</b> · { $kind } · { $minutes } · { $names }
plan-kind-strength = fuerza
plan-kind-mobility = soltar
plan-other-days = Los demás días no se te pide nada; /today tiene algo suave si quieres.
plan-parts =
    <b>¿Qué quieres que haya en tu plan?</b>

    Toca lo que prefieras dejar fuera, y vuelve a tocarlo para que regrese.
plan-part-in = ✓ { $name }
plan-part-out = ↩ { $name }

plan-button-start = ▶ Empezar
plan-button-week = La semana
plan-button-parts = Dejar algo fuera
plan-button-new = Cambiar respuestas
plan-button-end = Mi propia rutina
plan-button-end-surely = Sí, terminar el plan
plan-button-resume = ↩ Volver a mi plan
plan-button-longer = Seguir: { $weeks } semanas
plan-lengthened = Tu plan sigue.
plan-sure =
    <b>¿Prefieres tu propia rutina?</b>

    El plan termina, y tu rutina está como la dejaste. Puedes hacer otro plan cuando quieras.
plan-ended = <b>Tu propia rutina ha vuelto.</b> Cuando quieras otro plan: /plan
plan-outdated = Ese botón era de antes. Aquí está tu plan.
