"""Numbers that people read: stations, batches, receipts; dense per station and incarnation (R9)."""

import re

_STATION = r"[A-Z]{2}[0-9]{1,2}"
_RECEIPT = r"(X?)([A-Z]{2}[0-9]{1,2})([A-Z])-([0-9]{6})"
_BATCH = r"(X?)([A-Z]{2,4}[0-9]{0,2})([A-Z])-([0-9]{4,})"


def is_station_name(text: str) -> bool:
    """`[A-Z]{2}[0-9]{1,2}`, like DT1 or FC12."""
    return re.fullmatch(_STATION, text) is not None


def receipt_number(*, station: str, incarnation: str, n: int, practice: bool) -> str:
    """`DT1B-000147`; practice numbers begin with X."""
    return f"{'X' if practice else ''}{station}{incarnation}-{n:06d}"


def batch_number(*, station: str, incarnation: str, n: int, practice: bool) -> str:
    """`DT1B-0142`; practice numbers begin with X."""
    return f"{'X' if practice else ''}{station}{incarnation}-{n:04d}"


def deposit_number(*, station: str, incarnation: str, n: int, practice: bool) -> str:
    """`DT1B-D0012`."""
    return f"{'X' if practice else ''}{station}{incarnation}-D{n:04d}"


POSTINGS_EACH = 1_000
"""After a restore posting files are numbered from the next thousand on, so that no number is ever used twice."""


def postings_after_restore(last: int) -> int:
    """The number that stands before the first posting file of the next incarnation; `last` is the backup's last."""
    return (last // POSTINGS_EACH + 1) * POSTINGS_EACH


def is_receipt_number(text: str) -> bool:
    """Whether a scan or typed text is a receipt's number."""
    return re.fullmatch(_RECEIPT, text) is not None


def is_batch_number(text: str) -> bool:
    """Whether the text is a batch's number."""
    return re.fullmatch(_BATCH, text) is not None


def batch_before(number: str) -> str:
    """The batch before this one in its dense series; empty for the first."""
    head, _dash, n = number.rpartition("-")
    return f"{head}-{int(n) - 1:04d}" if int(n) > 1 else ""
