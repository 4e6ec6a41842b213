"""Rules about the house itself: tools, locks, imports, sizes."""
