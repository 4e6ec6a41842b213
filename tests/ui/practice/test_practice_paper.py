"""Paper of the simulated printer as a roll, its bytes as lines, a check's amount in words."""

import pytest

from devices.simulators.escpos_printer import Recorded
from devices.simulators.paper import PaperBarcode, PaperCut, PaperFeed, PaperQr, PaperRaster, PaperRow, PaperText, Span
from devices.simulators.sample_checks import SAMPLE_CHECKS
from receipts.renderers.code128 import bars
from receipts.renderers.roll import DrawnBars, DrawnCut, DrawnText
from ui.viewmodels.practice_checks import amount_in_words, check_shown
from ui.viewmodels.practice_paper import ROWS_SHOWN, byte_lines, roll_of


def test_words_stand_where_the_head_put_them() -> None:
    big = Span("CHANGE", bold=True, width=2, height=2)
    rows: tuple[PaperRow, ...] = (
        PaperText((Span("City"),), "centre"), PaperFeed(2), PaperText((big, Span(" 1")), "right"), PaperText(()),
    )  # fmt: skip
    roll = roll_of(rows, columns=20)
    assert roll.drawn == (
        DrawnText(0, 8, "City"), DrawnText(3, 6, "CHANGE", True, 2, 2), DrawnText(3, 18, " 1"),
    )  # fmt: skip
    assert (roll.columns, roll.rows) == (20, 6)


def test_a_bar_code_is_drawn_and_says_its_number() -> None:
    roll = roll_of((PaperBarcode("CODE128", "XDT1A-000001", 80, 2, text_below=True), PaperCut()), columns=42)
    assert roll.drawn == (
        DrawnBars(0, 3, bars("XDT1A-000001"), "XDT1A-000001"), DrawnText(3, 15, "XDT1A-000001"), DrawnCut(4),
    )  # fmt: skip


def test_what_cannot_be_drawn_is_said_in_words() -> None:
    rows = (PaperBarcode("EAN13", "Ñ", 80, 2, text_below=False), PaperQr("abc"), PaperRaster(1, b"\x00"))
    assert [piece.text for piece in roll_of(rows, columns=42).drawn if isinstance(piece, DrawnText)] == [
        "[EAN13 Ñ]", "[QR abc]", "[picture]",
    ]  # fmt: skip


def test_a_day_of_paper_shows_its_end_only() -> None:
    rows = tuple(PaperText((Span(str(at)),)) for at in range(1_000))
    roll = roll_of(rows, columns=42)
    assert roll.rows == ROWS_SHOWN
    last = roll.drawn[-1]
    assert isinstance(last, DrawnText)
    assert last.text == "999"


def test_bytes_are_a_command_a_line_with_their_direction() -> None:
    traffic = (
        Recorded(True, b"\x1b@Hi"), Recorded(True, b"\n\x10\x04"), Recorded(True, b"\x01"), Recorded(False, b"\x16"),
    )
    assert byte_lines(traffic) == (
        "> ESC @      1b 40", "> text       Hi", "> LF         0a", "> DLE EOT    10 04 01", "< status     16",
    )  # fmt: skip


def test_a_long_command_says_how_much_more_there_is() -> None:
    picture = b"\x1dv0\x00" + bytes((2, 0, 20, 0)) + bytes(40)
    assert byte_lines((Recorded(True, picture),))[0].endswith(" and 32 more")


@pytest.mark.parametrize(
    ("cents", "words"),
    [
        (15_000, "One hundred fifty and 00/100"), (6_120, "Sixty-one and 20/100"), (5, "Zero and 05/100"),
        (41_288, "Four hundred twelve and 88/100"), (2_000_000, "Twenty thousand and 00/100"),
        (101_900, "One thousand nineteen and 00/100"),
    ],
)  # fmt: skip
def test_an_amount_is_written_out_as_on_a_check(cents: int, words: str) -> None:
    assert amount_in_words(cents) == words


def test_a_sample_check_hides_the_middle_of_its_magnetic_line() -> None:
    shown = check_shown(SAMPLE_CHECKS[0], payee="City of Claremore", date="21 Nov 2026")
    assert shown.micr == "|:103100•••|:  ••••4417||  1042"
    assert (shown.amount, shown.words) == ("150.00", "One hundred fifty and 00/100")
