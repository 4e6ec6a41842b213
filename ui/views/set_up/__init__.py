"""First set-up on the screen: the frame of the path, and a page for each kind of step."""
