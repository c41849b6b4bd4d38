# Lecturas cortas: qué ayuda, y con cuánta seguridad se sabe.

learn-title = <b>Bueno saberlo</b>

    Un minuto cada una, con una palabra honesta sobre cuánta seguridad hay.
learn-next = Siguiente ›
learn-all = Todas
learn-gone = Esa ya no está. Esto es lo que hay.
