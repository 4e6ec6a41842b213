"""Amounts, dates and flags as real files write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.account import AccountFlag, FlagKind
from app.interchange.extract_values import (
    REMEMBERED,
    Remembered,
    RowFaultError,
    read_amount,
    read_date,
    read_flags,
    read_text,
    same_text,
)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1,204.10", 120410),
        ("$61.20", 6120),
        ("61.20-", -6120),
        ("(61.20)", -6120),
        ("61.20CR", -6120),
        ("61.20 cr", -6120),
        ("", 0),
        ("   ", 0),
        ("0.00", 0),
        ("-61.20", -6120),
        ("$-61.20", -6120),
        ("-$61.20", -6120),
        ("($1,204.10)", -120410),
        ("+61.20", 6120),
        ("61", 6100),
        ("61.2", 6120),
        (".50", 50),
        (" 61.20 ", 6120),
        ("1,234,567.89", 123456789),
        ("999999999.99", 99_999_999_999),
    ],
)
def test_amounts_of_real_files_are_read_to_the_cent(text: str, cents: int) -> None:
    assert read_amount(text) == cents


@pytest.mark.parametrize(
    "text",
    [
        *("61.205", "0.000", "1,20", "12,04.10", "1,2045.10", "61,20", "6l.20", "61.20-CR", "-61.20-", "(61.20"),
        *("61.20)", "-(61.20)", "--61.20", "$", "-", ".", "1e3", "1_000", "٣.٢٠", "61.20 DR", "nan", "=61.20"),
        *("61..20", "1000000000.00", "99999999999999999999"),
    ],
)
def test_an_amount_that_is_not_certain_is_a_fault(text: str) -> None:
    with pytest.raises(RowFaultError):
        read_amount(text)


@given(st.integers(-99_999_999_999, 99_999_999_999), st.sampled_from(["{s}{d}", "{s}${c}", "{d}{t}", "({d})", "{d}CR"]))
def test_every_written_form_of_an_amount_reads_back_the_same(cents: int, form: str) -> None:
    whole, rest = divmod(abs(cents), 100)
    plain, comma = f"{whole}.{rest:02d}", f"{whole:,}.{rest:02d}"
    always_credit = form in {"({d})", "{d}CR"}
    text = form.format(s="-" if cents < 0 else "", t="-" if cents < 0 else "", d=plain, c=comma)
    assert read_amount(text) == (-abs(cents) if always_credit else cents)


@given(st.text(max_size=12))
def test_no_text_is_read_as_an_amount_by_accident(text: str) -> None:
    try:
        cents = read_amount(text)
    except RowFaultError:
        return
    digits = "".join(letter for letter in text if letter.isdigit())
    assert digits.isascii()
    assert bool(cents) == bool(digits.strip("0"))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-12-05", "2026-12-05"),
        ("12/05/2026", "2026-12-05"),
        ("12/05/26", "2026-12-05"),
        ("10/28/98", "1998-10-28"),
        ("01/01/69", "2069-01-01"),
        ("01/01/70", "1970-01-01"),
        (" 2026-12-05 ", "2026-12-05"),
        ("", None),
        ("02/29/2028", "2028-02-29"),
    ],
)
def test_the_three_ways_to_write_a_date_are_read(text: str, iso: str | None) -> None:
    assert read_date(text) == iso


@pytest.mark.parametrize(
    "text",
    [
        *("2026-02-30", "02/29/2026", "13/01/2026", "5/12/2026", "2026/12/05", "05.12.2026", "today", "20261205"),
        *("0206-12-05", "2026-12-05T00:00", "٢٠٢٦-12-05"),
    ],
)
def test_a_date_that_is_not_certain_is_a_fault(text: str) -> None:
    with pytest.raises(RowFaultError):
        read_date(text)


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)), st.sampled_from(["%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y"]))
def test_every_written_form_of_a_date_reads_back_the_same(day: date, form: str) -> None:
    assert read_date(day.strftime(form)) == day.isoformat()


def test_flags_carry_their_date_or_their_words() -> None:
    flags = read_flags(" Cash_Only=01/15/2027 ; cutoff_list=2026-11-24;arrangement;;note=Dog = big, in back ;cash_only")
    assert flags == (
        AccountFlag(FlagKind.CASH_ONLY, date="2027-01-15"),
        AccountFlag(FlagKind.CUTOFF_LIST, date="2026-11-24"),
        AccountFlag(FlagKind.ARRANGEMENT),
        AccountFlag(FlagKind.NOTE, text="Dog = big, in back"),
        AccountFlag(FlagKind.CASH_ONLY),
    )


def test_every_flag_of_the_page_is_known() -> None:
    page = "cash_only;cutoff_list;arrangement;bankruptcy;deceased;draft;amp;senior;tamper;no_late_fee;confidential"
    assert [flag.kind for flag in read_flags(f"{page};note=x")] == list(FlagKind)


@pytest.mark.parametrize("text", ["vip", "cash only", "draft=yes", "cash_only=soon", "cutoff_list=2026-13-01"])
def test_an_unknown_flag_or_its_unreadable_date_is_a_fault(text: str) -> None:
    with pytest.raises(RowFaultError):
        read_flags(text)


def test_an_empty_note_and_a_repeated_flag_say_nothing_more() -> None:
    assert read_flags("note=;draft;draft") == (AccountFlag(FlagKind.DRAFT),)


def test_names_are_compared_after_trim_single_spaces_case_and_composition() -> None:
    assert same_text("PEN\N{COMBINING TILDE}A,  Jose ", "pe\xf1a, JOSE")
    assert not same_text("RUIZ, MARIA", "RUIZ, MARIO")


def test_text_is_kept_on_one_line_and_composed() -> None:
    assert read_text("  PEN\N{COMBINING TILDE}A,\n JOSE ") == "PE\xd1A, JOSE"
    assert read_text("=1+1") == "=1+1"


def test_a_control_character_never_reaches_a_printer() -> None:
    assert read_text("RUIZ\x1bp0,\x07 MARIA\x7f") == "RUIZ p0, MARIA"


def test_what_is_remembered_is_bounded() -> None:
    read = Remembered(read_amount)
    for cents in range(REMEMBERED + 10):
        assert read[f"{cents}.00"] == cents * 100
    assert len(read) <= REMEMBERED
    with pytest.raises(RowFaultError):
        read["x" * 500]
