"""Paper and drawer after the commit: the payment stands whatever the devices do, and the screen says what is true."""

from app.domain.facts.batches import DrawerOpened
from app.usecases.change_setting import SettingRequest
from devices.simulators.printer_works import PrinterFault
from tests.stories.till.cashier import Cashier, plain_accounts
from ui.viewmodels.till.moment import Moment


def paid(cashier: Cashier, place: int = 0) -> str:
    cashier.scan(plain_accounts()[place].key)
    cashier.till.cash(100_000)
    cashier.till.finish()
    return cashier.saved()


def moment(cashier: Cashier) -> Moment:
    shown = cashier.till.moment.shown()
    assert shown is not None
    return shown


def state(cashier: Cashier) -> str:
    return cashier.till.trail.saved[0].state if cashier.till.trail.saved else ""


def test_the_band_follows_the_printers_truth(cashier: Cashier) -> None:
    number = paid(cashier)
    cashier.until(lambda: state(cashier) == "printed")
    shown = moment(cashier)
    assert shown.title == f"Receipt {number}"
    assert shown.second == "saved 07:30:00, printed 07:30:00"
    assert not shown.is_trouble
    assert [step.words for step in shown.steps] == ["Saved in the journal", "Drawer opened", "Receipt printed"]
    assert number in cashier.paper() or "TOTAL" in cashier.paper()


def test_without_paper_the_payment_stands_and_the_screen_says_so(cashier: Cashier) -> None:
    cashier.bench.switch(PrinterFault.PAPER_OUT, True)
    number = paid(cashier)
    cashier.until(lambda: moment(cashier).is_trouble)
    shown = moment(cashier)
    assert shown.title == f"Receipt {number} is saved. It was not printed."
    assert shown.second == "The printer is out of paper. Load paper and reprint."
    assert shown.actions == ("reprint", "save_pdf")
    cashier.until(lambda: state(cashier) == "not printed")
    assert not cashier.receipt(number).is_void


def test_paper_that_ends_midway_leaves_the_payment_and_asks_to_look(cashier: Cashier) -> None:
    cashier.bench.switch(PrinterFault.PAPER_OUT_MIDWAY, True)
    number = paid(cashier)
    cashier.until(lambda: moment(cashier).is_trouble)
    shown = moment(cashier)
    assert number in shown.title
    assert "look at the paper" in shown.second.lower()
    assert len(cashier.receipts()) == 1


def test_a_reprint_says_duplicate(cashier: Cashier) -> None:
    cashier.bench.switch(PrinterFault.PAPER_OUT, True)
    number = paid(cashier)
    cashier.until(lambda: moment(cashier).is_trouble)
    cashier.bench.all_off()
    cashier.bench.printer.load_paper()
    cashier.till.reprint_last()
    cashier.until(lambda: moment(cashier).second.endswith("DUPLICATE printed 07:30:00"))
    assert "DUPLICATE" in cashier.paper()
    assert "by M. Ruiz" in cashier.paper()
    assert cashier.receipt(number).reprints == 1
    cashier.until(lambda: state(cashier) == "printed")


def test_there_is_nothing_to_reprint_before_the_first_receipt(cashier: Cashier) -> None:
    cashier.till.reprint_last()
    assert cashier.till.notice == "There is no receipt to print yet."


def test_a_drawer_that_does_not_open_is_said_and_opened_by_no_sale(cashier: Cashier) -> None:
    cashier.bench.switch(PrinterFault.DRAWER_JAMMED, True)
    number = paid(cashier)
    cashier.until(lambda: moment(cashier).is_trouble)
    cashier.until(lambda: state(cashier) == "printed")
    shown = moment(cashier)
    assert shown.title == f"Receipt {number} is saved. The drawer did not open."
    assert shown.second == "The drawer did not open. See that it is not locked or jammed and its cable is in."
    assert shown.actions == ("open_drawer",)
    cashier.bench.all_off()
    cashier.till.papers.open_drawer("Drawer did not open")
    cashier.until(lambda: "Drawer opened" in [step.words for step in moment(cashier).steps])
    assert not moment(cashier).is_trouble


def test_no_sale_opens_the_drawer_with_a_reason(cashier: Cashier) -> None:
    before = cashier.ask(lambda books: books.head()).seq
    with cashier.qtbot.waitSignal(cashier.till.papers.pulsed):
        cashier.till.papers.open_drawer("Make change")
    cashier.until(lambda: cashier.bench.printer.view().drawer.is_open)
    assert cashier.ask(lambda books: books.head()).seq == before + 1


def test_no_sale_without_a_reason_is_refused(cashier: Cashier) -> None:
    with cashier.qtbot.waitSignal(cashier.till.papers.drawer_refused) as refused:
        cashier.till.papers.open_drawer("")
    assert "needs a reason" in refused.args[0]
    assert not cashier.bench.printer.view().drawer.is_open


def test_save_as_pdf_counts_as_a_reprint_and_says_where(cashier: Cashier) -> None:
    number = paid(cashier)
    cashier.till.papers.save_pdf(number)
    cashier.until(lambda: cashier.till.notice.startswith("Saved as"))
    path = cashier.desk.station.folder / f"{number}.pdf"
    assert cashier.till.notice == f"Saved as {path}."
    assert path.read_bytes().startswith(b"%PDF")
    assert cashier.receipt(number).reprints == 1


def second_person_for_no_sale(cashier: Cashier) -> None:
    """The city's approval table asks for a lead."""
    sitting = cashier.session.sitting
    assert sitting is not None
    table = [{"deed": "no_sale", "over_cents": 0, "role": "lead"}]
    change = SettingRequest("pforeman", "approvals", table, sitting.business_date, "Ord. 9")
    cashier.desk.do(lambda deeds: deeds.change_setting(change)).result(10)
    cashier.signing.refresh()
    cashier.until(lambda: cashier.till.no_sale.needs_approval)


def test_r7_a_city_that_wants_a_second_person_for_a_no_sale_gets_their_pin(cashier: Cashier) -> None:
    second_person_for_no_sale(cashier)
    model = cashier.till.no_sale
    model.begin()
    cashier.until(lambda: bool(model.asked.approvers))
    model.open(reason="", approver="K. Dunn", pin="123456")
    assert model.asked.fault == "Pick a reason."
    model.open(reason="Make change", approver="K. Dunn")
    assert model.asked.fault == "A second person enters their PIN."
    model.open(reason="Make change", approver="K. Dunn", pin="111111")
    cashier.until(lambda: model.asked.fault.startswith("User and PIN do not match."))
    with cashier.qtbot.waitSignal(model.opened):
        model.open(reason="Make change", approver="K. Dunn", pin="123456")
    ((_ref, _envelope, fact),) = cashier.ask(lambda books: books.happenings(kinds=("drawer_opened",)))
    assert isinstance(fact, DrawerOpened)
    assert fact.approval is not None
    assert (fact.approval.by, fact.approval.way) == ("kdunn", "station")
    cashier.until(lambda: cashier.bench.printer.view().drawer.is_open)


def test_e2_copies_of_a_kind_of_payment_come_out_behind_the_customers_paper(cashier: Cashier) -> None:
    """E2: copies by kind of payment; a reprint is one paper, marked DUPLICATE."""
    for name, value in (("receipt_copies_cash", 2), ("receipt_header_cash", "Count your change")):
        request = SettingRequest("pforeman", name, value, "2026-11-21", "Ord. 1")
        cashier.desk.do(lambda deeds, request=request: deeds.change_setting(request)).result()  # type: ignore[misc]
    paid(cashier)
    cashier.until(lambda: state(cashier) == "printed")
    assert cashier.paper().count("OFFICE COPY") == 1
    assert cashier.paper().count("Count your change") == cashier.paper().count("TOTAL") == 2
    assert cashier.paper().index("Count your change") < cashier.paper().index("OFFICE COPY")
    cashier.till.reprint_last()
    cashier.until(lambda: "DUPLICATE" in cashier.paper())
    assert cashier.paper().count("OFFICE COPY") == 1
