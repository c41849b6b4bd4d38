# Beside the safety card that answers a warning sign in typed words. The card itself is content.

alarm-title = 🚨 <b>{ $title }</b>
alarm-a =
    <i>I am a program: nobody reads along here. I kept nothing of what you wrote, only that I have paused your plan and your reminders. If you meant something else, one tap below puts all back.</i>
alarm-b =
    <i>I am a program: nobody reads along here. I kept nothing of what you wrote, only that I have paused your plan and your reminders. Calm breathing is usually fine until you have talked to someone. If you meant something else, one tap below puts all back.</i>
alarm-crisis-title = 🤍 <b>{ $title }</b>
alarm-crisis =
    <i>Nobody reads along here. I kept nothing of what you wrote.</i>
alarm-all = 🩺 When to see a doctor
