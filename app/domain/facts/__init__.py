"""What an entry can say: one frozen dataclass a kind, its fields are the payload's fields.

A fact carries results, never questions: replay and verify read nothing else. Amounts are whole cents,
times UTC ISO 8601 with milliseconds and `Z`, dates `YYYY-MM-DD`, hashes lower-case hex. Fields of a kind never
change their meaning; a new meaning is a new `V`.
"""
