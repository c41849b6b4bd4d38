# El primer encuentro, el menú, la semana, la ayuda.

welcome-card-name = Midback
welcome-card-line = Movimientos cortos para la espalda media
welcome =
    Hola, { $name }. Soy <b>Midback</b>.

    { $what }

    <b>¿Cuándo te vendría bien un aviso?</b>
welcome-morning = Por la mañana · { $at }
welcome-noon = Al mediodía · { $at }
welcome-evening = Por la tarde · { $at }
welcome-none = Por ahora sin avisos
welcome-clock = <b>¿Tu reloj marca { $at }?</b>

    Así el aviso llega cuando tú quieres.
welcome-clock-yes = Sí, { $at }
welcome-clock-no = No, otra hora
welcome-clocks = <b>¿Qué hora es ahora donde estás?</b>

    O escribe tu ciudad, como <i>Bogotá</i>.
welcome-cities = <b>¿Qué lugar tiene tu misma hora?</b>

    Para que el horario de verano y el de invierno salgan bien.
welcome-days = <b>¿En qué días piensas?</b>

    Cualquier día cuenta. Los demás son de descanso y no cuestan nada.
welcome-days-every = Todos los días
welcome-days-week = De lunes a viernes
welcome-days-three = Lun, mié, vie
welcome-days-four = Lun, mar, jue, vie
welcome-ready =
    <b>Todo listo.</b>

    Tu primera rutina: { $exercises }, { $minutes }, con lo que tienes a mano.
    { $reminder ->
        [none] Sin avisos; empiezas cuando quieras.
       *[other] Primer aviso: { $reminder }
    }
welcome-begin = ▶ Empezar ya
welcome-look = Antes, mirar un poco

home =
    <b>Hola, { $name }.</b>
    { $today ->
        [done] Lo de hoy está hecho.
       *[open] Hoy: { $exercises }, { $minutes }.
    }
    { $week }
home-plan = 🧭 Semana { $week } de { $weeks } · { $phase }
home-plan-over = 🧭 Has hecho { $weeks ->
    [one] la semana
   *[other] las { $weeks } semanas
} de tu plan. En /plan está lo que puede venir ahora.
home-continue = Dejaste una sesión a la mitad. Te espera.
home-clock = Supongo que tu reloj marca esto: { $at }
home-button-continue = ▶ Seguir donde iba
home-button-start = ▶ La sesión de hoy
home-button-again = ▶ Una sesión más

week-title = <b>Tu semana</b>
week-goal = { $planned ->
    [0] nada previsto
    [one] { $done } de { $planned } día
   *[other] { $done } de { $planned } días
}
week-streak = Racha actual: { $current ->
    [one] 1 día
   *[other] { $current } días
}. La más larga: { $longest ->
    [one] 1 día
   *[other] { $longest } días
}.
week-total = En total: { $sessions ->
    [one] 1 sesión
   *[other] { $sessions } sesiones
}, { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
} de movimiento.
week-missed = Un día sin hacer nada es solo eso. El siguiente cuenta igual que cualquiera.
week-day-starts = Aquí el día termina a las { $at }, así que lo que hagas ya entrada la noche todavía cuenta.
week-button-did = Hoy lo hice
week-button-yesterday = Ayer lo hice
week-marked = Contado. Bien hecho.
week-marked-already = Ese ya está contado.
week-too-old = Aquí solo se pueden corregir los dos últimos días.
verdict-done = ✅
verdict-short = ☑️
verdict-rest = ➖
verdict-rest-pass = 🌿
verdict-excused = ⏸
verdict-missed = ▫️
verdict-unknown = ·
why-session-finished = hecho
why-said-done = hecho, según dijiste
why-one-exercise = una parte; el día queda guardado
why-paused = en pausa
why-ill = por enfermedad, cuenta como libre
why-waited = señal de alarma abierta, cuenta como libre
why-coach-away = estuve fuera de alcance, así que cuenta como libre
why-not-planned = día de descanso
why-pass-used = un comodín de descanso; no se pierde nada
why-said-not-today = hoy no; lo cubre un comodín de descanso
why-nothing-recorded = nada anotado
why-no-pass-left = nada anotado
why-still-open = todavía abierto
why-to-come = por venir
why-before-start = antes de que llegaras

help =
    <b>Lo que puedo hacer</b>

    ▶ /today empieza tu sesión, o sigue donde la dejaste.
    🧭 /plan es tu plan para unas semanas, y dice por qué.
    🔎 Escribe el nombre de un ejercicio, como <i>gato vaca</i>, y te lo muestro.
    💬 O dilo con tus palabras: <i>recuérdame de lunes a viernes a las 7:30 de la mañana</i>.
    📚 /exercises los ordena por lugar, tipo y equipo.
    📝 /routine es tu rutina: la cambias a tu gusto.
    ⏰ /reminders llegan cuando tú dices.
    🌿 /pause es para vacaciones y días malos.
    📅 /streak muestra tu semana, /why dice cómo cuenta cada día.
    📈 /progress lo muestra en una imagen, /report es para tu médico.
    💚 /health es lo que tengo en cuenta de ti.
    🩺 /safety dice cuándo ir al médico.
    🤝 /human es para lo que debe responder una persona.
    👥 /club es para un grupo que hace minipausas.
    📖 /learn tiene lecturas cortas.
    ⚙️ /settings tiene idioma, reloj e imágenes.
    ℹ️ /about dice quién habla aquí.
    🔒 /privacy dice lo que guardo de ti, y lo borra.

    Si algo duele más de lo debido, detente. Eso siempre está bien.
help-unknown-command = No conozco ese comando. Esto es lo que puedo hacer.
help-media = Qué amable, pero solo entiendo palabras y botones. Escribe el nombre de un ejercicio, o elige uno aquí.
help-group = Acompaño a una persona a la vez. Abre nuestro propio chat y empezamos. Para todo el grupo está /club: minipausas en compañía.
help-group-button = Abrir el coach
help-pictures-still = Desde ahora, solo imágenes fijas. Con /pictures vuelve el movimiento.
help-pictures-moving = Otra vez con imágenes en movimiento. Con /pictures quedan fijas.
help-wrong = Algo salió mal de mi lado. No se perdió nada; inténtalo otra vez, por favor.
help-old-button = Ese botón es de una versión anterior. Aquí está el menú.
help-not-yours = Esa tarjeta es de otra persona. Escríbeme y tendrás la tuya.
safety-title = <b>Cuándo ir al médico</b>

    Esto va primero. Nadie vigila este chat, así que no esperes aquí una respuesta.
safety-honest = <i>{ $note }</i>

command-start = empezar, o abrir el menú
command-today = la sesión de hoy
command-exercises = todos los ejercicios
command-show = ver un ejercicio, p. ej. /show gato vaca
command-routine = tu rutina
command-routines = rutinas listas y minipausas
command-reminders = cuándo vengo
command-streak = tu semana y tu racha
command-pause = vacaciones de todo esto
command-quiet = horas en las que no escribo
command-help = lo que puedo hacer
command-safety = cuándo ir al médico
command-learn = lecturas cortas sobre la espalda
command-about = quién habla aquí
command-zone = tu zona horaria
command-pictures = imágenes en movimiento, o fijas si tu red es lenta

bot-description = Un coach para la espalda media rígida o dolorida: diez ejercicios, sesiones cortas y avisos cuando tú quieras. Es educación, no consejo médico.
bot-short-description = Movimientos cortos para la espalda media
