"""The built program starts itself again by a hidden switch; whatever the way, no key is among the arguments."""

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from app.interchange.extract_look import ExtractLook
from app.interchange.practice.city import practice_city
from db.aside.frames import LookJob
from db.aside.process import Aside
from db.aside.talk import talk_with
from ui.compose.aside_command import ROOT, SWITCH, aside_of_this_program


def looked(aside: Aside, path: Path) -> ExtractLook:
    with talk_with(aside, LookJob(str(path), "")) as talk:
        return talk.done(ExtractLook, progress=lambda _read: None, cancelled=lambda: False)


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    path = tmp_path / "accounts.csv"
    path.write_bytes(b"".join(practice_city(7, accounts=60, business_date=date(2026, 11, 21))))
    return path


def test_the_hidden_switch_does_a_job(extract: Path) -> None:
    by_switch = Aside((sys.executable, "-m", "ui.commands", SWITCH), {**os.environ, "PYTHONPATH": str(ROOT)})
    assert looked(by_switch, extract).accounts == 60


def test_the_program_starts_itself_from_its_rooms(extract: Path) -> None:
    assert looked(aside_of_this_program(), extract).accounts == 60


def test_the_built_program_is_called_by_the_switch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert aside_of_this_program().command == (sys.executable, SWITCH)
