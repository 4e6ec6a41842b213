"""Entries to rows of the views: pure functions, one a kind, shared by append and replay.

`rows_of(fact, mark)` gives (statement name, rows) in the order in which they are run; `advance` moves the one state
row. Both take a fact or its decoded shape.
"""
