"""Pure rules: no input or output, no clock, no random source, no environment."""
