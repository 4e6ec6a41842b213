"""What a device's worker tells the window: frozen facts that cross threads."""

from typing import TypeAlias

from app.domain.device_state import DrawerResult, PrinterHealth, Tri
from app.domain.print_job import PrintJob, PrintState, Why
from app.errors import RecordsError
from app.frozen import frozen


@frozen
class PrintJobMoved:
    """A job came a step further; what is told is stored already."""

    job: PrintJob
    state: PrintState
    why: Why = Why.NONE


@frozen
class JobSettled:
    """A job of an earlier moment got its end: a late answer came, or a crash had cut it off."""

    job: int
    state: PrintState
    why: Why = Why.NONE


@frozen
class DrawerAnswered:
    """What became of one pulse."""

    job: PrintJob
    result: DrawerResult


@frozen
class PrinterHealthChanged:
    """The printer is not as it was."""

    health: PrinterHealth


@frozen
class DrawerChanged:
    """The drawer's sensor reads otherwise than before."""

    is_open: Tri


@frozen
class JobsStuck:
    """The stored queue cannot be read or written now; it is tried again."""

    error: RecordsError


DeviceEvent: TypeAlias = (
    PrintJobMoved | JobSettled | DrawerAnswered | PrinterHealthChanged | DrawerChanged | JobsStuck
)
