"""Sizes, words and places in everything that is written by hand."""

import ast
import re

import pytest

from tests.house.source import ROOMS, ROOT, place, python_files, written_files

LINES_LIMIT = 400
TOPS = ("work", "root", "home", "farm", "Users")
MACHINE_PLACES = re.compile(r"(?<![\w.])(?:[A-Z]:)?[/\\](?:" + "|".join(TOPS) + r")[/\\]")
BAD_WORDS = re.compile(r"(manager|helper|utils?)$|^(process|do)_", re.IGNORECASE)


def test_no_file_is_over_400_lines() -> None:
    long = {path.relative_to(ROOT).as_posix(): lines for path in written_files()
            if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LINES_LIMIT}
    assert not long


def test_no_text_names_a_place_on_somebodys_machine() -> None:
    found = [path.relative_to(ROOT).as_posix() for path in written_files()
             if MACHINE_PLACES.search(path.read_text(encoding="utf-8"))]
    assert not found


@pytest.mark.parametrize("text", ["see /" + "root/x", "C:\\" + "Users\\me", "'/" + "work/main'"])
def test_a_place_on_a_machine_would_be_seen(text: str) -> None:
    assert MACHINE_PLACES.search(text)


def is_vague(name: str) -> bool:
    """A name that says nothing: manager, helper, utils, process_x, do_x (STYLE 2)."""
    return BAD_WORDS.search(name.strip("_")) is not None


def test_no_name_is_vague() -> None:
    found = [path.name for path in python_files(*ROOMS) if is_vague(path.stem)]
    for path in python_files(*ROOMS):
        found += [
            f"{place(path, node)} {node.name}"
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and is_vague(node.name)
        ]
    assert not found


@pytest.mark.parametrize("name", ["TillManager", "utils", "process_data", "do_payment", "_process_row"])
def test_a_vague_name_would_be_seen(name: str) -> None:
    assert is_vague(name)
