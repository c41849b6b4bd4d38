# Asking a human, the conversation with the care team, and routines that it prescribes.

command-human = ask a human
button-human = 🤝 Ask a human

team-own =
    <b>🤝 My own physio</b>

    No care team stands behind this coach. But what you did here may help whoever looks at your back: a physiotherapist, your doctor.

    I can make one page of it, for you to show or to send.

    If it cannot wait, please do not wait: /safety says when to call.
team-button-report = 📄 A page for them

team-ask =
    <b>🤝 Ask a human</b>

    A care team reads along here, if you want that. They answer when they can, <b>perhaps only after some days</b>. They are no emergency service: if it cannot wait, see /safety or call your local emergency number.

    <b>What the team will see</b>
    • your first name
    • what you write, photograph, record or send here while the conversation is open
    { $more ->
        [yes] • your plan and your last check-ins
       *[no] • nothing else: no plan, no check-ins
    }

    I pass it on and keep none of it. What they have read stays in the team's chat until they delete it there.
team-button-more = ☐ Add plan, check-ins
team-button-less = ☑ Plan and check-ins
team-button-open = Yes, open it
team-open =
    <b>The conversation with the care team is open.</b>

    Whatever you write here now goes to the team, and a 🕊 under your message says that I passed it on. Their answers come here, perhaps only after some days. Corrections of a sent message are not passed on.

    Commands and buttons work as ever.

    For anything urgent, do not wait for an answer: /safety
team-button-end = Close the conversation
team-button-again = Open it again
team-closed =
    <b>The conversation is closed.</b>

    What you write is for me alone again. /human opens it anew whenever you like.
team-closed-by-team =
    <b>The care team has closed the conversation.</b>

    What you write is for me alone again. /human opens it anew whenever you like.
team-gone =
    <b>That did not reach the team.</b>

    They have put our conversation away, so I have closed it here, too. /human opens a new one.
team-unreachable =
    <b>I cannot reach the care team just now.</b>

    That is on my side, and nothing was sent. Please try again later.
team-not-passed =
    <b>That did not reach the team.</b>

    Something stood in the way on my side. Please send it once more.
team-unsure =
    I was interrupted while I passed your message on, so I do not know whether it arrived. If it matters, please send it once more.
team-over = That conversation is closed already.

team-topic = { $name } · { $code }
team-topic-erased = Erased
team-card =
    <b>{ $name }</b> asks for a human.

    What is written in this topic goes to { $name }, under the coach's name. What begins with // stays among you, and so do commands. A 🕊 says that it was passed on.
team-card-plan = <b>Plan</b>: { $name }, week { $week } of { $weeks }
team-card-no-plan = <b>Plan</b>: none
team-card-checkins = <b>Last check-ins</b>
team-card-no-checkins = <b>Last check-ins</b>: none
team-card-pain = • { $day }: pain { $scores } of 10
team-card-peg = • { $day }: pain, joy, everyday life { $scores } (0 good, 10 bad)
team-card-activities = • { $day }: own activities { $scores } (10 as well as before)
team-card-change = • { $day }: { $words }
team-card-closed =
    <b>{ $name }</b> · closed

    Nothing of this topic is passed on any more.
team-button-close = Close the conversation
team-person-closed = { $name } has closed the conversation. Only { $name } can open it again.
team-team-closed = The conversation is closed; { $name } was told. Only { $name } can open it again.
team-erased = The person has erased their data, so this conversation is over. Please delete the topic when you need it no longer.
team-not-open = This conversation is closed, so that was not passed on. Only { $name } can open it again.
team-away = { $name } has blocked the coach or left Telegram, so that was not passed on.
team-reply-not-passed = That was not passed on: something stood in the way. Please send it once more.
team-reply-unsure = I was interrupted while I passed that on, so I do not know whether it arrived. If it matters, please send it once more.
team-shut = Closed.
team-shut-already = That one is closed already.

prescribe-only-team = Routines are prescribed in the care team's chat, by its members. Yours is here: /routine
prescribe-draft =
    <b>Prescribe a routine</b>
    { $title ->
        [none] <i>No title yet: write /prescribe and the title.</i>
       *[other] { $title }
    }
prescribe-empty = Begin with a ready-made routine, or pick exercises.
prescribe-line = { $number }. <b>{ $name }</b>
prescribe-line-form = { $number }. <b>{ $name }</b> · { $form }
prescribe-routines = <b>Begin with which routine?</b> It takes the place of what is there.
prescribe-exercises = <b>Which exercises?</b> A tap puts one in or takes it out.
prescribe-picked = ✓ { $name }
prescribe-dose =
    <b>{ $name }</b>
    { $form }

    { $dose }
prescribe-made =
    <b>{ $title }</b> is ready:

    { $link }

    Whoever opens the link sees the routine and may take it up. It holds until you withdraw it: /prescribe list
prescribe-list = <b>Prescribed routines</b>
prescribe-none =
    <b>Prescribed routines</b>

    None. /prescribe makes one.
prescribe-listed = <b>{ $title }</b> · { $by }
prescribe-withdrawn = Withdrawn. Who took it up keeps the routine.
prescribe-dropped = Thrown away.
prescribe-unfinished = There is nothing in it yet.
prescribe-gone = That one is gone.
prescribe-title = Exercises for you
prescribe-button-routines = Ready-made
prescribe-button-exercises = Exercises
prescribe-button-make = Make the link
prescribe-button-list = All prescribed
prescribe-button-drop = Throw away
prescribe-button-new = Another one
prescribe-button-back = ‹ The routine
prescribe-button-withdraw = ✕ { $title }

prescribed =
    <b>{ $title }</b>
    { $by } put this together for you. { $exercises }, { $minutes }.
prescribed-nothing = <i>Nothing of it suits you just now. You may keep it; what suits is looked at before every session.</i>
prescribed-gone =
    <b>That link leads nowhere any more.</b>

    Please ask whoever gave it to you for a new one.
prescribed-button = Take it up
prescribed-taken = It is yours now.
prescribed-taken-kept = It is yours now. Your old routine is kept.
prescribed-plan = <i>Your plan goes on: /today follows the plan, this one starts from /routine. /plan ends the plan.</i>
