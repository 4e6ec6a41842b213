"""The figures that the program promises (issue 2), each a ratio of two sides measured in turns within one run."""
