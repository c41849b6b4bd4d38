# El cartel para la pared, que hace la orden «poster».

poster-title = Cuida el centro de tu espalda
poster-line = Apunta con la cámara del teléfono a un código: el ejercicio se abre en Telegram, con @{ $bot }.
