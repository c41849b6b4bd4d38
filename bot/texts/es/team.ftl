# Preguntar a una persona, la conversación con el equipo, y las rutinas que indica.

command-human = preguntar a una persona
button-human = 🤝 Hablar con alguien

team-own =
    <b>🤝 Mi fisioterapeuta</b>

    Detrás de este coach no hay un equipo de salud. Pero lo que hiciste aquí puede servirle a quien revisa tu espalda: un fisioterapeuta, tu médico.

    Puedo hacer una página con eso, para que la muestres o la mandes.

    Si no puede esperar, por favor no esperes: /safety dice cuándo llamar.
team-button-report = 📄 Hacer la página

team-ask =
    <b>🤝 Preguntar a una persona</b>

    Si quieres, un equipo de salud lee lo que escribes aquí. Responde cuando puede, <b>quizá después de unos días</b>. No es un servicio de urgencias: si no puede esperar, mira /safety o llama a tu número de emergencias.

    <b>Lo que verá el equipo</b>
    • tu nombre
    • lo que escribas, fotografíes, grabes o mandes aquí mientras la conversación esté abierta
    { $more ->
        [yes] • tu plan y tus últimos controles
       *[no] • nada más: ni plan ni controles
    }

    Yo lo paso y no guardo nada. Lo que hayan leído queda en el chat del equipo hasta que lo borren allí.
team-button-more = ☐ Plan y controles
team-button-less = ☑ Plan y controles
team-button-open = Sí, abrirla
team-open =
    <b>La conversación con el equipo está abierta.</b>

    Lo que escribas aquí va ahora al equipo, y una 🕊 bajo tu mensaje dice que lo pasé. Sus respuestas llegan aquí, quizá después de unos días. Las correcciones de un mensaje ya mandado no se pasan.

    Los comandos y botones funcionan como siempre.

    Si es urgente, no esperes una respuesta: /safety
team-button-end = Cerrar la conversación
team-button-again = Abrirla otra vez
team-closed =
    <b>La conversación está cerrada.</b>

    Lo que escribas vuelve a ser solo para mí. /human la abre de nuevo cuando quieras.
team-closed-by-team =
    <b>El equipo cerró la conversación.</b>

    Lo que escribas vuelve a ser solo para mí. /human la abre de nuevo cuando quieras.
team-gone =
    <b>Eso no llegó al equipo.</b>

    Guardaron nuestra conversación, así que también la cerré aquí. /human abre una nueva.
team-unreachable =
    <b>Ahora mismo no puedo contactar al equipo.</b>

    Es cosa mía, y no se mandó nada. Prueba más tarde, por favor.
team-not-passed =
    <b>Eso no llegó al equipo.</b>

    Algo se interpuso de mi lado. Mándalo una vez más, por favor.
team-unsure =
    Me interrumpieron mientras pasaba tu mensaje, así que no sé si llegó. Si importa, mándalo una vez más, por favor.
team-over = Esa conversación ya está cerrada.

team-topic = { $name } · { $code }
team-topic-erased = Borrado
team-card =
    <b>{ $name }</b> quiere hablar con una persona.

    Lo que se escribe en este tema le llega a { $name } con el nombre del coach. Lo que empieza con // queda entre ustedes, igual que los comandos. Una 🕊 dice que se pasó.
team-card-plan = <b>Plan</b>: { $name }, semana { $week } de { $weeks }
team-card-no-plan = <b>Plan</b>: ninguno
team-card-checkins = <b>Últimos controles</b>
team-card-no-checkins = <b>Últimos controles</b>: ninguno
team-card-pain = • { $day }: dolor { $scores } de 10
team-card-peg = • { $day }: dolor, disfrute, vida diaria { $scores } (0 bien, 10 mal)
team-card-activities = • { $day }: actividades propias { $scores } (10 como antes)
team-card-change = • { $day }: { $words }
team-card-closed =
    <b>{ $name }</b> · cerrada

    Nada de este tema se pasa ya.
team-button-close = Cerrar la conversación
team-person-closed = { $name } cerró la conversación. Solo { $name } puede abrirla otra vez.
team-team-closed = La conversación está cerrada; se avisó a { $name }. Solo { $name } puede abrirla otra vez.
team-erased = La persona borró sus datos, así que esta conversación terminó. Por favor borren el tema cuando ya no lo necesiten.
team-not-open = Esta conversación está cerrada, así que eso no se pasó. Solo { $name } puede abrirla otra vez.
team-away = { $name } bloqueó el coach o dejó Telegram, así que eso no se pasó.
team-reply-not-passed = Eso no se pasó: algo se interpuso. Mándenlo una vez más, por favor.
team-reply-unsure = Me interrumpieron mientras lo pasaba, así que no sé si llegó. Si importa, mándenlo una vez más, por favor.
team-shut = Cerrada.
team-shut-already = Esa ya está cerrada.

prescribe-only-team = Las rutinas las indica el equipo en su propio chat. La tuya está aquí: /routine
prescribe-draft =
    <b>Indicar una rutina</b>
    { $title ->
        [none] <i>Aún sin título: escribe /prescribe y el título.</i>
       *[other] { $title }
    }
prescribe-empty = Empieza con una rutina lista, o elige ejercicios.
prescribe-line = { $number }. <b>{ $name }</b>
prescribe-line-form = { $number }. <b>{ $name }</b> · { $form }
prescribe-routines = <b>¿Con qué rutina empezar?</b> Toma el lugar de lo que hay.
prescribe-exercises = <b>¿Qué ejercicios?</b> Un toque pone uno o lo quita.
prescribe-picked = ✓ { $name }
prescribe-dose =
    <b>{ $name }</b>
    { $form }

    { $dose }
prescribe-made =
    <b>{ $title }</b> está lista:

    { $link }

    Quien abre el enlace ve la rutina y puede tomarla. Vale hasta que la retires: /prescribe list
prescribe-list = <b>Rutinas indicadas</b>
prescribe-none =
    <b>Rutinas indicadas</b>

    Ninguna. /prescribe hace una.
prescribe-listed = <b>{ $title }</b> · { $by }
prescribe-withdrawn = Retirada. Quien la tomó conserva la rutina.
prescribe-dropped = Descartada.
prescribe-unfinished = Todavía no tiene nada.
prescribe-gone = Esa ya no está.
prescribe-title = Ejercicios para ti
prescribe-button-routines = Rutinas listas
prescribe-button-exercises = Ejercicios
prescribe-button-make = Crear el enlace
prescribe-button-list = Todas las indicadas
prescribe-button-drop = Descartar
prescribe-button-new = Otra más
prescribe-button-back = ‹ La rutina
prescribe-button-withdraw = ✕ { $title }

prescribed =
    <b>{ $title }</b>
    { $by } armó esto para ti. { $exercises }, { $minutes }.
prescribed-nothing = <i>Por ahora nada de esto te conviene. Puedes guardarla; antes de cada sesión se mira qué conviene.</i>
prescribed-gone =
    <b>Ese enlace ya no lleva a ninguna parte.</b>

    Pide uno nuevo a quien te lo dio, por favor.
prescribed-button = Tomarla
prescribed-taken = Ahora es tuya.
prescribed-taken-kept = Ahora es tuya. Tu rutina de antes está guardada.
prescribed-plan = <i>Tu plan sigue: /today va con el plan, esta se empieza desde /routine. /plan termina el plan.</i>
