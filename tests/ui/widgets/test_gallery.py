"""Every part in every theme and at two text sizes: nothing cut, nothing nameless, no icon missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollBar, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.gallery import build_components, build_more, pose
from tests.ui.widgets.sign_in_sample import build_sign_in
from tests.ui.widgets.till_sample import build_till
from ui.look.icons import IconCase
from ui.look.theme import Look, apply_look
from ui.look.tokens import LIGHT, THEMES
from ui.widgets.data_table import DataTable
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.text import Text

BUILDERS = {"till": build_till, "components": build_components, "more": build_more, "sign-in": build_sign_in}
SHEETS = [
    pytest.param(build, tokens, scale, id=f"{name} {tokens.name} {scale}")
    for name, build in BUILDERS.items() for tokens in THEMES for scale in (100, 150)
    if tokens is LIGHT or name in {"till", "components"}
]
Build = Callable[[], QWidget]


@pytest.fixture
def shown(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    build, tokens, scale = request.param
    apply_look(qapp, Look(tokens, scale))
    sheet = build()
    qtbot.addWidget(sheet)
    sheet.resize(1366 if scale == 100 else 1920, 768 if scale == 100 else 1080)
    pose(sheet)
    sheet.show()
    qapp.processEvents()
    yield sheet
    apply_look(qapp, Look())


sheets = pytest.mark.parametrize(
    "shown", [pytest.param(param.values, id=param.id) for param in SHEETS], indirect=True
)


@sheets
def test_nothing_is_cut_and_everything_has_a_name(shown: QWidget) -> None:
    for label in shown.findChildren(QLabel):
        is_free = isinstance(label, Text) and label.is_elidable
        if label.isVisible() and label.text() and not label.wordWrap() and not is_free:
            assert label.width() >= label.fontMetrics().horizontalAdvance(label.text()), label.text()
    for button in shown.findChildren(QAbstractButton):
        if button.isVisible() and isinstance(button, KeyCapButton):
            assert button.width() >= button.sizeHint().width(), button.text()
    for field in shown.findChildren(QLineEdit):
        if field.isVisible():
            assert field.width() >= field.fontMetrics().horizontalAdvance(field.text()) + 8, field.text()
            assert field.accessibleName(), field.objectName()
    for part in shown.findChildren(QAbstractButton):
        is_inside = isinstance(part.parent(), QLineEdit)  # the shield in the field, no button of its own
        if part.isVisible() and not is_inside and "QTableCornerButton" not in type(part).__name__:
            assert part.accessibleName(), type(part).__name__
    for table in shown.findChildren(QTableView):
        assert table.accessibleName()


@sheets
def test_no_amount_of_a_table_is_wider_than_its_column(shown: QWidget) -> None:
    for table in shown.findChildren(DataTable):
        for at in range(table.model().columnCount()):
            for row in range(table.model().rowCount()):
                text = str(table.model().index(row, at).data() or "")
                if text.replace(",", "").replace(".", "").lstrip("+−").isdigit():
                    metrics = Look(LIGHT, 100).metrics("body", 500)
                    assert table.columnWidth(at) >= metrics.horizontalAdvance(text) + 24, text


def test_every_icon_the_parts_draw_has_a_file(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[str] = set()
    draw = IconCase.pixmap

    def note(case: IconCase, name: str, px: int, colour: str, ratio: float = 1.0) -> object:
        asked.add(name)
        return draw(case, name, px, colour, ratio)

    monkeypatch.setattr(IconCase, "pixmap", note)
    for build in BUILDERS.values():
        sheet = build()
        qtbot.addWidget(sheet)
        sheet.grab()
    assert len(asked) > 40
    assert {name for name in asked if not IconCase().has(name)} == set()


def test_focus_is_seen_on_every_part_that_takes_it(qtbot: QtBot, qapp: QApplication) -> None:
    for build in (build_till, build_sign_in):
        sheet = build()
        qtbot.addWidget(sheet)
        sheet.resize(1366, 768)
        with qtbot.waitActive(sheet):
            sheet.show()
            sheet.activateWindow()
        parts = [
            part for part in sheet.findChildren(QWidget)
            if part.isVisible() and part.isEnabled() and part.focusPolicy().value & 1
            and not isinstance(part, QScrollBar) and part.focusProxy() is None
        ]
        assert len(parts) >= 7
        for part in parts:
            part.clearFocus()
            sheet.setFocus()
            before = part.grab().toImage()
            part.setFocus()
            if part.objectName() in {"omnibox_field", "pin_pad"}:
                continue  # the frame round it shows the focus, and the dots
            assert part.hasFocus(), part.objectName()
            assert part.grab().toImage() != before, part.objectName()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_the_money_column_keeps_its_place_and_width(qtbot: QtBot, size: tuple[int, int]) -> None:
    frame = build_till()
    qtbot.addWidget(frame)
    frame.resize(*size)
    frame.show()
    money = frame.findChild(QWidget, "money")
    assert isinstance(money, QWidget)
    assert money.width() == 420
    assert money.mapTo(frame, money.rect().topRight()).x() == size[0] - 1
    assert (frame.width(), frame.height()) == size


def test_large_text_still_fits_the_small_screen(qtbot: QtBot, qapp: QApplication) -> None:
    apply_look(qapp, Look(LIGHT, 150))
    frame = build_till()
    qtbot.addWidget(frame)
    frame.resize(1366, 768)
    frame.show()
    qapp.processEvents()
    assert (frame.width(), frame.height()) == (1366, 768)
    cash = frame.findChild(QWidget, "till_cash")
    assert isinstance(cash, QWidget)
    qtbot.waitUntil(lambda: cash.height() == 66, timeout=1000)
    for name in ("to_pay", "change_amount", "till_finish"):
        part = frame.findChild(QWidget, name)
        assert isinstance(part, QWidget)
        corner = part.mapTo(frame, part.rect().bottomRight())
        assert corner.x() < 1366, name
        assert corner.y() < 768, name
    pieces = frame.findChild(QWidget, "change_pieces")
    assert isinstance(pieces, QWidget)
    assert not pieces.isVisible()


def test_the_money_column_folds_when_it_is_low_and_comes_back_whole(qtbot: QtBot, qapp: QApplication) -> None:
    frame = build_till()
    qtbot.addWidget(frame)
    frame.resize(1366, 768)
    frame.show()
    cash, pieces = frame.findChild(QWidget, "till_cash"), frame.findChild(QWidget, "change_pieces")
    assert isinstance(cash, QWidget)
    assert isinstance(pieces, QWidget)
    qtbot.waitUntil(lambda: (cash.height(), pieces.isVisible()) == (52, True), timeout=1000)
    frame.resize(1366, 620)
    qtbot.waitUntil(lambda: (cash.height(), pieces.isVisible()) == (44, False), timeout=1000)
    frame.resize(1366, 768)
    qtbot.waitUntil(lambda: (cash.height(), pieces.isVisible()) == (52, True), timeout=1000)


def test_themes_paint_different_pictures(qtbot: QtBot, qapp: QApplication) -> None:
    colours = set()
    for tokens in THEMES:
        apply_look(qapp, Look(tokens))
        frame = build_till()
        qtbot.addWidget(frame)
        frame.resize(1366, 768)
        colours.add(frame.grab().toImage().pixelColor(500, 725).name())
    assert colours == {tokens.bg.lower() for tokens in THEMES}
