# Dolor antes, durante y después de una sesión, esfuerzo, y lo que cambia en la rutina por ello.

command-changes = qué se hizo más fácil o más difícil, y por qué

pain-score = { $score }
pain-before =
    <b>¿Cómo está tu espalda ahora?</b>
    0 es sin dolor, 10 el peor que puedas imaginar. Un toque y empezamos.
pain-before-yesterday = <i>Tu respuesta también me dice cómo te fue con la sesión de ayer.</i>
pain-button-no-number = Empezar sin número
pain-button-new = Hay algo nuevo

pain-hurts =
    <b>{ $name }</b>
    Gracias por decirlo. ¿Cuánto duele, de 0 a 10?

    ¿O es algo de esto? Entonces paramos ahora mismo.
pain-button-hurts = Me duele
pain-button-sign-sharp = Punzante o eléctrico
pain-button-sign-numb = Se duerme u hormiguea
pain-button-sign-weak = Debilidad repentina
pain-button-sign-dizzy = Mareo
pain-button-sign-chest = Dolor en el pecho
pain-button-sign-breathless = Me falta el aire
pain-button-back = ‹ Volver
pain-button-go-on = Seguir así
pain-button-breathe = Respirar un poco
pain-button-end = Terminar aquí

pain-fine = Está bien así. Sigue.
pain-ease =
    <b>Hagámoslo más fácil.</b>

    Un poco está bien, no hace falta más. Muévete menos y más despacio, o cambia una cosa:
pain-ease-lowest =
    <b>Hagámoslo más fácil.</b>

    Esta ya es la forma más fácil. Muévete menos y más despacio, o déjalo por hoy.
pain-red =
    <b>Este lo dejamos. Gracias por decirlo.</b>

    Dolió más de lo que debería. Es información, no prueba de un daño. La próxima vez traigo algo más fácil.

    { $breathe ->
        [yes] ¿Respirar un poco, o terminar aquí?
       *[no] Es suficiente por hoy.
    }
pain-nothing = Aquí no hay ejercicio para respirar.
pain-late = Fue hace demasiado tiempo para agregarlo ahora. No se pierde nada.
pain-odd = No entendí ese número. Elige uno de 0 a 10.

pain-start-gentle = 🌿 <b>Hoy, un día suave</b>: sin fuerza.
pain-start-breathing-only = 🌿 <b>Hoy solo respirar.</b> Si sigue así, pide que lo revisen.

pain-effort = <b>{ $name }</b>: ¿cuántas más podrías haber hecho en la última serie?
pain-button-effort-0 = Ninguna
pain-button-effort-1 = 1 más
pain-button-effort-2 = 2 o más
pain-effort-noted = Anotado. Me ayuda a encontrar la medida justa.

pain-after = <b>¿Y ahora?</b> ¿Cómo está tu espalda, de 0 a 10?
pain-after-green = Gracias. Bien: seguimos así.
pain-after-amber = Gracias por decirlo. La próxima vez queda igual, nada se hace más difícil.
pain-after-red = Gracias por decirlo. Es más de lo que debería, así que la próxima vez empieza más fácil.

pain-seek-two-reds = 🩺 Dolió más de lo que debería en dos días dentro de dos semanas. Por favor, deja que te revise un médico o fisioterapeuta.
pain-seek-rise = 🩺 Lleva unos días más alto que de costumbre. Por favor, deja que te revise un médico o fisioterapeuta.

pain-change = <b>{ $name }</b>: { $before } → { $after }. { $why }
pain-change-many = <b>{ $names }</b>: { $why }
pain-change-taken-back = <i>Deshecho.</i>
pain-why-three-green = Tres sesiones fueron bien, así que un poco más.
pain-why-worse-next-day = La mañana siguiente fue peor, así que un paso más fácil.
pain-why-two-ambers = Dos veces seguidas fue molesto, así que un paso más fácil.
pain-why-red = Dolió más de lo que debería, así que un paso más fácil.
pain-why-gap = Qué bueno verte. Tras una semana fuera, un comienzo más pequeño.
pain-why-long-gap = Qué bueno verte. Tras dos semanas fuera, un comienzo nuevo y pequeño.

pain-button-undo = ↩ Deshacer
pain-button-undo-one = ↩ { $name }
pain-button-changes = Qué cambió
pain-changes =
    <b>Qué cambió y por qué</b>

    Los cambios llegan cuando empieza una sesión, un paso a la vez. Puedes deshacer cada uno.
pain-changes-none =
    <b>Qué cambió y por qué</b>

    Nada todavía. Cuando tres sesiones van bien y con reserva, un ejercicio se hace un poco más difícil; cuando duele, más fácil.
pain-changes-line = { $day } · { $change }
pain-undone = Deshecho. Está como antes.
pain-undone-already = Ese ya está deshecho, o hay un cambio más nuevo encima.
