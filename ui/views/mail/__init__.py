"""The mail room: grid, entry by ten-key, control total, and its dialogs."""
