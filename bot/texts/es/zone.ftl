# Dónde está alguien, para que los recordatorios lleguen según su reloj.

zone-page =
    <b>🕰 Tu reloj marca { $at }</b>, como en { $city }.

    ¿De viaje, o te mudaste? Escribe el lugar, como <code>/zone Bogotá</code>, comparte tu ubicación con 📎 o elige una hora. Los recordatorios conservan sus horas en el reloj del nuevo lugar.
zone-found = { $count ->
    [one] <b>¿Es este lugar?</b>
   *[other] <b>¿Cuál de ellos?</b>
}
zone-city = { $city }, { $country } · { $at }
zone-place =
    <b>¿Tu reloj marca ahora { $at }?</b>

    Es la hora de { $city }. Guardo solo la hora, no el lugar.
zone-unknown = No conozco ese lugar. Ayuda una ciudad más grande cerca, como <code>/zone Bogotá</code>, o elige lo que marca tu reloj.
zone-button-yes = Sí, { $at }
zone-button-right = Así está bien
zone-button-clock = Elegir por la hora
