"""The outside world of records: the journal and what is read from it, files, keys, backups.

Rooms: `opener` (the only way into a keyed file), `tables` (journal_, view_, work_), `journal` (how an entry is born),
`projections` (entries to rows), `replay` (rows again from entries), `questions` (rows to records), `books` and `deed`
(the port `Books`), `writer` and `reader` (the two lanes), `station` (all of it as one object), `search` (accounts as
you type), `intake` (an extract taken), `migrations`, `keys`, `backup`, `verify`.

Importing `station`, `writer` or `reader` imports no SQLAlchemy; the writer does so behind sign-in.
"""
