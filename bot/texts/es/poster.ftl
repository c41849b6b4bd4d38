# The poster for the wall, made by the command "poster".

poster-title = Cuida el centro de tu espalda
poster-line = Apunta con la cámara del teléfono a un código: el ejercicio se abre en Telegram, con @{ $bot }.
