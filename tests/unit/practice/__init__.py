"""The practice city."""
