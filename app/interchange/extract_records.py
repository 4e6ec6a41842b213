"""Physical lines to records by RFC 4180, fast for plain lines, Python's csv for the rest.

A record is told by its first physical line. A quotation mark that never closes costs one line, not the file: after
MAX_RECORD_LINES the line is given up and reading goes on with the next.
"""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

MAX_RECORD_LINES = 20
MAX_QUICK_PARTS = 9
ONE_QUOTED_PARTS = 3


@dataclass(frozen=True, slots=True)
class UnsplitLine:
    """A line that cannot be divided; `known` are its first fields as far as they are plain."""

    text: str
    reason: str
    known: tuple[str, ...] = ()


def records(blocks: Iterable[list[str]]) -> Iterator[tuple[int, list[str] | UnsplitLine, str]]:
    """(first line, fields, raw text) of each record that is not blank; lines are counted from 1."""
    source = chain.from_iterable(blocks)
    back: deque[str] = deque()
    number = 0
    while True:
        line = back.popleft() if back else next(source, None)
        if line is None:
            return
        number += 1
        if '"' not in line:
            if line and not line.isspace():
                yield number, line.split(","), line
            continue
        fields = _quick(line)
        if fields is not None:
            yield number, fields, line
            continue
        held = [line]
        found = _by_csv(held)
        while found is None and _is_open(held) and len(held) < MAX_RECORD_LINES:
            more = back.popleft() if back else next(source, None)
            if more is None:
                break
            held.append(more)
            found = _by_csv(held)
        if found is None:
            back.extendleft(reversed(held[1:]))
            yield number, UnsplitLine(line, "quotation marks do not match", _before_quotes(line)), line
            continue
        yield number, found, "\n".join(held)
        number += len(held) - 1


def _quick(line: str) -> list[str] | None:
    """The fields of a line with a few well-formed quoted fields; None when csv must look."""
    parts = line.split('"')
    count = len(parts)
    if count == ONE_QUOTED_PARTS:
        before, quoted, after = parts
        if (not before or before[-1] == ",") and (not after or after[0] == ","):
            fields = before.split(",")
            fields[-1] = quoted
            if after:
                fields += after[1:].split(",")
            return fields
        return None
    if count > MAX_QUICK_PARTS or not count & 1:
        return None
    fields = parts[0].split(",")
    for place in range(1, count, 2):
        tail = parts[place + 1].split(",")
        if fields[-1] or tail[0] or (len(tail) == 1 and place + 2 < count):
            return None
        fields[-1] = parts[place]
        fields += tail[1:]
    return fields


def _by_csv(held: list[str]) -> list[str] | None:
    try:
        found = list(csv.reader([f"{line}\n" for line in held], strict=True))
    except csv.Error:
        return None
    return found[0] if len(found) == 1 else None


def _before_quotes(line: str) -> tuple[str, ...]:
    return tuple(line.partition('"')[0].split(",")[:-1])


def _is_open(held: list[str]) -> bool:
    """Whether a quoted field may go on in the next line: an odd number of quotation marks so far."""
    return sum(line.count('"') for line in held) % 2 == 1
