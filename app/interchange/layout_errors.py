"""Why a layout file is not taken; nothing was read by it."""

from typing import ClassVar

from app.errors import InputError

SHOWN_FAULTS = 10


class LayoutRefusedError(InputError):
    """One sentence for each fault, all of them in `faults`."""

    code: ClassVar[str] = "layout_refused"

    def __init__(self, faults: tuple[str, ...]) -> None:
        shown = " ".join(faults[:SHOWN_FAULTS])
        more = len(faults) - SHOWN_FAULTS
        super().__init__(f"{shown} {more} more faults follow." if more > 0 else shown)
        self.faults = faults
