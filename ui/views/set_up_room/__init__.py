"""The Set-up room's screens: the list of pages at the left, a table and what is chosen in it at the right."""
