# The ledger: how every day counts, and why.

command-why = how each day counts, and why

button-why = Why it counts so

ledger = <b>How your days count, and why</b>
ledger-line = { $sign } { $day } · { $why }
ledger-ended = { $length ->
    [one] Your row of 1 day
   *[other] Your row of { $length } days
} ended on { $day }: a planned day with nothing noted, after the rest passes of that week were used. The days before it stay yours.
ledger-passes = 🌿 <i>A rest pass covers a planned day without practice. Two a week come by themselves and cost nothing.</i>
ledger-button-did = { $day }: I did it
ledger-button-back = { $day }: take it back
ledger-button-older = ‹ Older
ledger-button-newer = Newer ›
ledger-taken-back = Taken back.
