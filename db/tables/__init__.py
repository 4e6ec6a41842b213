"""The tables of `station.db`, three kinds: `journal_` (proof), `view_` (projections), `work_` (mutable, no proof)."""
