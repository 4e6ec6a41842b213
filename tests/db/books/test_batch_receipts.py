"""A batch's receipts are read in pages: every one of them, the newest first, none twice (no list ends silently)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.usecases.batch_receipts import batch_receipts
from db.station import Station
from tests.db.extract import RUIZ, take
from tests.db.till import Till, station_in


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with station_in(tmp_path / "data") as station:
        take(station, [RUIZ])
        yield station


@pytest.mark.parametrize("page", [1, 2, 3, 7, 100])
def test_every_receipt_comes_once_whatever_the_page(station: Station, page: int) -> None:
    till = Till(station)
    till.open_batch()
    numbers = [till.pay({RUIZ.key: 100}) for _receipt in range(7)]
    batch = station.reader.run(lambda answers: answers.batches())[0].batch
    found = station.reader.run(lambda answers: [each.receipt for each in batch_receipts(answers, batch, page=page)])
    assert found == numbers[::-1]


def test_a_batch_without_receipts_has_none(station: Station) -> None:
    Till(station).open_batch()
    batch = station.reader.run(lambda answers: answers.batches())[0].batch
    assert station.reader.run(lambda answers: list(batch_receipts(answers, batch))) == []
