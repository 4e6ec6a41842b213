"""Record to slip: what stands on a paper, line by line."""
