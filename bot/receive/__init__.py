"""Where updates come in."""
