"""The faces of the program: window and command line."""
