"""The real window over a practice folder, as a person works at it."""
