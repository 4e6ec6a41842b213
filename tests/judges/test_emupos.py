"""An independent printer (emupos) read our bytes; what it printed is what we mean (issue 3, independent judges).

Its answers were recorded with its version, because it needs a later Python than ours. They count for the very bytes
that were judged: when ours change, these tests fail until `tests/judges/record.py` has asked it again.
"""

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import pytest

from devices.drivers.escpos_replies import ReplyKind, ReplyReader
from tests.judges.papers import ANSWERS, Paper, judged_papers
from tests.judges.record import record

PAPERS = judged_papers()
PRINTED = [name for name, paper in PAPERS.items() if paper.rows]
ANEW = "our bytes changed since emupos judged them: record anew with `python -m tests.judges.record PYTHON`"
THEIR_BARCODE = re.compile(r"\[barcode CODE128 (.*)\]")
OUR_BARCODE = re.compile(r"\|\|\| (.*) \|\|\|")
CUT = "~" * 8


@pytest.fixture(scope="module")
def told() -> Mapping[str, Any]:
    answers: Mapping[str, Any] = json.loads(ANSWERS.read_text(encoding="utf-8"))
    return answers


def lines(text: str) -> list[str]:
    """Words of each line that has any: where they stand across the paper is the print head's business."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def ours(paper: Paper) -> list[str]:
    marked = OUR_BARCODE.sub(r"code 128: \1", paper.rows)
    return [line for line in lines(marked) if not line.startswith(CUT)]


@pytest.mark.parametrize("name", PAPERS)
def test_the_bytes_are_those_that_were_judged(told: Mapping[str, Any], name: str) -> None:
    assert told["papers"][name]["bytes_sha256"] == hashlib.sha256(PAPERS[name].data).hexdigest(), ANEW


def test_no_judgement_is_left_over_and_the_judge_says_who_it_is(told: Mapping[str, Any]) -> None:
    assert set(told["papers"]) == set(PAPERS), ANEW
    assert told["emupos"] == "0.4.0"
    assert tuple(map(int, told["python"].split("."))) >= (3, 13)


@pytest.mark.parametrize("name", PRINTED)
def test_emupos_prints_every_word_of_the_paper_and_nothing_else(told: Mapping[str, Any], name: str) -> None:
    (page,) = told["papers"][name]["pages"]
    assert lines(THEIR_BARCODE.sub(r"code 128: \1", page["text"])) == ours(PAPERS[name])
    assert page["width_dots"] == 576


@pytest.mark.parametrize("name", PRINTED)
def test_emupos_knows_every_command_cuts_the_paper_and_leaves_the_drawer_shut(
    told: Mapping[str, Any], name: str
) -> None:
    answer = told["papers"][name]
    assert [page["ends_by"] for page in answer["pages"]] == ["cut"]
    assert answer["events"] == []
    assert answer["drawer"] == "closed"


def test_emupos_opens_the_drawer_on_our_pulse(told: Mapping[str, Any]) -> None:
    answer = told["papers"]["drawer_pulse"]
    assert answer["events"] == [["drawer.opened", {"on_time_ms": 50, "pin": 2}]]
    assert (answer["drawer"], answer["pages"]) == ("open", [])


def test_we_understand_what_emupos_answers(told: Mapping[str, Any]) -> None:
    replies = ReplyReader().feed(bytes.fromhex(told["papers"]["status"]["replies"]))
    assert [reply.kind for reply in replies] == [ReplyKind.STATUS] * 4 + [ReplyKind.IN_TURN]


def test_another_word_on_the_paper_would_be_seen() -> None:
    paper = Paper(b"", "TOTAL   $61.20\n||| DT1B-000147 |||\n~~~~~~~~~~\n")
    assert ours(paper) == ["TOTAL $61.20", "code 128: DT1B-000147"]
    assert ours(paper) != lines("TOTAL $61.21\ncode 128: DT1B-000147")


def test_a_python_without_emupos_records_nothing() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        record(sys.executable)
