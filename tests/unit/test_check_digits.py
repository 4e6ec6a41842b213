"""Check digits: the vectors of devices reference 8.1."""

import pytest

from app.domain.check_digits import gs1, luhn, mod10, mod10_21, mod11, mod97

SCAN_LINE = "00345678901110296000000000010000000001000"


def test_the_published_scan_line_has_check_digit_8() -> None:
    assert mod10_21(SCAN_LINE) == 8
    assert luhn(SCAN_LINE) == 8


@pytest.mark.parametrize(("weights", "digit"), [((7, 3, 1), 2), ((3, 7, 1), 6), ((1, 3), 6)])
def test_product_sums_without_digit_sums(weights: tuple[int, ...], digit: int) -> None:
    assert mod10(SCAN_LINE, weights=weights, sums_digits=False) == digit


def test_mod_97_gives_two_digits_that_leave_one() -> None:
    assert mod97("1022310000011250") == "66"
    assert int("1022310000011250" + "66") % 97 == 1


@pytest.mark.parametrize(("digits", "digit"), [("0012345600012", 4), ("1540014128876", 3)])
def test_gs1(digits: str, digit: int) -> None:
    assert gs1(digits) == digit


def test_mod_11_writes_ten_as_the_rule_says() -> None:
    assert mod11("6") == "X"
    assert mod11("6", ten_is="0") == "0"
    assert mod11("036532") == "7"


@pytest.mark.parametrize("bad", ["", "12a4", "12 4", "\uff11\uff12"])
def test_only_digits_have_a_check_digit(bad: str) -> None:
    with pytest.raises(ValueError, match="digits only"):
        luhn(bad)
