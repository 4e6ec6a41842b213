"""Dated settings: every fee, limit, deadline and wording, with the ordinance it cites (P17)."""
