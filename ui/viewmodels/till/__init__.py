"""The till: what stands on the receipt in hand, what was given, and what became of it; one noun a file."""
