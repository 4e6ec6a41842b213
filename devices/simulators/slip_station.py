"""The practice printer's slip: a check put in, printed on, and ejected (devices reference 1.11)."""

from app.frozen import frozen
from devices.simulators.escpos_tokens import Token
from devices.simulators.paper import PaperRow
from devices.simulators.print_head import PrintHead

SLIP_COLUMNS = 45
SHEETS_LIMIT = 50
_CHOOSES = {("ESC c", b"0\x04"): "face", ("GS ( G", b"0\x04"): "face", ("GS ( G", b"0D"): "back"}
_EJECTS = (("FF", b""), ("GS ( G", b"U0"), ("GS ( G", b"U1"))


@frozen
class Sheet:
    """A check that came out; `side` is the one that the head printed on: face or back."""

    side: str
    rows: tuple[PaperRow, ...]


class SlipStation:
    """Takes what is printed from the moment that it is chosen until the sheet is ejected; then the roll goes on."""

    def __init__(self, roll: PrintHead) -> None:
        self.sheets: tuple[Sheet, ...] = ()
        self._side = ""
        self._roll = roll
        self._head = roll.beside(columns=SLIP_COLUMNS)

    @property
    def is_chosen(self) -> bool:
        """Whether the next command goes to the slip."""
        return bool(self._side)

    def leave(self) -> None:
        """Back to the roll; an unfinished sheet is forgotten."""
        self._side = ""

    def obey(self, token: Token) -> bool:
        """Whether the command was the slip's."""
        if token.name == "ESC f":
            return True
        side = _CHOOSES.get((token.name, token.args))
        if side is not None:
            self._side = side
            self._head = self._roll.beside(columns=SLIP_COLUMNS)
            return True
        if not self._side:
            return False
        if (token.name, token.args) in _EJECTS:
            self.sheets = (*self.sheets, Sheet(self._side, tuple(self._head.rows)))[-SHEETS_LIMIT:]
            self.leave()
            return True
        return self._head.print(token)
