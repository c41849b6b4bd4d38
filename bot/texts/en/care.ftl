# The questions before the plan, what I keep in mind, warning signs that hold everything up.

command-health = your health, and what I keep in mind

button-health = My health
care-state = <i>{ $state }</i>

care-intro =
    <b>First, a few taps about you.</b>

    So that I leave out what might not be good for you. At most nine, and you can stop anywhere.
care-again =
    <b>It is time to ask again.</b>

    A year has gone by. At most nine taps.
care-first =
    <b>This one asks for a few answers first.</b>

    So that I know whether it suits you. At most nine taps.
care-question =
    <b>Question { $number } of { $total }</b>

    { $question }
care-button-ticked = ☑ { $name }
care-button-unticked = ☐ { $name }
care-button-done = Done ›
care-button-back = ‹ Back
care-button-gentle = Later, gentle start now
care-button-not-now = Not now
care-outdated = That question is answered already.
care-put-off-nothing = There is nothing gentle in this one. I ask again another time.

care-health =
    <b>Your health</b>

    { $answered ->
        [never] I have not asked you yet.
       *[other] You answered on { $answered }.
    }
care-health-due = That is a year ago or more. Please answer again, when you have a minute.
care-health-left = You left the questions at { $number } of { $total }. I kept your place.
care-thanks = <b>Thank you, that is all I need.</b>
care-mind = <b>What I keep in mind</b>
care-mind-item = • { $flag }
care-mind-nothing = Nothing to be careful with, as far as I know.
care-mind-how = A tap on ✕ means: no longer true. A tap on + means: true now.
care-mind-rest = For anything else, let me ask again.
care-button-drop = ✕ { $flag }
care-button-add = + { $flag }
care-button-undo = ↩ Undo
care-button-ask = Answer the questions
care-button-ask-again = My health changed
care-button-go-on = Go on with the questions
care-changed = Changed. I keep it in mind from now on.
care-changed-already = Nothing to change there.
care-undone = As it was before.

care-adults =
    <b>This coach is for adults.</b>

    Thank you for telling me. A back that still grows needs other advice than mine, so I make no plan for you. If your back hurts, please tell a parent, or somebody you trust, and see a doctor or a physiotherapist together. You are welcome to read.
care-button-wrong-age = I tapped the wrong one

care-held =
    <b>Paused until someone has had a look</b>

    Since { $day } a warning sign is open, so I keep still: no plan, and no nudges. If it is strong or new, please do not wait.

    What is fine until then: { $fine }.
care-check =
    <b>Please have it checked first</b>

    Something in your answers is a reason to ask a doctor before you exercise. It is not a diagnosis. Until then I keep still: no plan, and no nudges.

    What is fine until then: { $fine }.
care-paused = <i>I have paused your plan and your nudges until you tell me that someone has had a look. I keep that a sign came up, and when. What is fine until then: { $fine }.</i>
care-fine-breathing = calm breathing, and reading
care-fine-reading = reading
care-button-seen = It has been looked at
care-button-mistake = It was a misunderstanding
care-button-mis-tapped = I tapped the wrong one
care-button-breathe = 🌬 Breathe
care-seen =
    <b>Good to hear.</b>

    Then we go on, gently. If you were told to leave something out, tell me under “My health”.
care-mistake =
    <b>No harm done.</b>

    Everything is as it was before.

care-new =
    <b>What is new?</b>

    { $questions }
care-new-question = • { $question }
care-button-nothing-new = Nothing of these: start
care-gone = That is settled already.

care-flag = “{ $flag }”
care-left-out = Left out because of { $flags }: { $exercises }.
care-left-ask = Left out until a professional agrees, because of { $flags }: { $exercises }.
care-in-form = In a form that suits { $flags }: { $exercises }.
care-only-gentle = Only what is gentle for everybody, until I have asked you a few questions.
care-only-breathing = Only breathing, until someone has had a look.
care-nothing =
    <b>Nothing of this suits what you told me.</b>

    { $why }
care-nothing-left = There is something else for you among the exercises.

care-note-ok = <b>For you:</b> fine.
care-note-adapt = <b>For you:</b> in the form “{ $form }”, because of { $flags }.
care-note-ask = <b>For you:</b> ask your doctor or physiotherapist first, because of { $flags }.
care-note-skip = <b>For you:</b> better not, because of { $flags }.
care-note-check-first = <b>For you:</b> not before someone has had a look.
care-note-notice = <i>{ $notice }</i>
care-button-form = The form for you
