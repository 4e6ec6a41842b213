"""Slip to print plan, PDF or preview."""
