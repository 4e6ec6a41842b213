"""One deed a file: checks rule and role, opens one unit of work, commits once."""
