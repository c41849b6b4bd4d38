# El dolor antes, durante y después de una sesión, el esfuerzo, y lo que cambia en la rutina por ello.

command-changes = qué se hizo más fácil o más difícil, y por qué

pain-score = { $score }
pain-before =
    <b>¿Cómo está tu espalda ahora mismo?</b>
    0 es nada de dolor, 10 el peor que imagines. Un toque y empezamos.
pain-before-yesterday = <i>Tu respuesta también me dice cómo te sentó la sesión de ayer.</i>
pain-button-no-number = Empezar sin número
pain-button-new = Hay algo nuevo

pain-hurts =
    <b>{ $name }</b>
    Gracias por decirlo. ¿Cuánto duele, de 0 a 10?

    ¿O es una de estas cosas? Entonces paramos de inmediato.
pain-button-hurts = Me duele
pain-button-sign-sharp = Agudo o eléctrico
pain-button-sign-numb = Hormigueo, adormecido
pain-button-sign-weak = Debilidad repentina
pain-button-sign-dizzy = Mareo
pain-button-sign-chest = Dolor en el pecho
pain-button-sign-breathless = Falta de aire
pain-button-back = ‹ Atrás
pain-button-go-on = Seguir como está
pain-button-breathe = Respirar un poco
pain-button-end = Terminar aquí

pain-fine = Eso está bien. Sigue.
pain-ease =
    <b>Hagámoslo más fácil.</b>

    Un poco está bien; más no hace falta. Muévete menos y más lento, o cambia una cosa:
pain-ease-lowest =
    <b>Hagámoslo más fácil.</b>

    Esta ya es la forma más fácil. Muévete menos y más lento, o déjalo por hoy.
pain-red =
    <b>Este lo dejamos. Gracias por decirlo.</b>

    Dolió más de lo debido. Es información, no prueba de un daño. La próxima vez traigo algo más fácil.

    { $breathe ->
        [yes] ¿Respiras un poco, o terminamos aquí?
       *[no] Es suficiente por hoy.
    }
pain-nothing = Aquí no hay con qué respirar.
pain-late = Eso fue hace demasiado para anotarlo ahora. No se pierde nada.
pain-odd = No entendí ese número. Elige uno del 0 al 10.

pain-start-gentle = 🌿 <b>Hoy, un día suave</b>: nada de fuerza.
pain-start-breathing-only = 🌿 <b>Hoy solo respiración.</b> Si sigue así, que lo revisen.

pain-effort = <b>{ $name }</b>: ¿cuántas más habrías podido hacer en la última serie?
pain-button-effort-0 = Ninguna
pain-button-effort-1 = 1 más
pain-button-effort-2 = 2 o más
pain-effort-noted = Anotado. Me ayuda a encontrar la medida justa.

pain-after = <b>¿Y ahora?</b> ¿Cómo está tu espalda, de 0 a 10?
pain-after-green = Gracias. Bien: así seguimos.
pain-after-amber = Gracias por decirlo. La próxima vez queda igual; nada se hace más difícil.
pain-after-red = Gracias por decirlo. Es más de lo debido, así que la próxima vez empieza más fácil.

pain-seek-two-reds = 🩺 Dolió más de lo debido en dos días de las últimas dos semanas. Por favor, que te vea un médico o fisioterapeuta.
pain-seek-rise = 🩺 Lleva unos días más alto de lo habitual. Por favor, que te vea un médico o fisioterapeuta.

pain-change = <b>{ $name }</b>: { $before } → { $after }. { $why }
pain-change-many = <b>{ $names }</b>: { $why }
pain-change-taken-back = <i>Deshecho.</i>
pain-why-three-green = Tres sesiones cómodas y con margen, así que un poco más.
pain-why-worse-next-day = A la mañana siguiente estaba peor, así que un paso más fácil.
pain-why-two-ambers = Dos veces seguidas fue incómodo, así que un paso más fácil.
pain-why-red = Dolió más de lo debido, así que un paso más fácil.
pain-why-gap = Qué bueno verte. Tras una semana fuera, un comienzo más pequeño.
pain-why-long-gap = Qué bueno verte. Tras dos semanas fuera, un comienzo nuevo y pequeño.

pain-button-undo = ↩ Deshacer
pain-button-undo-one = ↩ { $name }
pain-button-changes = Qué cambió
pain-changes =
    <b>Qué cambió, y por qué</b>

    Un cambio llega cuando empieza una sesión, un paso a la vez. Puedes deshacer cada uno.
pain-changes-none =
    <b>Qué cambió, y por qué</b>

    Nada hasta ahora. Cuando tres sesiones van bien y con margen, un ejercicio se hace un poco más difícil; cuando duele, se hace más fácil.
pain-changes-line = { $day } · { $change }
pain-undone = Deshecho. Está como antes.
pain-undone-already = Ese ya está deshecho, o hay un cambio más nuevo encima.
