"""Gives the program's own fonts to Qt: IBM Plex Sans at the start, Mono when paper or bytes are first shown."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QFontDatabase

RESOURCES = Path(__file__).parents[2] / "resources"
FONTS = RESOURCES / "fonts"
SANS_FACES = ("IBMPlexSans_400Regular.ttf", "IBMPlexSans_500Medium.ttf", "IBMPlexSans_600SemiBold.ttf")
MONO_FACES = ("IBMPlexMono_400Regular.ttf", "IBMPlexMono_600SemiBold.ttf")


# Read by fontconfig once, at the first face; Windows has none and takes no notice.
CONFIG_VARIABLE = "FONTCONFIG_FILE"
CONFIG = FONTS / "fonts.conf"


def load_faces(names: tuple[str, ...]) -> list[str]:
    """Register font files of `resources/fonts`; returns the names Qt could not read (empty when all is well)."""
    with _own_config():
        return [name for name in names if QFontDatabase.addApplicationFont(str(FONTS / name)) < 0]


@contextmanager
def _own_config() -> Iterator[None]:
    """Our fontconfig while the first face is registered; programs that we start find the machine's own again."""
    if CONFIG_VARIABLE in os.environ:
        yield
        return
    os.environ[CONFIG_VARIABLE] = str(CONFIG)
    try:
        yield
    finally:
        del os.environ[CONFIG_VARIABLE]
