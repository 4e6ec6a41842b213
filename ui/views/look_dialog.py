"""Text and colours (Ctrl+T): theme, size of text, large targets, movement; of this station, worn while one chooses."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.look.kept import AS_COMPUTER, LookChoice
from ui.look.tokens import DARK, HIGH_CONTRAST, LIGHT
from ui.widgets.amount_field import ErrorLine
from ui.widgets.dialog import Dialog
from ui.widgets.rows import column
from ui.widgets.segmented import Segment, SegmentedControl
from ui.widgets.shortcut import shortcut
from ui.widgets.switch import Switch
from ui.widgets.text import Text

SIZES_PERCENT = (90, 100, 110, 125, 150, 175, 200)


class LookDialog(Dialog):
    """What is pressed is worn at once; Enter keeps it, Esc goes back to what was."""

    def __init__(
        self, parent: QWidget, before: LookChoice, *, wear: Callable[[LookChoice], None],
        keep: Callable[[LookChoice], str],
    ) -> None:
        second = self.tr("For everybody who works at this station. It is kept.")
        super().__init__(parent, self.tr("Text and colours"), second, icon="text-size", width=620, name="look")
        self._before, self._wear, self._keep = before, wear, keep
        self.choice = before
        themes = (
            (LIGHT.name, self.tr("1  Light")), (DARK.name, self.tr("2  Dark")),
            (HIGH_CONTRAST.name, self.tr("3  High contrast")), (AS_COMPUTER, self.tr("4  As this computer")),
        )  # fmt: skip
        self.themes = SegmentedControl(
            [Segment(key, words) for key, words in themes], before.theme, label=self.tr("Colours"), name="look_theme"
        )
        sizes = [Segment(str(percent), f"{percent} %") for percent in SIZES_PERCENT]
        nearest = min(SIZES_PERCENT, key=lambda percent: abs(percent - before.scale_percent))
        self.sizes = SegmentedControl(sizes, str(nearest), label=self.tr("Size of text"), name="look_size")
        self.touch = Switch(self.tr("Large targets, for fingers"), name="look_touch")
        self.touch.setChecked(before.is_touch)
        self.motion = Switch(self.tr("Movement"), name="look_motion")
        self.motion.setChecked(before.has_motion)
        self.fault = ErrorLine(name="look_fault")
        for part in (
            column(Text(self.tr("Colours"), "small", "ink2"), self.themes, spacing=4),
            column(Text(self.tr("Size of text"), "small", "ink2"), self.sizes, spacing=4),
        ):
            self.body.addLayout(part)
        for switch in (self.touch, self.motion):
            self.body.addWidget(switch)
            switch.toggled.connect(self._changed)
        self.body.addWidget(self.fault)
        self.hint.setText(self.tr("1 to 4 colours, minus and plus the size, L large targets, M movement."))
        self.add_button(self.tr("As before"), key="Esc", name="look_before")
        self.take = self.add_button(self.tr("Keep"), key="Enter", variant="primary", name="look_keep")
        self.take.clicked.connect(self._keep_it)
        self.themes.chosen.connect(self._changed)
        self.sizes.chosen.connect(self._changed)
        for at, (key, _words) in enumerate(themes, start=1):
            shortcut(self, str(at), partial(self.choose, self.themes, key), everywhere=True)
        for keys, step in (("-, Ctrl+-", -1), ("+, =, Ctrl++, Ctrl+=", 1)):
            shortcut(self, keys, partial(self.step, step), everywhere=True)
        shortcut(self, "L", self.touch.click, everywhere=True)
        shortcut(self, "M", self.motion.click, everywhere=True)

    @classmethod
    def ask(
        cls, parent: QWidget, before: LookChoice, *, wear: Callable[[LookChoice], None],
        keep: Callable[[LookChoice], str],
    ) -> LookDialog:
        """Open it; `wear` puts a choice on, `keep` stores it and says why not. Tests replace this method."""
        dialog = cls(parent, before, wear=wear, keep=keep)
        dialog.open()
        dialog.take.setFocus()
        return dialog

    def help_keys(self) -> list[tuple[str, str]]:
        """The keys without a cap of their own."""
        return [
            ("1", self.tr("Light")), ("2", self.tr("Dark")), ("3", self.tr("High contrast")),
            ("4", self.tr("As this computer")), ("-", self.tr("Smaller text")), ("+", self.tr("Larger text")),
            ("L", self.tr("Large targets, for fingers")), ("M", self.tr("Movement")),
        ]  # fmt: skip

    def choose(self, part: SegmentedControl, key: str) -> None:
        """As a press on it."""
        part.set_current(key)
        self._changed()

    def step(self, step: int) -> None:
        """The next size of text."""
        at = SIZES_PERCENT.index(int(self.sizes.current())) + step
        if 0 <= at < len(SIZES_PERCENT):
            self.choose(self.sizes, str(SIZES_PERCENT[at]))

    def reject(self) -> None:
        """What was worn before."""
        self._wear(self._before)
        super().reject()

    def _changed(self, *_told: object) -> None:
        self.choice = LookChoice(
            self.themes.current(), int(self.sizes.current()), self.touch.isChecked(), self.motion.isChecked()
        )
        self._wear(self.choice)
        self.fit_again()

    def _keep_it(self) -> None:
        why = self._keep(self.choice)
        if why:
            self.fault.show_fault(self.tr("It cannot be kept in the station's folder: {why}.").format(why=why))
            return
        self.accept()
