"""The account room on the screen."""
