"""Pages of a report: where each begins, so that a long one is never held whole."""

from collections.abc import Iterable

from app.domain.reports.table import Row

PAGE_ROWS = 500
_TOGETHER = 8
"""Rows of one entry stay on one page; none names more second persons than this."""


class Pages:
    """Fed with a report's rows in order; `starts[n]` is the place behind which page n begins."""

    def __init__(self) -> None:
        self.starts: list[tuple[int, int]] = [(0, 0)]
        self.rows = 0
        self._on_page = 0
        self._last = (0, 0)

    def add(self, rows: Iterable[Row]) -> None:
        """Rows in order."""
        for row in rows:
            if row.place != self._last and self._on_page > PAGE_ROWS - _TOGETHER:
                self.starts.append(self._last)
                self._on_page = 0
            self._on_page += 1
            self.rows += 1
            self._last = row.place

    def of(self, page: int, rows: Iterable[Row]) -> tuple[Row, ...]:
        """Those of the rows, read from the page's start on, that stand on it."""
        if page + 1 >= len(self.starts):
            return tuple(rows)
        end = self.starts[page + 1]
        return tuple(row for row in rows if row.place <= end)

    def is_full(self, page: int, reached: tuple[int, int]) -> bool:
        """Whether everything of the page has been read when a row at this place was."""
        return page + 1 < len(self.starts) and reached >= self.starts[page + 1]
