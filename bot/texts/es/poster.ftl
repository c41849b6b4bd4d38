# El cartel para la pared, que hace la orden «poster».

poster-title = Cuida tu espalda media
poster-line = Apunta con la cámara del teléfono a un código: el ejercicio se abre en Telegram, con @{ $bot }.
