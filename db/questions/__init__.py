"""What the books answer: plain SQL on a bare connection, the same inside a deed and on a screen's own reader.

No SQLAlchemy here: readers must be ready before it is imported (hot-path 7).
"""
