"""What the two processes say to each other: a length, then MessagePack; each side refuses what is longer than agreed.

    window's process                                  process aside
    a job (what to do, the key in it) ------------>
                       <------------- Beat four times a second, so that a cancel is heard; Read (bytes read)
                       <------------- Begin    (an import was found good and may be stored)
    Begun              ------------->
                       <------------- Slice ... (each stored before the next one is taken from the pipe)
    Pace               ------------->            (how many rows the next slices may hold)
                       <------------- Finish
    Finished           ------------->
                       <------------- Done, or Failed (an error with its class), or Crashed (a fault of the program)

Standard input and output, never arguments: keys are not seen in a list of processes.
"""

import struct
from datetime import datetime
from typing import BinaryIO, TypeVar

import msgspec

from app.domain.entry import EntryRef
from app.ports.account_intake import ExtractTaken
from db.errors import AsideBrokeOffError
from db.intake import IntakeGround, IntakeSlice, IntakeSums

LENGTH = struct.Struct(">I")
MOST_BYTES = 64 * 2**20
"""A slice is about 2 MiB, the longest list of rows not taken about 50 MiB."""

M = TypeVar("M")
_encode = msgspec.msgpack.encode


class LookJob(msgspec.Struct, frozen=True, tag=True):
    """Read an extract once; the books are not asked. `layout` is a layout file's text, empty for CSV."""

    file: str
    layout: str


class ImportJob(msgspec.Struct, frozen=True, tag=True):
    """Take an extract into the books of `folder`; the fields are those of `ImportRequest`, `now` the clock's time."""

    folder: str
    key: bytes
    file: str
    by: str
    file_name: str
    posted_through: int | None
    is_dry_run: bool
    is_older_taken: bool
    layout: str
    now: datetime


class SearchJob(msgspec.Struct, frozen=True, tag=True):
    """Build the search file of `folder` beside the one that serves."""

    folder: str
    key: bytes


class Begun(msgspec.Struct, frozen=True, tag=True):
    """What slices are made for."""

    ground: IntakeGround


class Pace(msgspec.Struct, frozen=True, tag=True):
    """Rows of the next slices."""

    rows: int


class Finished(msgspec.Struct, frozen=True, tag=True):
    """The entry that makes them count."""

    ref: EntryRef


class Beat(msgspec.Struct, frozen=True, tag=True):
    """Still there."""


class Read(msgspec.Struct, frozen=True, tag=True):
    """Bytes read in all."""

    bytes_read: int


class Begin(msgspec.Struct, frozen=True, tag=True):
    """The file was found good."""

    as_of: str
    business_date: str


class Slice(msgspec.Struct, frozen=True, tag=True):
    """Ready to store."""

    piece: IntakeSlice


class Finish(msgspec.Struct, frozen=True, tag=True):
    """Every slice was sent."""

    extract: ExtractTaken
    sums: IntakeSums


class Done(msgspec.Struct, frozen=True, tag=True):
    """What the job answers, MessagePack of a type that the asker knows."""

    value: bytes


class Failed(msgspec.Struct, frozen=True, tag=True):
    """A refusal: its class by code, its sentence, its fields."""

    code: str
    words: str
    fields: dict[str, str | int | bool | None]


class Crashed(msgspec.Struct, frozen=True, tag=True):
    """A fault of the program, with its places."""

    trace: str


ToAside = LookJob | ImportJob | SearchJob | Begun | Pace | Finished
FromAside = Beat | Read | Begin | Slice | Finish | Done | Failed | Crashed


def send(pipe: BinaryIO, message: ToAside | FromAside) -> None:
    """Write one message.

    Raises:
        OSError: the other side is gone.
    """
    body = _encode(message)
    pipe.write(LENGTH.pack(len(body)) + body)
    pipe.flush()


def receive(pipe: BinaryIO, kind: "msgspec.msgpack.Decoder[M]") -> M:
    """Wait for one message.

    Raises:
        AsideBrokeOffError: the other side is gone, or said what nobody understands.
    """
    head = pipe.read(LENGTH.size)
    length = LENGTH.unpack(head)[0] if len(head) == LENGTH.size else MOST_BYTES + 1
    body = pipe.read(length) if length <= MOST_BYTES else b""
    if len(body) != length:
        raise AsideBrokeOffError
    try:
        return kind.decode(body)
    except msgspec.MsgspecError as error:
        raise AsideBrokeOffError from error


def to_aside() -> "msgspec.msgpack.Decoder[ToAside]":
    """Reads what the window's process says."""
    return msgspec.msgpack.Decoder(ToAside)


def from_aside() -> "msgspec.msgpack.Decoder[FromAside]":
    """Reads what the process aside says."""
    return msgspec.msgpack.Decoder(FromAside)
