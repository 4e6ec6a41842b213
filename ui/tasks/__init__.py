"""Workers, and tasks that run a call on one and bring the answer back to the window."""
