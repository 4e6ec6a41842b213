"""Type, icons, palette and style sheet of the look, and the change from one look to another."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.look.fonts import CONFIG, CONFIG_VARIABLE, MONO_FACES, SANS_FACES, load_faces
from ui.look.icons import IconCase
from ui.look.qss import build_qss
from ui.look.theme import Look, apply_look, current_look
from ui.look.tokens import DARK, HIGH_CONTRAST, LIGHT
from ui.look.type import ROLES, scaled
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.text import Text


@pytest.fixture(autouse=True)
def back_to_light(qapp: QApplication) -> Iterator[None]:
    apply_look(qapp, Look())
    yield
    apply_look(qapp, Look())


@pytest.mark.parametrize(("size_px", "percent", "expected"), [(13, 150, 20), (12, 90, 11), (0, 200, 0), (1, 90, 1)])
def test_a_scaled_size_is_a_whole_pixel_and_never_vanishes(size_px: int, percent: int, expected: int) -> None:
    assert scaled(size_px, percent) == expected


def test_no_role_of_type_is_under_twelve_pixels() -> None:
    assert min(size_px for size_px, _weight in ROLES.values()) == 12


def test_every_face_is_there_and_readable(qapp: QApplication) -> None:
    assert load_faces((*SANS_FACES, *MONO_FACES)) == []


@pytest.mark.parametrize("weight", [400, 500, 600])
def test_a_weight_resolves_to_plex(qapp: QApplication, weight: int) -> None:
    info = QFontInfo(Look().font("body", weight))
    assert info.family() == "IBM Plex Sans"
    assert info.weight() == weight


def test_all_figures_the_dollar_and_the_minus_have_one_width(qapp: QApplication) -> None:
    metrics = QFontMetrics(Look().font("total"))
    assert len({metrics.horizontalAdvance(sign) for sign in "0123456789$−"}) == 1


def test_numbers_of_accounts_slash_their_zero(qapp: QApplication) -> None:
    tag = QFont.Tag("zero")
    assert Look().font("lead", 600, zero=True).featureValue(tag) == 1
    assert not Look().font("lead", 600).isFeatureSet(tag)


def test_the_text_scale_keeps_to_its_limits() -> None:
    assert [Look(LIGHT, percent).scale_percent for percent in (50, 150, 400)] == [90, 150, 200]


def test_an_icon_is_drawn_once_in_its_colour_and_sharp(qapp: QApplication) -> None:
    case = IconCase()
    first = case.pixmap("check", 18, "#0B5C70", 2.0)
    assert case.pixmap("check", 18, "#0B5C70", 2.0) is first
    assert case.pixmap("check", 18, "#B0241C", 2.0) is not first
    assert (first.width(), first.devicePixelRatio()) == (36, 2.0)
    image = first.toImage()
    pixels = [image.pixelColor(x, y) for x in range(36) for y in range(36)]
    assert {pixel.name() for pixel in pixels if pixel.alpha() > 250} == {"#0b5c70"}


def test_a_missing_icon_is_seen_and_stops_nothing(qapp: QApplication) -> None:
    case = IconCase()
    assert not case.has("no-such-icon")
    assert not case.pixmap("no-such-icon", 18, "#000000").isNull()


def test_the_palette_comes_from_the_tokens(qapp: QApplication) -> None:
    apply_look(qapp, Look(DARK))
    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.Window) == QColor(DARK.bg)
    assert palette.color(QPalette.ColorRole.Accent) == QColor(DARK.accent)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == QColor(DARK.ink3)


def test_the_style_sheet_follows_theme_and_scale() -> None:
    light = build_qss(LIGHT, Look(LIGHT).px, Look(LIGHT).target)
    large = build_qss(LIGHT, Look(LIGHT, 150).px, Look(LIGHT, 150).target)
    assert LIGHT.line2 in light
    assert HIGH_CONTRAST.accent in build_qss(HIGH_CONTRAST, Look(HIGH_CONTRAST).px, Look().target)
    assert "font-size: 21px" in large
    assert "font-size: 21px" not in light


def test_another_look_reaches_parts_that_stand_already(qtbot: QtBot, qapp: QApplication) -> None:
    text = Text("236.12", "total", "risk")
    button = KeyCapButton("Park", key="F11", height=44)
    qtbot.addWidget(text)
    qtbot.addWidget(button)
    before = button.sizeHint()
    apply_look(qapp, Look(DARK, 150))
    assert current_look().tokens is DARK
    assert text.font().pixelSize() == 51
    assert text.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.risk)
    assert button.sizeHint().height() == 66
    assert button.sizeHint().width() > before.width()


def test_our_fontconfig_is_there_and_only_while_faces_are_loaded(qapp: QApplication) -> None:
    assert CONFIG.is_file()
    load_faces(SANS_FACES)
    assert os.environ.get(CONFIG_VARIABLE) != str(CONFIG)
