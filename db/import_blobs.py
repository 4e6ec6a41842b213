"""The lines of an import as kept: a sealed manifest names sealed chunks, one chunk in memory at a time."""

from collections.abc import Iterator, Sequence

import msgspec

from db.errors import BlobMissingError
from db.opener import Cursor
from db.sealing import BlobSealer, read_blob


class _Manifest(msgspec.Struct, frozen=True):
    chunks: list[str]


def manifest_of(chunks: Sequence[str]) -> bytes:
    """Names the chunks in order; `blob` of the entry is its hash."""
    return msgspec.json.encode(_Manifest(list(chunks)))


def import_chunks(cursor: Cursor, sealer: BlobSealer, blob: str) -> Iterator[list[bytes]]:
    """The lines of an import, a list a chunk.

    Raises:
        BlobMissingError: a part is missing or was changed.
    """
    try:
        manifest = msgspec.json.decode(read_blob(cursor, sealer, blob), type=_Manifest)
    except msgspec.MsgspecError as error:
        raise BlobMissingError(blob) from error
    for chunk in manifest.chunks:
        yield read_blob(cursor, sealer, chunk).removesuffix(b"\n").split(b"\n")
