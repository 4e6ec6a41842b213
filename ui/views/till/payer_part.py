"""Under a check that was fed first: the accounts that its bank account paid last, to be put on by one key (P13)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.records import PayerMemory
from ui.viewmodels.till.payer import accounts_of, more_of, title_of
from ui.widgets.card import Card
from ui.widgets.icon import Icon
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, row
from ui.widgets.text import Text


class UsualAccounts(Card):
    """Signal: `put()` they are to come on the receipt."""

    put = Signal()

    def __init__(self, memory: PayerMemory, parent: QWidget | None = None) -> None:
        super().__init__("quiet", name="till_usual", parent=parent)
        title = title_of(memory)
        self.setAccessibleName(title)
        self.take = KeyCapButton(
            self.tr("Put on the receipt"), key="Enter", icon="history", height=36, name="till_usual_take"
        )
        self.take.setToolTip("Alt+U")
        self.take.clicked.connect(self.put)
        head = row(Icon("history", 18, "accent"), Text(title, weight=600, name="till_usual_title"), None, self.take)
        self.body.addLayout(head)
        for at, account in enumerate(accounts_of(memory)):
            self.body.addLayout(
                row(
                    Text(account.number, name=f"till_usual_{at}"),
                    Text(account.name, "small", "ink2", name=f"till_usual_{at}_name"), None,
                    Text(account.paid, "small", "ink2", name=f"till_usual_{at}_paid"), spacing=12,
                )
            )
        more = more_of(memory)
        words = self.tr("Each comes with what it owes now. Nothing is taken yet.")
        self.body.addLayout(column(Text(f"{more}. {words}".lstrip(". ") if more else words, "caption", "ink3",
                                        name="till_usual_note")))
