"""One value a setting had, has or will have, and who wrote it when; the last change of a person."""

from collections.abc import Iterable, Sequence
from typing import Any

from app.domain.entry import EntryRef
from app.frozen import frozen


@frozen
class SettingRecord:
    """As its entry says; `at` UTC ISO, `by` empty for what set-up wrote."""

    name: str
    value: Any
    effective_from: str
    ordinance: str
    at: str
    by: str
    ref: EntryRef


@frozen
class PersonChanged:
    """When a person was last changed, and by whom; `by` empty for the first people."""

    user: str
    at: str
    by: str


@frozen
class SettingNow:
    """A setting on a date: what holds, what comes after it, what was before, the nearest first."""

    name: str
    now: SettingRecord | None
    coming: tuple[SettingRecord, ...]
    before: tuple[SettingRecord, ...]


def on_date(name: str, records: Iterable[SettingRecord], today: str) -> SettingNow:
    """The setting's records sorted by what they mean on the day.

    For one date the later entry counts; a value that was replaced before it ever counted is among those before.
    """
    mine = sorted((one for one in records if one.name == name), key=_order)
    told = [one for at, one in enumerate(mine) if not _is_replaced(mine, at)]
    begun = [one for one in told if one.effective_from <= today]
    now = begun[-1] if begun else None
    coming = tuple(one for one in told if one.effective_from > today)
    before = tuple(one for one in reversed(mine) if one is not now and one not in coming)
    return SettingNow(name, now, coming, before)


def _order(one: SettingRecord) -> tuple[str, str, int]:
    return one.effective_from, one.at, one.ref.seq


def _is_replaced(records: Sequence[SettingRecord], at: int) -> bool:
    """Whether a later entry speaks for the same date."""
    return at + 1 < len(records) and records[at + 1].effective_from == records[at].effective_from
