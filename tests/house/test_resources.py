"""Fonts and icons: there, readable, with their licences, and drawn on one grid."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from tests.house.source import ROOT

ICONS = sorted((ROOT / "resources" / "icons").glob("*.svg"))
FONTS = ROOT / "resources" / "fonts"
FACES = {
    "IBMPlexSans_400Regular": "IBM Plex Sans", "IBMPlexSans_500Medium": "IBM Plex Sans",
    "IBMPlexSans_600SemiBold": "IBM Plex Sans", "IBMPlexMono_400Regular": "IBM Plex Mono",
    "IBMPlexMono_600SemiBold": "IBM Plex Mono",
}


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_an_icon_takes_its_colour_from_the_theme_and_keeps_the_grid(icon: Path) -> None:
    root = ET.fromstring(icon.read_text(encoding="utf-8"))
    assert (root.get("viewBox"), root.get("stroke"), root.get("stroke-width")) == ("0 0 24 24", "currentColor", "1.75")
    assert QSvgRenderer(QByteArray(icon.read_bytes())).isValid()


def test_every_name_in_the_index_is_an_icon() -> None:
    index = (ROOT / "resources" / "icons" / "NAMES").read_text(encoding="utf-8").split("\n\n", 1)[1]
    names = {icon.stem for icon in ICONS}
    assert {line.split(":")[0] for line in index.splitlines()} <= names


@pytest.mark.parametrize(("face", "family"), FACES.items())
def test_a_face_loads_under_its_family(qtbot: QtBot, face: str, family: str) -> None:
    number = QFontDatabase.addApplicationFont(str(FONTS / f"{face}.ttf"))
    assert family in QFontDatabase.applicationFontFamilies(number)


def test_licences_lie_beside_what_they_license() -> None:
    assert "SIL OPEN FONT LICENSE" in (FONTS / "LICENSE-OFL-1.1").read_text(encoding="utf-8")
    assert "MIT License" in (ROOT / "resources" / "icons" / "LICENSE-tabler").read_text(encoding="utf-8")
