"""Amounts and dates as billing systems write them in fixed columns; nothing is guessed."""

import pytest

from app.interchange.extract_values import RowFaultError
from app.interchange.layout_values import amount_reader, date_reader, is_date_form


@pytest.mark.parametrize(
    ("decimals", "sign", "text", "cents"),
    [
        (2, "none", "000006120", 6120), (2, "none", "     6120", 6120), (2, "none", "", 0), (0, "none", "61", 6100),
        ("point", "none", "  61.20", 6120), ("point", "leading", "-61.2", -6120), ("point", "leading", "+61", 6100),
        (2, "leading", "-   6120", -6120), (2, "trailing", "6120-", -6120), (2, "trailing", "6120 ", 6120),
        (2, "credit", "6120CR", -6120), (2, "credit", "6120 CR", -6120), (2, "credit", "6120DR", 6120),
        (2, "brackets", "(6120)", -6120), (2, "brackets", "6120", 6120),
        (2, "overpunch", "0000612{", 6120), (2, "overpunch", "0000612}", -6120), (2, "overpunch", "0000612J", -6121),
        (2, "overpunch", "0000612I", 6129), (2, "overpunch", "00006120", 6120),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_the_layout_says(decimals: int | str, sign: str, text: str, cents: int) -> None:
    assert amount_reader(decimals=decimals, sign=sign)(text) == cents


@pytest.mark.parametrize(
    ("decimals", "sign", "text"),
    [
        (2, "none", "61.20"), (2, "none", "-6120"), (2, "none", "6120X"), (2, "trailing", "-6120"),
        ("point", "none", "61.205"), ("point", "none", "1,204.10"), (2, "brackets", "(6120"), (2, "brackets", "6120)"),
        (2, "overpunch", "612{0"), (2, "credit", "6120XR"), (2, "none", "99999999999999"), (0, "none", "61.20"),
    ],
)  # fmt: skip
def test_any_other_amount_is_a_fault_of_its_row(decimals: int | str, sign: str, text: str) -> None:
    with pytest.raises(RowFaultError, match="amount"):
        amount_reader(decimals=decimals, sign=sign)(text)


@pytest.mark.parametrize(
    ("form", "text", "day"),
    [
        ("YYYYMMDD", "20261205", "2026-12-05"), ("MMDDYY", "120526", "2026-12-05"), ("MMDDYY", "120570", "1970-12-05"),
        ("MM/DD/YYYY", "12/05/2026", "2026-12-05"), ("DD.MM.YY", "05.12.26", "2026-12-05"),
        ("YYYYMMDD", "00000000", None), ("YYYYMMDD", "        ", None), ("MM/DD/YY", "00/00/00", None),
    ],
)  # fmt: skip
def test_a_date_is_read_as_the_layout_says(form: str, text: str, day: str | None) -> None:
    assert date_reader(form)(text) == day


@pytest.mark.parametrize(
    ("form", "text"),
    [("YYYYMMDD", "20261305"), ("YYYYMMDD", "2026-12-05"), ("DD.MM.YY", "05x12x26"), ("YYYYMMDD", "18991205")],
)
def test_any_other_date_is_a_fault_of_its_row(form: str, text: str) -> None:
    with pytest.raises(RowFaultError, match="date"):
        date_reader(form)(text)


def test_a_date_has_year_month_and_day_once() -> None:
    assert all(map(is_date_form, ("YYYYMMDD", "MM/DD/YY", "DD.MM.YYYY")))
    assert not any(map(is_date_form, ("YYYYMM", "YYYYMMDDMM", "YYYY, MM DD", "", "YYYYYYMMDD")))
