"""Nouns and pure rules: one noun a file, no clock, no disk, no Qt."""
