# Moments that the demo offers to jump to.

demo-reminder = Next reminder
demo-morning = Tomorrow morning
