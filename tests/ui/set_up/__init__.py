"""First set-up: each step's sentences, and the whole path in the real window."""
