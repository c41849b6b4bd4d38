# The settings on one page.

command-settings = language, clock, pictures and more

button-settings = Settings
button-privacy = What I keep

settings =
    <b>⚙️ Settings</b>

    Language: <b>{ $language }</b>
    Your clock: <b>{ $at }</b>, as in { $city }
    Quiet hours: { $quiet ->
        [none] none
       *[other] <b>{ $quiet }</b>
    }
    Pictures: { $pictures ->
        [still] still
       *[moving] moving
    }
settings-button-language = 🌐 Language
settings-button-clock = { $hours ->
    [12] Write 6:30 PM
   *[24] Write 18:30
}
settings-button-still = Still pictures
settings-button-moving = Moving pictures
settings-language = <b>Which language shall I speak?</b>
settings-language-set = English it is.
