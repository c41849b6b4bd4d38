# Palabras que comparten muchas pantallas.

button-home = Menú
button-back = Volver
button-today = Hacer la sesión de hoy
button-library = Ejercicios
button-routine = Mi rutina
button-ready-made = Rutinas listas
button-reminders = Recordatorios
button-streak = Mi semana
button-zone = Ajustar mi hora
button-help = Ayuda
button-safety = Cuándo ir al médico
button-learn = Bueno saberlo

days-every = todos los días
days-week = de lunes a viernes
days-end = fines de semana

kind-mobility = Movilidad
kind-stretch = Estiramiento
kind-strength = Fuerza
kind-breathing = Respiración

level-gentle = suave
level-moderate = medio
level-advanced = avanzado

place-chair = En una silla
place-standing = De pie
place-doorway = En el marco de una puerta
place-wall = Contra una pared
place-floor = En el piso
place-bed = En la cama

kit-chair = silla
kit-door-frame = marco de puerta
kit-door = puerta que cierre bien
kit-wall = pared
kit-band = banda elástica
kit-pillow = almohada
kit-mat = colchoneta
kit-table = mesa o barra de cocina
kit-none = nada de nada

minutes = { $count ->
    [one] 1 minuto
   *[other] { $count } minutos
}
exercises = { $count ->
    [one] 1 ejercicio
   *[other] { $count } ejercicios
}
sets = { $count ->
    [one] 1 serie
   *[other] { $count } series
}

# Una dosis en palabras: el código une las partes con " · ".
dose-sets = { $count ->
    [one] 1 serie
   *[other] { $count } series
}
dose-reps = { $count ->
    [one] una vez
   *[other] { $count } veces
}
dose-breaths = { $count ->
    [one] 1 respiración lenta
   *[other] { $count } respiraciones lentas
}
dose-hold = mantén { $seconds } s
dose-sides = cada lado
dose-time = unos { $minutes } min
