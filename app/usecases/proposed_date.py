"""The business date as the books and the city's clock propose it."""

from datetime import datetime

from app.domain.business_date import proposed
from app.ports.books import BooksReader


def proposed_date(books: BooksReader, now: datetime) -> str:
    """The business date that the city's clock proposes now; zone and roll time are dated settings."""
    policy = books.policy(now.date().isoformat())
    return proposed(now, time_zone=policy.city_time_zone, rolls_at=policy.business_day_rolls_at)
