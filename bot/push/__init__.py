"""What the coach sends of its own accord: a tick that finds what is due, and an outbox that sends it."""
