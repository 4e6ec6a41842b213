"""One verb a file; each joins itself to the program when it is asked for."""
