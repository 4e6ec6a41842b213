"""Gives the program's own fonts to Qt: IBM Plex Sans at the start, Mono when paper or bytes are first shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

RESOURCES = Path(__file__).parents[2] / "resources"
FONTS = RESOURCES / "fonts"
SANS_FACES = ("IBMPlexSans_400Regular.ttf", "IBMPlexSans_500Medium.ttf", "IBMPlexSans_600SemiBold.ttf")
MONO_FACES = ("IBMPlexMono_400Regular.ttf", "IBMPlexMono_600SemiBold.ttf")


def load_faces(names: tuple[str, ...]) -> list[str]:
    """Register font files of `resources/fonts`; returns the names Qt could not read (empty when all is well)."""
    return [name for name in names if QFontDatabase.addApplicationFont(str(FONTS / name)) < 0]
