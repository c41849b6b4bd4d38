# Los ajustes en una página.

command-settings = idioma, reloj, imágenes y más

button-settings = Ajustes
button-privacy = Lo que guardo

settings =
    <b>⚙️ Ajustes</b>

    Idioma: <b>{ $language }</b>
    Tu reloj: <b>{ $at }</b>, como en { $city }
    Horas de silencio: { $quiet ->
        [none] ninguna
       *[other] <b>{ $quiet }</b>
    }
    Imágenes: { $pictures ->
        [still] fijas
       *[moving] en movimiento
    }
settings-button-language = 🌐 Idioma
settings-button-clock = { $hours ->
    [12] Escribir 6:30 p. m.
   *[24] Escribir 18:30
}
settings-button-still = Imágenes fijas
settings-button-moving = En movimiento
settings-language = <b>¿En qué idioma te hablo?</b>
settings-language-set = Listo, en español.
