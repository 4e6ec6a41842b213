"""Each report at both sizes: nothing cut, nothing scrolls sideways, every control named."""

from collections.abc import Callable

from app.domain.reports.scope import ReportKind
from app.domain.tender import Tender
from app.usecases.no_sale import NoSaleRequest
from app.usecases.reprint_receipt import ReprintRequest
from tests.stories.batches.office import Office
from tests.ui.batches.test_screens import busy_office
from tests.ui.reports.window import ReportsWindow

Show = Callable[..., ReportsWindow]


def full_office(office: Office) -> str:
    """A counted and accepted batch with differences, and one still open with a void that waits."""
    number = busy_office(office, cents=27_920)
    office.sign_in("kdunn")
    office.told(office.room.detail.changed, lambda: office.room.detail.choose(number))
    office.told(office.room.batch_closed, lambda: office.room.detail.accept("Miscount found"))
    office.sign_in("tokafor")
    office.open_batch()
    receipt = office.take(3_300, account=5)
    office.clock.advance(seconds=2 * 3600)
    office.take(7_700, Tender("card", 7_700, "K9", "1234"), account=6)
    office.take(404_010, Tender("check", 404_010, "77"), account=7)
    office.void(receipt)
    no_sale_and_reprint(office, receipt)
    return number


def no_sale_and_reprint(office: Office, receipt: str) -> None:
    """Of the person at the window."""
    sitting = office.session.sitting
    assert sitting is not None
    assert sitting.batch is not None
    by, batch = sitting.user.user, sitting.batch.batch
    office.desk.do(lambda deeds: deeds.no_sale(NoSaleRequest(by, batch, "Made change"))).result(timeout=10)
    office.desk.do(lambda deeds: deeds.reprint_receipt(ReprintRequest(by, receipt))).result(timeout=10)
    office.settle()


def test_every_report_is_whole(window: Show, office: Office) -> None:
    full_office(office)
    shown = window("kdunn")
    shown.keys("w")
    for at, kind in enumerate(ReportKind, 1):
        shown.keys(str(at))
        assert shown.model.asked is not None
        assert shown.model.asked.kind is kind
        assert shown.is_whole(f"reports-{kind.value}") == []
    shown.keys("g")
    assert shown.is_whole("reports-by-hour-table") == []
    shown.keys("5")
    shown.keys("i")
    assert shown.is_whole("reports-entry") == []
