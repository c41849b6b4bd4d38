"""Bots that do the same: a press counts one up in a table, is answered, and the message shows the number."""
