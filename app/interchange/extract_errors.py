"""Why an accounts extract is refused whole, one class and one sentence a cause; nothing was changed."""

from typing import ClassVar

from app.domain.money import Money
from app.errors import CityTillError, InputError


class ExtractRefusedError(InputError):
    """The file is not taken; the accounts stay as they were."""

    code: ClassVar[str] = "extract_refused"


class EmptyExtractError(ExtractRefusedError):
    """No bytes, or blank lines only."""

    code: ClassVar[str] = "extract_empty"

    def __init__(self) -> None:
        super().__init__("The file is empty. Ask billing for a new accounts extract.")


class NotAnExtractError(ExtractRefusedError):
    """Not a CSV text at all: a workbook, a PDF, a picture, UTF-16 text."""

    code: ClassVar[str] = "extract_not_text"

    def __init__(self, what: str, *, cure: str) -> None:
        super().__init__(f"The file is {what}, not an accounts extract. {cure}")
        self.what = what


class HeaderMissingError(ExtractRefusedError):
    """The first line names none of the columns."""

    code: ClassVar[str] = "extract_no_header"

    def __init__(self, *, separator: str = "") -> None:
        why = f"separates its columns by {separator}" if separator else "does not begin with the names of its columns"
        cure = "Ask billing for it with commas" if separator else "Choose the accounts extract"
        super().__init__(f"The file {why}. {cure}.")
        self.separator = separator


class ColumnsMissingError(ExtractRefusedError):
    """The header lacks columns that an import cannot do without."""

    code: ClassVar[str] = "extract_columns_missing"

    def __init__(self, columns: tuple[str, ...]) -> None:
        words = "the column" if len(columns) == 1 else "the columns"
        super().__init__(f"The file lacks {words} {', '.join(columns)}. Ask billing for a complete extract.")
        self.columns = columns


class ColumnRepeatedError(ExtractRefusedError):
    """One column stands twice in the header: which one counts cannot be known."""

    code: ClassVar[str] = "extract_column_repeated"

    def __init__(self, column: str) -> None:
        super().__init__(f"The column {column} stands twice in the file. Ask billing for it once.")
        self.column = column


class LineTooLongError(ExtractRefusedError):
    """A line without an end."""

    code: ClassVar[str] = "extract_line_too_long"

    def __init__(self, line: int) -> None:
        super().__init__(f"Line {line} is too long for an accounts extract. Choose another file.")
        self.line = line


class NoRowsError(ExtractRefusedError):
    """A header and nothing else would make every account absent."""

    code: ClassVar[str] = "extract_no_rows"

    def __init__(self) -> None:
        super().__init__("The file has a header and no accounts. Ask billing for a new extract.")


class ExtractBreaksOffError(ExtractRefusedError):
    """No trailer, and the last line is not whole: the file was cut off on its way."""

    code: ClassVar[str] = "extract_breaks_off"

    def __init__(self, line: int) -> None:
        super().__init__(
            f"The file breaks off in line {line} and has no trailer. Nothing was taken. Ask billing to send it again."
        )
        self.line = line


class TooManyBadRowsError(ExtractRefusedError):
    """So many rows are not understood that this is another kind of file."""

    code: ClassVar[str] = "extract_too_many_bad_rows"

    def __init__(self, limit: int, *, line: int, reason: str) -> None:
        super().__init__(
            f"More than {limit:,} rows are not understood, the first on line {line}: {reason}. Check the extract."
        )
        self.limit, self.line, self.reason = limit, line, reason


class TrailerUnreadableError(ExtractRefusedError):
    """The trailer is there and cannot be read."""

    code: ClassVar[str] = "extract_trailer_unreadable"

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"The trailer on line {line} cannot be read: {what}. Ask billing for a new extract.")
        self.line, self.what = line, what


class TrailerNotLastError(ExtractRefusedError):
    """Something follows the trailer: two files in one."""

    code: ClassVar[str] = "extract_trailer_not_last"

    def __init__(self, line: int) -> None:
        super().__init__(f"Line {line} stands after the trailer, so this may be two files. Ask billing for a new one.")
        self.line = line


class TrailerRowsDifferError(ExtractRefusedError):
    """The trailer counts other rows than the file holds."""

    code: ClassVar[str] = "extract_trailer_rows"

    def __init__(self, *, stated: int, counted: int) -> None:
        super().__init__(
            f"The trailer says {stated:,} rows, the file has {counted:,}: it is not whole. Ask billing for a new one."
        )
        self.stated, self.counted = stated, counted


class TrailerTotalDiffersError(ExtractRefusedError):
    """The trailer adds up to another total than the rows do."""

    code: ClassVar[str] = "extract_trailer_total"

    def __init__(self, *, stated: int, counted: int) -> None:
        super().__init__(
            f"The trailer says {Money(stated)} in all, the rows add up to {Money(counted)}. Ask billing for a new file."
        )
        self.stated, self.counted = stated, counted


class ExtractChangedError(ExtractRefusedError):
    """The file was written to while it was read."""

    code: ClassVar[str] = "extract_changed"

    def __init__(self) -> None:
        super().__init__("The file changed while it was read. Wait until billing has written it and import it again.")


class PostedThroughMissingError(ExtractRefusedError):
    """Nobody says which of our posting files the amounts already contain; it is never guessed."""

    code: ClassVar[str] = "posted_through_missing"

    def __init__(self, last_posting_file: int) -> None:
        super().__init__(
            f"The file does not say which posting file it already contains (the last one made is {last_posting_file}). "
            "Say it with --posted-through, or in the window."
        )
        self.last_posting_file = last_posting_file


class PostedThroughUnknownError(ExtractRefusedError):
    """A person names a posting file that was never made."""

    code: ClassVar[str] = "posted_through_unknown"

    def __init__(self, given: int, *, last_posting_file: int) -> None:
        made = f"the last one made is {last_posting_file}" if last_posting_file else "none was made yet"
        super().__init__(f"The file cannot contain posting file {given}: {made}. Say the right number.")
        self.given, self.last_posting_file = given, last_posting_file


class PostedThroughDiffersError(ExtractRefusedError):
    """The trailer and the person say different posting files."""

    code: ClassVar[str] = "posted_through_differs"

    def __init__(self, *, stated: int, given: int) -> None:
        super().__init__(
            f"The trailer says posting file {stated} is contained, you say {given}. Leave yours out or ask billing."
        )
        self.stated, self.given = stated, given


class ExtractOlderError(ExtractRefusedError):
    """The amounts are of an earlier day than those of the last extract taken: old balances would come back."""

    code: ClassVar[str] = "extract_older"

    def __init__(self, *, as_of: str, last_as_of: str, last_file: str) -> None:
        super().__init__(
            f"The file is as of {as_of}, older than {last_file} as of {last_as_of}, which stands. "
            "Choose the newest extract, or say that the older one shall count (--older, or in the window)."
        )
        self.as_of, self.last_as_of, self.last_file = as_of, last_as_of, last_file


class ImportCancelledError(CityTillError):
    """Somebody pressed cancel."""

    code: ClassVar[str] = "import_cancelled"

    def __init__(self) -> None:
        super().__init__("The import was cancelled. Nothing was changed.")
