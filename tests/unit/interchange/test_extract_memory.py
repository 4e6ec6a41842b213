"""An extract of any length is read in the memory of one block, the marks of the keys and one account."""

import tracemalloc
from collections.abc import Iterator

from app.interchange.accounts_extract import AccountsExtract
from tests.unit.interchange.extracts import extract_text, row

HEADER, LINE, _ = extract_text([row(account="ACCOUNT")]).split("\n")
BYTES_AN_ACCOUNT = 24  # its mark, and room while marks are put in order
BYTES_AT_ALL = 2_000_000


def _file(accounts: int) -> Iterator[bytes]:
    yield f"{HEADER}\n".encode()
    sewer = LINE.replace("WATER", "SEWER")
    for number in range(accounts):
        yield f"{LINE}\n{sewer}\n".replace("ACCOUNT", f"{number:07d}").encode()


def test_memory_does_not_grow_with_the_file() -> None:
    accounts = 12_000
    size = sum(map(len, _file(accounts)))
    extract = AccountsExtract(lambda: _file(accounts))
    tracemalloc.start()
    try:
        found = sum(1 for _account in extract.accounts())
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found == accounts
    assert peak < BYTES_AT_ALL + BYTES_AN_ACCOUNT * accounts
    assert peak < size
