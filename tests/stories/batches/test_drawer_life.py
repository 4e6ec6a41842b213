"""A drawer's day through the room's models: who covers, hands over, is counted by surprise, closes (R2, R3, R6, R8)."""

from collections.abc import Iterator
from functools import partial

import pytest

from app.domain.batch_state import BatchState
from app.domain.tender import Tender
from app.domain.user import Role
from app.usecases.change_setting import SettingRequest
from app.usecases.change_user import UserRequest
from app.usecases.hand_over_batch import DrawerSeen
from app.usecases.prepare_deposit import DepositRequest
from db.paths import STATION_DB
from db.verify.verify import verify
from tests.stories.batches.office import DAY, Office, cash_of
from ui.compose.practice import APPROVER_PIN, CASHIER_PIN
from ui.viewmodels.batches.paper_entry import PaperTyped
from ui.viewmodels.batches.surprise import SurpriseTyped


@pytest.fixture(autouse=True)
def proved(office: Office) -> Iterator[None]:
    """Every story leaves books that an auditor would pass."""
    yield
    office.settle()
    station = office.desk.station
    key = bytes.fromhex((station.folder / "key").read_text().strip())
    assert verify(station.folder / STATION_DB, key).failed() == ()


def hand_over(office: Office, batch: str, cents: int, *, to: str, pin: str, papers: int = 0, reason: str = "") -> None:
    model, seen = office.room.hand_over, DrawerSeen(cash_of(cents), papers)
    office.told(
        model.handed,
        lambda: model.hand_over(batch, given=seen, received=seen, to=to, pin=pin, reason=reason),
    )


def facts(office: Office, batch: str) -> dict[str, str]:
    """What the supervisor's panel says of a batch."""
    office.told(office.room.detail.changed, lambda: office.room.detail.choose(batch))
    shown = office.room.detail.shown
    assert shown is not None
    return dict(shown.facts)


def test_a_supervisor_covers_the_window_and_hands_the_drawer_to_the_cashier(office: Office) -> None:
    office.sign_in("kdunn")
    batch = office.open_batch()
    office.take(5_000, Tender("cash", 5_000))
    hand_over(office, batch, 25_000, to="mruiz", pin=CASHIER_PIN)
    assert office.session.sitting is not None
    office.until(lambda: office.session.sitting is not None and office.session.sitting.batch is None)
    office.sign_in("mruiz")
    office.take(700, account=1)
    office.printed(batch)
    office.count(batch, 25_700)
    office.sign_in("kdunn")
    office.told(office.room.detail.changed, lambda: office.room.detail.choose(batch))
    assert office.room.detail.shown is not None
    assert not office.room.detail.shown.can_accept
    assert "somebody else accepts it: S. White" in office.room.detail.shown.who_else
    office.sign_in("swhite")
    facts(office, batch)
    office.told(office.room.batch_closed, office.room.detail.accept)
    assert office.batch(batch).taken == 5_700


def test_r30_who_handed_a_batch_over_stays_blind_to_it(office: Office) -> None:
    office.sign_in("kdunn")
    batch = office.open_batch()
    office.take(5_000, Tender("cash", 5_000))
    hand_over(office, batch, 24_000, to="mruiz", pin=CASHIER_PIN)
    told = facts(office, batch)
    assert told["From"].startswith("K. Dunn")
    assert "Handed over" not in told
    office.sign_in("swhite")
    assert "K. Dunn to M. Ruiz" in facts(office, batch)["Handed over"]
    assert "240.00 short 10.00" in facts(office, batch)["Handed over"]


def test_r8_a_wrong_sheet_of_a_surprise_count_stays_as_it_is(office: Office) -> None:
    office.sign_in("mruiz")
    batch = office.open_batch()
    office.sign_in("kdunn")
    model = office.room.surprise
    assert "not counted yet" in office.told(
        model.refused, lambda: model.submit(batch, SurpriseTyped(cash_of(20_000)))
    )
    zero = {"check": "0", "money_order": "0"}
    found = office.told(model.counted, lambda: model.submit(batch, SurpriseTyped(cash_of(20_100), zero, zero)))
    assert found[0] == ("Cash", "200.00", "201.00", False)
    assert "cash over 1.00" in facts(office, batch)["Surprise count"]


def test_r6_a_drawer_above_its_limit_is_told_with_its_time_and_its_end(office: Office) -> None:
    change = SettingRequest("pforeman", "drawer_limit", 22_000, DAY.isoformat(), "Ord. 9")
    office.desk.do(lambda deeds: deeds.change_setting(change)).result(10)
    office.sign_in("mruiz")
    batch = office.open_batch()
    office.take(5_000, Tender("cash", 5_000))
    model, counted = office.room.turn_in, cash_of(4_000)
    office.clock.advance(seconds=600)
    office.told(
        model.turned_in,
        lambda: model.hand_over(batch, given=counted, received=counted, received_by="kdunn", pin=APPROVER_PIN),
    )
    office.sign_in("kdunn")
    told = facts(office, batch)["Above its limit"]
    assert told.endswith("at most 250.00")
    assert " to " in told
    assert "now" not in told


def test_a_bagged_batch_is_reopened_only_after_its_bag_was_taken_apart(office: Office) -> None:
    office.sign_in("mruiz")
    batch = office.open_batch()
    office.take(5_000, Tender("cash", 5_000))
    office.printed(batch)
    office.count(batch, 25_000)
    office.sign_in("kdunn")
    facts(office, batch)
    office.told(office.room.batch_closed, office.room.detail.accept)
    bag(office, batch)
    facts(office, batch)
    assert office.told(office.room.detail.refused, lambda: office.room.detail.reopen("Wrong tender on a receipt")) == (
        f"Batch {batch} lies in deposit XDT1A-D0001. Take its bag apart first, in the deposit builder."
    )
    assert office.batch(batch).state is BatchState.BALANCED


def bag(office: Office, batch: str) -> None:
    request = DepositRequest("kdunn", (batch,), "BAG7", cash_of(5_000))
    office.desk.do(lambda deeds: deeds.prepare_deposit(request)).result(10)


def test_a_role_taken_away_counts_at_once_though_the_person_stays_signed_in(office: Office) -> None:
    office.sign_in("mruiz")
    batch = office.open_batch()
    office.take(5_000, Tender("cash", 5_000))
    office.printed(batch)
    office.count(batch, 25_000)
    office.sign_in("kdunn")
    facts(office, batch)
    changed = UserRequest("pforeman", "kdunn", "K. Dunn", (Role.SERVICE,))
    office.desk.do(lambda deeds: deeds.change_user(changed)).result(10)
    assert office.told(office.room.detail.refused, office.room.detail.accept) == (
        "K. Dunn may not balance a batch. Ask someone whose role allows it."
    )
    assert office.batch(batch).state is BatchState.COUNTED


def test_r15_a_day_with_an_outage_ends_with_every_paper_number_accounted_for(office: Office) -> None:
    office.sign_in("kdunn")
    ranges = office.room.paper_ranges
    office.told(ranges.moved, lambda: ranges.issue(to="mruiz", first="451", last="453", outage_on="2026-11-20"))
    assert office.told(
        ranges.refused, lambda: ranges.issue(to="mruiz", first="453", last="460", outage_on="")
    ).startswith("Paper receipt 453 was given out before")
    office.sign_in("mruiz")
    batch = office.open_batch()
    entry, account = office.room.paper_entry, office.accounts[0]
    stands = office.told(entry.stands, lambda: entry.begin(batch))
    assert (stands.missing, stands.first, stands.day) == ("451 to 453", "451", "2026-11-20")
    check = PaperTyped("451", "2026-11-20", account.number, "30.00", "check", "1042")
    assert office.told(entry.entered, lambda: entry.enter(check)) == "Paper 451 is XDT1A-000001, 30.00."
    for wrong, words in (
        (PaperTyped("999", "2026-11-20", account.number, "1.00"), "is in no range"),
        (PaperTyped("452", "2026-11-19", account.number, "1.00"), "The day must lie between"),
        (PaperTyped("452", "2026-11-20", "no such", "1.00"), "not in the books"),
        (PaperTyped("452", "2026-11-20", account.number, "x"), "amount"),
        (PaperTyped("452", "2026-11-20", account.number, "1.00", "check"), "number"),
    ):
        assert words in office.told(entry.refused, partial(entry.enter, wrong)), wrong
    again = PaperTyped("452", "2026-11-20", account.number, "30.00")
    assert "Press Enter again" in office.told(entry.asked, lambda: entry.enter(again))
    assert "Paper 452" in office.told(entry.entered, lambda: entry.enter(again))
    office.room.mine.load()
    office.settle()
    assert office.room.mine.shown is not None
    assert {receipt.mark.words for receipt in office.room.mine.shown.receipts} == {"Paper 451", "Paper 452"}
    assert office.count(batch, 23_000, checks=(1, 3_000), initial=True) == 1
    office.sign_in("kdunn")
    ranges.load()
    office.settle()
    [row] = ranges.rows
    assert (row.missing, row.state, row.is_out) == ("453", "Out", True)
    office.told(ranges.moved, lambda: ranges.take_back(row.ref, "Came back blank"))
    assert ranges.rows[0].state == "Taken back"
    facts(office, batch)
    office.told(office.room.batch_closed, office.room.detail.accept)
    assert office.batch(batch).taken == 6_000
