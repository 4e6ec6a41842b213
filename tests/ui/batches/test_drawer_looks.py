"""The dialogs of a drawer's life in other looks: nothing cut, faint, nameless, out of reach or small for a finger."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.stories.batches.office import Office
from tests.ui.batches.window import RoomWindow
from tests.ui.look import eyes
from ui.look.theme import Look, apply_look
from ui.look.tokens import DARK, HIGH_CONTRAST, LIGHT
from ui.views.batches.hand_over import HandOverDialog
from ui.views.batches.paper_entry import PaperEntryDialog
from ui.views.batches.paper_ranges import PaperRangesDialog
from ui.views.batches.surprise import SurpriseDialog

LOOKS = (Look(DARK, 100), Look(HIGH_CONTRAST, 200), Look(LIGHT, 90, is_touch=True))


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_look(qapp, Look())


@pytest.mark.parametrize("look", LOOKS, ids=("dark", "high-contrast-200", "touch"))
def test_the_dialogs_keep_every_word_in_every_look(
    office: Office, window: Callable[..., RoomWindow], qapp: QApplication, look: Look
) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    shown = window("kdunn")
    apply_look(qapp, look)
    shown.settle()
    room, model = shown.room, office.room
    for opened in (
        lambda: SurpriseDialog.ask(room, model.surprise, number, "M. Ruiz"),
        lambda: HandOverDialog.ask(room, model.hand_over, number, "Cashier left early"),
        lambda: PaperRangesDialog.ask(room, model.paper_ranges),
        lambda: PaperEntryDialog.ask(room, model.paper_entry, number),
    ):
        dialog = opened()
        shown.settle()
        faults = faults_of(dialog, is_touch=look.is_touch)
        assert not faults, f"{dialog.objectName()}: {faults}"
        dialog.reject()
        shown.settle()


def faults_of(place: QWidget, *, is_touch: bool) -> list[str]:
    return [
        *eyes.cut(place), *eyes.faint(place), *eyes.nameless(place), *eyes.lonely_keys(place),
        *eyes.unreachable(place), *(eyes.small(place) if is_touch else ()),
    ]  # fmt: skip
