"""How papers say days, times, amounts and people: the same words on the slip, the close report and the deposit slip."""

from collections.abc import Mapping
from datetime import date, datetime, tzinfo

from app.domain.money import Money

# Names of our own: strftime would follow the locale that Qt sets at its start.
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SHORT_HASH = 8


def local(at: str, zone: tzinfo) -> datetime:
    """An entry's time (UTC ISO text) on the city's clock, never the PC's.

    Raises:
        ValueError: the text is no ISO time.
    """
    return datetime.fromisoformat(at).astimezone(zone)


def day(when: date) -> str:
    """`Sat 21 Nov 2026`."""
    return f"{_DAYS[when.weekday()]} {when.day} {_MONTHS[when.month - 1]} {when.year}"


def time(when: datetime) -> str:
    """`10:42 am`."""
    return f"{(when.hour - 1) % 12 + 1}:{when.minute:02d} {'am' if when.hour < 12 else 'pm'}"


def moment(at: str, zone: tzinfo) -> str:
    """`Sat 21 Nov 2026, 10:42 am`; empty for an empty time, as of a deed not yet done."""
    return f"{day(local(at, zone))}, {time(local(at, zone))}" if at else ""


def business_day(business_date: str) -> str:
    """`Sat 21 Nov 2026` for the stored `2026-11-21`.

    Raises:
        ValueError: the text is no ISO date.
    """
    return day(date.fromisoformat(business_date))


def figure(cents: int) -> str:
    """`1,204.10`, without currency sign."""
    return str(Money(cents))


def dollars(cents: int) -> str:
    """`$1,204.10`: totals on paper carry the sign (LOOK section 1.5); a negative has its minus before it."""
    sign, text = ("", figure(cents)) if cents >= 0 else (figure(cents)[0], figure(-cents))
    return f"{sign}${text}"


def person(names: Mapping[str, str], user: str) -> str:
    """A person's name; the user id when nobody of that id is known here."""
    return names.get(user, user)


def people(names: Mapping[str, str], users: tuple[str, ...]) -> str:
    """`M. Ruiz, T. Okafor`, each once, in the order given."""
    return ", ".join(dict.fromkeys(person(names, user) for user in users if user))


def short_hash(h: str) -> str:
    """The first eight hex digits: enough to compare by eye."""
    return h[:SHORT_HASH]
