# Lo que se guarda, cómo sacarlo, cómo borrarlo. La página debe decir la verdad de todas las tablas: cámbialas juntas.

command-privacy = lo que guardo de ti, y cómo borrarlo

privacy =
    <b>Lo que guardo de ti</b>

    <b>Qué</b>
    • De Telegram: tu número ahí, tu nombre, tu idioma.
    • De ti: lo que respondes con botones, como tu zona horaria, tus días, tu rutina, tus recordatorios y pausas.
    • Sobre tu salud, porque me lo contaste: tus respuestas a las preguntas antes del plan, lo que tengo en cuenta por ellas, cuánto duele de 0 a 10 y dónde dolió, que hubo una señal de alarma, con el día, y, si las respondes, mis preguntas semanales y las actividades que nombras. Es información delicada: no tienes que responder nada de eso.
    • Si preguntas al equipo de salud: que lo aceptaste, y hasta cuándo; nunca lo que se dice.
    • De lo que haces: qué sesiones y ejercicios, y cuándo; qué pausas de un grupo marcaste. Y qué mensajes te mandé, y cuándo.

    <b>Lo que no guardo</b>
    Lo que escribes. Lo busco, respondo y lo olvido. Solo una hora que guardes se vuelve un recordatorio, y una actividad que te pedí queda tal como la escribiste. Cuando tus palabras suenan a señal de alarma, guardo que la hubo, nunca las palabras. De un lugar que compartas guardo su hora, no el lugar. No abro fotos ni notas de voz.

    <b>Para qué</b>
    Para mostrarte tu sesión, dejar fuera lo que quizá no te convenga, venir cuando lo pediste y contar tu semana. Para nada más.

    <b>Cuánto tiempo</b>
    Hasta que lo borres; entonces, de inmediato y en todas partes. Si quien me opera hace copias de seguridad, lo tuyo se va cuando esas se reemplazan. Bloquearme me calla, pero no borra nada.

    <b>Quién lo ve</b>
    Quien opera este coach puede mirar su base de datos, también tus respuestas de salud y tus puntajes de dolor. Nadie más, ningún grupo ni amigo: un grupo que hace pausas ve cuántos las marcaron, no quiénes. El equipo de salud, donde lo hay, ve algo solo si preguntas a una persona y aceptas: tu nombre, lo que le escribas entonces y, si lo marcas, tu plan y tus últimos controles. Nada de eso va a registros ni cifras. Nadie lo vende ni hace publicidad con ello. Este chat lo guarda Telegram, según las reglas de Telegram.
privacy-button-export = 📦 Todo en un archivo
privacy-button-erase = Borrar todo …

privacy-export =
    <b>Esto es todo lo que sé de ti.</b>

    <i>everything.json</i> lo tiene completo; los otros archivos traen lo mismo en tablas, para una hoja de cálculo.

privacy-erase =
    <b>¿Borrar todo?</b>

    Tu rutina y tu plan, tus recordatorios, tus sesiones y tu racha, tus respuestas de salud y tus puntajes de dolor se irán para siempre. No me quedo con copia, así que nadie puede traerlos de vuelta.
privacy-button-surely = Sí, borrar todo
privacy-button-keep = No, conservar todo
privacy-asked-long-ago = Esa pregunta era de hace rato, así que pregunto otra vez.
privacy-gone =
    <b>Todo borrado.</b>

    Ya no sé nada de ti y no llegará ningún aviso. Lo que está en este chat lo tiene Telegram; ahí puedes vaciarlo.

    Si un día vuelves, /start empieza de nuevo. Que estés bien.
