"""One pass over an extract's bytes: its hash, its encoding, its physical lines. Memory: one block.

Encoding, decided once a file: a byte order mark says UTF-8; else the first run of bytes above 127 decides, UTF-8
when it reads as such and Windows-1252 when not. A line that then holds other bytes is a fault of that line.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator

from app.interchange.extract_errors import (
    EmptyExtractError,
    ImportCancelledError,
    LineTooLongError,
    NotAnExtractError,
)

ByteSource = Callable[[], Iterable[bytes]]
BLOCK_BYTES = 1 << 16
MAX_LINE_BYTES = 1 << 16
NUL_READS_AS = "\udc80"
BOM = b"\xef\xbb\xbf"
UNREADABLE = re.compile("[\udc80-\udcff]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_AS_CSV = "Save it as CSV and import that."
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "an Excel workbook or an archive", _AS_CSV),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook", _AS_CSV),
    (b"%PDF", "a PDF", "Choose the accounts extract."),
    (b"\xff\xfe", "Unicode (UTF-16) text", "Save it as CSV UTF-8 and import that."),
    (b"\xfe\xff", "Unicode (UTF-16) text", "Save it as CSV UTF-8 and import that."),
)


class LinePass:
    """Reads the bytes once; `sha256`, `encoding` and `ends_whole` (a last line end) are final after `lines()`."""

    def __init__(
        self,
        chunks: Iterable[bytes],
        *,
        encoding: str = "",
        cancelled: Callable[[], bool],
        progress: Callable[[int], None],
    ) -> None:
        self.encoding = encoding
        self.bytes_read = 0
        self._chunks = chunks
        self._cancelled = cancelled
        self._progress = progress
        self._hash = hashlib.sha256()
        self._lines_read = 0
        self.ends_whole = True

    @property
    def sha256(self) -> str:
        """Of the bytes read so far, lower-case hex."""
        return self._hash.hexdigest()

    def lines(self) -> Iterator[list[str]]:
        """Lists of physical lines without their ends; bytes foreign to the encoding (and NUL) become U+DC80..U+DCFF.

        Raises:
            EmptyExtractError, NotAnExtractError, LineTooLongError: the file is refused.
            ImportCancelledError: `cancelled` said so.
        """
        first = True
        for block in self._blocks():
            text = block
            if first:
                first = False
                _check_text(text)
                if text.startswith(BOM):
                    text, self.encoding = text[len(BOM) :], "utf-8"
            decoded = self._decoded(text)
            if "\x00" in decoded:
                decoded = decoded.replace("\x00", NUL_READS_AS)
            if "\r" in decoded:
                decoded = decoded.replace("\r\n", "\n")
            lines = decoded.split("\n")
            self.ends_whole = not lines[-1]
            if self.ends_whole:
                lines.pop()
            self._lines_read += len(lines)
            yield lines
        if first:
            raise EmptyExtractError

    def _blocks(self) -> Iterator[bytes]:
        """Bytes cut after a line's end, about BLOCK_BYTES each, whatever the size of the chunks that come in."""
        held: list[bytes] = []
        size = 0
        for chunk in self._chunks:
            if self._cancelled():
                raise ImportCancelledError
            self._hash.update(chunk)
            self.bytes_read += len(chunk)
            self._progress(self.bytes_read)
            held.append(chunk)
            size += len(chunk)
            if size >= BLOCK_BYTES:
                whole = b"".join(held)
                end = whole.rfind(b"\n") + 1
                if end:
                    yield whole[:end]
                held, size = [whole[end:]], len(whole) - end
                if size > MAX_LINE_BYTES:
                    raise LineTooLongError(self._lines_read + 1)
        if size:
            yield b"".join(held)

    def _decoded(self, block: bytes) -> str:
        if block.isascii():
            return block.decode("ascii")
        if not self.encoding:
            self.encoding = _encoding_of(block)
        try:
            return block.decode(self.encoding)
        except UnicodeDecodeError:
            return block.decode(self.encoding, errors="surrogateescape")


def _encoding_of(block: bytes) -> str:
    run = _HIGH_RUN.search(block)
    try:
        (run[0] if run else b"").decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _check_text(block: bytes) -> None:
    for magic, what, cure in _FOREIGN:
        if block.startswith(magic):
            raise NotAnExtractError(what, cure=cure)
    if b"\x00" in block:
        raise NotAnExtractError("no text", cure="Choose the accounts extract.")
