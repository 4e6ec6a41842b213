"""Count sheets that are not submitted yet: work in hand, no fact about money."""

from collections.abc import Mapping
from typing import NamedTuple, Protocol


class KeptSheet(NamedTuple):
    """The sheet of a batch's count number `count_no`, as text of whoever keeps it."""

    count_no: int
    text: str


class CountSheets(Protocol):
    """Kept on the disk, so that a crash or a power cut loses nothing that was typed. Each raises RecordsError."""

    def keep(self, batch: str, sheet: KeptSheet) -> None:
        """In the place of the one before; durable when it returns."""
        ...

    def kept(self) -> Mapping[str, KeptSheet]:
        """Every sheet by its batch."""
        ...

    def forget(self, batch: str) -> None:
        """It was submitted."""
        ...
