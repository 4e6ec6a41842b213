"""What is cited exists: each `(R24)` or `(C9, C10)` of the repository stands in the reference's list of that letter."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import ROOMS, ROOT, python_files

LIST = Path(__file__).with_name("reference_ids.toml")
PAGE = ROOT.parent / "shared" / "reference" / "cashiering.md"
CITED = re.compile(r"\(((?:[A-Z]\d{1,2})(?:(?:, | and )[A-Z]\d{1,2})*)\)")
NAMED = re.compile(r"def test_([a-z]\d{1,2})_")
ID = re.compile(r"([A-Z])(\d{1,2})")
LISTED = re.compile(r"^(?:\| |### |)([A-Z])(\d{1,2})(?: \||\.)", re.MULTILINE)
KEYS_AND_PLACES = {"DT1", "L1", "L2"}
TESTED = (
    "A6", "A9", "A10", "B5", "B8", "B9", "B11", "B15", "B16", "C9", "C10", "F3", "J6", "O1", "P13", "P22", "R3", "R6",
    "R8", "R13", "R15", "T3", "T9",
)  # fmt: skip


def counts() -> dict[str, int]:
    return tomllib.loads(LIST.read_text(encoding="utf-8"))


def cited(text: str) -> Iterator[str]:
    for group in CITED.findall(text):
        yield from (f"{letter}{number}" for letter, number in ID.findall(group))
    yield from (name.upper() for name in NAMED.findall(text))


def test_every_id_that_is_cited_is_in_the_list_it_names() -> None:
    last = counts()
    unknown = {
        f"{path.relative_to(ROOT).as_posix()}: {one}"
        for path in [*python_files(*ROOMS, "tests"), *ROOT.glob("*.md")]
        for one in cited(path.read_text(encoding="utf-8"))
        if one not in KEYS_AND_PLACES and not 1 <= int(one[1:]) <= last.get(one[0], 0)
    }
    assert unknown == set()


@pytest.mark.parametrize("feature", TESTED)
def test_a_promised_feature_has_a_test_that_carries_its_id(feature: str) -> None:
    others = [path for path in python_files("tests") if path != Path(__file__)]
    assert any(feature in cited(path.read_text(encoding="utf-8")) for path in others)


def test_the_list_is_that_of_the_reference_where_it_lies_beside_the_checkout() -> None:
    if not PAGE.exists():  # it comes with a workplace, not with the program
        return
    found: dict[str, set[int]] = {}
    for letter, number in LISTED.findall(PAGE.read_text(encoding="utf-8")):
        found.setdefault(letter, set()).add(int(number))
    assert {letter: max(numbers) for letter, numbers in sorted(found.items())} == counts()
    assert all(numbers == set(range(1, max(numbers) + 1)) for numbers in found.values())
