"""Posting files over a restore, at the command line: said, held, taken back (names, options, exit codes, JSON stay)."""

from pathlib import Path

from app.domain.change import suggested_pieces
from app.domain.draft import Draft, DraftLine
from app.domain.facts.batches import TenderCount
from app.domain.tender import Tender
from app.usecases.accept_count import AcceptRequest
from app.usecases.open_batch import OpenBatchRequest
from app.usecases.submit_count import CountRequest
from app.usecases.take_payment import PaymentRequest
from devices.system_clock import SystemClock
from tests.commands.conftest import CommandLine
from ui.commands.folders import working
from ui.compose.desk import Desk


def another_batch(desk: Desk) -> str:
    """One payment of 1.01 in cash, counted and balanced."""
    start = suggested_pieces(20_000, largest_bill=10_000)
    batch = desk.do(lambda deeds: deeds.open_batch(OpenBatchRequest("mruiz", start))).result(10).batch
    ((key, _left, _body),) = desk.station.reader.run(lambda answers: answers.accounts_after("", 1))
    draft = Draft("after", "mruiz", "L1").with_line(DraftLine(key, key)).accepting(key, 101)
    draft = draft.with_tender(Tender("cash", 101))
    desk.do(lambda deeds: deeds.save_draft(draft, parked=False)).result(10)
    taken = desk.do(lambda deeds: deeds.take_payment(PaymentRequest("mruiz", batch, draft))).result(10)
    tenders = tuple(TenderCount(name, 0, 0) for name in ("check", "money_order", "card"))
    counted = suggested_pieces(20_101, largest_bill=10_000)
    count = CountRequest("mruiz", batch, counted, tenders, (taken.receipt,))
    desk.do(lambda deeds: deeds.submit_count(count)).result(10)
    seen = desk.ask(lambda books: books.batch(batch)).result(10)
    assert seen is not None
    desk.do(lambda deeds: deeds.accept_count(AcceptRequest("kdunn", batch, seen.last_ref))).result(10)
    return batch


def test_a_restore_says_what_billing_may_have_and_a_file_comes_back(
    citytill: CommandLine, city: Path, tmp_path: Path
) -> None:
    """Another day is worked, backed up, exported after the backup; the disk dies."""
    with working(city, SystemClock()) as desk:
        batch = another_batch(desk)
    made = citytill("backup", "--to", tmp_path / "b", "--data", city, "--json").json["folder"]
    sent = citytill("export", "posting", "--out", tmp_path, "--data", city, "--json").json
    assert (sent["file_no"], sent["batches"], sent["held"]) == (2, [batch], [])
    new = tmp_path / "r"
    wrong = citytill("restore", made, "--data", new, "--billing-has", "0")
    assert wrong.code == 2
    assert "it is one from 1 to 999" in wrong.err
    assert not new.exists()
    back = citytill("restore", made, "--data", new, "--billing-has", "2", "--json").json
    assert back["posting"] == {"known": 1, "billing_has": 2, "next": 1001}
    assert back["export_unknown"] == [batch]
    held = citytill("export", "posting", "--out", tmp_path / "p.csv", "--data", new)
    assert held.code == 3
    assert "Take posting file 2 back first: citytill import posting FILE." in held.err
    taken = citytill("import", "posting", sent["path"], "--data", new, "--json")
    assert (taken.code, taken.json["file_no"], taken.json["lost"]) == (0, 2, [])
    nothing = citytill("export", "posting", "--out", tmp_path / "p.csv", "--data", new)
    assert "Billing already has every balanced batch" in nothing.err
    assert citytill("verify", "--data", new, "--json").json["ok"] is True


def test_a_restore_without_an_answer_waits_for_it(citytill: CommandLine, city: Path, tmp_path: Path) -> None:
    with working(city, SystemClock()) as desk:
        batch = another_batch(desk)
    made = citytill("backup", "--to", tmp_path / "b", "--data", city, "--json").json["folder"]
    new = tmp_path / "r"
    back = citytill("restore", made, "--data", new)
    assert f"Billing may have these batches already, so they wait: {batch}." in back.out
    assert "citytill export posting --billing-has N" in back.out
    assert citytill("export", "posting", "--out", tmp_path / "p.csv", "--data", new).code == 3
    sent = citytill("export", "posting", "--out", tmp_path, "--billing-has", "1", "--data", new, "--json").json
    assert (sent["file_no"], sent["batches"]) == (1001, [batch])
