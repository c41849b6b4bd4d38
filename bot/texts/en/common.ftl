# Words that many screens share.

button-home = Menu
button-back = Back
button-today = Do today's session
button-library = Exercises
button-routine = My routine
button-ready-made = Ready-made routines
button-reminders = Reminders
button-streak = My week
button-zone = Set my clock
button-help = Help
button-safety = When to see a doctor
button-learn = Good to know

days-every = every day
days-week = weekdays
days-end = weekends

kind-mobility = Mobility
kind-stretch = Stretch
kind-strength = Strength
kind-breathing = Breathing

level-gentle = gentle
level-moderate = moderate
level-advanced = advanced

place-chair = On a chair
place-standing = Standing
place-doorway = In a doorway
place-wall = At a wall
place-floor = On the floor
place-bed = On the bed

kit-chair = chair
kit-door-frame = door frame
kit-door = door that closes
kit-wall = wall
kit-band = band
kit-pillow = pillow
kit-mat = mat
kit-table = table or counter
kit-none = nothing at all

minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
exercises = { $count ->
    [one] 1 exercise
   *[other] { $count } exercises
}
sets = { $count ->
    [one] 1 set
   *[other] { $count } sets
}

# A dose in words: the parts are joined by the code with " · ".
dose-sets = { $count ->
    [one] 1 set
   *[other] { $count } sets
}
dose-reps = { $count ->
    [one] once
   *[other] { $count } times
}
dose-breaths = { $count ->
    [one] 1 slow breath
   *[other] { $count } slow breaths
}
dose-hold = hold { $seconds } s
dose-sides = each side
dose-time = about { $minutes } min
