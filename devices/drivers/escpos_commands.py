"""The ESC/POS bytes we send beside python-escpos' own (devices reference 1.1 to 1.9, Epson ESC/POS reference)."""

PULSE_UNIT_MS = 2
_TAG_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_TAG_LENGTH = 4


def ask_status(*kinds: int) -> bytes:
    """DLE EOT n for each kind: 1 printer, 2 offline cause, 3 error cause, 4 roll sensors. Answered even offline."""
    return b"".join(bytes([0x10, 0x04, kind]) for kind in kinds)


def ask_acknowledge(tag: bytes) -> bytes:
    """GS ( H fn 48: the printer sends the four tag characters back when all before it has been printed."""
    return b"\x1d\x28\x48\x06\x00\x30\x30" + tag


ASK_SLIP = 5  # DLE EOT 5, hybrids: bit 3 is set while the printer waits for a sheet
SLIP_AWAITED = 0x08
CANCEL_SLIP = b"\x10\x05\x03"  # DLE ENQ 3: wait no longer; what was sent for the sheet is dropped
_TO_ROLL = b"\x1b\x63\x30\x01\x1b\x63\x31\x01"


def slip_begins(*, both_sides: bool) -> bytes:
    """ESC f, then the slip: GS ( G fn 48 for a check's back, ESC c 0 and c 1 where a person turned the check."""
    side = b"\x1d\x28\x47\x02\x00\x30\x44" if both_sides else b"\x1b\x63\x30\x04\x1b\x63\x31\x04"
    return b"\x1b\x66\x01\x05" + side


def slip_ends(*, both_sides: bool) -> bytes:
    """Eject the sheet, and print on the roll again."""
    return (b"\x1d\x28\x47\x02\x00\x55\x30" if both_sides else b"\x0c") + _TO_ROLL


ASK_PAPER_IN_TURN = b"\x1d\x72\x01"  # GS r 1: answered when the printer reaches it


def tag_of(job: int) -> bytes:
    """Four characters that name a job on the line; they repeat after 14 million jobs."""
    signs = []
    for _ in range(_TAG_LENGTH):
        job, place = divmod(job, len(_TAG_SIGNS))
        signs.append(_TAG_SIGNS[place])
    return "".join(reversed(signs)).encode("ascii")


def pulse(*, pin: int, on_ms: int = 50, off_ms: int = 500) -> bytes:
    """ESC p: one drawer pulse on pin 2 or 5 of the plug, in its turn. Times are sent in units of 2 ms."""
    return bytes([0x1B, 0x70, 0 if pin == 2 else 1, on_ms // PULSE_UNIT_MS, off_ms // PULSE_UNIT_MS])


def pulse_now(*, pin: int) -> bytes:
    """DLE DC4 fn 1: a pulse of 100 ms at once, even when the printer is offline (out of paper, cover open)."""
    return bytes([0x10, 0x14, 0x01, 0 if pin == 2 else 1, 0x01])


def raster_band(*, width_bytes: int, dots: bytes) -> bytes:
    """GS v 0: one band of a picture, 8 dots a byte, 1 is black; at most 255 rows.

    Raises:
        ValueError: the dots are not whole rows, or too many.
    """
    rows, rest = divmod(len(dots), width_bytes)
    if rest or not 1 <= rows <= 255:
        raise ValueError("a band is 1 to 255 whole rows")
    return b"\x1d\x76\x30\x00" + width_bytes.to_bytes(2, "little") + rows.to_bytes(2, "little") + dots


def code_128(data: str, *, height_dots: int = 64, module_dots: int = 2) -> bytes:
    """GS k form B: Code 128 set B with its text below; `{` is doubled as the command wants it.

    python-escpos' own `barcode` writes a remark to standard output, which belongs to `--json`.
    """
    coded = b"{B" + data.replace("{", "{{").encode("ascii")
    look = bytes([0x1D, 0x68, height_dots, 0x1D, 0x77, module_dots, 0x1D, 0x66, 0, 0x1D, 0x48, 2])
    return look + bytes([0x1D, 0x6B, 0x49, len(coded)]) + coded
