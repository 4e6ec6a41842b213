"""Twenty customers at the real till: scans, checks from the feeder, keys."""

from PySide6.QtWidgets import QLineEdit

from app.domain.money import Money
from devices.simulators.printer_works import PrinterFault
from devices.simulators.sample_checks import SAMPLE_CHECKS, SampleCheck
from ui.commands.demo.customers import Customer
from ui.commands.demo.player import ALT, CTRL, CTRL_SHIFT, Key, Player
from ui.compose.practice import APPROVER_PIN

DRAWER_S = 30


class Selling:
    """One cashier at one till; `taken` are the numbers of the receipts."""

    def __init__(self, player: Player) -> None:
        self.player = player
        self.taken: list[str] = []
        self._checks = 0

    def scan(self, customer: Customer) -> None:
        """The stub through the scanner; the account stands on the receipt when this returns."""
        player, key = self.player, customer.account.key
        player.hands.until(lambda: player.bench.scanner.scan(customer.account.stub_scan_line), "the scanner")
        player.hands.until(lambda: any(line.account == key for line in player.till.draft.lines), "the account")
        player.settle()

    def pay(self, text: str) -> None:
        """Another amount for the account in hand."""
        self.player.hands.press(Key.Key_A, ALT)
        self.player.hands.type_in(text)
        self.player.hands.press(Key.Key_Return)
        self.player.settle()

    def cash(self, text: str = "") -> None:
        """F5, with the bills handed over or exactly."""
        self.player.hands.type_in(text)
        self.player.hands.press(Key.Key_F5)
        self.player.settle()

    def check(self, customer: Customer, *, text: str = "") -> None:
        """A check into the reader; its amount as proposed, or typed."""
        player = self.player
        player.hands.until(lambda: player.bench.check_feeder.feed(self._written(customer)), "the check reader")
        player.hands.until(lambda: player.till.tenders.asked is not None, "the check")
        player.settle()
        player.hands.type_in(text)
        player.hands.press(Key.Key_Return)
        player.settle()

    def card(self) -> None:
        """F7: approval code and last four of the terminal."""
        player = self.player
        player.hands.press(Key.Key_F7)
        player.settle()
        for text in ("A81F22", "4417", ""):
            player.hands.type_in(text)
            player.hands.press(Key.Key_Return)
        player.settle()

    def money_order(self) -> None:
        """F8: its number, the amount as proposed."""
        player = self.player
        player.hands.press(Key.Key_F8)
        player.settle()
        player.hands.type_in("26503198745")
        player.hands.press(Key.Key_Return)
        player.hands.press(Key.Key_Return)
        player.settle()

    def finish(self, picture: str = "") -> None:
        """Until the receipt is saved; F10 when everything is decided and nobody has pressed it yet."""
        player = self.player
        self.saved()
        player.settle()
        player.hands.until(lambda: _is_settled(player), "the paper", limit_s=DRAWER_S)
        player.bench.printer.push_drawer_shut()
        if picture:
            player.shoot(picture)

    def saved(self) -> None:
        """Until the screen says so, without waiting for paper; nothing here stops the window's thread."""
        player, till = self.player, self.player.till
        if not self._is_saved() and till.can_finish and not till.finishing.is_busy:
            player.hands.press(Key.Key_F10)
        player.hands.until(self._is_saved, "the saved receipt")
        self.taken.append(till.moment.receipt)

    def approve(self) -> None:
        """The supervisor's PIN, in place."""
        self.player.hands.type_in(APPROVER_PIN)
        self.player.hands.press(Key.Key_Return)
        self.player.hands.until(lambda: self.player.till.refusal.shown is None, "the approval")
        self.player.settle()

    def void_last(self, picture: str) -> None:
        """Ctrl+Shift+V: the last receipt, the first reason, a second person."""
        player = self.player
        player.hands.press(Key.Key_V, CTRL_SHIFT)
        player.dialog("till_void_dialog")
        player.settle()
        player.hands.press(Key.Key_1)
        player.hands.find(QLineEdit, "till_void_approver_pin").setFocus()
        player.hands.type_in(APPROVER_PIN)
        player.shoot(picture)
        player.hands.press(Key.Key_F10)
        player.gone("till_void_dialog")
        player.bench.printer.push_drawer_shut()

    def no_sale(self) -> None:
        """Ctrl+Shift+D with the first reason."""
        player = self.player
        player.hands.press(Key.Key_D, CTRL_SHIFT)
        player.dialog("till_no_sale_dialog")
        player.hands.press(Key.Key_1)
        player.hands.press(Key.Key_Return)
        player.gone("till_no_sale_dialog")
        player.bench.printer.push_drawer_shut()

    def out_of_paper(self, customer: Customer, picture: str) -> None:
        """The payment stands, the paper does not come; a new roll, and Ctrl+P."""
        player = self.player
        player.bench.switch(PrinterFault.PAPER_OUT, True)
        self.scan(customer)
        self.cash()
        self.finish(picture)
        player.bench.printer.load_paper()
        player.hands.press(Key.Key_P, CTRL)
        player.settle()
        player.hands.until(lambda: _is_settled(player), "the reprint")

    def _is_saved(self) -> bool:
        number = self.player.till.moment.receipt
        return bool(number) and number not in self.taken

    def _written(self, customer: Customer) -> SampleCheck:
        """Another check each time."""
        self._checks += 1
        sample = SAMPLE_CHECKS[self._checks % len(SAMPLE_CHECKS)]
        return SampleCheck(
            customer.account.name, customer.account.address, sample.bank, sample.routing, sample.account,
            str(int(sample.number) + self._checks), str(Money(customer.proposed)), sample.is_business,
        )  # fmt: skip


def _is_settled(player: Player) -> bool:
    """Whether no paper and no pulse is under way."""
    jobs = player.ask(lambda books: books.print_jobs(limit=4))
    return all(job.state not in ("queued", "sending") for job in jobs)


