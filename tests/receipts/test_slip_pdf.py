"""Slips as PDF: the same bytes each time, all of them on the paper, however long a slip is."""

import re
import subprocess
import sys
from dataclasses import replace

from receipts.renderers.ink import LETTER, Box, Words
from receipts.renderers.roll import draw
from receipts.renderers.slip_pages import cut_to_length, sheets, slip_pdf, slips_pdf
from tests.receipts import samples
from tests.receipts.test_receipt_layout import SLIPS, plan

TITLE = "Receipts of Sat 21 Nov 2026"
PAGE_BOX = re.compile(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]")
PT_A_MM = 72 / 25.4


def test_a_slip_rendered_twice_is_the_same_to_the_byte() -> None:
    first = slip_pdf(SLIPS["duplicate"](), title="Receipt DT1B-000147")
    slips_pdf([make() for make in SLIPS.values()], title=TITLE)  # another paper in between changes nothing
    assert slip_pdf(SLIPS["duplicate"](), title="Receipt DT1B-000147") == first


def test_another_process_renders_the_same_bytes() -> None:
    program = (
        "import hashlib; from tests.receipts.test_receipt_layout import SLIPS;"
        "from receipts.renderers.slip_pages import slip_pdf;"
        "print(hashlib.sha256(slip_pdf(SLIPS['long_name'](), title='t')).hexdigest())"
    )
    hashes = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True, text=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(hashes) == 1


def test_the_page_is_as_wide_as_the_roll() -> None:
    wide, narrow = (
        PAGE_BOX.search(slip_pdf(SLIPS[name](), title="t")) for name in ("check_and_cash", "columns_32")
    )  # fmt: skip
    assert wide is not None
    assert narrow is not None
    assert (round(float(wide[1]) / PT_A_MM), round(float(narrow[1]) / PT_A_MM)) == (80, 58)


def test_every_slip_of_the_day_stands_inside_its_letter_page() -> None:
    pages = sheets([draw(make()) for make in SLIPS.values()] * 3)
    width, height = LETTER
    for page in pages:
        for mark in page.marks:
            if isinstance(mark, Box):
                assert mark.x >= 0
                assert mark.x + mark.width <= width
                assert mark.y + mark.height <= height - 50
    words = " ".join(mark.text for page in pages for mark in page.marks if isinstance(mark, Words))
    assert words.count("CITY OF CLAREMORE") == len(SLIPS) * 3


def test_a_slip_longer_than_the_page_goes_on_in_the_next_column_and_loses_no_row() -> None:
    lines = tuple(replace(samples.RENT_HOUSE, number=f"104-{n:04d}") for n in range(200))
    roll = draw(plan(samples.receipt(*lines, tenders=samples.CASH.tenders)))
    pieces = list(cut_to_length(roll, 60))
    assert max(piece.rows for piece in pieces) <= 60
    assert sum(piece.rows for piece in pieces) == roll.rows
    assert sum(len(piece.drawn) for piece in pieces) == len(roll.drawn)
    slips_pdf([plan(samples.receipt(*lines, tenders=samples.CASH.tenders))], title=TITLE)


def test_the_window_can_import_every_paper_without_reportlab() -> None:
    program = (
        "import sys, receipts.renderers.slip_pages, receipts.renderers.sheet_pages, receipts.layouts.receipt;"
        "print(sorted(name for name in sys.modules if name.startswith(('reportlab', 'PIL', 'PySide6'))))"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout
    assert loaded.strip() == "[]"
