"""A whole report as files and papers hold it: what it is, of when and whose, rows, totals, and what was left out."""

from collections.abc import Sequence

from app.domain.reports.catalogue import ReportShape
from app.domain.reports.scope import ANY_HOUR, ReportKind, Scope
from app.domain.reports.table import Row, Totals
from app.errors import RuleBrokenError
from app.frozen import frozen

PAPER_ROWS = 4_000
"""Some 130 pages; nobody reads a longer paper, and a spreadsheet takes it all."""


class ReportTooLongError(RuleBrokenError):
    """Paper is for what a person reads."""

    code = "report_too_long"

    def __init__(self, rows: int) -> None:
        super().__init__(
            f"{rows:,} rows are too many for paper, which takes {PAPER_ROWS:,}. Choose fewer days, or save it as "
            "Excel or CSV."
        )
        self.rows = rows


@frozen
class ReportHead:
    """What stands over a report; `as_of` UTC ISO, `cashier` and `people` already by name."""

    shape: ReportShape
    scope: Scope
    station: str
    cashier: str
    time_zone: str
    as_of: str
    is_practice: bool
    hidden: tuple[str, ...]

    @property
    def shown(self) -> tuple[int, ...]:
        """Places of the columns worth showing: what is the same in every row stands in the heading."""
        scope, kind = self.scope, self.shape.kind
        same = {"Date"} if scope.is_one_day else set()
        same |= {"Batch"} if scope.batch and kind is not ReportKind.BATCHES else set()
        same |= {"Cashier"} if scope.cashier and kind is not ReportKind.OVER_SHORT else set()
        return tuple(at for at, column in enumerate(self.shape.columns) if column.title not in same)

    @property
    def file_name(self) -> str:
        """`receipts-2026-11-16-to-2026-11-21`, without an ending; PRACTICE_ in front where no money is real."""
        days = self.scope.first if self.scope.is_one_day else f"{self.scope.first}-to-{self.scope.last}"
        whose = f"-{self.scope.batch or self.scope.cashier}" if self.scope.batch or self.scope.cashier else ""
        hour = "" if self.scope.hour == ANY_HOUR else f"-hour-{self.scope.hour:02d}"
        return f"{'PRACTICE_' if self.is_practice else ''}{self.shape.kind.value}-{days}{whose}{hour}"

    @property
    def hidden_words(self) -> str:
        """The sentence that says what is left out; empty when nothing is."""
        if not self.hidden:
            return ""
        which = f"batch {self.hidden[0]}" if len(self.hidden) == 1 else f"batches {', '.join(self.hidden)}"
        return f"Without {which}: not balanced yet, and sums stay hidden until then."


@frozen
class ReportDocument:
    """A report with all of its rows."""

    head: ReportHead
    rows: Sequence[Row]
    totals: Totals
