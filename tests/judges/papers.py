"""What is put before the judges: every kind of paper as the bytes that go to a printer, with the rows we mean."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from app.domain.print_plan import PrintPlan
from devices.drivers.escpos_commands import ASK_PAPER_IN_TURN, ask_status, pulse
from devices.drivers.escpos_encoder import EscPosEncoder
from devices.drivers.profiles import PROFILES
from receipts.renderers.plan_text import plan_text
from tests.receipts import samples
from tests.receipts.test_receipt_layout import AGAIN, no_sale, plan, void

OURS, THEIRS = "tm-m30", "epson-tm-t20iii"  # one family: 80 mm, 48 columns, code page 16
COLUMNS = PROFILES[OURS].columns
ANSWERS = Path(__file__).parent / "answers" / "emupos.json"


class Paper(NamedTuple):
    """`rows` are the lines of our own preview; none for bytes that print nothing."""

    data: bytes
    rows: str = ""


def judged_papers() -> Mapping[str, Paper]:
    """By name."""
    plans: dict[str, PrintPlan] = {
        "cash": plan(samples.CASH, columns=COLUMNS),
        "check_and_cash": plan(samples.CHECK_AND_CASH, columns=COLUMNS),
        "card": plan(samples.CARD, columns=COLUMNS),
        "money_order": plan(samples.MONEY_ORDER, columns=COLUMNS),
        "partial": plan(samples.PARTIAL, columns=COLUMNS),
        "over_payment": plan(samples.OVER_PAYMENT, columns=COLUMNS),
        "override": plan(samples.OVERRIDE, columns=COLUMNS),
        "spanish_name": plan(samples.LONG_NAMES, columns=COLUMNS),
        "practice": plan(samples.CASH, practice=True, columns=COLUMNS),
        "duplicate": plan(samples.CASH, duplicate=AGAIN, columns=COLUMNS),
        "void": void(samples.voided(samples.CASH), columns=COLUMNS),
        "no_sale": replace(no_sale(), columns=COLUMNS),
    }
    with tempfile.TemporaryDirectory() as cache:
        encoder = EscPosEncoder(PROFILES[OURS], cache_folder=Path(cache))
        papers = {name: Paper(encoder.encode(each), plan_text(each)) for name, each in plans.items()}
    papers["drawer_pulse"] = Paper(pulse(pin=2))
    papers["status"] = Paper(ask_status(1, 2, 3, 4) + ASK_PAPER_IN_TURN)
    return papers
