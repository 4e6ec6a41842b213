"""A practice city by seed: a billing system's extract of people who do not exist, and its next one after payments."""
