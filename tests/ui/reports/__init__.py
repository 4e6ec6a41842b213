"""The reports room on screen."""
