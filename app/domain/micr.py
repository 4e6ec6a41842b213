"""The MICR line of a check: the signs each reader uses, the fields it holds, and what the operator must key.

Rules: devices reference 2.1 to 2.3 (E-13B geometry, Epson OPOS ADK guide, MagTek manuals).
"""

import re
from collections.abc import Mapping
from enum import Enum

from app.domain.money import Money
from app.errors import DeviceFaultError, InputError
from app.frozen import frozen

RAW_LIMIT = 120
TRANSIT, ON_US, AMOUNT, DASH, UNREAD = "T", "U", "$", "-", "?"
_TRANSIT_FIELD = r"T([0-9?-]{9})T"
_AMOUNT_FIELD = r"\$([0-9?]{10})\$\s*$"
_AUX_FIELD = r"U([^UT]*)U"
_NO_SIGN = "·"
_EPC_FIELD = r"([0-9?])\s*$"
_ABA_FIRST_TWO = (range(13), range(21, 33), range(61, 73), range(80, 81))
_ABA_WEIGHTS = (3, 7, 1)


class CheckUnreadableError(DeviceFaultError):
    """The reader saw no magnetic line, or nothing of it could be read."""

    code = "check_unreadable"

    def __init__(self) -> None:
        super().__init__("The check could not be read. Feed it again face up, or key its number.")


class KeyedWrongError(InputError):
    """What was keyed for an unread field cannot be."""

    code = "keyed_wrong"

    def __init__(self, field: "Field", why: str) -> None:
        super().__init__(f"The {field.value} is not right. {why}")
        self.field = field


class Dialect(Enum):
    """How a reader writes the four signs and an unread place: transit, on-us, amount, dash, unread (2.2).

    `·` stands for a sign that the dialect has not: in X9.37 fields nothing marks the routing number, so whoever reads
    whole lines in it has to key that.
    """

    CANONICAL = "TU$-?"
    UPOS = "toa-?"
    UPOS_D = "toad?"
    TOAD = "TOAD?"
    ABCD = "ACBD?"
    RANGER = "dcb-!"
    NCR = ")(&'?"
    X937 = "·/·-*"

    @property
    def setting(self) -> str:
        """The name in a device's settings."""
        return self.name.lower()

    @property
    def signs(self) -> dict[str, str]:
        """Its signs and what they are in ours; only those it has."""
        pairs = zip(self.value, "TU$-?", strict=True)
        return {sign: ours for sign, ours in pairs if sign != _NO_SIGN}


class CheckKind(Enum):
    """UnifiedPOS MICR check types."""

    PERSONAL = 1
    BUSINESS = 2
    UNKNOWN = 99


class Field(Enum):
    """A field that an operator can be asked to key."""

    TRANSIT = "routing number"
    ACCOUNT = "account number"
    SERIAL = "check number"
    AMOUNT = "amount"


KEYED_FIELDS = (Field.TRANSIT, Field.ACCOUNT, Field.SERIAL)
"""What an operator keys; the amount has a field of its own on every check."""


@frozen
class CheckRead:
    """One raw line as the reader sent it. Holds bank numbers: never written down unsealed, so it has no repr."""

    raw: str
    dialect: Dialect

    __repr__ = object.__repr__


@frozen
class MicrLine:
    """A parsed line; an empty text is a field that is not there, `to_key` what the operator must key.

    Holds bank numbers, so it has no repr.
    `account` keeps its spaces and dashes for show, `account_digits` is for matching. `is_foreign`: the transit
    field is not a U.S. one (Canadian `nnnnn-nnn`).
    """

    raw: str
    canonical: str
    transit: str
    account: str
    serial: str
    epc: str
    amount: Money | None
    kind: CheckKind
    is_foreign: bool
    to_key: tuple[Field, ...]

    __repr__ = object.__repr__

    @property
    def account_digits(self) -> str:
        """The account without spaces and dashes."""
        return re.sub(r"[^0-9?]", "", self.account)

    @property
    def is_whole(self) -> bool:
        """Nothing is left for the operator."""
        return not self.to_key


def aba_is_valid(transit: str) -> bool:
    """Nine digits, a first pair that is in use, and 3-7-1 weights that add up to a multiple of ten."""
    if not re.fullmatch(r"[0-9]{9}", transit):
        return False
    if not any(int(transit[:2]) in pairs for pairs in _ABA_FIRST_TWO):
        return False
    return sum(_ABA_WEIGHTS[place % 3] * int(digit) for place, digit in enumerate(transit)) % 10 == 0


def canonical(raw: str, dialect: Dialect) -> str:
    """The line in our own signs; control characters are dropped, a letter that is no sign counts as unread."""
    signs = dialect.signs
    translated = (
        letter if (letter.isascii() and letter.isdigit()) or letter in " -" else signs.get(letter, UNREAD)
        for letter in raw[:RAW_LIMIT]
        if letter.isprintable()
    )
    return "".join(translated)


def dialects_that_fit(raw: str) -> tuple[Dialect, ...]:
    """Calibration with a known check: the dialects in which a transit field passes the ABA check."""
    return tuple(dialect for dialect in Dialect if _transit_fits(canonical(raw, dialect)))


def _transit_fits(line: str) -> bool:
    transit = re.search(_TRANSIT_FIELD, line)
    return transit is not None and aba_is_valid(transit[1]) and UNREAD not in line


def parse_micr(read: CheckRead) -> MicrLine:
    """Take the line apart.

    Raises:
        CheckUnreadableError: not one digit was read.
    """
    line = canonical(read.raw, read.dialect)
    if not any(letter.isdigit() for letter in line):
        raise CheckUnreadableError
    rest, amount_field = _split_amount(line)
    transit = re.search(_TRANSIT_FIELD, rest)
    left, on_us = (rest[: transit.start()], rest[transit.end() :]) if transit else (rest, "")
    # without a transit sign only what begins the line is known to be the auxiliary field: the rest is not guessed at
    aux = re.search(_AUX_FIELD, left) if transit else re.match(rf"\s*{_AUX_FIELD}", left)
    epc = re.search(_EPC_FIELD, re.sub(_AUX_FIELD, "", left)) if transit else None
    account, serial = _split_on_us(on_us)
    number = transit[1] if transit else ""
    return _with_what_is_missing(
        MicrLine(
            raw=read.raw,
            canonical=line,
            transit=number,
            account=account,
            serial=aux[1].strip() if aux else serial,
            epc=epc[1] if epc else "",
            amount=Money(int(amount_field)) if amount_field.isdigit() else None,
            kind=_kind(is_found=transit is not None, has_aux=aux is not None),
            is_foreign=DASH in number,
            to_key=(Field.AMOUNT,) if UNREAD in amount_field else (),
        )
    )


def read_of(line: MicrLine, field: Field) -> str:
    """What was read of a field, an unread place as `?`."""
    return {Field.TRANSIT: line.transit, Field.ACCOUNT: line.account, Field.SERIAL: line.serial}.get(field, "")


def keyed(line: MicrLine, values: Mapping[Field, str]) -> MicrLine:
    """The line with what the operator keyed; nothing of it is guessed, and what was read stays as it was read.

    Raises:
        KeyedWrongError: a field is not whole, fails its check, or does not fit the places that were read.
    """
    found = {field: values.get(field, read_of(line, field)).strip() for field in KEYED_FIELDS}
    for field in KEYED_FIELDS:
        _check_keyed(field, found[field], read_of(line, field))
    transit, account, serial = (found[field] for field in KEYED_FIELDS)
    is_business = line.kind is CheckKind.BUSINESS
    whole = f"U{serial}U T{transit}T {account}U" if is_business else f"T{transit}T {account}U {serial}"
    changed = {"canonical": whole, "transit": transit, "account": account, "serial": serial, "to_key": ()}
    return MicrLine(**{**vars(line), **changed})


def _check_keyed(field: Field, value: str, read: str) -> None:
    if not re.fullmatch(r"[0-9][0-9 -]*", value):
        raise KeyedWrongError(field, "Type every digit of it as it stands on the check.")
    if field is Field.TRANSIT and not aba_is_valid(value):
        raise KeyedWrongError(field, "It has nine digits and must pass the bank's check. Look at it again.")
    fits = len(value) == len(read) and all(was in (UNREAD, now) for was, now in zip(read, value, strict=True))
    if UNREAD in read and not fits:
        raise KeyedWrongError(field, f"The reader read {read} there. Look at it again, or feed the check again.")


def _split_amount(line: str) -> tuple[str, str]:
    """The line without its amount field, and the ten places of that field."""
    field = re.search(_AMOUNT_FIELD, line)
    return (line[: field.start()], field[1]) if field else (line, "")


def _split_on_us(on_us: str) -> tuple[str, str]:
    """Account and serial right of the transit field: serial behind the last on-us sign, or before the first of two."""
    parts = [part.strip() for part in on_us.split(ON_US)]
    if len(parts) == 1:
        return parts[0], ""
    if parts[-1]:
        return ON_US.join(parts[:-1]).strip(ON_US), parts[-1]
    if len(parts) > 2:
        return " ".join(parts[1:-1]), parts[0]
    return parts[0], ""


def _kind(*, is_found: bool, has_aux: bool) -> CheckKind:
    if not is_found:
        return CheckKind.UNKNOWN
    return CheckKind.BUSINESS if has_aux else CheckKind.PERSONAL


def _with_what_is_missing(line: MicrLine) -> MicrLine:
    """An unread place, a missing field or a transit number that fails its check goes to the operator."""
    asked = list(line.to_key)
    if not aba_is_valid(line.transit):
        asked.append(Field.TRANSIT)
    if not line.account_digits or UNREAD in line.account:
        asked.append(Field.ACCOUNT)
    if not line.serial or UNREAD in line.serial:
        asked.append(Field.SERIAL)
    in_order = tuple(field for field in Field if field in asked)
    return MicrLine(**{**vars(line), "to_key": in_order})
