# Where somebody is, so that reminders come by their clock.

zone-page =
    <b>🕰 It is { $at } for you</b>, as in { $city }.

    Travelling, or moved? Type the place, like <code>/zone Bogotá</code>, share your location with 📎, or choose a clock. Reminders keep their times on the clock of the new place.
zone-found = { $count ->
    [one] <b>Is this the place?</b>
   *[other] <b>Which of them?</b>
}
zone-city = { $city }, { $country } · { $at }
zone-place =
    <b>Is it { $at } for you now?</b>

    That is the clock of { $city }. I keep the clock only, not the place.
zone-unknown = I do not know that place. A larger city nearby helps, like <code>/zone Bogotá</code>, or choose what your clock shows.
zone-button-yes = Yes, { $at }
zone-button-right = That is right
zone-button-clock = Choose by clock
