"""The bars of a receipt's number, held against a second maker of bars."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.graphics.barcode.code128 import _patterns

from receipts.renderers.code128 import START_B, STOP, bars

PRINTABLE = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=40)
MODULES_A_SYMBOL = 11
MODULES_OF_STOP = 13


@given(PRINTABLE)
def test_the_bars_are_start_b_the_signs_the_check_symbol_and_stop(data: str) -> None:
    values = [START_B, *(ord(sign) - 32 for sign in data)]
    check = (values[0] + sum(n * value for n, value in enumerate(values[1:], 1))) % 103
    widths = "".join(_patterns[value] for value in (*values, check, STOP)).lower()
    assert bars(data) == tuple("abcd".index(width) + 1 for width in widths)


@given(PRINTABLE)
def test_every_symbol_is_eleven_modules_wide_and_the_stop_thirteen(data: str) -> None:
    assert sum(bars(data)) == (len(data) + 2) * MODULES_A_SYMBOL + MODULES_OF_STOP


def test_the_symbol_begins_with_start_b_and_the_letter_a() -> None:
    assert bars("A")[:12] == (2, 1, 1, 2, 1, 4, 1, 1, 1, 3, 2, 3)


@pytest.mark.parametrize("data", ["", "Ñ", "a\tb"])
def test_what_set_b_cannot_say_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match="not Code 128 set B"):
        bars(data)
