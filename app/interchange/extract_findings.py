"""What a reading of the extract has to tell: rows that were not taken, accounts that could not be read."""


from app.frozen import frozen
from app.interchange.extract_errors import TooManyBadRowsError

MAX_QUARANTINED = 50_000
MAX_TEXT_KEPT = 2_000


@frozen
class QuarantinedRow:
    """A row that was not taken: physical line, why, the account it names ("" when it names none), its text."""

    line: int
    reason: str
    key: str
    text: str


@frozen
class UnreadAccount:
    """An account of which the file holds only rows that were not understood: what was known stays, incomplete."""

    key: str
    incomplete: tuple[tuple[int, str], ...]


class Quarantine:
    """The rows not taken so far, at most MAX_QUARANTINED."""

    def __init__(self) -> None:
        self.rows: list[QuarantinedRow] = []

    def add(self, line: int, reason: str, *, key: str, text: str) -> None:
        """Keep a row.

        Raises:
            TooManyBadRowsError: this is another kind of file.
        """
        if len(self.rows) >= MAX_QUARANTINED:
            first = min(self.rows, key=lambda row: row.line)
            raise TooManyBadRowsError(MAX_QUARANTINED, line=first.line, reason=first.reason)
        self.rows.append(QuarantinedRow(line, reason, _printable(key), _printable(text[:MAX_TEXT_KEPT])))


def _printable(text: str) -> str:
    """Bytes foreign to the file's encoding as escapes, so that the text can be stored and shown."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")
