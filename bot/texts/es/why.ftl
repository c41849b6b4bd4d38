# El registro: cómo cuenta cada día, y por qué.

command-why = cómo cuenta cada día, y por qué

button-why = Por qué cuenta así

ledger = <b>Cómo cuentan tus días, y por qué</b>
ledger-line = { $sign } { $day } · { $why }
ledger-ended = { $length ->
    [one] Tu racha de 1 día
   *[other] Tu racha de { $length } días
} terminó el { $day }: un día previsto sin nada anotado, con los comodines de esa semana ya usados. Los días de antes siguen siendo tuyos.
ledger-passes = 🌿 <i>Un comodín de descanso cubre un día previsto sin práctica. Llegan dos por semana, solos y gratis.</i>
ledger-button-did = { $day }: lo hice
ledger-button-back = { $day }: quitarlo
ledger-button-older = ‹ Más antiguos
ledger-button-newer = Más nuevos ›
ledger-taken-back = Quitado.
