"""Receipts as bytes: a golden tape, folding, columns, and no litter from python-escpos."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.print_plan import Align, Barcode, Cut, Pair, PrintPlan, Rule, Text
from app.domain.print_rows import rows_of
from devices.drivers.escpos_encoder import EscPosEncoder, LayoutError, fold
from devices.drivers.profiles import PROFILES, PrinterProfile
from devices.simulators.escpos_tokens import all_tokens
from devices.simulators.paper import PaperRow, PaperText, text_of
from devices.simulators.print_head import PrintHead
from tests.devices.conftest import RECEIPT

TAPES = Path(__file__).parent / "tapes"


def printed(data: bytes, columns: int) -> tuple[PaperRow, ...]:
    head = PrintHead(columns=columns)
    assert all(head.print(token) for token in all_tokens(data))
    return tuple(head.rows)


def encoder(name: str, cache_folder: Path) -> EscPosEncoder:
    return EscPosEncoder(PROFILES[name], cache_folder=cache_folder)


@pytest.mark.parametrize("profile", PROFILES)
def test_the_bytes_of_a_receipt_are_those_of_the_tape(profile: str, cache_folder: Path) -> None:
    tape = (TAPES / f"receipt.{profile}.hex").read_text("ascii").split("#", maxsplit=1)[0]
    assert encoder(profile, cache_folder).encode(RECEIPT).hex(" ") == " ".join(tape.split())


@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_prints_every_word_within_its_columns(profile: str, cache_folder: Path) -> None:
    columns = PROFILES[profile].columns
    rows = printed(encoder(profile, cache_folder).encode(RECEIPT), columns)
    text = text_of(rows, columns=columns)
    assert max(len(line) for line in text.splitlines()) <= columns
    for figure in ("184.12", "96.40", "236.12", "DT1B-000147"):
        assert figure in text
    assert text.count("Receipt") == 1


def test_a_spanish_name_prints_in_cp1252_and_folds_where_the_page_lacks_it(cache_folder: Path) -> None:
    plan = PrintPlan((Text("PEÑA, JOSÉ"),))
    assert "PEÑA, JOSÉ".encode("cp1252") in encoder("tm-t88", cache_folder).encode(plan)
    assert "PEÑA, JOSÉ".encode("cp437") in encoder("silent-80", cache_folder).encode(plan)
    assert fold("PEÑA", "ascii") == "PENA"
    assert fold("Łódź −3 Œ…", "cp1252") == "Lódz -3 Œ…"
    assert fold("水 12.00", "cp1252") == "? 12.00"


def test_folding_keeps_every_column(cache_folder: Path) -> None:
    text = "Zażółć gęślą jaźń ﬁ № ½"
    assert len(fold(text, "cp437")) == len(text)


def test_a_name_full_of_commands_sends_no_command(cache_folder: Path) -> None:
    plan = PrintPlan((Text("RUIZ\x1bp\x00\x19\xfa\x10\x14\x01\x00\x01"), Pair("\x1d(H", "\x10\x04\x01")))
    names = {token.name for token in all_tokens(encoder("tm-t88", cache_folder).encode(plan))}
    assert names == {"ESC @", "ESC t", "text", "LF"}


def test_the_encoder_lays_out_exactly_the_rows_of_the_preview(cache_folder: Path) -> None:
    plan = PrintPlan((Text("one two three " * 9, align=Align.RIGHT), Pair("long label " * 6, "1.00"), Rule(), Cut()))
    rows = printed(encoder("tm-t88", cache_folder).encode(plan), 42)
    expected = [row.text for line in plan.lines for row in rows_of(line, columns=42)]
    assert [row.text for row in rows if isinstance(row, PaperText)] == expected


def test_a_printer_without_bar_codes_prints_the_number_instead(cache_folder: Path) -> None:
    assert b"DT1B-000147\n" in encoder("tm-u220", cache_folder).encode(PrintPlan((Barcode("DT1B-000147"),)))


def test_what_the_library_refuses_is_a_layout_error(cache_folder: Path) -> None:
    broken = PrinterProfile("broken", "no such page", 42, code_page="CP9999")
    with pytest.raises(LayoutError, match="Save it as PDF"):
        EscPosEncoder(broken, cache_folder=cache_folder).encode(RECEIPT)


def test_the_library_leaves_nothing_in_the_temporary_folder_and_says_nothing(tmp_path: Path) -> None:
    temporary, cache = tmp_path / "tmp", tmp_path / "cache"
    temporary.mkdir()
    script = (
        "import json, sys\n"
        "from pathlib import Path\n"
        "import devices.catalogue\n"
        "early = [name for name in sys.modules if name.startswith('escpos')]\n"
        "from devices.drivers.escpos_encoder import EscPosEncoder\n"
        "from devices.drivers.profiles import PROFILES\n"
        "from tests.devices.conftest import RECEIPT\n"
        "import tempfile\n"
        "before = tempfile.mkdtemp\n"
        "data = EscPosEncoder(PROFILES['tm-t88'], cache_folder=Path(sys.argv[1])).encode(RECEIPT)\n"
        "print(json.dumps({'early': early, 'bytes': len(data), 'restored': tempfile.mkdtemp is before}))\n"
    )
    environment = {key: value for key, value in os.environ.items() if not key.startswith("ESCPOS")}
    environment |= {"TMPDIR": str(temporary), "TMP": str(temporary), "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run(
        [sys.executable, "-c", script, str(cache)], env=environment, capture_output=True, text=True, check=True
    )
    said = json.loads(done.stdout)
    assert (said["early"], said["restored"]) == ([], True)
    assert list(temporary.iterdir()) == []
    assert cache.stat().st_mode & 0o777 == 0o700 or os.name == "nt"
    assert any(cache.iterdir())
