"""Fifty kills at random instants: what the screen had confirmed is there, whole, and nothing is there twice (F-1)."""

import random
import shutil
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.domain.entry import GENESIS_SEQ
from app.domain.facts.receipts import ReceiptTaken
from app.usecases.drop_draft import DropRequest
from db.keys.custody import find_file_key
from db.keys.station_file import read_station_file
from db.paths import STATION_DB
from db.verify.verify import verify
from devices.system_clock import SystemClock
from ui.compose.desk import Desk
from ui.compose.folder import open_desk
from ui.compose.practice import found_practice, import_city

pytestmark = [pytest.mark.faults, pytest.mark.slow, pytest.mark.timeout(900)]
ROOT = Path(__file__).parents[2]
KILLS = 50
LIVES_AT_ONCE = 2
CONFIRMED_BEFORE_KILL = 12
LONGEST_LIFE_MS = 60
SEED = 20261121


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kill") / "city"
    desk = found_practice(folder, clock=SystemClock())
    import_city(desk, accounts=20).result()
    assert desk.close()
    return folder


class Life:
    """One till process: what it confirmed, then the kill."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.receipts: dict[str, int] = {}
        self.drafts: list[str] = []
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.till_child", str(folder), str(seed)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        )  # fmt: skip

    def run(self, dice: random.Random) -> None:
        """Hear a few confirmations, then kill at a random moment of the work that follows."""
        lines = self._process.stdout
        assert lines is not None
        for line in lines:
            self._hear(line)
            if len(self.receipts) >= dice.randint(1, CONFIRMED_BEFORE_KILL):
                break
        killer = threading.Timer(dice.uniform(0, LONGEST_LIFE_MS) * 0.001, self._process.kill)
        killer.start()
        for line in lines:
            self._hear(line)
        killer.join()
        _out, words = self._process.communicate()
        assert self.receipts, words

    def _hear(self, line: str) -> None:
        if not line.endswith("\n"):
            return
        kind, name, *rest = line.split()
        if kind == "receipt":
            self.receipts[name] = int(rest[0])
        else:
            self.drafts.append(name)


def test_fifty_kills_lose_nothing_that_the_screen_had_confirmed(city: Path, tmp_path: Path) -> None:
    folders = [Path(shutil.copytree(city, tmp_path / f"till{n}")) for n in range(LIVES_AT_ONCE)]
    share = KILLS // LIVES_AT_ONCE
    with ThreadPoolExecutor(LIVES_AT_ONCE) as pool:
        tills = [
            pool.submit(kill_again_and_again, folder, range(n * share, (n + 1) * share))
            for n, folder in enumerate(folders)
        ]
        for till in tills:
            till.result()
    for folder in folders:
        report = verify(folder / STATION_DB, find_file_key(folder), folder=read_station_file(folder))
        assert report.ok, [check for check in report.checks if not check.ok]


def kill_again_and_again(folder: Path, seeds: range) -> None:
    confirmed: dict[str, int] = {}
    for seed in seeds:
        life = Life(folder, seed)
        life.run(random.Random(SEED + seed))
        assert not life.receipts.keys() & confirmed.keys(), "a number was given twice"
        confirmed |= life.receipts
        desk = open_desk(folder, clock=SystemClock())
        try:
            look_at_the_books(desk, confirmed, life)
        finally:
            assert desk.close()


def look_at_the_books(desk: Desk, confirmed: dict[str, int], life: Life) -> None:
    stored = desk.ask(lambda books: books.receipts(limit=100_000)).result()
    totals = {receipt.receipt: receipt.total for receipt in stored}
    lost = {number: cents for number, cents in confirmed.items() if totals.get(number) != cents}
    assert not lost, f"confirmed on the screen, not in the books: {lost}"
    numbers = sorted(int(number.rpartition("-")[2]) for number in totals)
    assert numbers == list(range(1, len(numbers) + 1)), "a receipt number is missing or doubled"
    assert len({receipt.ref.seq for receipt in stored}) == len(stored)
    assert desk.ask(lambda books: books.head().seq).result() > GENESIS_SEQ
    last = life.drafts[-1]
    is_taken = any(draft_of(desk, receipt.receipt) == last for receipt in stored[:2])
    is_kept = any(draft.draft == last for draft in desk.ask(lambda books: books.drafts()).result())
    assert is_taken != is_kept, f"the last draft {last} is neither kept nor taken, or both"
    asked = {receipt.receipt for receipt in desk.ask(lambda books: books.unanswered()).result()}
    assert life.receipts.keys() <= asked, "a receipt of the killed run is not asked about"
    for draft in desk.ask(lambda books: books.drafts()).result():
        drop(desk, draft.draft)


def drop(desk: Desk, draft: str) -> None:
    request = DropRequest("mruiz", draft, "TEST/TRAINING")
    desk.do(lambda deeds: deeds.drop_draft(request)).result()


def draft_of(desk: Desk, receipt: str) -> str:
    """The draft that became the receipt."""
    found = desk.station.reader.run(lambda answers: answers.happenings(kinds=("receipt_taken",), limit=3))
    facts = (fact for _ref, _envelope, fact in found)
    return next((fact.draft for fact in facts if isinstance(fact, ReceiptTaken) and fact.receipt == receipt), "")
