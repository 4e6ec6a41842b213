"""Moments as the journal writes them; on the way of every payment, so without strftime."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)
_TO_MS = 23  # `2026-11-20T14:00:00.000`


def utc_text(moment: datetime) -> str:
    """UTC ISO 8601 with milliseconds and `Z`."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")[:_TO_MS] + "Z"


def unix_ms(moment: datetime) -> int:
    """Whole milliseconds since 1970."""
    return (moment - _EPOCH) // _MS
