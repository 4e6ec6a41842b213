"""Writes the import window and the keys as pictures: `python -m tests.ui.import_accounts.shoot FOLDER`."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from app.interchange.practice.city import practice_city
from devices.simulators.clock import SimulatedClock
from tests.stories.conftest import MORNING
from tests.ui.account.city import APPROVER_PIN
from tests.ui.account.shoot import until
from ui.compose.extracts import Extracts
from ui.compose.practice import found_practice
from ui.look.theme import Look, apply_look
from ui.viewmodels.counter import Counter
from ui.viewmodels.device_board import DeviceBoard
from ui.viewmodels.import_accounts import ImportAccountsModel, ImportStage
from ui.viewmodels.session import Session
from ui.viewmodels.sign_in import read_sitting
from ui.views.import_accounts import ImportWindow
from ui.views.keys_help import KeysHelp

TILL_KEYS = (
    ("F1", "Keys"), ("F2", "Find"), ("F5", "Cash"), ("F6", "Check"), ("F7", "Card"), ("F8", "Money order"),
    ("F10", "Finish", "nothing is on the receipt"), ("F11", "Park"), ("F12", "Next lane"), ("Ctrl P", "Reprint"),
    ("Ctrl Shift D", "No-sale"), ("Ctrl Shift V", "Void"), ("Del", "Remove line"), ("Esc", "Back"),
)  # fmt: skip
EVERYWHERE = (("F1", "Keys of this screen"), ("Ctrl L", "Lock"), ("Ctrl I", "Import accounts"))


def shoot(folder: Path) -> None:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    apply_look(application, Look())
    with tempfile.TemporaryDirectory() as name:
        clock = SimulatedClock(MORNING)
        desk = found_practice(Path(name) / "city", clock=clock)
        counter = Counter(asks=desk.ask, does=desk.do, clock=clock, board=DeviceBoard())
        session = Session()
        user = desk.sign_in("kdunn", APPROVER_PIN).result()
        session.sit(desk.ask(lambda books: read_sitting(books, user=user, clock=clock)).result())
        model = ImportAccountsModel(
            counter, session, imports=Extracts(desk).take, looks=Extracts(desk).look,
            runs=desk.station.background.submit,
        )  # fmt: skip
        home = QWidget()
        home.resize(1366, 768)
        window = ImportWindow(model, home)
        window.show_beside()
        window.grab().save(str(folder / "import-choose.png"))
        lines = b"".join(practice_city(7, accounts=3_000, business_date=MORNING.date())).split(b"\r\n")[:-2]
        extract = Path(name) / "accounts-2026-11-20.csv"
        for at in (3, 40, 812):
            for service in (b",WATER,", b",SANIT,", b",SEWER,"):
                lines[at] = lines[at].replace(service, b",GAS,")
        extract.write_bytes(b"\r\n".join([*lines, b""]))
        model.look(extract)
        until(lambda: model.stage is ImportStage.PREVIEW)
        until(lambda: False)
        window.grab().save(str(folder / "import-preview.png"))
        model.take()
        until(lambda: model.percent > 40 or not model.is_busy)
        window.grab().save(str(folder / "import-taking.png"))
        until(lambda: model.stage is ImportStage.DONE)
        until(lambda: False)
        window.grab().save(str(folder / "import-done.png"))
        (Path(name) / "x.xlsx").write_bytes(b"PK\x03\x04")
        model.look(Path(name) / "x.xlsx")
        until(lambda: model.stage is ImportStage.REFUSED)
        window.grab().save(str(folder / "import-refused.png"))
        home.show()
        helps = KeysHelp(home)
        helps.show_keys("Till", TILL_KEYS, everywhere=EVERYWHERE, fact="Receipts go to batch XDT1A-0001")
        until(lambda: False)
        home.grab().save(str(folder / "keys.png"))
        desk.close()


if __name__ == "__main__":
    Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
    shoot(Path(sys.argv[1]))
