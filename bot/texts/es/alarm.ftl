# Junto a la tarjeta que responde a una señal de alarma escrita. La tarjeta misma es contenido.

alarm-title = 🚨 <b>{ $title }</b>
alarm-a =
    <i>Soy un programa: aquí nadie más lee. No guardé nada de lo que escribiste. Si querías decir otra cosa, dilo con otras palabras.</i>
alarm-b =
    <i>Soy un programa: aquí nadie más lee. No guardé nada de lo que escribiste. Respirar con calma suele estar bien hasta que hables con alguien. Si querías decir otra cosa, dilo con otras palabras.</i>
alarm-all = 🩺 Cuándo ir al médico
