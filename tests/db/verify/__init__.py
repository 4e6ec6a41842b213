"""Tests of db.verify."""
