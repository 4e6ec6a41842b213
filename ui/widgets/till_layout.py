"""`TillLayout`: receipt lines at the left, the money column at the right, always in the same place (LOOK idea 1)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QScrollBar, QSizePolicy, QVBoxLayout, QWidget

from ui.look.theme import current_look
from ui.widgets.card import Panel, Rule
from ui.widgets.change_panel import ChangePanel
from ui.widgets.lane_tabs import LaneTabs
from ui.widgets.rows import column, row
from ui.widgets.tender_keys import TenderKeys
from ui.widgets.tender_list import TenderList
from ui.widgets.text import Text

MONEY_WIDTH = 420
_LARGEST_SCALE_FOR_WIDTH = 125
_WIDE_ABOVE_PERCENT = 150
_WIDE_SHARE_PERCENT = 82
_TIGHT_MINIMUM = 400


class MoneyColumn(Panel):
    """Lanes, what is to pay, tenders, change, and below them the buttons.

    `lanes`, `tenders`, `change` are its parts; `buttons` takes the tender keys and the finish button, `extra` what a
    moment adds under the change (the steps of handing over). Signal: `tightened(is_tight)`: with large text on a low
    screen the pieces fold away and the tenders scroll, so that what is to pay and the change stay in sight.
    """

    tightened = Signal(bool)

    def __init__(self, *, name: str = "money", parent: QWidget | None = None) -> None:
        super().__init__("column", margins=(0, 0, 0, 18), spacing=0, name=name, parent=parent)
        self.lanes = LaneTabs()
        self.total_label = Text(self.tr("To pay"), "lead", "ink2", name="to_pay_label")
        self.total = Text("", "total", name="to_pay")
        self.total_note = Text("", "small", "ink2", name="to_pay_note")
        self.tenders = TenderList()
        self.change = ChangePanel()
        self.extra = QVBoxLayout()
        self.buttons = QVBoxLayout()
        self.buttons.setSpacing(current_look().px(8))
        self._is_tight = False
        self._wanted_height = 0
        self._tender_keys: TenderKeys | None = None
        head = row(self.total_label, None, self.total)
        inner = column(
            14, head, self.total_note, 12, Rule(), 6, self._given(), 4, self.change, 12, self.extra, None, self.buttons,
            spacing=0, margins=(18, 0, 18, 0),
        )
        self.body.addWidget(self.lanes)
        self.body.addLayout(inner, 1)
        self._fit()

    def show_total(self, amount: str, note: str = "", *, label: str = "") -> None:
        """What is to pay and for how many accounts."""
        self.total_label.setText(label or self.tr("To pay"))
        self.total.setText(amount)
        self.total.setAccessibleName(f"{self.total_label.text()} {amount}".strip())
        self.total_note.setText(note)

    def set_keys(self, keys: TenderKeys) -> None:
        """Put the tender keys in; they get tight with the column."""
        self.buttons.addWidget(keys)
        self._tender_keys = keys
        keys.set_tight(is_tight=self._is_tight)

    def minimumSizeHint(self) -> QSize:
        """It can get as low as its tight form."""
        return QSize(super().minimumSizeHint().width(), current_look().px(_TIGHT_MINIMUM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Judge anew; not while the layouts above are still at work."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._judge)

    def _judge(self) -> None:
        """Too low for all of it: fold."""
        if not self._is_tight:
            self.body.activate()  # parts that were just hidden still count in a layout that was not asked since
            hidden = max(0, self.tenders.sizeHint().height() - self._area.minimumHeight())
            self._wanted_height = self.body.minimumSize().height() + hidden
        is_tight = self.height() < self._wanted_height
        if is_tight != self._is_tight:
            self._is_tight = is_tight
            self.change.tray.setVisible(not is_tight)
            if self._tender_keys is not None:
                self._tender_keys.set_tight(is_tight=is_tight)
            self.tightened.emit(is_tight)

    def changeEvent(self, event: QEvent) -> None:
        """The width follows the text size up to 125 %, so that the lines keep their room; above 150 % words need it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _given(self) -> QScrollArea:
        area = _TenderArea()
        area.setObjectName("tenders_area")
        area.setViewport(QWidget())  # its own fills its ground, and asking for it makes 57 enumerations of Qt
        area.setWidget(self.tenders)
        area.setWidgetResizable(True)
        self.tenders.setAutoFillBackground(False)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tenders.resized.connect(self._fit_given)
        self._area = area
        self._fit_given()
        return area

    def _fit_given(self) -> None:
        self._area.setMaximumHeight(max(1, self.tenders.sizeHint().height()))
        self._area.setMinimumHeight(min(self.tenders.sizeHint().height(), current_look().px(45)))
        self._area.updateGeometry()
        QTimer.singleShot(0, self, self._judge)

    def _fit(self) -> None:
        self._fit_given()
        percent = current_look().scale_percent
        if percent <= _WIDE_ABOVE_PERCENT:
            percent = min(percent, _LARGEST_SCALE_FOR_WIDTH)
        else:
            percent = percent * _WIDE_SHARE_PERCENT // 100
        self.setFixedWidth(MONEY_WIDTH * percent // 100)

    @property
    def is_tight(self) -> bool:
        """Whether it is folded."""
        return self._is_tight


class _TenderArea(QScrollArea):
    """Wants to be as high as its tenders; a plain scroll area keeps the first height it was asked for."""

    def sizeHint(self) -> QSize:
        """All tenders."""
        given = self.widget()
        return given.sizeHint() if given is not None else super().sizeHint()


class TillLayout(QWidget):
    """`top` above the lines (omnibox), `lines` that scroll, `foot` below them (what was saved), `money` right."""

    def __init__(self, *, name: str = "till", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        px = current_look().px
        self.top = QVBoxLayout()
        self.lines = QVBoxLayout()
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(px(10))
        self.foot = QVBoxLayout()
        self.money = MoneyColumn()
        page = _Page()
        page.setProperty("role", "page")
        stack = QVBoxLayout(page)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addLayout(self.lines)
        stack.addStretch(1)
        self.scroller = QScrollArea()
        self.scroller.setObjectName(f"{name}_lines")
        self.scroller.setAccessibleName(self.tr("Receipt lines"))
        self.scroller.setWidget(page)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        middle = row(self.scroller, 4, _MarginBar(self.scroller), spacing=0, margins=(20, 0, 4, 0))
        middle.setStretch(0, 1)
        top, foot = (row(part, margins=(20, 0, 20, 0)) for part in (self.top, self.foot))
        left = column(top, 15, middle, 8, foot, spacing=0, margins=(0, 16, 0, 9))
        left.setStretch(2, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addLayout(left, 1)
        line.addWidget(self.money)


class _Page(QWidget):
    """The lines' ground: as high as its lines are at the width it has."""

    def minimumSizeHint(self) -> QSize:
        """Broken words count as they stand, not as they would at the narrowest."""
        hint = super().minimumSizeHint()
        lines = self.layout()
        return QSize(hint.width(), lines.heightForWidth(self.width())) if lines is not None else hint


class _MarginBar(QScrollBar):
    """A second scroll bar of an area that lives in the page margin, so that the lines keep their width."""

    def __init__(self, scroller: QScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._bar = scroller.verticalScrollBar()
        self.setObjectName(f"{scroller.objectName()}_bar")
        self.setAccessibleName(self.tr("Scroll the receipt lines"))
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.setFixedWidth(current_look().px(12))
        self._bar.rangeChanged.connect(self._follow)
        self._bar.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._bar.setValue)
        self._follow(self._bar.minimum(), self._bar.maximum())

    def _follow(self, lowest: int, highest: int) -> None:
        self.setRange(lowest, highest)
        self.setPageStep(self._bar.pageStep())
        self.setSingleStep(self._bar.singleStep())
        self.setVisible(highest > lowest)
