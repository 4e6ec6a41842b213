"""The mail room in the real window."""
