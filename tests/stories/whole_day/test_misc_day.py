"""A day with misc receipts and rounded cash, from the chooser to the bag and the posting file (B8, B15, B16, T9)."""

import re

import pytest

from app.domain.batch_state import BatchState
from app.interchange.practice.city import practice_city
from app.settings.policy import PENNIES
from app.usecases.change_setting import SettingRequest
from db.verify.folder import verify_folder
from receipts.renderers.sheet_text import sheet_text
from tests.stories.till.cashier import ACCOUNTS, DAY, SEED, plain_accounts
from tests.stories.whole_day.day import Day, cash_of
from ui.compose.papers import close_sheet
from ui.compose.practice import APPROVER_PIN
from ui.viewmodels.till.misc import MiscModel

STARTING = 20_000


def choose(day: Day, words: str) -> MiscModel:
    """F3, the words, Enter."""
    misc = MiscModel(day.session, day.till.lanes, day.till.work, day.till)
    misc.begin()
    misc.type(words)
    misc.choose(0)
    return misc


def opened(day: Day) -> str:
    """The extract, the city's rounding, the starting cash."""
    day.come("kdunn")
    day.take_in(practice_city(SEED, accounts=ACCOUNTS, business_date=DAY), "accounts.csv")
    rounding = SettingRequest("pforeman", PENNIES, "nearest", DAY.isoformat(), "Res. 2026-9")
    day.desk.do(lambda deeds: deeds.change_setting(rounding)).result()
    day.come("mruiz")
    model = day.room.opening
    day.told(model.ready, model.begin)
    return str(day.told(model.opened, lambda: model.open(cash_of(STARTING))).batch)


@pytest.mark.slow
def test_a_day_with_misc_receipts_and_rounded_cash_is_right_to_the_cent(day: Day) -> None:
    """B8 fixed and entered prices, B15 a refused mix, B16 one receipt for several desks, T9 and its void."""
    batch = opened(day)
    bill = plain_accounts()[3]
    assert bill.balance == 7_776

    day.customer(bill)  # 77.76 and a license of 8.00: 85.76, in cash 85.75
    choose(day, "animal")
    day.till.cash()
    first = day.receipt(day.receipt_is_saved())
    assert [line.cents for line in first.lines] == [7_776, 800, -1]

    day.customer()  # 100.00 split 85 to 15, by check
    choose(day, "rec member").give(10_000, "Ruiz, Ana")
    day.give_check("1042", 10_000)
    second = day.receipt(day.receipt_is_saved())
    assert [part.cents for part in second.lines[0].allocation] == [8_500, 1_500]

    day.customer(plain_accounts()[5])  # a fine stands alone
    fine = choose(day, "court")
    fine.give(5_002, "C-2291")
    assert "may not stand on one receipt" in fine.fault
    day.till.remove_line()
    day.settle()
    fine.give(5_002, "C-2291")
    day.till.cash(6_000)
    day.settle()
    assert day.draft.checked_change() == 1_000
    day.till.finish()
    third = day.receipt(day.receipt_is_saved())
    assert (third.total, third.change) == (5_000, 1_000)

    day.customer()  # taken twice by mistake: what was rounded is given back rounded
    choose(day, "court").give(5_002, "C-2291")
    day.till.cash()
    void = day.receipt_is_saved()
    day.is_printed()
    day.till.voids.look(void)
    day.until(lambda: bool(day.till.voids.asked.approvers))
    day.told(
        day.till.voids.voided,
        lambda: day.till.voids.void(reason="Duplicate", approver="K. Dunn", pin=APPROVER_PIN),
    )
    assert day.till.notice == f"Receipt {void} is void. Give back 50.00 in cash."

    cash = 8_575 + 5_000
    assert day.count(batch, STARTING + cash, checks=(1, 10_000), cards=(0, 0), orders=(0, 0)) == 1
    day.come("swhite")
    detail = day.room.detail
    day.told(detail.changed, lambda: detail.choose(batch))
    assert detail.shown is not None
    assert {row.difference for row in detail.shown.rows} == {"0.00"}
    assert day.told(day.room.batch_closed, detail.accept) == batch
    record = day.batch(batch)
    assert (record.state, record.taken) == (BatchState.BALANCED, cash + 10_000)

    paper = sheet_text(day.ask(lambda books: close_sheet(books, record)))
    assert re.search(r"COURT +Court fine\W+10-2250\W+1\W+10\.00", paper)
    assert re.search(r"All misc receipts\W+3\W+\$158\.02", paper)
    assert re.search(r"Rounded down, given up\W+2\W+0\.03", paper)

    deposit = day.room.deposit
    day.told(deposit.changed, deposit.load)
    assert all(line.is_even for line in deposit.face(cash_of(cash)).lines)
    number = day.told(deposit.prepared, lambda: deposit.prepare("70412", cash_of(cash)))
    day.told(deposit.verified, lambda: deposit.verify(number, bag="70412", who="kdunn", pin=APPROVER_PIN))
    day.told(day.room.posting.written, lambda: day.room.posting.export(day.folder))
    assert day.room.posting.files()[0].total == "77.76", "billing hears of the bill only"
    assert day.owed(bill.key) == 0
    day.until(lambda: bool(day.kept_safe))
    assert verify_folder(day.desk.station.folder, day.desk.key).failed() == ()
