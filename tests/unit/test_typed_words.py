"""What is typed to find an account, and the answer that holds the next letter's."""

import pytest

from app.domain.records import AccountHit
from app.domain.typed_words import narrowed, words_of


def hit(name: str, address: str = "412 N ELM ST", number: str = "104-2281") -> AccountHit:
    return AccountHit(number.replace("-", ""), number, name, address, "active", "", 0)


RUIZ, RUSH, SMITH = hit("RUIZ, MARIA"), hit("RUSH, DAN", "9 S OAK AVE"), hit("SMITH, RUTH", "1 W RUIZ LN", "108-1548")
WHOLE = (RUIZ, RUSH, SMITH)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ru", (RUIZ, RUSH, SMITH)),
        ("rui", (RUIZ, SMITH)),
        ("RUIZ M", (RUIZ,)),
        ("ruiz 412 el", (RUIZ,)),
        ("ru 104", (RUIZ, RUSH)),
        ("rush-d", (RUSH,)),
        ("ruz", ()),
        ("ru aria", ()),
    ],
)
def test_every_word_must_begin_a_word_of_name_address_or_number(text: str, found: tuple[AccountHit, ...]) -> None:
    assert narrowed(WHOLE, before=text[:2], text=text) == found


def test_nothing_found_stays_nothing() -> None:
    assert narrowed((), before="zz", text="zzq") == ()


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("rui", "ru"),  # a letter less
        ("ru", "smith"),  # another text
        ("-", "-ru"),  # nothing was asked
        ("ru", "ruñ"),  # the search takes the tilde off
        ("104", "1042"),  # a number is also looked for among phones and meters
        ("1042", "1042 n"),  # numbers stood first in that list
        ("W12", "W1220984"),
    ],
)
def test_what_only_the_search_can_say_is_left_to_it(before: str, text: str) -> None:
    assert narrowed(WHOLE, before=before, text=text) is None


def test_names_with_other_letters_are_left_to_the_search() -> None:
    assert narrowed((hit("PEÑA, JOSÉ"),), before="pe", text="pen") is None


def test_words_and_letters_are_bounded() -> None:
    assert words_of("a " * 20) == ["a"] * 8
    assert words_of("b" * 60) == ["b" * 40]
