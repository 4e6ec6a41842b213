"""A layout file is read whole, or refused with a sentence for each fault."""

import pytest

from app.interchange.layout_errors import LayoutRefusedError
from app.interchange.layout_file import read_layout
from tests.unit.interchange.layouts import LENGTH, layout, layout_text

MORE = "\n[[field]]\n"


def faults(text: str) -> tuple[str, ...]:
    with pytest.raises(LayoutRefusedError) as refused:
        read_layout(text)
    return refused.value.faults


def test_a_layout_says_where_everything_stands() -> None:
    found = layout()
    assert (found.name, found.encoding, found.line_length, found.header_lines) == ("test-billing", "ascii", LENGTH, 1)
    assert {field.column for field in found.fields} >= {"account", "service", "current", "Deposit"}
    assert found.mark.startswith("test-billing ")
    assert found.mark != layout(sign='sign = "leading"').mark


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"citytill_layout": "x = 1"}, "The file is no layout: its first line is not citytill_layout = 1."),
        ({"name": ""}, "The layout needs a name of at most 40 letters."),
        ({"encoding": 'encoding = "ebcdic"'}, "The layout's encoding must be one of ascii, utf-8, windows-1252"),
        ({"line_length": "line_length = true"}, "The layout's line_length must be a whole number from 1 to 10,000."),
        ({"decimals": "decimals = 3"}, "The layout's decimals must be one of 0, 2, point."),
        ({"sign": 'sign = "front"'}, "The layout's sign must be one of none, leading, trailing, credit"),
        ({"format": 'format = "YYYYMM"'}, "The dates' format needs YYYY or YY, MM and DD once each"),
        ({"header_lines": "colour = 1"}, "The layout says colour, which means nothing here."),
        ({"sign": 'sign = "none"\ncolour = 1'}, "The part [amounts] says colour, which means nothing here."),
        ({"rows": ""}, "The part [trailer] lacks rows."),
        ({"rows": "rows = { start = 0, length = 7 }"}, "The trailer's rows needs start and length, whole numbers"),
        ({"trailer_word": ""}, "The layout has a [trailer], but [lines] does not say by which word it is known."),
        ({"trailer_word": 'trailer = "D"'}, "The part [lines] gives one word to two kinds of line."),
        ({"trailer_word": 'trailer = "TT"'}, "The word TT of [lines] is longer than its 1 positions."),
        ({"end": f'{MORE}column = "meter"\nstart = {LENGTH}\nlength = 2'},
         f"The field meter ends at position {LENGTH + 1}, but a line has {LENGTH} characters."),
        ({"end": f'{MORE}column = "meter"\nstart = 2\nlength = 4'}, "The fields account and meter overlap at pos"),
        ({"end": f'{MORE}column = "status"\nvalue = "active"'}, "The field status stands twice in the layout."),
        ({"end": f'{MORE}column = "colour"\nvalue = "red"'}, "The field colour is no column of an extract."),
        ({"end": f'{MORE}note = "meter"\nvalue = "x"'}, "The note meter is the name of a column."),
        ({"end": f'{MORE}value = "red"'}, "Field 15 names neither a column nor a note."),
        ({"end": f'{MORE}column = "meter"\nstart = 2'}, "The field meter needs start and length"),
        ({"end": f'{MORE}column = "meter"\nvalue = 2'}, "The field meter has a value for all rows, which is a text"),
        ({"end": f'{MORE}column = "meter"\nvalue = ""\ncodes = {{ a = "b" }}'}, "The field meter cannot have codes"),
        ({"end": f'{MORE}column = "meter"\nvalue = ""\nwidth = 2'}, "The field meter says width, which means"),
    ],
)  # fmt: skip
def test_each_fault_has_its_sentence(more: dict[str, str], sentence: str) -> None:
    found = faults(layout_text(**more))
    assert any(fault.startswith(sentence) for fault in found), found


def test_every_fault_is_told_at_once() -> None:
    found = faults(layout_text(name="", encoding="", sign='sign = "front"'))
    assert len(found) == 3


def test_what_is_no_toml_or_lacks_columns_says_so() -> None:
    assert faults("a = = b")[0].startswith("The layout file cannot be read: ")
    assert faults("x" * 40_000) == ("The layout file is too long. Choose the layout, not the extract.",)
    coded = 'column = "status"\nstart = 63\nlength = 1\ncodes = { A = "active", F = "final" }'
    without = layout_text().replace(coded, 'note = "State"\nvalue = "x"')
    assert without != layout_text()
    assert faults(without) == ("The layout lacks the column status. Say where they stand, or a value for all rows.",)
    bare = layout_text().partition("[[field]]")[0]
    assert faults(bare) == ("The layout has no [[field]]. Describe where each column stands.",)
