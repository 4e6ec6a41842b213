"""Words that a person typed freely: looked at, split from the reason's code, and sealed before they are stored."""

from collections.abc import Collection
from typing import ClassVar, NamedTuple

from app.domain.facts.base import NOTHING_SAID, Sealed
from app.domain.reasons import code_and_words, said
from app.domain.tender_rules import holds_card_number
from app.errors import RuleBrokenError
from app.ports.books import OpenDeed

WORDS_LIMIT = 400


class WordsTooLongError(RuleBrokenError):
    """More words than an entry keeps."""

    code: ClassVar[str] = "words_too_long"

    def __init__(self) -> None:
        super().__init__(f"A note holds at most {WORDS_LIMIT} characters. Say it in fewer words.")


class CardNumberInWordsError(RuleBrokenError):
    """A card's number among the words: it may stand nowhere, sealed or not (R19)."""

    code: ClassVar[str] = "card_number_in_words"

    def __init__(self) -> None:
        super().__init__("These words hold a card number. Take it out; at most the last four digits may be noted.")


class KeptReason(NamedTuple):
    """As an entry keeps it: the list's code, and own words sealed."""

    reason: str
    note: Sealed


def kept_reason(deed: OpenDeed, told: str, *, listed: Collection[str], more: str = "") -> KeptReason:
    """The reason as picked or typed, and what else was said, ready for the entry.

    Raises:
        WordsTooLongError: longer than `WORDS_LIMIT`.
        CardNumberInWordsError: a card number among the words (R19).
    """
    code, words = code_and_words(told.strip(), listed)
    return KeptReason(code, kept_words(deed, said(words, more.strip())))


def kept_words(deed: OpenDeed, words: str) -> Sealed:
    """Free words, sealed; nothing said stays nothing.

    Raises:
        WordsTooLongError, CardNumberInWordsError.
    """
    words = words.strip()
    if not words:
        return NOTHING_SAID
    if len(words) > WORDS_LIMIT:
        raise WordsTooLongError
    if holds_card_number(words):
        raise CardNumberInWordsError
    return deed.seal_words(words)
