"""Where and when an entry stands: what projections need beside the fact."""

from typing import NamedTuple


class Mark(NamedTuple):
    """`eid` of the entry, its hash, UTC time, user and business date."""

    eid: int
    h: bytes
    at: str
    by: str
    business_date: str
