"""The chat: what people press and type, what they see, and the one door to Telegram."""
