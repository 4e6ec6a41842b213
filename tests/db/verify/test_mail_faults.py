"""The mail's check, and a fault by somebody who holds the key that turns exactly it to FAIL (R13, F3)."""

from pathlib import Path
from typing import Any

import pytest

from app.domain.cash import NO_CASH
from app.domain.facts.base import Approval
from app.domain.facts.batches import BatchCounted, BatchOpened, TenderCount
from app.domain.facts.mail import MailListed, MailSetAside, MailTakenUp
from app.domain.tender import Tender
from db.verify.verify import verify
from tests.db.verify.day import KDUNN, KEY, MRUIZ, TOKAFOR, Book, Change, paid_line, plant, receipt, void_of
from tests.db.verify.test_planted_faults import failed, of_kind

BATCH = "DT1A-0001"
Payloads = list[dict[str, Any]]


def write_mail(book: Book) -> None:
    """Four checks of 10.00, 20.00, 30.00 and 40.00: two taken, one voided and keyed again, one lies aside."""
    book.add(BatchOpened(BATCH, "MAIL", MRUIZ, False, NO_CASH, 0, "", ()))
    book.add(MailListed(BATCH, (MRUIZ, TOKAFOR), 4, 10_900, "2026-11-20"))
    book.add(receipt(1, paid_line("A1", WATER_30=1000), Tender("check", 1000, "1")))
    wrong = receipt(2, paid_line("A2", WATER_30=2200), Tender("check", 2200, "2"))
    book.add(void_of(wrong, book.add(wrong), Approval("void_receipt", KDUNN, "station", "Wrong amount")))
    book.add(receipt(3, paid_line("A2", WATER_30=2000), Tender("check", 2000, "2")))
    book.add(MailSetAside(BATCH, 1, "No stub", (), (Tender("check", 3000, "3"),), 3000))
    book.add(MailTakenUp(BATCH, 1, "d9"))
    book.add(receipt(4, paid_line("A3", WATER_30=3000), Tender("check", 3000, "3")))
    book.add(MailSetAside(BATCH, 2, "Unsigned", (), (Tender("check", 4000, "4"),), 4000))
    book.add(MailListed(BATCH, (MRUIZ, TOKAFOR), 4, 10_000, "2026-11-20", "Typed wrong"))
    classes = (TenderCount("check", 3, 6000), TenderCount("money_order", 0, 0), TenderCount("card", 0, 0))
    book.add(BatchCounted(BATCH, 1, NO_CASH, classes, ()))


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    book = Book(tmp_path / "station.db")
    write_mail(book)
    book.close()
    return tmp_path / "station.db"


def one_opener(payloads: Payloads) -> None:
    of_kind(payloads, "mail_listed")["openers"] = [MRUIZ, MRUIZ]


def a_list_of_another_total(payloads: Payloads) -> None:
    of_kind(payloads, "mail_listed", 1)["cents"] += 100


def a_list_of_another_count(payloads: Payloads) -> None:
    of_kind(payloads, "mail_listed", 1)["items"] += 1


def an_item_that_was_never_aside(payloads: Payloads) -> None:
    of_kind(payloads, "mail_taken_up")["item"] = 9


def items_aside_out_of_order(payloads: Payloads) -> None:
    of_kind(payloads, "mail_set_aside", 1)["item"] = 7


@pytest.mark.parametrize("change", [
    one_opener, a_list_of_another_total, a_list_of_another_count, an_item_that_was_never_aside,
    items_aside_out_of_order,
])  # fmt: skip
def test_a_planted_fault_turns_the_mail_to_fail(mail: Path, change: Change) -> None:
    plant(mail, change)
    assert failed(mail) == {"mail"}


def test_a_line_of_a_check_in_the_clear_is_found_in_an_item_aside(mail: Path) -> None:
    def micr_in_the_clear(payloads: Payloads) -> None:
        of_kind(payloads, "mail_set_aside")["tenders"][0]["micr"] = "T103000648T 22114477O 1042"

    plant(mail, micr_in_the_clear)
    assert failed(mail) == {"sealed"}


def test_good_mail_is_good(mail: Path) -> None:
    assert verify(mail, KEY).failed() == ()
