"""What hands do at a counter: push the drawer shut, feed a check, scan a stub, read a card terminal's slip."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from ui.viewmodels.practice import DeviceWord, PracticeModel
from ui.views.practice.heading import Heading
from ui.widgets.card import Rule
from ui.widgets.check_image import CheckFace, CheckImage
from ui.widgets.drawer_picture import DrawerPicture
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import Part, column, row
from ui.widgets.text import Text

_CHECK_WIDTH = 240
_FIRST_ACCOUNT = "104-2281"


class HandsPart(QWidget):
    """Four devices under one another."""

    def __init__(self, model: PracticeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        lines = column(
            *self._drawer(), Rule(), *self._feeder(), Rule(), *self._scanner(), Rule(), *self._terminal(),
            None, spacing=5,
        )
        self.setLayout(lines)

    def show_now(self) -> None:
        """As the devices are."""
        model = self._model
        self._drawer_line.say(model.drawer_word())
        self.picture.set_open(is_open=model.is_drawer_open())
        self.push.setEnabled(model.is_drawer_open())
        self.push.set_reason("" if model.is_drawer_open() else self.tr("The drawer is shut."))
        self.pulse.setText(model.pulse_words or self.tr("no pulse yet"))
        self._feeder_line.say(model.feeder_word())
        check = model.check
        self.check.show_face(
            CheckFace(
                check.payer, check.place, check.number, check.date, check.payee, check.amount, check.words, check.bank,
                check.signed, check.micr,
            )
        )
        slip = model.slip
        self.slip.setText(self.tr("approval {code}, card ··{four}").format(code=slip.approval, four=slip.last_four))

    def _drawer(self) -> tuple[Part, ...]:
        self._drawer_line = Heading("inbox", self.tr("Cash drawer"), name="practice_drawer")
        self.picture = DrawerPicture(name="practice_drawer_picture")
        self.push = KeyCapButton(self.tr("Push shut"), variant="primary", name="practice_push_shut")
        self.push.clicked.connect(self._model.push_shut)
        self.pulse = Text("", "small", "ink2", name="practice_pulse")
        return self._drawer_line, row(self.picture, column(row(self.push, None), self.pulse, None), None, spacing=14)

    def _feeder(self) -> tuple[Part, ...]:
        self._feeder_line = Heading("bank-check", self.tr("Check feeder"), name="practice_feeder")
        self.check = CheckImage(width=_CHECK_WIDTH, name="practice_check")
        self.feed = KeyCapButton(self.tr("Feed"), icon="player-play", name="practice_feed")
        self.feed.clicked.connect(self._model.feed)
        self.choose = KeyCapButton(self.tr("Choose"), name="practice_choose_check")
        self.choose.clicked.connect(self._choose)
        return self._feeder_line, row(self.check, column(self.feed, self.choose, None), spacing=10)

    def _scanner(self) -> tuple[Part, ...]:
        line = Heading("line-scan", self.tr("Scanner"), name="practice_scanner")
        line.say(DeviceWord(self.tr("Ok"), "neutral", "check"))
        self.stub = QLineEdit(_FIRST_ACCOUNT)
        self.stub.setObjectName("practice_stub")
        self.stub.setAccessibleName(self.tr("Account whose stub is scanned, or any text"))
        self.stub.setPlaceholderText(self.tr("Account, name or any text"))
        self.scan = KeyCapButton(self.tr("Scan stub"), name="practice_scan")
        self.scan.clicked.connect(self._scan)
        self.stub.returnPressed.connect(self._scan)
        return line, row(self.stub, self.scan)

    def _terminal(self) -> tuple[Part, ...]:
        line = Heading("credit-card", self.tr("Card terminal"), name="practice_terminal")
        line.say(DeviceWord(self.tr("Stand-alone, type its slip"), "line", ""))
        self.slip = Text("", "body", zero=True, name="practice_slip")
        self.next_slip = KeyCapButton(self.tr("Next slip"), height=32, name="practice_next_slip")
        self.next_slip.clicked.connect(self._model.take_slip)
        return line, row(self.slip, None, self.next_slip)

    def _scan(self) -> None:
        self._model.scan(self.stub.text())

    def _choose(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("practice_checks")
        for place, check in enumerate(self._model.checks):
            action = QAction(check.label, menu)
            action.triggered.connect(partial(self._model.choose_check, place))
            menu.addAction(action)
        menu.popup(self.choose.mapToGlobal(QPoint(0, self.choose.height())))
