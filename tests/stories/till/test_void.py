"""Voids: reason and second person, every bucket back to the cent, and the other ways."""

import dataclasses

from app.domain.tender import TenderKind
from app.domain.user import User
from app.usecases.change_user import UserRequest
from app.usecases.void_receipt import ReceiptIsVoid
from devices.simulators.printer_works import PrinterFault
from tests.stories.till.cashier import RUIZ, Cashier, plain_accounts


def paid(cashier: Cashier, account: str = RUIZ) -> str:
    cashier.scan(account)
    cashier.till.cash(100_000)
    cashier.till.finish()
    return cashier.saved()


def look(cashier: Cashier, receipt: str) -> None:
    cashier.till.voids.look(receipt)
    cashier.settle()


def wait_for_people(cashier: Cashier) -> None:
    cashier.until(lambda: bool(cashier.till.voids.asked.approvers))


def test_a_void_needs_a_reason_and_a_second_person_and_restores_every_bucket(cashier: Cashier) -> None:
    owed_before = cashier.ask(lambda books: books.standing(RUIZ))
    number = paid(cashier)
    look(cashier, number)
    wait_for_people(cashier)
    asked = cashier.till.voids.asked
    assert asked.goes_back == ("Cash 184.12",)
    assert [user.user for user in asked.approvers] == ["kdunn", "swhite"]
    cashier.till.voids.void(reason="", approver="K. Dunn", pin="123456")
    assert cashier.till.voids.asked.fault == "Pick a reason."
    cashier.till.voids.void(reason="Wrong account", approver="K. Dunn", pin="")
    assert cashier.till.voids.asked.fault == "A second person enters their PIN."
    with cashier.qtbot.waitSignal(cashier.till.voids.voided) as voided:
        cashier.till.voids.void(reason="Wrong account", approver="K. Dunn", pin="123456")
    done = voided.args[0]
    assert isinstance(done, ReceiptIsVoid)
    cashier.settle()
    receipt = cashier.receipt(number)
    assert receipt.is_void
    assert (receipt.void_by, receipt.void_approval, receipt.void_reason) == ("mruiz", "kdunn", "Wrong account")
    assert cashier.ask(lambda books: books.standing(RUIZ)) == owed_before
    assert cashier.till.notice == f"Receipt {number} is void. Give back 184.12 in cash."
    assert cashier.till.moment.receipt == ""
    assert cashier.till.trail.saved[0].state == "void"


def test_a_wrong_pin_voids_nothing(cashier: Cashier) -> None:
    number = paid(cashier)
    look(cashier, number)
    wait_for_people(cashier)
    cashier.till.voids.void(reason="Wrong account", approver="K. Dunn", pin="111111")
    cashier.until(lambda: bool(cashier.till.voids.asked.fault))
    assert cashier.till.voids.asked.fault.startswith("User and PIN do not match.")
    assert not cashier.receipt(number).is_void


def test_a_person_with_the_right_voids_now_and_has_it_approved_afterwards(cashier: Cashier) -> None:
    sitting = cashier.session.sitting
    assert sitting is not None
    user = dataclasses.replace(sitting.user, rights=("approve_afterwards",))
    number = paid(cashier)
    cashier.desk.do(lambda deeds: deeds.change_user(change_of(user))).result()
    cashier.session.sit(dataclasses.replace(sitting, user=user))
    look(cashier, number)
    assert cashier.till.voids.asked.may_afterwards
    cashier.till.voids.void(reason="Wrong amount", afterwards=True)
    cashier.until(lambda: cashier.receipt(number).is_void)
    cashier.settle()
    assert cashier.receipt(number).void_approval == ""
    assert "still has to approve" in cashier.till.notice


def test_without_the_right_nobody_voids_afterwards(cashier: Cashier) -> None:
    number = paid(cashier)
    look(cashier, number)
    cashier.till.voids.void(reason="Wrong amount", afterwards=True)
    cashier.settle()
    assert cashier.till.voids.asked.fault == "A second person enters their PIN."
    assert not cashier.receipt(number).is_void


def test_a_void_receipt_is_not_voided_again(cashier: Cashier) -> None:
    number = paid(cashier)
    look(cashier, number)
    wait_for_people(cashier)
    cashier.till.voids.void(reason="Wrong account", approver="K. Dunn", pin="123456")
    cashier.until(lambda: cashier.receipt(number).is_void)
    look(cashier, number)  # before the answer to the void is here as well
    assert cashier.till.voids.asked.barred == f"Receipt {number} is void already. Nothing more is to be done."


def test_an_unknown_number_is_one_sentence(cashier: Cashier) -> None:
    look(cashier, "XDT1A-000999")
    assert cashier.till.voids.asked.barred == (
        "There is no receipt XDT1A-000999 at this station. Look at the number, or scan its bar code."
    )


def test_no_cash_is_given_back_for_a_receipt_of_another_day(cashier: Cashier) -> None:
    number = paid(cashier)
    sitting = cashier.session.sitting
    assert sitting is not None
    cashier.session.sit(dataclasses.replace(sitting, business_date="2026-11-22"))
    look(cashier, number)
    assert cashier.till.voids.asked.barred.endswith("send the customer's refund to accounts payable.")
    cashier.till.voids.void(reason="Wrong account", approver="K. Dunn", pin="123456")
    cashier.settle()
    assert not cashier.receipt(number).is_void


def test_a_check_and_a_card_say_how_they_go_back(cashier: Cashier) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.give_check("388", 1_000)
    cashier.till.tender(TenderKind.CARD)
    cashier.till.tenders.give(cents=account.balance - 1_000, reference="A81F22", last_four="4242")
    look(cashier, cashier.saved())
    card = f"{(account.balance - 1_000) // 100}.{account.balance % 100:02d}"
    assert cashier.till.voids.asked.goes_back == (
        "Check 388 10.00: hand it back", f"Card ··4242 {card}: reverse it on the card terminal"
    )


def test_the_bar_code_of_a_receipt_opens_it_and_voids_nothing_by_itself(cashier: Cashier) -> None:
    number = paid(cashier)
    with cashier.qtbot.waitSignal(cashier.till.receipt_scanned) as scanned:
        cashier.till.scan(number)
    assert scanned.args == [number]
    assert not cashier.receipt(number).is_void


def voided(cashier: Cashier) -> str:
    number = paid(cashier)
    cashier.until(lambda: cashier.till.trail.saved[0].state == "printed")
    look(cashier, number)
    wait_for_people(cashier)
    with cashier.qtbot.waitSignal(cashier.till.voids.voided):
        cashier.till.voids.void(reason="Wrong account", approver="K. Dunn", pin="123456")
    return number


def test_a_void_prints_a_slip_to_be_signed(cashier: Cashier) -> None:
    number = voided(cashier)
    cashier.until(lambda: "Given back:" in cashier.paper())
    slip = cashier.paper()[cashier.paper().index("VOID") :]
    assert "Customer" in slip  # whose name goes under the line
    assert "Approved by" in slip
    assert "DUPLICATE" not in cashier.paper()
    jobs = cashier.ask(lambda books: books.print_jobs(receipt=number))
    assert [job.what for job in jobs if job.what != "pulse"] == ["void", "receipt"]


def test_a_second_paper_of_a_void_is_its_slip_and_says_duplicate(cashier: Cashier) -> None:
    number = voided(cashier)
    cashier.until(lambda: "Given back:" in cashier.paper())
    cashier.till.papers.reprint(number)
    cashier.until(lambda: cashier.paper().count("Given back:") == 2)
    again = cashier.paper()[cashier.paper().index("DUPLICATE") :]
    assert "VOID" in again
    assert cashier.receipt(number).reprints == 1


def test_a_void_slip_that_did_not_print_stands_in_the_trail(cashier: Cashier) -> None:
    number = paid(cashier)
    cashier.until(lambda: cashier.till.trail.saved[0].state == "printed")
    cashier.bench.switch(PrinterFault.PAPER_OUT, True)
    look(cashier, number)
    wait_for_people(cashier)
    with cashier.qtbot.waitSignal(cashier.till.voids.voided):
        cashier.till.voids.void(reason="Wrong account", approver="K. Dunn", pin="123456")
    cashier.until(lambda: cashier.till.trail.saved[0].state == "void, not printed")
    assert cashier.till.trail.saved[0].is_trouble


def change_of(user: User) -> UserRequest:
    return UserRequest(by="pforeman", user=user.user, name=user.name, roles=user.roles, rights=user.rights)
