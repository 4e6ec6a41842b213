"""ESC/POS receipt printers over any line: Epson TM-T88, TM-T20, TM-m30 and the many that speak alike.

Manual: Epson ESC/POS Command Reference (download4.epson.biz/sec_pubs/pos/reference_en/escpos), devices reference 1.
Has met: the practice printer only, no real device yet.

Legal order of a job:

    DLE EOT 1, 2, 4 ---- trouble or no answer ----> FAILED, no byte of the job went out
        | good
    all bytes + GS ( H tag ---- line breaks ------> UNKNOWN (FAILED if not one byte was taken)
        | sent                 never acknowledges -> SENT
    wait, asking DLE EOT --- paper out, cover ----> UNKNOWN; its late answer still makes it CONFIRMED
        |            `------ no answer in time ---> UNKNOWN
        | a check's back: DLE EOT 5 until a sheet is in; none in time: DLE ENQ 3 ---> FAILED, nothing was printed
    tag comes back --------------------------------> CONFIRMED

Nothing is ever sent twice from here: a second paper is a new job that says DUPLICATE.
"""

import time
from collections.abc import Sequence

from app.domain.device_state import PrinterHealth, Tri
from app.domain.print_job import PrintOutcome, PrintState, Why
from app.domain.print_plan import PaperStation, PrintPlan
from app.errors import DeviceFaultError
from devices.drivers.escpos_commands import ASK_SLIP, CANCEL_SLIP, SLIP_AWAITED
from devices.drivers.escpos_encoder import EscPosEncoder, LayoutError
from devices.drivers.escpos_line import EscPosLine
from devices.drivers.escpos_replies import health_of
from devices.drivers.profiles import Acknowledge, PrinterProfile
from devices.transports.transport import DeviceSilentError, LineLostError

_KINDS = (1, 2, 4)
_ERROR_KIND = 3


class EscPosPrinter:
    """A `ReceiptPrinter` over an ESC/POS line; see the module for the legal order."""

    def __init__(self, line: EscPosLine, *, profile: PrinterProfile, encoder: EscPosEncoder) -> None:
        self._line = line
        self._profile = profile
        self._encoder = encoder

    def print(self, job: int, plan: PrintPlan) -> PrintOutcome:
        """Print once; see ReceiptPrinter."""
        is_slip = plan.station is not PaperStation.RECEIPT
        if is_slip and not self._profile.slip_line_chars:
            return PrintOutcome(PrintState.FAILED, Why.NO_SLIP_STATION)
        try:
            data = self._encoder.encode(plan)
        except LayoutError:
            return PrintOutcome(PrintState.FAILED, Why.NO_LAYOUT)
        refused = self._refusal()
        if refused is not Why.NONE:
            return PrintOutcome(PrintState.FAILED, refused)
        try:
            self._line.send_job(job, data)
        except LineLostError as error:
            self._line.close()
            if error.sent_bytes == 0:
                return PrintOutcome(PrintState.FAILED, Why.NO_ANSWER)
            return PrintOutcome(PrintState.UNKNOWN, Why.LINE_LOST)
        except DeviceSilentError:
            self._line.close()
            return PrintOutcome(PrintState.FAILED, Why.NO_ANSWER)
        if self._line.acknowledge is Acknowledge.NEVER:
            return PrintOutcome(PrintState.SENT)
        if is_slip and self._profile.reports and not self._sheet_came():
            return PrintOutcome(PrintState.FAILED, Why.NO_SLIP)
        return self._await_answer(job, rows=len(plan.lines))

    def health(self) -> PrinterHealth:
        """Ask DLE EOT 1, 2, 4, and 3 when there is an error; see ReceiptPrinter."""
        if not self._profile.reports:
            return PrinterHealth(can_tell=False)
        try:
            status = self._line.ask_status(*_KINDS)
            if health_of(status).in_error is Tri.YES:
                status |= self._line.ask_status(_ERROR_KIND)
            self._line.rest_when_idle()
        except DeviceFaultError:
            return PrinterHealth(answers=Tri.NO)
        return health_of(status)

    def late_answers(self) -> Sequence[int]:
        """Jobs whose answer came after they were given up; see ReceiptPrinter."""
        late, self._line.answered = tuple(self._line.answered), []
        return late

    def close(self) -> None:
        """Hang up; see ReceiptPrinter."""
        self._line.close()

    def _refusal(self) -> Why:
        """Why no job may be sent now."""
        if not self._profile.reports:
            return Why.NONE
        health = self.health()
        trouble = health.stops_printing
        return Why.NONE if trouble is None else Why.of(trouble)

    def _await_answer(self, job: int, *, rows: int) -> PrintOutcome:
        limits = self._line.limits
        ends = time.monotonic() + limits.answer_s + limits.answer_per_row_s * rows
        try:
            while time.monotonic() < ends:
                if self._line.listen(lambda: job in self._line.answered, limits.poll_s):
                    self._line.answered.remove(job)
                    return PrintOutcome(PrintState.CONFIRMED)
                if self._profile.reports and self._has_stopped():
                    return PrintOutcome(PrintState.UNKNOWN, Why.STOPPED_MIDWAY)
        except DeviceFaultError:
            self._line.close()
            return PrintOutcome(PrintState.UNKNOWN, Why.LINE_LOST)
        return PrintOutcome(PrintState.UNKNOWN, Why.NOT_CONFIRMED)

    def _sheet_came(self) -> bool:
        """Wait until the printer no longer waits for a sheet; after the limit it is told to wait no longer."""
        ends = time.monotonic() + self._line.limits.slip_s
        try:
            while self._line.peek_status(ASK_SLIP).get(ASK_SLIP, 0) & SLIP_AWAITED:
                if time.monotonic() >= ends:
                    self._line.send(CANCEL_SLIP)
                    self._line.peek_status(ASK_SLIP)  # answered behind it: the printer has given the sheet up
                    self._line.close()  # the answer that the job asked for never comes
                    return False
                self._line.listen(lambda: False, self._line.limits.poll_s)
        except DeviceFaultError:
            self._line.close()
        return True

    def _has_stopped(self) -> bool:
        """Whether the printer stands still with the rest of the job in it; silence is not a stop."""
        return health_of(self._line.peek_status(*_KINDS)).stops_printing is not None
