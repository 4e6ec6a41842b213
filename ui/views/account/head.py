"""Who the account is: number, name, address, badges, and the alerts above everything else."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.domain.account_alerts import Alert
from ui.look.theme import current_look
from ui.viewmodels.account.face import AccountFace
from ui.views.account_signs import ALERT_ICONS
from ui.widgets.alert_bar import AlertBar
from ui.widgets.badge import Badge
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, empty, row
from ui.widgets.text import Text


class AccountHead(QWidget):
    """One line. Signals: `pay_pressed()`."""

    pay_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = Text("", "title", zero=True, name="account_number")
        self.name = Text("", "title", elide=True, name="account_name")
        self.place = Text("", "body", elide=True, name="account_place")
        self.facts = Text("", "small", "ink2", elide=True, name="account_facts")
        self.pay = KeyCapButton(self.tr("Pay"), key="P", icon="cash", variant="primary", name="account_pay")
        self.pay.clicked.connect(self.pay_pressed)
        self._badges = QHBoxLayout()
        self._badges.setSpacing(current_look().px(8))
        where = column(self.place, self.facts, spacing=0)
        self.setLayout(row(self.number, 16, self.name, 16, where, 16, self._badges, None, 12, self.pay, spacing=0))

    def show_face(self, face: AccountFace) -> None:
        """Say who it is."""
        self.number.setText(face.number)
        self.name.setText(face.name)
        self.place.setText(face.address)
        self.facts.setText(", ".join(f"{fact.name} {fact.words}" for fact in face.facts))
        empty(self._badges)
        for at, sign in enumerate(face.signs):
            self._badges.addWidget(Badge(sign.words, sign.tone, sign.icon, name=f"account_badge_{at}"))


class AlertRows(QWidget):
    """The alert bars, two side by side; the last one alone takes the whole width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(current_look().px(10))
        self._shown: tuple[Alert, ...] = ()
        self.bars: list[AlertBar] = []

    def show_alerts(self, alerts: Sequence[Alert]) -> None:
        """Show these, the loudest first."""
        if tuple(alerts) == self._shown:
            return
        self._shown = tuple(alerts)
        empty(self._grid)
        self.bars = []
        for at, alert in enumerate(self._shown):
            icon = ALERT_ICONS.get(alert.code, "alert-triangle")
            bar = AlertBar(alert.kind.value, alert.title, alert.sentence, icon=icon, name=f"account_alert_{at}")
            self.bars.append(bar)
            is_last_alone = at == len(self._shown) - 1 and at % 2 == 0
            self._grid.addWidget(bar, at // 2, at % 2, 1, 2 if is_last_alone else 1)
        self.setVisible(bool(self._shown))
