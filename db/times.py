"""Moments as the journal writes them."""

from datetime import datetime


def utc_text(moment: datetime) -> str:
    """UTC ISO 8601 with milliseconds and `Z`."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def unix_ms(moment: datetime) -> int:
    """Whole milliseconds since 1970."""
    whole = moment.replace(microsecond=0)
    return int(whole.timestamp()) * 1000 + moment.microsecond // 1000
