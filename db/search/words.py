"""From what is typed to what the search file is asked."""

import re
import unicodedata

WORDS_LIMIT = 8
LETTERS_LIMIT = 40
NUMBER_MIN = 4
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"[\d\s().+#-]*\d[\d\s().+#-]*|\s*[A-Za-z]{1,3}\d+\s*", re.ASCII)
_LAST = chr(0x10FFFF)


def number_of(text: str) -> str:
    """The number in any writing (account, phone, meter, stub), without its separators; empty for anything else."""
    if not _NUMBER.fullmatch(text):
        return ""
    number = "".join(letter for letter in text if letter.isalnum()).upper()
    return number if len(number) >= NUMBER_MIN else ""


def end_of(number: str) -> str:
    """What sorts after every number that begins so."""
    return number + _LAST


def match_of(text: str) -> str:
    """The FTS5 expression: each word as `"word"*`, all of them; empty for no word."""
    words = _WORD.findall(unicodedata.normalize("NFC", text))[:WORDS_LIMIT]
    return " ".join([f'"{word[:LETTERS_LIMIT]}"*' for word in words])
