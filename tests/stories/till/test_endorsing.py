"""The backs of a receipt's checks at the till, and the bar code of its paper (R11, E4, E6)."""

from app.usecases.change_setting import SettingRequest
from devices.simulators.paper import PaperBarcode, text_of
from devices.simulators.printer_works import PrinterFault
from tests.stories.till.cashier import Cashier, plain_accounts


def paid_by_check(cashier: Cashier) -> str:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.give_check("1042", account.balance)
    return cashier.saved()


def back(cashier: Cashier) -> str:
    sheets = cashier.bench.printer.view().sheets
    return text_of(sheets[-1].rows, columns=45) if sheets else ""


def test_r11_a_checks_back_says_for_deposit_only_and_what_it_paid(cashier: Cashier) -> None:
    """R11, E4: each check is endorsed at receipt."""
    words = "FOR DEPOSIT ONLY - REMOTE DEPOSIT"
    request = SettingRequest("pforeman", "check_endorsement", words, "2026-11-21", "Ord. 1")
    cashier.desk.do(lambda deeds: deeds.change_setting(request)).result()
    number = paid_by_check(cashier)
    cashier.till.endorse_last()
    cashier.until(lambda: cashier.till.notice == "Check 1042 is endorsed.")
    said = back(cashier)
    assert said.startswith(f"{words}\n")
    assert f"{number}  check 1042" in said
    assert plain_accounts()[0].number in said
    assert "PRACTICE - NOT A RECEIPT" in said
    assert cashier.till.trail.saved[0].state == "printed"


def test_r11_a_check_is_asked_for_until_it_is_put_in_and_the_receipt_stays_printed(cashier: Cashier) -> None:
    """R11, E4: each check is endorsed at receipt."""
    number = paid_by_check(cashier)
    cashier.until(lambda: bool(cashier.till.trail.saved) and cashier.till.trail.saved[0].state == "printed")
    cashier.bench.switch(PrinterFault.SLIP_EMPTY, True)
    cashier.till.endorse_last()
    cashier.until(lambda: cashier.till.notice == "Put check 1042 into the printer: its back is endorsed.")
    cashier.bench.switch(PrinterFault.SLIP_EMPTY, False)
    cashier.until(lambda: cashier.till.notice == "Check 1042 is endorsed.")
    assert number in back(cashier)
    assert cashier.till.trail.saved[0].state == "printed"


def test_r11_only_a_check_is_endorsed(cashier: Cashier) -> None:
    """R11, E4: each check is endorsed at receipt."""
    cashier.till.endorse_last()
    assert cashier.till.notice == "There is no receipt yet whose checks could be endorsed."
    cashier.scan(plain_accounts()[0].key)
    cashier.till.cash(100_000)
    cashier.till.finish()
    number = cashier.saved()
    cashier.till.endorse_last()
    cashier.until(lambda: cashier.till.notice.startswith(f"Receipt {number} was not paid by check."))


def test_e6_the_bar_code_on_the_paper_opens_the_receipt_and_voids_nothing(cashier: Cashier) -> None:
    """E6: a receipt's bar code brings it back with one scan."""
    number = paid_by_check(cashier)
    cashier.until(lambda: any(isinstance(row, PaperBarcode) for row in cashier.bench.printer.view().rows))
    (code,) = [row for row in cashier.bench.printer.view().rows if isinstance(row, PaperBarcode)]
    assert (code.symbology, code.data, code.text_below) == ("CODE128", number, True)
    with cashier.qtbot.waitSignal(cashier.till.receipt_scanned) as scanned:
        cashier.till.scan(code.data)
    assert scanned.args == [number]
    assert not cashier.receipt(number).is_void
