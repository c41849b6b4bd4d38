# Momentos a los que la demostración puede saltar.

demo-reminder = Próximo recordatorio
demo-morning = Mañana temprano
