# Menos palabras cuando nadie responde, y lo que se ofrece de vez en cuando.

nudges-still =
    <b>¿Sigues ahí, { $name }?</b>

    Hace unos días que no hay respuesta, y está bien. Ahora guardo silencio. Escribe o pulsa lo que sea, cuando quieras, y tus avisos vuelven como antes.
nudges-button-here = 👋 Aquí estoy
nudges-resumed = Tus avisos vuelven como antes.
nudges-left-out = ⏰ { $count ->
    [one] Un aviso
   *[other] { $count } avisos
} de las dos últimas semanas no te llegaron, porque los anteriores quedaron sin respuesta. Con pulsar una vez, vuelven todos.
