"""The till's screen and its dialogs: layout, no rules."""
