"""Set-up's deeds on people and settings: rights, locks, code tables and notes (R43, R44, P17, J6, O1)."""

from typing import Any

import pytest

from app.domain.facts.batches import DrawerOpened
from app.domain.pin_lock import PinTries
from app.domain.right_rules import GIVEN_RIGHTS, RightConflictError, check_rights
from app.domain.rights import RightMissingError, UserUnknownError
from app.domain.setting_codes import Code, CodeTable, codes_value, first_codes
from app.domain.setting_record import on_date
from app.domain.user import Deed, Role
from app.settings.setting_rules import SettingWrongError
from app.usecases.change_setting import ChangeSetting, SettingFixedError, SettingRequest
from app.usecases.change_user import BatchStillOpenError, ChangeUser, RolesConflictError, UserRequest
from app.usecases.payment_checks import TenderNotTakenError
from app.usecases.try_drawer import TRY_REASON, DrawerHoldsBatchError, TryDrawer
from app.usecases.unlock_person import UnlockPerson
from tests.stories.rules.window import TODAY, Window, cash, check


def change(window: Window, request: UserRequest) -> None:
    window.do(lambda books: ChangeUser(books, window.pins)(request))


def write(window: Window, name: str, value: Any, since: str = TODAY) -> None:
    window.do(lambda books: ChangeSetting(books)(SettingRequest("padmin", name, value, since, "Ord. 9")))


def test_r2_who_has_a_batch_to_count_is_not_made_inactive(window: Window) -> None:
    opened = window.open("mruiz")
    with pytest.raises(BatchStillOpenError, match=rf"M\. Ruiz still has batch {opened.batch} to count"):
        change(window, UserRequest("padmin", "mruiz", "M. Ruiz", (Role.CASHIER,), active=False))
    with pytest.raises(BatchStillOpenError):
        change(window, UserRequest("padmin", "mruiz", "M. Ruiz", (Role.AUDITOR,)))
    change(window, UserRequest("padmin", "mruiz", "M. Ruiz-Lopez", (Role.CASHIER,)))


@pytest.mark.parametrize("roles", [(Role.AUDITOR, Role.OFFICE), (Role.AUDITOR, Role.ADMINISTRATOR)])
def test_r43_an_auditor_has_no_role_that_changes_anything(window: Window, roles: tuple[Role, ...]) -> None:
    with pytest.raises(RolesConflictError, match="One person cannot be"):
        change(window, UserRequest("padmin", "nnew", "N. New", roles, pin="471147"))


def test_r43_a_right_never_undoes_what_a_role_is_for() -> None:
    with pytest.raises(RightConflictError, match="never handles money"):
        check_rights((Role.ADMINISTRATOR,), (Deed.TAKE_PAYMENT.value,))
    with pytest.raises(RightConflictError, match="changes nothing"):
        check_rights((Role.AUDITOR,), (Deed.IMPORT_ACCOUNTS.value,))
    check_rights((Role.CASHIER,), tuple(right.value for right in GIVEN_RIGHTS))
    check_rights((Role.ADMINISTRATOR,), (Deed.IMPORT_ACCOUNTS.value,))


def test_r43_a_conflicting_right_is_refused_at_assignment(window: Window) -> None:
    before = window.seq()
    request = UserRequest("padmin", "padmin", "P. Admin", (Role.ADMINISTRATOR,), (Deed.VERIFY_DEPOSIT.value,))
    with pytest.raises(RightConflictError):
        change(window, request)
    assert window.seq() == before


def test_r44_an_administrator_unlocks_and_the_journal_says_who(window: Window) -> None:
    window.pins.keep_tries("mruiz", PinTries(5, "2026-11-21T23:00:00+00:00"))
    window.do(lambda books: UnlockPerson(books, window.pins)(by="padmin", user="mruiz"))
    assert window.pins.tries("mruiz") == PinTries()
    changed = {one.user: one.by for one in window.ask(lambda books: books.people_changed())}
    assert changed["mruiz"] == "padmin"
    assert changed["kdunn"] == ""


def test_r44_nobody_else_unlocks_and_nobody_unknown_is_unlocked(window: Window) -> None:
    with pytest.raises(RightMissingError, match="may not change users"):
        window.do(lambda books: UnlockPerson(books, window.pins)(by="kdunn", user="mruiz"))
    with pytest.raises(UserUnknownError):
        window.do(lambda books: UnlockPerson(books, window.pins)(by="padmin", user="nobody"))


@pytest.mark.parametrize("name", ["city_time_zone", "batch_source"])
def test_what_was_settled_at_the_founding_never_changes(window: Window, name: str) -> None:
    with pytest.raises(SettingFixedError, match="when this station was founded"):
        write(window, name, "America/New_York")


def test_p17_every_value_stays_readable_with_who_and_when(window: Window) -> None:
    write(window, "reconnect_fee", 3_000, "2027-01-01")
    write(window, "reconnect_fee", 2_600)
    told = on_date("reconnect_fee", window.ask(lambda books: books.setting_records()), TODAY)
    assert told.now is not None
    assert (told.now.value, told.now.by, told.now.ordinance) == (2_600, "padmin", "Ord. 9")
    assert [(one.value, one.effective_from) for one in told.coming] == [(3_000, "2027-01-01")]
    assert [one.value for one in told.before] == [2_500]


def test_j6_a_reason_is_switched_off_and_its_old_uses_stay(window: Window) -> None:
    off = codes_value(Code(code.code, code.code != "Duplicate") for code in first_codes(CodeTable.VOID))
    write(window, CodeTable.VOID.setting, off)
    policy = window.ask(lambda books: books.policy(TODAY))
    assert "Duplicate" not in policy.offered(CodeTable.VOID)
    assert "Duplicate" in policy.listed(CodeTable.VOID)
    assert policy.offered(CodeTable.DROP) == tuple(code.code for code in first_codes(CodeTable.DROP))


def test_j6_a_code_that_a_city_added_can_never_be_deleted(window: Window) -> None:
    more = (*first_codes(CodeTable.VOID), Code("Paid on line"))
    write(window, CodeTable.VOID.setting, codes_value(more))
    with pytest.raises(SettingWrongError, match="“Paid on line” would be gone"):
        write(window, CodeTable.VOID.setting, codes_value(first_codes(CodeTable.VOID)))
    write(window, CodeTable.VOID.setting, codes_value((*first_codes(CodeTable.VOID), Code("Paid on line", False))))


def test_o1_a_note_on_a_screen_counts_from_its_date(window: Window) -> None:
    write(window, "note_batches", "Bags leave at 4.", "2026-12-01")
    assert window.ask(lambda books: books.policy(TODAY)).note("batches") == ""
    assert window.ask(lambda books: books.policy("2026-12-01")).note("batches") == "Bags leave at 4."


def test_r7_the_drawer_is_tried_in_an_entry_but_never_beside_a_cashiers_money(window: Window) -> None:
    window.do(lambda books: TryDrawer(books)(by="padmin"))
    ((_ref, envelope, fact),) = window.ask(lambda books: books.happenings(kinds=("drawer_opened",)))
    assert isinstance(fact, DrawerOpened)
    assert (envelope.by, fact.batch, fact.reason) == ("padmin", "", TRY_REASON)
    opened = window.open("mruiz")
    before = window.seq()
    with pytest.raises(DrawerHoldsBatchError, match=rf"Batch {opened.batch} of M\. Ruiz is in this drawer"):
        window.do(lambda books: TryDrawer(books)(by="padmin"))
    assert window.seq() == before


def test_r43_only_who_sets_up_devices_tries_the_drawer(window: Window) -> None:
    with pytest.raises(RightMissingError):
        window.do(lambda books: TryDrawer(books)(by="mruiz"))


def test_c3_a_tender_that_was_switched_off_is_refused_and_cash_is_taken(window: Window) -> None:
    off = codes_value(Code(code.code, code.code != "check") for code in first_codes(CodeTable.TENDER))
    write(window, CodeTable.TENDER.setting, off)
    batch = window.open("mruiz").batch
    before = window.seq()
    with pytest.raises(TenderNotTakenError, match="Check is not taken at this station"):
        window.pay(batch, check(5_000))
    assert window.seq() == before
    window.pay(batch, cash(5_000))


def test_j6_a_reason_the_city_added_is_a_code_in_the_entry(window: Window) -> None:
    write(window, CodeTable.VOID.setting, codes_value((*first_codes(CodeTable.VOID), Code("Paid on line"))))
    batch = window.open("mruiz").batch
    receipt = window.pay(batch, cash(5_000)).receipt
    window.void(receipt, reason="Paid on line")
    record = window.ask(lambda books: books.receipt(receipt))
    assert record is not None
    assert (record.void_reason, record.void_note) == ("Paid on line", "")
