"""Figures of reports, without disk and without a window."""
