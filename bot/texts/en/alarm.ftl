# Beside the safety card that answers a warning sign in typed words. The card itself is content.

alarm-title = 🚨 <b>{ $title }</b>
alarm-a =
    <i>I am a program: nobody reads along here. I kept nothing of what you wrote. If you meant something else, just say it in other words.</i>
alarm-b =
    <i>I am a program: nobody reads along here. I kept nothing of what you wrote. Calm breathing is usually fine until you have talked to someone. If you meant something else, say it in other words.</i>
alarm-all = 🩺 When to see a doctor
