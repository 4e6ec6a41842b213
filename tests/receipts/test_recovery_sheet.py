"""The recovery sheet: every word in its place, one page, nothing secret in the file's own title."""

from datetime import date

import pytest

from receipts.layouts.recovery_sheet import recovery_sheet
from receipts.recovery_sheet import RecoverySheet
from receipts.renderers.ink import Box, Face, Line, Page, Words
from receipts.renderers.pdf import measure
from receipts.renderers.recovery_page import recovery_page, recovery_pdf

WORDS = tuple(f"quilt{chr(97 + n)}" for n in range(24))
QR_TEXT = " ".join(f"WOR{chr(65 + n)}" for n in range(24))


def sheet(words: tuple[str, ...] = WORDS) -> RecoverySheet:
    return recovery_sheet(
        city="City of Claremore", station="DT1", sheet="3F2A-91C0", words=words, qr_text=QR_TEXT,
        made_on=date(2026, 11, 20), made_by="P. Foreman",
    )  # fmt: skip


def page() -> Page:
    return recovery_page(sheet(), measure)


def test_each_word_stands_beside_its_number() -> None:
    words = [mark for mark in page().marks if isinstance(mark, Words)]
    for place, word in enumerate(WORDS, start=1):
        at = next(mark for mark in words if mark.text == word)
        beside = [mark for mark in words if mark.y == at.y and mark.x < at.x and mark.text.isdigit()]
        assert max(beside, key=lambda mark: mark.x).text == str(place)
        assert at.face is Face.MONO_STRONG


def test_the_sheet_says_whose_it_is_and_what_to_do() -> None:
    text = " ".join(mark.text for mark in page().marks if isinstance(mark, Words))
    said = ("DT1", "Sheet 3F2A-91C0", "Fri 20 Nov 2026", "P. Foreman", "citytill restore", "safe", "Typed back by")
    assert [each for each in said if each not in text] == []


def test_everything_lies_on_the_page_and_no_words_run_into_the_code() -> None:
    code = [mark for mark in page().marks if isinstance(mark, Box) and mark.filled]
    left, top = min(box.x for box in code), min(box.y for box in code)
    for mark in page().marks:
        if isinstance(mark, Words) and mark.anchor.value == "left":
            right = mark.x + measure(mark.text, mark.face, mark.size)
            assert right <= page().width - 50
            assert right < left - 8 or mark.y < top or mark.y > max(box.y for box in code)
        elif isinstance(mark, Line):
            assert mark.y2 < page().height


def test_the_code_has_the_size_of_a_code_that_holds_all_words() -> None:
    code = [mark for mark in page().marks if isinstance(mark, Box) and mark.filled]
    side = min(box.width for box in code)
    assert round((max(box.x + box.width for box in code) - min(box.x for box in code)) / side) == 37  # version 5


def test_the_pdf_is_one_page_whose_title_tells_no_word() -> None:
    content = recovery_pdf(sheet())
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == 1
    assert b"3F2A-91C0" in content
    assert not any(word.encode() in content for word in WORDS)
    assert "quilt" not in repr(sheet())


def test_a_recovery_key_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="24 words, not 12"):
        sheet(WORDS[:12])
