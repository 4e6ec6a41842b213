"""The demonstration without a display: the real window off-screen through twenty receipts and the close."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from app.domain.print_plan import PrintPlan
from app.frozen import frozen
from app.interchange.practice.dice import Dice
from receipts.renderers.plan_text import plan_text
from receipts.renderers.slip_pages import slips_pdf
from ui.commands.demo.closing import bag_and_post, balance, count, open_batch
from ui.commands.demo.customers import Customer, cash_only_customers, customers
from ui.commands.demo.player import Key, Player
from ui.commands.demo.selling import Selling
from ui.commands.window.hands import WindowStuckError
from ui.commands.window.opened import opened_window, sign_in
from ui.compose.paper import receipt_paper
from ui.compose.practice import CASHIER_PIN
from ui.viewmodels.files import write_out

CASHIER = "mruiz"
RECEIPTS = 20
SEED = 20
WIDE = (1920, 1080)


@frozen
class DemoDone:
    """What was played and kept."""

    folder: Path
    out: Path
    receipts: tuple[str, ...]
    pictures: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """For scripts."""
        return {
            "folder": str(self.folder.absolute()), "out": str(self.out.absolute()), "receipts": list(self.receipts),
            "pictures": list(self.pictures),
        }  # fmt: skip


def play(folder: Path, out: Path) -> DemoDone:
    """Sign in, sell, close.

    Raises:
        RecordsError: the folder cannot be opened, or the window does not come to where it should be.
    """
    with opened_window(folder) as (hands, start):
        player = Player(hands, start, out)
        try:
            return _played(player, folder)
        except WindowStuckError:
            player.shoot("stuck")
            raise


def _played(player: Player, folder: Path) -> DemoDone:
    hands, start = player.hands, player.start
    player.shoot("sign-in")
    sign_in(hands, start, user=CASHIER, pin=CASHIER_PIN)
    if not player.till.has_batch:
        open_batch(player)
    batch = _batch(player)
    player.shoot("till-empty")
    selling = Selling(player)
    _sell(selling, Dice(SEED))
    count(player, batch)
    balance(player, batch)
    bag_and_post(player, batch)
    _papers(player, selling.taken)
    return DemoDone(folder, player.out, tuple(selling.taken), tuple(player.pictures))


def _sell(selling: Selling, dice: Dice) -> None:
    """Each way of paying at least once, and what goes wrong."""
    player = selling.player
    people = iter(customers(player, dice, RECEIPTS + 4))
    strict = iter(cash_only_customers(player, dice, 1))
    _first_five(selling, people)
    for customer in strict:
        selling.scan(customer)
        selling.check(customer)
        player.hands.until(lambda: player.till.refusal.shown is not None, "the refusal")
        player.shoot("cash-only")
        selling.approve()
        selling.finish()
    _twice(selling, next(people))
    _parked(selling, next(people), next(people))
    selling.out_of_paper(next(people), "saved-not-printed")
    selling.void_last("void")
    selling.no_sale()
    _practice_window(player)
    _account(player, next(people))
    ways = (selling.cash, selling.card, selling.money_order)
    for n, customer in enumerate(people):
        if len(selling.taken) >= RECEIPTS:
            break
        selling.scan(customer)
        if n % 4 == 3:
            selling.check(customer)
        else:
            ways[n % 4]()
        selling.finish()


def _first_five(selling: Selling, people: Any) -> None:
    player = selling.player
    selling.scan(next(people))
    player.shoot("till-account")
    selling.cash()
    selling.finish("receipt-saved")
    selling.scan(next(people))
    selling.cash("500")
    player.shoot("change")
    player.hands.press(Key.Key_Return)
    selling.finish("change-given")
    first, second = next(people), next(people)
    selling.scan(first)
    selling.scan(second)
    player.shoot("two-accounts")
    selling.check(first, text=_dollars(first.proposed))
    player.shoot("check-and-rest")
    selling.cash()
    selling.finish()
    selling.scan(next(people))
    selling.card()
    selling.finish()
    selling.scan(next(people))
    selling.pay("20.00")
    selling.money_order()
    selling.finish()


def _twice(selling: Selling, customer: Customer) -> None:
    """The same account and amount again: the till asks, Y takes it."""
    player = selling.player
    for turn in range(2):
        selling.scan(customer)
        selling.pay("15.00")
        selling.cash()
        if turn:
            player.hands.until(lambda: player.till.refusal.shown is not None, "the question")
            player.shoot("paid-before")
            player.hands.press(Key.Key_Y)
        selling.finish()


def _parked(selling: Selling, first: Customer, second: Customer) -> None:
    player = selling.player
    selling.scan(first)
    player.hands.press(Key.Key_F11)
    player.settle()
    player.shoot("parked")
    selling.scan(second)
    selling.card()
    selling.finish()
    player.hands.press(Key.Key_F11)
    player.hands.until(lambda: bool(player.till.draft.lines), "the parked work")
    player.settle()
    selling.cash()
    selling.finish()


def _practice_window(player: Player) -> None:
    page = player.start.window.page()
    asked = getattr(page, "practice_asked", None)
    if asked is None:
        raise WindowStuckError("the practice devices")
    asked.emit()
    player.hands.until(lambda: player.hands.shows("practice"), "the practice devices")
    player.shoot("practice-devices")
    for top in QApplication.topLevelWidgets():
        if top.objectName() == "practice":
            top.hide()


def _account(player: Player, customer: Customer) -> None:
    """The account's first screen, found by typing."""
    player.enter_room("account")
    player.hands.type_in(customer.account.number.replace("-", ""))
    player.hands.pause(400)
    player.hands.press(Key.Key_Return)
    player.settle()
    player.shoot("account")
    player.enter_room("till")


def _batch(player: Player) -> str:
    sitting = player.rooms.session.sitting
    if sitting is None or sitting.batch is None:
        raise WindowStuckError("the open batch")
    return sitting.batch.batch


def _papers(player: Player, numbers: list[str]) -> None:
    plans: list[PrintPlan] = []
    for number in numbers:
        plan = player.ask(lambda books, number=number: receipt_paper(books, number))  # type: ignore[misc]
        if plan is not None:
            plans.append(plan)
    write_out(player.out / "receipts.txt", "\n".join(plan_text(plan) for plan in plans).encode())
    write_out(player.out / "receipts.pdf", slips_pdf(plans, title="Receipts of the demonstration"))


def _dollars(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"
