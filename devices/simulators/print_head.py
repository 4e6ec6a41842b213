"""The practice printer's head: turns commands into paper, row by row, and stops where the roll ends."""

from dataclasses import replace

from app.frozen import frozen
from devices.simulators.escpos_tokens import Token
from devices.simulators.paper import (
    ROWS_LIMIT,
    PaperBarcode,
    PaperCut,
    PaperFeed,
    PaperQr,
    PaperRaster,
    PaperRow,
    PaperText,
    Span,
)

CODE_PAGES = {
    0: "cp437", 2: "cp850", 3: "cp860", 4: "cp863", 5: "cp865", 0x10: "cp1252", 0x11: "cp866", 0x12: "cp852",
    0x13: "cp858",
}  # fmt: skip
_ALIGN = {0: "left", 1: "centre", 2: "right", 0x30: "left", 0x31: "centre", 0x32: "right"}
_SYMBOLOGY = {
    0x41: "UPC-A", 0x42: "UPC-E", 0x43: "EAN13", 0x44: "EAN8", 0x45: "CODE39", 0x46: "ITF", 0x47: "CODABAR",
    0x48: "CODE93", 0x49: "CODE128", 0: "UPC-A", 1: "UPC-E", 2: "EAN13", 3: "EAN8", 4: "CODE39", 5: "ITF",
    6: "CODABAR",
}  # fmt: skip
BARCODE_ROWS = 4


@frozen
class _Look:
    """How the next characters print."""

    align: str = "left"
    bold: bool = False
    underline: bool = False
    width: int = 1
    height: int = 1
    font_b: bool = False
    inverse: bool = False
    code_page: int = 0
    bar_height: int = 162
    bar_module: int = 3
    bar_text: int = 0


class PrintHead:
    """Prints tokens on a roll of `columns` font A characters; `rows_left` counts down to the roll's end."""

    def __init__(self, *, columns: int = 42) -> None:
        self.columns = columns
        self.rows: list[PaperRow] = []
        self.rows_left: int | None = None
        self.rows_printed = 0
        self._look = _Look()
        self._spans: list[Span] = []
        self._qr = b""

    def beside(self, *, columns: int) -> "PrintHead":
        """A head for another paper of the same printer, with the look that this one has."""
        other = PrintHead(columns=columns)
        other._look = self._look
        return other

    def reset(self) -> None:
        """ESC @, or power: the look of a fresh start, an unfinished row is forgotten."""
        self._look = _Look()
        self._spans = []

    def tear_off(self) -> None:
        """A person takes the paper away."""
        self.rows = []

    def print(self, token: Token) -> bool:
        """Print one command; False when the head does not know it."""
        match token.name:
            case "text":
                self._type(token.args)
            case "LF":
                self._end_row()
            case "CR" | "HT" | "CAN" | "XON" | "XOFF" | "FF":
                pass
            case "ESC @":
                self.reset()
            case "ESC d":
                self._feed(token.args[0])
            case "ESC J":
                self._feed(1 if token.args[0] else 0)
            case "GS V":
                self._cut(token.args)
            case "GS k":
                self._barcode(token.args[0], token.args[1:].rstrip(b"\0"))
            case "GS v":
                self._raster(token.args)
            case "GS ( k":
                self._two_dimensional(token.args)
            case _:
                return self._change_look(token)
        return True

    def _change_look(self, token: Token) -> bool:
        n = token.args[0] if token.args else 0
        change: dict[str, object]
        match token.name:
            case "ESC a":
                change = {"align": _ALIGN.get(n, "left")}
            case "ESC E" | "ESC G":
                change = {"bold": bool(n & 1)}
            case "ESC -":
                change = {"underline": n in (1, 2, 0x31, 0x32)}
            case "ESC M":
                change = {"font_b": n in (1, 0x31)}
            case "ESC !":
                change = {"font_b": bool(n & 1), "bold": bool(n & 8), "underline": bool(n & 0x80)}
                change |= {"height": 2 if n & 0x10 else 1, "width": 2 if n & 0x20 else 1}
            case "GS !":
                change = {"width": (n >> 4) + 1, "height": (n & 0x0F) + 1}
            case "GS B":
                change = {"inverse": bool(n & 1)}
            case "ESC t":
                change = {"code_page": n}
            case "GS h":
                change = {"bar_height": n}
            case "GS w":
                change = {"bar_module": n}
            case "GS H":
                change = {"bar_text": n & 3}
            case "GS f" | "GS b" | "GS L" | "GS W" | "GS P" | "ESC {" | "ESC 2" | "ESC 3" | "ESC =" | "ESC c":
                change = {}
            case _:
                return False
        self._look = replace(self._look, **change)  # type: ignore[arg-type]
        return True

    def _type(self, data: bytes) -> None:
        look = self._look
        text = data.decode(CODE_PAGES.get(look.code_page, "cp437"), errors="replace")
        columns = self.columns * 4 // 3 if look.font_b else self.columns
        for letter in text:
            used = sum(len(span.text) * span.width for span in self._spans)
            if used + look.width > columns:
                self._end_row()
            span = Span("", look.bold, look.underline, look.width, look.height, look.inverse)
            if self._spans and replace(self._spans[-1], text="") == span:
                self._spans[-1] = replace(self._spans[-1], text=self._spans[-1].text + letter)
            else:
                self._spans.append(replace(span, text=letter))

    def _end_row(self) -> None:
        row = PaperText(tuple(self._spans), self._look.align)
        self._spans = []
        self._put(row, row.height)

    def _feed(self, rows: int) -> None:
        if self._spans:
            self._end_row()
            rows -= 1
        if rows > 0:
            self._put(PaperFeed(rows), rows)

    def _cut(self, args: bytes) -> None:
        if self._spans:
            self._end_row()
        self._put(PaperCut(full=args[0] in (0, 0x30, 0x41)), 0)

    def _barcode(self, kind: int, data: bytes) -> None:
        text = data.decode("latin-1")
        if kind == 0x49 and text[:2] in ("{A", "{B"):
            text = text[2:].replace("{{", "{")
        look = self._look
        row = PaperBarcode(_SYMBOLOGY.get(kind, "?"), text, look.bar_height, look.bar_module, look.bar_text in (2, 3))
        self._put(row, BARCODE_ROWS)

    def _raster(self, args: bytes) -> None:
        width = args[1] + 256 * args[2]
        height = args[3] + 256 * args[4]
        self._put(PaperRaster(width, args[5:]), -(-height // 24))

    def _two_dimensional(self, args: bytes) -> None:
        if args[:3] == b"\x31\x50\x30":
            self._qr = args[3:]
        elif args[:2] == b"\x31\x51":
            self._put(PaperQr(self._qr.decode("utf-8", errors="replace")), BARCODE_ROWS * 2)

    def _put(self, row: PaperRow, height: int) -> None:
        self.rows.append(row)
        del self.rows[: max(len(self.rows) - ROWS_LIMIT, 0)]
        self.rows_printed += height
        if self.rows_left is not None:
            self.rows_left = max(self.rows_left - height, 0)
