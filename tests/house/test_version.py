"""One version: what entries say is what the package is called."""

import tomllib

from tests.house.source import ROOT
from ui.compose.version import program_version


def test_the_program_and_its_package_say_the_same_version() -> None:
    package = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert program_version() == package["version"]
