"""Midback: a Telegram coach for a stiff or sore middle back."""
