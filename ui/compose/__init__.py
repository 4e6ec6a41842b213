"""Where everything is joined: the only room that knows books, devices and papers at once."""
