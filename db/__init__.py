"""The station's books: journal, views, work tables, settings and keys."""
