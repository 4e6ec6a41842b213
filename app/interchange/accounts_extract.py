"""The accounts extract: bytes in, account snapshots and findings out (accounts-extract.md).

Read twice, in bounded memory. `survey` goes through the whole file first: header, encoding, rows, totals, trailer;
a file that must be refused is refused before any account was handed on. `accounts` then reads it again and yields
each account when its rows end. Rows of one account that do not stand together are known from the survey; such
accounts are collected, about ACCOUNTS_IN_HAND at a time (in further passes when there are more), and come last.
"""

from collections.abc import Callable, Iterator, Mapping
from zlib import crc32

from app.domain.account import Account
from app.frozen import frozen
from app.interchange.extract_errors import ExtractChangedError
from app.interchange.extract_findings import Quarantine, QuarantinedRow, UnreadAccount
from app.interchange.extract_form import CSV_FORM, ExtractForm
from app.interchange.extract_groups import RowGroup
from app.interchange.extract_lines import ByteSource, LinePass
from app.interchange.extract_records import UnsplitLine
from app.interchange.extract_rows import RowReader
from app.interchange.extract_sample import SampledRow, sampled
from app.interchange.extract_survey import ExtractSurvey, survey_lines
from app.interchange.extract_trailer import TRAILER, is_trailer

ACCOUNTS_IN_HAND = 25_000

Incomplete = tuple[tuple[int, str], ...]


@frozen
class ExtractSummary:
    """What one reading found; `total_cents` are the balances (current and past due) of every readable row.

    `total_proved`: a trailer agreed, and no amount was unreadable.
    """

    rows: int
    accounts: int
    quarantined: tuple[QuarantinedRow, ...]
    unread: tuple[UnreadAccount, ...]
    total_cents: int
    has_trailer: bool
    total_proved: bool
    as_of: str | None
    posted_through: int | None
    sha256: str
    encoding: str


def _never() -> bool:
    return False


def _nobody(_bytes_done: int) -> None:
    """Nobody watches."""


class AccountsExtract:
    """One extract. `source` opens its bytes anew each time it is called (chunks of any size).

    `progress` hears the bytes read so far over all passes (`passes` times the file's size in the end); `cancelled`
    is asked at each chunk.
    """

    def __init__(
        self,
        source: ByteSource,
        *,
        form: ExtractForm = CSV_FORM,
        cancelled: Callable[[], bool] = _never,
        progress: Callable[[int], None] = _nobody,
    ) -> None:
        self._source = source
        self._form = form
        self._cancelled = cancelled
        self._progress = progress
        self._bytes_before = 0
        self._survey: ExtractSurvey | None = None
        self._summary: ExtractSummary | None = None

    @property
    def passes(self) -> int:
        """How often the file is read in all; makes the survey when there is none yet."""
        return 1 + _parts(self.survey())

    def sample(self) -> tuple[SampledRow, ...]:
        """What each field of the first rows becomes; raises as `survey`."""
        return sampled(LinePass(self._source(), encoding=self._form.encoding, cancelled=self._cancelled,
                                progress=_nobody), self._form)  # fmt: skip

    def survey(self) -> ExtractSurvey:
        """The first pass: is the file whole and an extract, and what does its trailer say?

        Raises:
            ExtractRefusedError: one sentence; see extract_errors.
            ImportCancelledError: `cancelled` said so.
        """
        if self._survey is None:
            lines = self._lines(self._form.encoding)
            self._survey = survey_lines(lines, self._form)
            self._bytes_before = lines.bytes_read
        return self._survey

    def accounts(self) -> Iterator[Account]:
        """Every account once, in the file's order; those with scattered rows at the end. Ends with the summary.

        Raises:
            ExtractRefusedError: as `survey`, or too many bad rows, or the file changed meanwhile.
            ImportCancelledError: `cancelled` said so.
        """
        survey = self.survey()
        reading = _Reading(survey, self._form)
        for part in range(_parts(survey)):
            lines = self._lines(survey.encoding)
            yield from reading.part(lines, part)
            self._bytes_before += lines.bytes_read
            if lines.sha256 != survey.sha256:
                raise ExtractChangedError
        self._summary = ExtractSummary(
            rows=survey.rows,
            accounts=reading.accounts,
            quarantined=tuple(sorted(reading.quarantine.rows, key=lambda row: row.line)),
            unread=reading.unread(),
            total_cents=survey.sums.balances,
            has_trailer=survey.trailer is not None,
            total_proved=survey.total_proved,
            as_of=survey.trailer.as_of if survey.trailer else None,
            posted_through=survey.trailer.posted_through if survey.trailer else None,
            sha256=survey.sha256,
            encoding=survey.encoding,
        )

    def summary(self) -> ExtractSummary:
        """What was found.

        Raises:
            RuntimeError: `accounts` has not been read to its end.
        """
        if self._summary is None:
            raise RuntimeError("read accounts() to its end first")
        return self._summary

    def _lines(self, encoding: str = "") -> LinePass:
        before = self._bytes_before
        return LinePass(
            self._source(),
            encoding=encoding,
            cancelled=self._cancelled,
            progress=lambda done: self._progress(before + done),
        )


class _Reading:
    """The passes after the survey, and what they found."""

    def __init__(self, survey: ExtractSurvey, form: ExtractForm) -> None:
        self.accounts = 0
        self._form = form
        self.quarantine = Quarantine()
        self.quarantine.rows.extend(survey.broken)
        self._survey = survey
        self._broken: dict[str, list[tuple[int, str]]] = {}
        for row in survey.broken:
            if row.key:
                self._broken.setdefault(row.key, []).append((row.line, row.reason))
        self._unread: dict[str, Incomplete] = {}

    def part(self, lines: LinePass, part: int) -> Iterator[Account]:
        """One pass: in the first every account that stands together, in each a share of the scattered ones."""
        collected: dict[str, RowGroup] = {}
        for group in self._groups(lines, part, collected):
            yield from self._ended(group)
        for group in collected.values():
            yield from self._ended(group)

    def unread(self) -> tuple[UnreadAccount, ...]:
        """Accounts that only broken rows name; what is left when every pass is done."""
        named: Mapping[str, Incomplete] = {key: tuple(rows) for key, rows in self._broken.items()}
        return tuple(UnreadAccount(key, rows) for key, rows in {**self._unread, **named}.items())

    def _groups(self, lines: LinePass, part: int, collected: dict[str, RowGroup]) -> Iterator[RowGroup]:
        """The accounts of this pass that stand together, each as soon as it ends; scattered ones into `collected`."""
        is_scattered, reader = self._survey.is_scattered, RowReader(self._survey.columns, self._form)
        width, place = reader.width, reader.account_place
        group: RowGroup | None = None
        number = key = ""
        rows = self._form.records(lines.lines())
        next(rows, None)
        for line, fields, raw in rows:
            if isinstance(fields, UnsplitLine) or len(fields) != width:
                continue
            fields.append("")
            if fields[place] != number:
                new_key = reader.key(fields)
                if not new_key or (fields[0] == TRAILER and is_trailer(fields)):
                    continue
                number = fields[place]
                if new_key != key:
                    if group is not None and not is_scattered(key):
                        yield group
                    key = new_key
                    group = collected.get(key)
                    if group is None and self._belongs(key, part):
                        group = RowGroup(key, number, reader=reader, quarantine=self.quarantine)
                        if is_scattered(key):
                            collected[key] = group
            if group is not None:
                group.add(line, fields, raw)
        if group is not None and not is_scattered(key):
            yield group

    def _belongs(self, key: str, part: int) -> bool:
        """Whether the account is read in this pass."""
        if self._survey.is_scattered(key):
            return crc32(key.encode()) % _parts(self._survey) == part
        return part == 0

    def _ended(self, group: RowGroup) -> Iterator[Account]:
        account = group.account(self._broken.pop(group.key, ()))
        if account is None:
            self._unread[group.key] = tuple(sorted(group.incomplete))
        else:
            self.accounts += 1
            yield account


def _parts(survey: ExtractSurvey) -> int:
    return max(1, -(-len(survey.scattered) // ACCOUNTS_IN_HAND))  # rounded up
