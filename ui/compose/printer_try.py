"""A printer and its drawer tried on a line of their own, by the first set-up and by the Set-up room."""

import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.domain.device_setting import DeviceSetting
from app.domain.money import Money
from app.domain.print_plan import Align, Barcode, Cut, Feed, Pair, PrintPlan, Rule, Size, Text
from devices.catalogue import PrinterSet, build_printer, profile_named
from ui.viewmodels.set_up.tools import PrinterAnswer, PrinterTry

TRY_JOB = 1


def with_printer(setting: DeviceSetting, deed: Callable[[PrinterSet], PrinterAnswer]) -> PrinterAnswer:
    """One deed on a line of its own; the encoder's cache goes with it."""
    with tempfile.TemporaryDirectory(prefix="citytill-") as cache:
        built = build_printer(setting, cache_folder=Path(cache))
        began = time.monotonic()
        try:
            answer = deed(built)
        finally:
            built.printer.close()
        return replace(answer, took_ms=round((time.monotonic() - began) * 1000))


def try_paper(attempt: PrinterTry) -> PrintPlan:
    """The paper of a test print: it says that it is no receipt, and asks whether it reads well."""
    profile = profile_named(attempt.setting.profile)
    head, *rest = attempt.lines or ("CityTill",)
    code = (Barcode("TEST-000000"), Feed(1)) if profile.bar_codes else ()
    return PrintPlan(
        (
            Text(head, Align.CENTRE, bold=True),
            *(Text(line, Align.CENTRE) for line in rest),
            Rule(),
            Text("TEST, no receipt", Align.CENTRE, size=Size.BIG),
            Pair("Amounts line up", str(Money(123_456))),
            Pair("to the right", str(Money(5))),
            *code,
            Text("Does all of this read well?", Align.CENTRE),
            Feed(3),
            Cut(),
        ),
        columns=profile.columns,
    )
