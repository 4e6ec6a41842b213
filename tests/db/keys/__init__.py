"""Tests of db.keys."""
