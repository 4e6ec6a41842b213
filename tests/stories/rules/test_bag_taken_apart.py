"""A bag is taken apart, its batch reopened, corrected, counted, balanced and bagged anew: right to the cent."""

from collections import Counter
from pathlib import Path

import pytest

from app.domain.approval import ApprovalNeededError, TakerCannotApproveError
from app.domain.batch_rules import ReasonMissingError
from app.domain.deposit import BagNumberError, OnItsWayError, TakenApartError
from app.domain.entry import EntryRef
from app.domain.facts.base import Approval
from app.domain.facts.deposits import DepositUndone
from app.domain.rights import RightMissingError, UserUnknownError
from app.domain.user import Deed
from app.usecases.prepare_deposit import DepositRequest, PrepareDeposit
from app.usecases.reopen_batch import ReopenBatch, ReopenRequest, StillBaggedError
from app.usecases.turn_in_cash import TurnInCash, TurnInRequest
from app.usecases.undo_deposit import UndoDeposit, UndoRequest
from app.usecases.verify_deposit import DepositUnknownError, VerifyDeposit, VerifyRequest, WrongBagError
from db.errors import JournalRefusedError
from db.paths import STATION_DB
from db.verify.verify import verify
from tests.stories.rules.test_deposit_and_posting import balanced, export, prepare
from tests.stories.rules.window import KEY, STORE, Window, cash, check, given, pieces

WHY = "A batch must be corrected"


def undo(
    window: Window, deposit: str = "XDT1A-D0001", *, bag: str = "B-1001", by: str = "kdunn", second: str = "swhite",
    reason: str = WHY,
) -> EntryRef:  # fmt: skip
    approval = given(Deed.UNDO_DEPOSIT, second, reason) if second else None
    return window.do(lambda books: UndoDeposit(books)(UndoRequest(by, deposit, bag, reason, approval)))


def reopen(window: Window, batch: str) -> None:
    request = ReopenRequest("kdunn", batch, window.batch(batch).last_ref, "Item found after balancing")
    window.do(lambda books: ReopenBatch(books)(request))


def accounts(window: Window) -> Counter[str]:
    """What each account of the ledger holds, over all transfers."""
    sums: Counter[str] = Counter()
    sql = (
        "SELECT t.value ->> 'debit', t.value ->> 'credit', t.value ->> 'cents'"
        " FROM journal_entry, json_each(CAST(payload AS TEXT), '$.transfers') t"
    )
    for debit, credit, cents in window.station.writer.run_bare(lambda db: db.execute(sql).fetchall()):
        sums[debit] += cents
        sums[credit] -= cents
    return Counter({name: cents for name, cents in sums.items() if cents})


def test_a_bag_taken_apart_is_corrected_and_bagged_anew_to_the_cent(window: Window, folder: Path) -> None:
    batch = balanced(window)  # 89.00 above the starting cash, a check of 150.00, a dollar short
    before = accounts(window)
    prepare(window, batch)
    with pytest.raises(StillBaggedError, match="Take its bag apart first"):
        reopen(window, batch)
    undo(window)
    assert accounts(window) == before
    assert window.batch(batch).deposit == ""
    reopen(window, batch)
    window.pay(batch, cash(2_500), account=STORE)
    window.count(batch, 31_500, check=15_000, card=3_000)  # the dollar was found
    window.accept(batch)
    with pytest.raises(BagNumberError, match="Bag B-1001 was already used for deposit XDT1A-D0001"):
        prepare(window, batch, cash_cents=11_500)
    made = prepare(window, batch, bag="B-1002", cash_cents=11_500)
    assert (made.deposit, made.fact.total) == ("XDT1A-D0002", 26_500)
    window.do(lambda books: VerifyDeposit(books)(VerifyRequest("swhite", made.deposit, "B-1002")))
    export(window)
    held = accounts(window)
    assert [name for name in held if name.startswith("drawer:")] == []
    assert (held["in_transit:Practice Bank"], held["over"], held["short"]) == (26_500, 0, 0)
    new, old = window.ask(lambda books: books.deposits())
    assert (new.deposit, new.is_undone, new.verified_by) == ("XDT1A-D0002", False, "swhite")
    assert (old.undone_by, old.undone_with, old.undone_reason, old.verified_by) == ("kdunn", "swhite", WHY, "")
    assert window.batch(batch).deposit == "XDT1A-D0002"
    assert verify(folder / STATION_DB, KEY).failed() == ()


def test_its_batches_go_into_a_new_bag_without_being_reopened(window: Window) -> None:
    first, second = balanced(window), balanced(window, "tokafor")
    prepare(window, first, second, cash_cents=17_800)
    undo(window, reason="Wrong bag number")
    prepare(window, first, bag="B-1002")
    prepare(window, second, bag="B-1003")
    assert [deposit.total for deposit in window.ask(lambda books: books.deposits())] == [23_900, 23_900, 47_800]


def test_cash_turned_in_goes_back_to_the_safe(window: Window) -> None:
    batch = window.open().batch
    window.pay(batch, cash(30_000))
    request = TurnInRequest("mruiz", batch, pieces(25_000), pieces(25_000), "kdunn", given(Deed.TURN_IN))
    window.do(lambda books: TurnInCash(books)(request))
    window.count(batch, 25_000)
    window.accept(batch)
    before = accounts(window)
    prepare(window, batch, cash_cents=30_000)
    assert accounts(window)["safe"] == before["safe"] - 25_000
    undo(window)
    assert accounts(window) == before


def test_r35_a_bag_with_its_second_name_stays_whole(window: Window) -> None:
    batch = balanced(window)
    prepare(window, batch)
    window.do(lambda books: VerifyDeposit(books)(VerifyRequest("swhite", "XDT1A-D0001", "B-1001")))
    with pytest.raises(OnItsWayError, match=r"was verified by swhite and is the bank.s now\. It stays whole"):
        undo(window)
    assert window.batch(batch).deposit == "XDT1A-D0001"


def test_a_bag_taken_apart_is_neither_verified_nor_taken_apart_again(window: Window) -> None:
    prepare(window, balanced(window))
    undo(window)
    with pytest.raises(TakenApartError, match="Deposit XDT1A-D0001 was taken apart by kdunn"):
        undo(window)
    with pytest.raises(TakenApartError):
        window.do(lambda books: VerifyDeposit(books)(VerifyRequest("swhite", "XDT1A-D0001", "B-1001")))


def test_it_needs_the_right_bag_and_a_reason(window: Window) -> None:
    prepare(window, balanced(window))
    with pytest.raises(WrongBagError):
        undo(window, bag="B-1002")
    with pytest.raises(ReasonMissingError, match="Taking a bag apart needs a reason"):
        undo(window, reason=" ")
    with pytest.raises(DepositUnknownError):
        undo(window, "XDT1A-D0009")


def test_it_needs_two_people_and_none_whose_money_lies_in_it(window: Window) -> None:
    prepare(window, balanced(window))
    before = window.seq()
    with pytest.raises(ApprovalNeededError, match=r"Taking apart a bag of 239\.00 needs a supervisor"):
        undo(window, second="")
    with pytest.raises(TakerCannotApproveError):
        undo(window, second="kdunn")
    with pytest.raises(RightMissingError, match="may not verify a deposit"):
        undo(window, second="mruiz")
    with pytest.raises(UserUnknownError):
        undo(window, second="nobody")
    with pytest.raises(RightMissingError, match="may not take a bag apart"):
        undo(window, by="llee", second="kdunn")
    assert window.seq() == before
    undo(window, second="llee")


def test_a_supervisor_who_took_the_money_is_not_the_second_person(window: Window) -> None:
    batch = window.open("swhite").batch
    window.pay(batch, check(5_000), by="swhite")
    window.count(batch, 20_000, check=5_000, by="swhite")
    window.accept(batch)
    window.do(lambda books: PrepareDeposit(books)(DepositRequest("kdunn", (batch,), "B-1001", pieces(0))))
    with pytest.raises(TakerCannotApproveError):
        undo(window, second="swhite")


def test_the_journal_itself_refuses_a_second_taking_apart(window: Window) -> None:
    batch = balanced(window)
    prepare(window, batch)
    ref = undo(window)
    approval = Approval("undo_deposit", "swhite", "station", WHY)
    again = DepositUndone("XDT1A-D0001", "B-1001", (batch,), ref, WHY, approval, ())

    def twice(books: object) -> None:
        with books.deed(by="kdunn") as deed:  # type: ignore[attr-defined]
            deed.append(again)

    with pytest.raises(JournalRefusedError):
        window.do(twice)


def test_the_views_after_it_are_what_a_replay_makes(window: Window) -> None:
    batch = balanced(window)
    prepare(window, batch)
    undo(window)
    reopen(window, batch)
    kept = window.batch(batch), window.ask(lambda books: books.deposits()), accounts(window)
    window.station.rebuild_views().result()
    assert (window.batch(batch), window.ask(lambda books: books.deposits()), accounts(window)) == kept
