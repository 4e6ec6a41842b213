"""Accounts as you type: exact numbers first, then active, name, address, with the balance of this moment."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.records import AccountHit
from db.errors import SearchUnreadableError
from db.opener import opened
from db.search.build import SearchBuild, built_for
from db.search.layout import SEARCH_FILE
from db.station import Station
from tests.db.extract import GONE, PENA, RUIZ, account, cash_only, take
from tests.db.till import KEY, Till, station_in


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with station_in(tmp_path) as station:
        take(station, [GONE, RUIZ, PENA], search=True)
        yield station


def find(station: Station, text: str) -> list[str]:
    return [hit.key for hit in station.reader.run(lambda answers: answers.find(text))]


@pytest.mark.parametrize(
    "text",
    ["ruiz m", "MARIA", "412 chick", "104-2281-03", "104 2281 03", "(918) 555-0142", "5550142", "918555", "w1220984",
     "1220984", "00104228103000018412", "104228103"],
)  # fmt: skip
def test_an_account_is_found_by_anything_a_person_types(station: Station, text: str) -> None:
    assert find(station, text)[0] == RUIZ.key


def test_accents_do_not_matter(station: Station) -> None:
    assert find(station, "pena jose") == find(station, "PEÑA JOSÉ") == [PENA.key]


def test_an_active_account_stands_before_one_that_is_not(station: Station) -> None:
    assert find(station, "ruiz") == [RUIZ.key, GONE.key]


def test_a_beginning_common_to_two_numbers_shows_both_and_the_exact_one_first(station: Station) -> None:
    assert find(station, "10422810") == [PENA.key, RUIZ.key]
    take(station, [RUIZ, PENA, replace(GONE, key="1042", number="1042", name="ZUNIGA, ANA")], search=True)
    assert find(station, "1042")[0] == "1042"


def test_nothing_typed_or_nothing_known_finds_nothing(station: Station) -> None:
    assert find(station, "") == find(station, "  ") == find(station, "zzz") == find(station, "*\"'") == []


def test_a_stub_is_found_by_equality_only(station: Station) -> None:
    read = station.reader
    assert read.run(lambda answers: answers.account_by_stub("00104228103000018412")) == RUIZ.key
    assert read.run(lambda answers: answers.account_by_stub("0010422810300001841")) is None
    assert read.run(lambda answers: answers.account_by_stub(RUIZ.key)) is None
    assert read.run(lambda answers: answers.account_by_stub("")) is None


def test_a_hit_shows_the_balance_less_what_was_paid_since(station: Station) -> None:
    till = Till(station)
    till.open_batch()

    def balance() -> int | None:
        hits: list[AccountHit] = list(station.reader.run(lambda answers: answers.find("ruiz m")))
        return hits[0].balance

    assert balance() == 6120
    number = till.pay({RUIZ.key: 2000})
    assert balance() == 4120
    till.void(number)
    assert balance() == 6120


def test_a_hit_shows_the_new_balance_while_the_search_file_is_behind(station: Station) -> None:
    richer = replace(RUIZ, services=(replace(RUIZ.services[0], current=9900),))
    station.background.submit(lambda: None).result()
    take(station, [cash_only(richer), PENA, GONE])
    assert station.reader.run(lambda answers: answers.find("ruiz m"))[0].balance == 9900


def test_an_alert_stands_with_its_hit(station: Station) -> None:
    take(station, [cash_only(RUIZ), PENA, GONE], search=True)
    assert station.reader.run(lambda answers: answers.find("ruiz m"))[0].alert == "cash_only"


def test_a_list_has_at_most_25_rows_in_show_order(station: Station) -> None:
    take(station, [RUIZ, *(account(n) for n in range(60))], search=True)
    hits = station.reader.run(lambda answers: answers.find("smith"))
    assert [hit.name for hit in hits] == [f"SMITH, {n:03d}" for n in range(25)]


def test_a_search_file_of_another_version_is_built_anew(station: Station, tmp_path: Path) -> None:
    def forget() -> None:
        station.reader.finder.close()
        db = opened(tmp_path / SEARCH_FILE, KEY, journal_mode="delete")
        db.execute("UPDATE built SET version = 0")
        db.close()

    station.reader.lane.run(forget)
    with pytest.raises(SearchUnreadableError, match="made anew"):
        find(station, "ruiz")
    station.background.run(lambda: None)
    assert find(station, "ruiz") == [RUIZ.key, GONE.key]
    assert not station.refresh_search().result()


def test_a_stopped_build_leaves_the_file_that_serves(station: Station, tmp_path: Path) -> None:
    build = SearchBuild(tmp_path / "station.db", KEY)
    build.stop()
    assert not build.run()
    assert built_for(tmp_path, KEY) == 1
