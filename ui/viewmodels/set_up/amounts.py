"""Step 2, money: the amounts that only the city can say. None is proposed, none has a default (DESIGN section 10)."""

from ui.viewmodels.set_up.step import Ask, AskKind, Note, SetUpStep, Wrong

FEE = "reconnect_fee"
ORDINANCE = "fee_ordinance"
AMOUNTS = ("drawer_starting_cash", "drawer_limit", "receipt_amount_limit", FEE)


class AmountsStep(SetUpStep):
    """Starting cash, limits, the reconnect fee with the ordinance it cites, the bank."""

    @property
    def name(self) -> str:
        """In the list."""
        return self.tr("Money")

    @property
    def title(self) -> str:
        """The page."""
        return self.tr("Amounts the city decided")

    @property
    def second(self) -> str:
        """Under it."""
        return self.tr("CityTill guesses none of them. They count from today and can be changed later, with a date.")

    @property
    def coming(self) -> str:
        """Still to come."""
        return self.tr("starting cash, limits, fee, bank")

    def asks(self) -> tuple[Ask, ...]:
        """The fields."""
        money = AskKind.AMOUNT
        return (
            Ask("drawer_starting_cash", self.tr("Starting cash of a drawer"), self.tr("what a cashier is handed"),
                kind=money, half=True),
            Ask("drawer_limit", self.tr("Most cash in a drawer"), self.tr("above it a turn-in is asked for"),
                kind=money, half=True),
            Ask("receipt_amount_limit", self.tr("Largest receipt"), self.tr("above it a supervisor approves"),
                kind=money, half=True),
            Ask("bank_name", self.tr("Bank of the deposits"), half=True),
            Ask(FEE, self.tr("Reconnect fee"), self.tr("0.00 where there is none"), kind=money, half=True),
            Ask(ORDINANCE, self.tr("Ordinance the fee rests on"), example="Ord. ...", half=True),
        )  # fmt: skip

    def notes(self) -> tuple[Note, ...]:
        """Beside them."""
        return (
            Note("cash", self.tr("Starting cash is counted by denomination each time a batch is opened.")),
            Note("license", self.tr(
                "Every fee names the ordinance that allows it, so that an auditor never has to ask."
            )),
        )  # fmt: skip

    def wrong(self) -> Wrong | None:
        """Every amount is typed, and they fit each other."""
        for ask in self.asks():
            if ask.kind is AskKind.AMOUNT:
                least = 1 if ask.key in ("drawer_limit", "receipt_amount_limit") else 0
                wrong = self.amount_wrong(ask.key, words=ask.words, least_cents=least)
            else:
                wrong = self.text_wrong(ask.key, words=ask.words)
            if wrong:
                return wrong
        if self.cents("drawer_limit") < self.cents("drawer_starting_cash"):
            return Wrong(
                "drawer_limit",
                self.tr("The drawer's limit is below its starting cash. Type a higher limit or less starting cash."),
            )
        return None

    def glance(self) -> tuple[tuple[str, str], ...]:
        """Before the station is made."""
        drawer = self.tr("{start} to begin with, {most} at most")
        fee = f"{self.value(FEE)}, {self.value(ORDINANCE)}"
        return (
            (self.tr("Cash in a drawer"), drawer.format(
                start=self.value("drawer_starting_cash"), most=self.value("drawer_limit"))),
            (self.tr("Largest receipt"), self.value("receipt_amount_limit")),
            (self.tr("Reconnect fee"), fee),
            (self.tr("Bank"), self.value("bank_name")),
        )  # fmt: skip

    def said(self) -> str:
        """Done."""
        return self.tr("{amount} starting cash").format(amount=self.value("drawer_starting_cash"))
