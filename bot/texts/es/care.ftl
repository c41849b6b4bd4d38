# Las preguntas antes del plan, lo que tengo en cuenta, las señales de alarma que detienen todo.

command-health = tu salud, y lo que tengo en cuenta

button-health = Mi salud
care-state = <i>{ $state }</i>

care-intro =
    <b>Primero, unos toques sobre ti.</b>

    Para dejar fuera lo que quizá no te convenga. Son nueve como mucho, y puedes parar en cualquier momento.
care-again =
    <b>Toca preguntar otra vez.</b>

    Pasó un año. Son nueve toques como mucho.
care-first =
    <b>Este pide antes unas respuestas.</b>

    Para saber si te conviene. Son nueve toques como mucho.
care-question =
    <b>Pregunta { $number } de { $total }</b>

    { $question }
care-button-ticked = ☑ { $name }
care-button-unticked = ☐ { $name }
care-button-done = Listo ›
care-button-back = ‹ Atrás
care-button-gentle = Luego; ahora suave
care-button-not-now = Ahora no
care-outdated = Esa pregunta ya tiene respuesta.
care-put-off-nothing = En esta no hay nada suave. Pregunto en otro momento.

care-health =
    <b>Tu salud</b>

    { $answered ->
        [never] Todavía no te he preguntado.
       *[other] Respondiste el { $answered }.
    }
care-health-due = Ya pasó un año o más. Responde otra vez cuando tengas un minuto.
care-health-left = Dejaste las preguntas en la { $number } de { $total }. Te guardé el lugar.
care-thanks = <b>Gracias, con eso me basta.</b>
care-mind = <b>Lo que tengo en cuenta</b>
care-mind-item = • { $flag }
care-mind-nothing = Hasta donde sé, nada que cuidar en especial.
care-mind-how = Tocar ✕ quiere decir: ya no es así. Tocar + quiere decir: ahora sí.
care-mind-rest = Para todo lo demás, deja que pregunte otra vez.
care-button-drop = ✕ { $flag }
care-button-add = + { $flag }
care-button-undo = ↩ Deshacer
care-button-ask = Responder las preguntas
care-button-ask-again = Mi salud cambió
care-button-go-on = Seguir con las preguntas
care-changed = Cambiado. Desde ahora lo tengo en cuenta.
care-changed-already = Ahí no hay nada que cambiar.
care-undone = Como estaba antes.

care-adults =
    <b>Este coach es para personas adultas.</b>

    Gracias por decírmelo. Una espalda que todavía crece necesita otros consejos, así que no te hago un plan. Si te duele la espalda, cuéntaselo a tu mamá, a tu papá o a alguien de confianza, y vayan a ver a un médico o fisioterapeuta. Leer puedes todo lo que quieras.
care-button-wrong-age = Toqué la que no era

care-held =
    <b>En pausa hasta que alguien lo revise</b>

    Desde el { $day } hay una señal de alarma abierta, así que me quedo quieto: sin plan y sin avisos. Si es fuerte o nueva, por favor no esperes.

    Lo que está bien hasta entonces: { $fine }.
care-check =
    <b>Primero, que lo revisen</b>

    Algo en tus respuestas es motivo para preguntar a un médico antes de hacer ejercicio. No es un diagnóstico. Hasta entonces me quedo quieto: sin plan y sin avisos.

    Lo que está bien hasta entonces: { $fine }.
care-paused = <i>Puse en pausa tu plan y tus avisos hasta que me digas que alguien lo revisó. Guardo que apareció una señal, y cuándo. Lo que está bien hasta entonces: { $fine }.</i>
care-fine-breathing = respirar con calma y leer
care-fine-reading = leer
care-button-seen = Ya lo revisaron
care-button-mistake = Fue un malentendido
care-button-mis-tapped = Toqué la que no era
care-button-breathe = 🌬 Respirar
care-seen =
    <b>Qué bueno saberlo.</b>

    Entonces seguimos, con suavidad. Si te dijeron que dejes algo fuera, dímelo en «Mi salud».
care-mistake =
    <b>No pasa nada.</b>

    Todo está como antes.

care-new =
    <b>¿Qué hay de nuevo?</b>

    { $questions }
care-new-question = • { $question }
care-button-nothing-new = Nada de eso: empezar
care-gone = Eso ya está resuelto.

care-flag = «{ $flag }»
care-left-out = Queda fuera por { $flags }: { $exercises }.
care-left-ask = Queda fuera hasta que un profesional esté de acuerdo, por { $flags }: { $exercises }.
care-in-form = En una forma que va bien con { $flags }: { $exercises }.
care-only-gentle = Solo lo que es suave para cualquiera, hasta que te haga unas preguntas.
care-only-breathing = Solo respiración, hasta que alguien lo revise.
care-nothing =
    <b>Nada de esto va bien con lo que me contaste.</b>

    { $why }
care-nothing-left = Entre los ejercicios hay otra cosa para ti.

care-note-ok = <b>Para ti:</b> está bien.
care-note-adapt = <b>Para ti:</b> en la forma «{ $form }», por { $flags }.
care-note-ask = <b>Para ti:</b> pregunta primero a tu médico o fisioterapeuta, por { $flags }.
care-note-skip = <b>Para ti:</b> mejor no, por { $flags }.
care-note-check-first = <b>Para ti:</b> no antes de que alguien lo revise.
care-note-notice = <i>{ $notice }</i>
care-button-form = La forma para ti
