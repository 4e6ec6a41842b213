"""Print plans: stored and read back, clean of control characters, laid out in rows that lose no figure."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.print_plan import (
    Align,
    Barcode,
    Blank,
    Cut,
    Feed,
    Pair,
    PlanUnreadableError,
    PrintPlan,
    Rule,
    Size,
    Text,
)
from app.domain.print_rows import Row, pair_rows, rows_of, wrap

PLAN = PrintPlan(
    (
        Text("CITY OF CLAREMORE", align=Align.CENTRE, bold=True),
        Rule(),
        Pair("Receipt", "DT1B-000147", bold=True),
        Pair("CHANGE", "13.88", size=Size.BIG),
        Blank(),
        Barcode("DT1B-000147"),
        Feed(2),
        Cut(),
    ),
    columns=42,
)


def test_a_plan_comes_back_from_json_as_it_was() -> None:
    assert PrintPlan.from_json(json.loads(json.dumps(PLAN.to_json()))) == PLAN


@pytest.mark.parametrize(
    "stored",
    [
        None,
        [],
        {},
        {"v": 2, "columns": 42, "lines": []},
        {"v": 1, "columns": 3, "lines": []},
        {"v": 1, "columns": 42, "lines": [{"kind": "logo"}]},
        {"v": 1, "columns": 42, "lines": [{"kind": "text"}]},
        {"v": 1, "columns": 42, "lines": [{"kind": "text", "text": 7}]},
        {"v": 1, "columns": 42, "lines": [{"kind": "text", "text": "a", "align": "top"}]},
    ],
)
def test_what_is_no_plan_is_refused_with_a_next_step(stored: object) -> None:
    with pytest.raises(PlanUnreadableError, match="Reprint it from its receipt"):
        PrintPlan.from_json(stored)


def test_control_characters_in_a_name_never_stay_in_a_plan() -> None:
    assert Text("RUIZ\x1bp\x00\x19\xfa, MARIA\n").text == "RUIZpú, MARIA"
    assert Pair("a\x10\x14\x01", "1\x00.00") == Pair("a", "1.00")


@pytest.mark.parametrize("data", ["", "PEÑA", "a\n", "x" * 41])
def test_a_bar_code_holds_only_code_128_set_b(data: str) -> None:
    with pytest.raises(ValueError, match="set B"):
        Barcode(data)


@pytest.mark.parametrize("lines", [0, 41])
def test_a_feed_has_a_limit(lines: int) -> None:
    with pytest.raises(ValueError, match="1 to 40"):
        Feed(lines)


def test_a_plan_has_a_limit_of_lines() -> None:
    with pytest.raises(ValueError, match="5000"):
        PrintPlan((Blank(),) * 5_001)


def test_long_text_wraps_at_spaces_and_keeps_its_indent() -> None:
    assert wrap("  Cut-off of 24 Nov struck", 16) == ("  Cut-off of 24", "  Nov struck")
    assert wrap("", 16) == ("",)


def test_a_long_label_wraps_and_the_figure_stays_whole() -> None:
    assert pair_rows("Total", "236.12", 20) == ("Total         236.12",)
    assert pair_rows("past due of ninety days", "1,236.12", 20) == ("past due of ninety", "days        1,236.12")
    assert pair_rows("past due ninety ab", "1,236.12", 20) == ("past due ninety ab", "            1,236.12")
    assert pair_rows("", "x" * 25, 20) == ("x" * 20, " " * 15 + "x" * 5)
    assert pair_rows("label", "", 20) == ("label",)


@given(
    st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=255), max_size=120),
    st.from_regex(r"[0-9]{1,3}(,[0-9]{3}){0,2}\.[0-9]{2}", fullmatch=True),
    st.integers(min_value=20, max_value=80),
)
def test_a_pair_never_exceeds_its_columns_and_never_loses_its_figure(left: str, right: str, columns: int) -> None:
    rows = pair_rows(Pair(left, right).left, right, columns)
    assert all(len(row) <= columns for row in rows)
    assert rows[-1].endswith(right)
    assert len(rows[-1]) == columns


def test_big_text_has_half_the_columns() -> None:
    assert rows_of(Pair("CHANGE", "13.88", size=Size.BIG), columns=42) == (
        Row("CHANGE          13.88", size=Size.BIG),
    )
    assert rows_of(Rule(), columns=20) == (Row("-" * 20),)
    assert rows_of(Barcode("A"), columns=20) == ()
