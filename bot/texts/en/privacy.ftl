# What is kept, taking it out, erasing it. The page must say the truth about all tables: change them together.

command-privacy = what I keep about you, and how to erase it

privacy =
    <b>What I keep about you</b>

    <b>What</b>
    • From Telegram: your number there, your first name, your language.
    • From you: what you answer with buttons, such as your time zone, your days, your routine, your reminders and pauses.
    • About your health, because you told me: your answers to the questions before the plan, what I keep in mind because of them, how much it hurts from 0 to 10 and where it did, that a warning sign came up, with the day, and, if you answer them, my weekly questions and the activities that you name. This is sensitive, so you need not answer any of it.
    • If you ask the care team: that you agreed to it, and until when; never what is said.
    • From what you do: which sessions and exercises, and when; which breaks of a group you ticked. And which messages I sent you, and when.

    <b>What I do not keep</b>
    What you type. I look it up, answer, and forget it. Only a time that you save becomes a reminder, and an activity that I asked you for is kept as you wrote it. When your words sound like a warning sign, I keep that it came up, never the words. Of a place that you share I keep its clock, not the place. Photos and voice notes I do not open.

    <b>Why</b>
    To show your session, to leave out what might not be good for you, to come when you asked, to count your week. For nothing else.

    <b>How long</b>
    Until you erase it; then at once, everywhere. If whoever runs me makes backups, yours goes when those are replaced. Blocking me keeps me quiet, but erases nothing.

    <b>Who sees it</b>
    Whoever runs this coach can look into its database, your health answers and pain scores included. Nobody else, no group and no friend: a group that takes breaks together sees how many ticked, not who. The care team, where there is one, sees something only if you ask a human and agree: your first name, what you write to it then, and, if you tick that, your plan and last check-ins. None of it goes into logs or figures. Nobody sells it, nobody advertises with it. This chat itself is kept by Telegram, under Telegram's rules.
privacy-button-export = 📦 Get all of it as a file
privacy-button-erase = Erase everything …

privacy-export =
    <b>This is all I know about you.</b>

    <i>everything.json</i> has the whole; the other files have the same as tables, for a spreadsheet.

privacy-erase =
    <b>Erase everything?</b>

    Your routine and plan, your reminders, your sessions and row of days, your health answers and pain scores will be gone for good. I keep no copy, so nobody can bring them back.
privacy-button-surely = Yes, erase everything
privacy-button-keep = No, keep it all
privacy-asked-long-ago = That question was from a while ago, so I ask again.
privacy-gone =
    <b>All gone.</b>

    I know nothing about you any more, and no nudge will come. What stands in this chat is with Telegram; you can clear it there.

    Should you come back, /start begins anew. Be well.
