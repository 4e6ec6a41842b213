"""The account as its room shows it: words and amounts as text, nothing to add up any more."""

from typing import NamedTuple

from app.domain.account_alerts import Alert
from app.domain.entry import EntryRef
from app.frozen import frozen


class Sign(NamedTuple):
    """One badge."""

    words: str
    tone: str
    icon: str


class EntryShown(NamedTuple):
    """One line of the opened balance; `is_part` stands under the line that it is a part of."""

    words: str
    second: str
    icon: str
    amount: str
    after: str
    is_part: bool
    receipt: str = ""


class LineShown(NamedTuple):
    """One amount with its words; `icon` and `second` where the line has them, `key` names the figure it opens as."""

    words: str
    amount: str
    second: str = ""
    icon: str = ""
    tone: str = ""
    key: str = ""


class FactShown(NamedTuple):
    """A name and what is known of it; `is_masked` while only a part is shown."""

    name: str
    words: str
    is_masked: bool = False


class FigureRow(NamedTuple):
    """One line of an opened figure; `receipt` can be looked at where there is one."""

    words: str
    second: str
    icon: str
    amount: str
    receipt: str = ""


class FigureShown(NamedTuple):
    """A figure of the screen with the lines that make it."""

    key: str
    words: str
    amount: str
    rows: tuple[FigureRow, ...]


class NoteShown(NamedTuple):
    """A note of our own: who wrote it when, its words, and whether it stands above the money; `ref` to end it."""

    ref: EntryRef
    words: str
    second: str
    is_alert: bool


@frozen
class KeepOn:
    """What keeps the service on, beside it a few words; `amount` is empty while nobody can say.

    `why` is a sentence where there are no lines.
    """

    title: str
    amount: str
    by_when: str
    sentence: str
    why: str
    lines: tuple[LineShown, ...]
    can_take: bool


@frozen
class AccountFace:
    """Everything on the screen. `balance` is empty for an account that was not wholly understood.

    `is_hidden`: a confidential account whose details nobody revealed yet. `is_masked`: there is contact to reveal.
    """

    key: str
    number: str
    name: str
    address: str
    signs: tuple[Sign, ...]
    alerts: tuple[Alert, ...]
    balance: str
    past_due: str
    is_past_due: bool
    current: str
    current_due: str
    source: str
    entries: tuple[EntryShown, ...]
    keep_on: KeepOn
    payments: tuple[LineShown, ...]
    services: tuple[LineShown, ...]
    contact: tuple[FactShown, ...]
    facts: tuple[FactShown, ...]
    notes: tuple[FactShown, ...]
    is_hidden: bool
    is_masked: bool
    figures: tuple[FigureShown, ...] = ()
    own_notes: tuple[NoteShown, ...] = ()
