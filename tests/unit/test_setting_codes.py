"""Code tables: switched off and on, never deleted (J6)."""

import pytest

from app.domain.setting_codes import (
    CODE_LIMIT,
    CODES_LIMIT,
    FIRST_CODES,
    Code,
    CodeTable,
    codes_fault,
    codes_value,
    first_codes,
    read_codes,
)


def without(table: CodeTable, *off: str) -> tuple[Code, ...]:
    return tuple(Code(code.code, code.code not in off) for code in first_codes(table))


@pytest.mark.parametrize("table", CodeTable)
def test_a_table_as_it_begins_is_whole_and_reads_back(table: CodeTable) -> None:
    value = codes_value(first_codes(table))
    assert codes_fault(table, value) == ""
    assert read_codes(value) == first_codes(table)


def test_j6_a_code_is_switched_off_never_deleted() -> None:
    assert codes_fault(CodeTable.VOID, codes_value(without(CodeTable.VOID, "Duplicate"))) == ""
    shorter = codes_value(code for code in first_codes(CodeTable.VOID) if code.code != "Duplicate")
    assert "“Duplicate” would be gone" in codes_fault(CodeTable.VOID, shorter)


def test_a_reason_may_be_added_a_tender_or_lane_may_not() -> None:
    added = codes_value((*first_codes(CodeTable.VOID), Code("Paid on line")))
    assert codes_fault(CodeTable.VOID, added) == ""
    for table in (CodeTable.TENDER, CodeTable.LANE):
        more = codes_value((*first_codes(table), Code("bitcoin")))
        assert "cannot be added" in codes_fault(table, more)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("", "1 to 40 characters"), (" two  gaps ", "1 to 40 characters"), ("x" * (CODE_LIMIT + 1), "1 to 40"),
        ("duplicate", "stands in it twice"), ("own words", "is kept for what a person types"),
    ],
)  # fmt: skip
def test_a_code_that_cannot_be_is_refused_in_words(code: str, words: str) -> None:
    assert words in codes_fault(CodeTable.VOID, codes_value((*first_codes(CodeTable.VOID), Code(code))))


def test_something_is_always_left_to_pick_and_cash_is_always_taken() -> None:
    none = without(CodeTable.LANE, *FIRST_CODES[CodeTable.LANE])
    assert "one code at least" in codes_fault(CodeTable.LANE, codes_value(none))
    assert "cash is always taken" in codes_fault(CodeTable.TENDER, codes_value(without(CodeTable.TENDER, "cash")))
    assert codes_fault(CodeTable.TENDER, codes_value(without(CodeTable.TENDER, "card", "check"))) == ""


@pytest.mark.parametrize(
    "value", ["none", [], 5, [{"code": "A"}], [{"code": 1, "active": True}], [{"code": "A", "active": 1}], ["A"]]
)
def test_what_is_no_table_is_refused(value: object) -> None:
    assert codes_fault(CodeTable.VOID, value) != ""


def test_a_table_has_an_end() -> None:
    many = codes_value((*first_codes(CodeTable.VOID), *(Code(f"Reason {n}") for n in range(CODES_LIMIT))))
    assert "1 to 20 codes" in codes_fault(CodeTable.VOID, many)
