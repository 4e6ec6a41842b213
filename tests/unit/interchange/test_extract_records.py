"""Lines to records: as fast as a split where a line is plain, as right as Python's csv everywhere."""

import csv
import io

from hypothesis import example, given
from hypothesis import strategies as st

from app.interchange.extract_records import MAX_RECORD_LINES, UnsplitLine, records

FIELDS = st.lists(st.text(alphabet='ab,"\n =é', max_size=6), min_size=2, max_size=8)


def _read(text: str) -> list[tuple[int, list[str] | UnsplitLine]]:
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return [(line, fields) for line, fields, _raw in records([lines])]


@given(st.lists(FIELDS, min_size=1, max_size=6), st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
@example([["", '"', "x"], ['""', "a"]], csv.QUOTE_ALL)
def test_whatever_csv_writes_is_read_back(rows: list[list[str]], quoting: int) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    kept = [fields for _line, fields in _read(out.getvalue())]
    assert kept == [fields for fields in rows if any(field.strip() for field in fields) or len(fields) > 1]


@given(st.text(alphabet='ab," ', max_size=14))
@example('"""a"""')
@example('a,"b"c')
@example('"",""')
@example(' "a,b"')
def test_one_line_is_read_as_csv_reads_it_or_given_up(line: str) -> None:
    found = _read(line + "\n")
    try:
        expected = list(csv.reader([line + "\n"], strict=True))
    except csv.Error:
        assert [type(fields) for _line, fields in found] == [UnsplitLine]
        return
    assert [fields for _line, fields in found] == [fields for fields in expected if fields and line.strip()]


def test_a_record_is_told_by_its_first_physical_line() -> None:
    found = _read('a,b\n"one\ntwo\nthree",x\n\n   \nlast,y\n')
    assert found == [(1, ["a", "b"]), (2, ["one\ntwo\nthree", "x"]), (7, ["last", "y"])]


def test_a_quotation_mark_that_never_closes_costs_one_line_only() -> None:
    text = 'a,"b\n' + "".join(f"{n},x\n" for n in range(MAX_RECORD_LINES + 3))
    found = _read(text)
    assert found[0] == (1, UnsplitLine('a,"b', "quotation marks do not match", ("a",)))
    assert found[1:] == [(n + 2, [str(n), "x"]) for n in range(MAX_RECORD_LINES + 3)]


def test_an_open_quotation_mark_at_the_end_of_the_file_costs_one_line_only() -> None:
    assert [line for line, _fields in _read('a,b\nc,"d\ne,f\n')] == [1, 2, 3]


def test_an_inch_mark_inside_a_plain_field_is_text() -> None:
    assert _read('a,3" pipe,c\n') == [(1, ["a", '3" pipe', "c"])]


def test_many_broken_lines_in_a_row_do_not_pile_up() -> None:
    found = _read('x,"y\n' * 3000)
    assert [line for line, _fields in found] == list(range(1, 3001))
