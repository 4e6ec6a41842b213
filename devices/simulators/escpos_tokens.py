"""Cuts a stream of ESC/POS bytes into commands, with the length of every command we know (devices reference 1).

Written apart from the drivers, so that it checks them. What is not in the tables comes out as `unknown` with its
bytes; nothing is swallowed.
"""

from collections.abc import Iterator

from app.frozen import frozen

DLE, ESC, FS, GS = 0x10, 0x1B, 0x1C, 0x1D
_SINGLE = {0x09: "HT", 0x0A: "LF", 0x0C: "FF", 0x0D: "CR", 0x18: "CAN", 0x11: "XON", 0x13: "XOFF"}
_ESC_FIXED = {
    b"@": 0, b"t": 1, b"M": 1, b"!": 1, b"a": 1, b"E": 1, b"-": 1, b"G": 1, b"d": 1, b"e": 1, b"J": 1, b"=": 1,
    b"2": 0, b"3": 1, b"A": 1, b"p": 3, b"{": 1, b"f": 2, b"q": 0, b"C": 1, b"F": 1, b"K": 1, b"<": 0, b"v": 0,
    b"u": 1, b"c": 2, b" ": 1, b"$": 2, b"\\": 2, b"R": 1, b"r": 1, b"V": 1, b"U": 1, b"L": 0, b"S": 0, b"i": 0,
    b"m": 0, b"w": 1, b"T": 1,
}  # fmt: skip
_GS_FIXED = {
    b"!": 1, b"B": 1, b"L": 2, b"W": 2, b"P": 2, b"h": 1, b"w": 1, b"f": 1, b"H": 1, b"r": 1, b"a": 1, b"I": 1,
    b"b": 1, b"$": 2, b"\\": 2, b"/": 1, b":": 0, b"T": 1,
}  # fmt: skip
_FS_FIXED = {b"b": 0, b"c": 0, b"&": 0, b".": 0, b"p": 2, b"!": 1, b"-": 1}


@frozen
class Token:
    """One command, or a run of text; `name` is `text`, `unknown`, `LF`, or like `ESC p`, `GS ( H`, `DLE EOT`.

    `args` are the bytes after the command's name, without length fields.
    """

    name: str
    raw: bytes
    args: bytes = b""


def tokens(stream: bytes) -> tuple[list[Token], bytes]:
    """All whole commands of the stream, and the unfinished bytes at its end."""
    found: list[Token] = []
    at = 0
    while at < len(stream):
        token = next_token(stream, at)
        if token is None:
            break
        found.append(token)
        at += len(token.raw)
    return found, stream[at:]


def all_tokens(stream: bytes) -> Iterator[Token]:
    """The commands of a whole recording; unfinished bytes at the end come out as `unknown`."""
    whole, rest = tokens(stream)
    yield from whole
    if rest:
        yield Token("unknown", rest)


def next_token(stream: bytes, at: int) -> Token | None:
    """The command that begins at the place; None when its end has not come yet."""
    first = stream[at]
    if first >= 0x20 and first != 0x7F:
        end = at
        while end < len(stream) and stream[end] >= 0x20 and stream[end] != 0x7F:
            end += 1
        return Token("text", stream[at:end], stream[at:end])
    if first in _SINGLE:
        return Token(_SINGLE[first], stream[at : at + 1])
    family = {DLE: _dle, ESC: _esc, FS: _fs, GS: _gs}.get(first)
    if family is None:
        return Token("unknown", stream[at : at + 1])
    if at + 1 >= len(stream):
        return None
    return family(stream, at)


def _cut(name: str, stream: bytes, at: int, *, head: int, size: int) -> Token | None:
    """A command of `head` naming bytes (and lengths) and `size` bytes of arguments."""
    end = at + head + size
    if end > len(stream):
        return None
    return Token(name, stream[at:end], stream[at + head : end])


def _esc(stream: bytes, at: int) -> Token | None:
    letter = stream[at + 1 : at + 2]
    if letter in _ESC_FIXED:
        return _cut(f"ESC {letter.decode()}", stream, at, head=2, size=_ESC_FIXED[letter])
    if letter == b"*":
        if at + 5 > len(stream):
            return None
        mode, low, high = stream[at + 2 : at + 5]
        return _cut("ESC *", stream, at, head=2, size=3 + (low + 256 * high) * (3 if mode in (32, 33) else 1))
    if letter == b"D":
        return _until_nul("ESC D", stream, at, head=2)
    return Token("unknown", stream[at : at + 2])


def _gs(stream: bytes, at: int) -> Token | None:
    letter = stream[at + 1 : at + 2]
    if letter in _GS_FIXED:
        return _cut(f"GS {letter.decode()}", stream, at, head=2, size=_GS_FIXED[letter])
    if at + 3 > len(stream):
        return None
    third = stream[at + 2]
    if letter == b"V":
        return _cut("GS V", stream, at, head=2, size=1 if third in (0, 1, 0x30, 0x31) else 2)
    if letter == b"k":
        return _barcode(stream, at, third)
    if letter == b"v":
        if at + 8 > len(stream):
            return None
        x_low, x_high, y_low, y_high = stream[at + 4 : at + 8]
        return _cut("GS v", stream, at, head=3, size=5 + (x_low + 256 * x_high) * (y_low + 256 * y_high))
    if letter == b"(":
        return _sized("GS (", stream, at)
    if letter == b"8":
        if at + 7 > len(stream):
            return None
        return _cut("GS 8 L", stream, at, head=7, size=int.from_bytes(stream[at + 3 : at + 7], "little"))
    return Token("unknown", stream[at : at + 2])


def _barcode(stream: bytes, at: int, kind: int) -> Token | None:
    """GS k: form A ends with NUL, form B says its length; `args` = kind + data."""
    if kind < 0x41:
        return _until_nul("GS k", stream, at, head=2)
    if at + 4 > len(stream):
        return None
    token = _cut("GS k", stream, at, head=4, size=stream[at + 3])
    return None if token is None else Token("GS k", token.raw, bytes([kind]) + token.args)


def _fs(stream: bytes, at: int) -> Token | None:
    letter = stream[at + 1 : at + 2]
    if letter in _FS_FIXED:
        return _cut(f"FS {letter.decode()}", stream, at, head=2, size=_FS_FIXED[letter])
    if at + 3 > len(stream):
        return None
    if letter == b"a":
        return _cut("FS a", stream, at, head=2, size=2 if stream[at + 2] == 0x30 else 1)
    if letter == b"(":
        return _sized("FS (", stream, at)
    return Token("unknown", stream[at : at + 2])


def _dle(stream: bytes, at: int) -> Token | None:
    second = stream[at + 1]
    if second not in (0x04, 0x05, 0x14):
        return Token("unknown", stream[at : at + 1])
    if at + 3 > len(stream):
        return None
    third = stream[at + 2]
    if second == 0x04:
        return _cut("DLE EOT", stream, at, head=2, size=2 if third in (7, 8, 0x12) else 1)
    if second == 0x05:
        return _cut("DLE ENQ", stream, at, head=2, size=1)
    return _cut("DLE DC4", stream, at, head=2, size={1: 3, 2: 3, 7: 2, 8: 8}.get(third, 1))


def _sized(family: str, stream: bytes, at: int) -> Token | None:
    """`GS ( x pL pH ...` and `FS ( x pL pH ...`."""
    if at + 5 > len(stream):
        return None
    name = f"{family} {stream[at + 2 : at + 3].decode('latin-1')}"
    return _cut(name, stream, at, head=5, size=stream[at + 3] + 256 * stream[at + 4])


def _until_nul(name: str, stream: bytes, at: int, *, head: int) -> Token | None:
    end = stream.find(b"\0", at + head + 1)
    if end < 0:
        return None
    return Token(name, stream[at : end + 1], stream[at + head : end])
