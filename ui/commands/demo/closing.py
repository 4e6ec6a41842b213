"""The end of the demonstration's day at the real window: count blind, approve, bag, verify, post."""

from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from app.domain.batch_state import BatchState
from app.domain.change import suggested_pieces
from app.domain.records import BatchRecord
from app.domain.tender import TenderKind
from ui.commands.demo.player import ALT, CTRL, Key, Player
from ui.commands.window.hands import WindowStuckError
from ui.commands.window.opened import sign_in
from ui.compose.practice import APPROVER_PIN
from ui.views.batches.count_sheet import CountSheetDialog
from ui.views.batches.open_batch import OpenBatchDialog
from ui.views.batches.room import BatchesRoom
from ui.widgets.key_cap_button import KeyCapButton

LARGEST_BILL, LARGEST_TO_START = 10_000, 2_000
PAPERS = (TenderKind.CHECK, TenderKind.CARD, TenderKind.MONEY_ORDER)
SUPERVISOR = "kdunn"
SAFE_S = 60


def open_batch(player: Player) -> None:
    """Count the starting cash as it was issued."""
    sitting = player.rooms.session.sitting
    if sitting is None:
        raise WindowStuckError("the rooms")
    player.shoot("no-batch")
    player.hands.press(Key.Key_Return)
    dialog = player.dialog("open_batch")
    if not isinstance(dialog, OpenBatchDialog):
        raise WindowStuckError("the starting cash")
    player.settle()
    cash = suggested_pieces(sitting.policy.drawer_starting_cash, largest_bill=LARGEST_TO_START)
    player.count_cash(cash, dialog.cash.first_field())
    player.shoot("starting-cash")
    player.hands.press(Key.Key_F10)
    player.gone("open_batch")
    player.hands.until(lambda: player.till.has_batch, "the open batch")


def count(player: Player, batch: str) -> None:
    """The blind count, row by row, then locked."""
    player.enter_room("batches")
    player.shoot("my-batch")
    player.hands.press(Key.Key_C)
    sheet = player.dialog("count_sheet")
    if not isinstance(sheet, CountSheetDialog):
        raise WindowStuckError("the count sheet")
    counted = _record(player, batch)
    expected = {result.tender: result.expected for result in counted.expected}
    items = _items(player, batch)
    player.count_cash(suggested_pieces(expected["cash"], largest_bill=LARGEST_BILL), sheet.cash.first_field())
    player.hands.press(Key.Key_Return)  # no rolls
    for kind in PAPERS:
        for text in (str(items.get(kind, 0)), f"{expected[kind] // 100}.{expected[kind] % 100:02d}"):
            player.hands.type_in(text)
            player.hands.press(Key.Key_Return)
    if sheet.initials.isVisible():
        sheet.initials.click()
    player.shoot("count-sheet")
    player.hands.press(Key.Key_F10)
    if isValid(sheet) and sheet.isVisible():
        player.hands.press(Key.Key_F10)  # rows that were left empty hold nothing
    player.gone("count_sheet")
    _until_state(player, batch, BatchState.COUNTED)


def balance(player: Player, batch: str) -> None:
    """Another person signs in and approves what was counted."""
    player.hands.press(Key.Key_L, CTRL)
    player.hands.until(lambda: player.start.window.page() is player.start.page, "sign-in")
    sign_in(player.hands, player.start, user=SUPERVISOR, pin=APPROVER_PIN)
    player.enter_room("batches")
    player.hands.until(_room(player).board.panel.accept.isVisible, "the counted batch")
    player.shoot("to-approve")
    player.hands.press(Key.Key_A)
    _until_state(player, batch, BatchState.BALANCED)
    player.settle()
    player.shoot("balanced")


def bag_and_post(player: Player, batch: str) -> None:
    """The close report, one bag with two names, and the posting file."""
    room = _room(player)
    room.board.take_focus()
    player.hands.press(Key.Key_P, CTRL)
    player.put_file(player.out / "close-report.pdf")
    room.board.take_focus()
    player.hands.press(Key.Key_D)
    player.settle()
    record = _record(player, batch)
    cash = record.counts[-1].cash.total.cents - record.starting_cash.total.cents + record.turned_in
    player.count_cash(suggested_pieces(cash, largest_bill=LARGEST_BILL), room.deposit.cash.first_field())
    player.hands.press(Key.Key_B, ALT)
    bag = f"BAG-{batch}"
    player.hands.type_in(bag)
    player.shoot("deposit-builder")
    player.hands.press(Key.Key_F10)
    player.put_file(player.out / "deposit-slip.pdf")
    player.hands.press(Key.Key_V, ALT)
    player.dialog("verify_bag")
    player.hands.type_in(bag)
    player.hands.find(QLineEdit, "verify_person_pin").setFocus()
    player.hands.type_in(APPROVER_PIN)
    player.shoot("second-name")
    player.hands.press(Key.Key_F10)
    player.gone("verify_bag")
    room.deposit.take_focus()
    player.hands.press(Key.Key_Escape)
    player.settle()
    player.hands.press(Key.Key_E)
    player.dialog("posting_files")
    player.settle()
    player.hands.find(KeyCapButton, "posting_export").click()
    player.put_file(player.out)
    player.settle()
    player.shoot("posting-file")
    player.hands.find(KeyCapButton, "posting_close").click()
    player.gone("posting_files")


def _room(player: Player) -> BatchesRoom:
    room = player.start.window.findChild(BatchesRoom)
    if room is None:
        raise WindowStuckError("the batches")
    return room


def _record(player: Player, batch: str) -> BatchRecord:
    record = player.ask(lambda books: books.batch(batch))
    if record is None:
        raise WindowStuckError(f"batch {batch}")
    return record


def _items(player: Player, batch: str) -> dict[str, int]:
    receipts = player.ask(lambda books: books.receipts(batch=batch, limit=1_000))
    found: dict[str, int] = {}
    for tender in (tender for receipt in receipts if not receipt.is_void for tender in receipt.tenders):
        found[tender.kind] = found.get(tender.kind, 0) + 1
    return found


def _until_state(player: Player, batch: str, state: BatchState) -> None:
    player.hands.until(lambda: _record(player, batch).state is state, f"batch {batch} {state.value}", limit_s=SAFE_S)
