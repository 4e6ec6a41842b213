"""What somebody types to find an account: its words and its number, and an answer that already holds the next one."""

import re
import unicodedata
from collections.abc import Sequence

from app.domain.records import AccountHit

WORDS_LIMIT = 8
LETTERS_LIMIT = 40
NUMBER_MIN = 4
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"[\d\s().+#-]*\d[\d\s().+#-]*|\s*[A-Za-z]{1,3}\d+\s*", re.ASCII)


def words_of(text: str) -> list[str]:
    """The words as typed, each the beginning of a word to find; a bounded number of bounded words."""
    return [word[:LETTERS_LIMIT] for word in _WORD.findall(unicodedata.normalize("NFC", text))[:WORDS_LIMIT]]


def number_of(text: str) -> str:
    """The number in any writing (account, phone, meter, stub), without its separators; empty for anything else."""
    if not _NUMBER.fullmatch(text):
        return ""
    number = "".join(letter for letter in text if letter.isalnum()).upper()
    return number if len(number) >= NUMBER_MIN else ""


def narrowed(whole: Sequence[AccountHit], *, before: str, text: str) -> tuple[AccountHit, ...] | None:
    """The hits of a text among `whole`, all there were for its beginning `before`; None where only the books know.

    The same hits in the same order as the search gives: every word begins a word of name, address or number. What
    has a number in it (phones and meters are not in a hit) or other letters than plain ones is left to the search.
    """
    words = words_of(text.lower())
    if not text.startswith(before) or not text.isascii() or not words_of(before):
        return None
    if number_of(text) or number_of(before):
        return None
    found = []
    for hit in whole:
        shown = f"{hit.name} {hit.address} {hit.number}"
        if not shown.isascii():
            return None
        own = _WORD.findall(shown.lower())
        if all(any(each.startswith(word) for each in own) for word in words):
            found.append(hit)
    return tuple(found)
