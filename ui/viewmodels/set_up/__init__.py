"""First set-up of a station: a small class a step, and the path through them; nothing is written before the end."""
