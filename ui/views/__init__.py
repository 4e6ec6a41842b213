"""Screens and dialogs: layout, no rules."""
