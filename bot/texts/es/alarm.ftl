# Junto a la tarjeta que responde a una señal de alarma escrita. La tarjeta misma es contenido.

alarm-title = 🚨 <b>{ $title }</b>
alarm-a =
    <i>Soy un programa: aquí nadie más lee. No guardé nada de lo que escribiste, solo que he puesto en pausa tu plan y tus recordatorios. Si querías decir otra cosa, un toque abajo lo deja todo como estaba.</i>
alarm-b =
    <i>Soy un programa: aquí nadie más lee. No guardé nada de lo que escribiste, solo que he puesto en pausa tu plan y tus recordatorios. Respirar con calma suele estar bien hasta que hables con alguien. Si querías decir otra cosa, un toque abajo lo deja todo como estaba.</i>
alarm-crisis-title = 🤍 <b>{ $title }</b>
alarm-crisis =
    <i>Aquí nadie más lee. No guardé nada de lo que escribiste.</i>
alarm-all = 🩺 Cuándo ir al médico
