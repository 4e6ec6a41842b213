"""What the batches room needs of papers and files; `ui/compose/papers.py` answers it."""

from pathlib import Path
from typing import Any, Protocol

from app.frozen import frozen
from app.ports.books import BooksReader


@frozen
class PaperMade:
    """A file ready to be kept: its proposed name, its bytes, and what a person calls it."""

    file_name: str
    data: bytes
    words: str


class PaperDesk(Protocol):
    """Lays papers out; each call belongs on the reader's thread."""

    def close_report(self, books: BooksReader, batch: str) -> PaperMade | None:
        """The close report of a counted batch; None for an unknown one.

        Raises:
            CityTillError: there is nothing to report on yet.
        """
        ...

    def deposit_slip(self, books: BooksReader, deposit: str) -> PaperMade | None:
        """The slip of a bag; None for an unknown one."""
        ...

    def receipt(self, books: BooksReader, number: str) -> Any | None:
        """A receipt's paper as `PaperRoll` shows it; None for an unknown one."""
        ...

    def keep(self, path: Path, data: bytes) -> None:
        """Write a file whole.

        Raises:
            RecordsError: the place does not take it.
        """
        ...
