"""A drawer above its limit is said at the till until cash is turned in; nothing that is expected is shown (R6, R30)."""

from app.domain.change import suggested_pieces
from app.domain.reasons import TURN_IN_REASON
from app.domain.user import Deed
from app.usecases.approve_at_station import ApprovalRequest
from app.usecases.change_setting import SettingRequest
from app.usecases.turn_in_cash import TurnInRequest
from tests.stories.till.cashier import RENT_HOUSE, Cashier, plain_accounts

LIMIT = 22_000  # the starting cash is 200.00


def limited(cashier: Cashier, cents: int = LIMIT) -> None:
    sitting = cashier.session.sitting
    assert sitting is not None
    change = SettingRequest("pforeman", "drawer_limit", cents, sitting.business_date, "Ord. 9")
    cashier.desk.do(lambda deeds: deeds.change_setting(change)).result(10)
    cashier.signing.refresh()
    cashier.settle()


def pay_cash(cashier: Cashier) -> str:
    cashier.scan(RENT_HOUSE)  # 52.00
    cashier.till.cash()
    return cashier.saved()


def turn_in(cashier: Cashier, cents: int) -> None:
    sitting = cashier.session.sitting
    assert sitting is not None
    assert sitting.batch is not None
    batch, day, counted = sitting.batch.batch, sitting.business_date, suggested_pieces(cents, largest_bill=10_000)
    ask = ApprovalRequest("mruiz", "kdunn", "123456", Deed.TURN_IN, cents, TURN_IN_REASON, day)
    signed = cashier.desk.do(lambda deeds: deeds.approve_at_station(ask)).result(10)
    request = TurnInRequest("mruiz", batch, counted, counted, "kdunn", signed)
    cashier.desk.do(lambda deeds: deeds.turn_in_cash(request)).result(10)
    cashier.signing.refresh()
    cashier.settle()


def test_r6_a_drawer_above_its_limit_is_said_and_a_turn_in_ends_it(cashier: Cashier) -> None:
    limited(cashier)
    assert cashier.till.limit.sentence == ""
    pay_cash(cashier)
    cashier.until(lambda: bool(cashier.till.limit.sentence))
    assert cashier.till.limit.sentence == "The drawer holds more than its limit of 220.00."
    assert "252" not in cashier.till.limit.sentence
    turn_in(cashier, 5_000)
    cashier.until(lambda: not cashier.till.limit.sentence)


def test_r6_a_void_brings_the_drawer_below_its_limit_again(cashier: Cashier) -> None:
    limited(cashier)
    number = pay_cash(cashier)
    cashier.until(lambda: bool(cashier.till.limit.sentence))
    cashier.till.voids.look(number)
    cashier.until(lambda: bool(cashier.till.voids.asked.approvers))
    cashier.till.voids.void(reason="Wrong account", approver="K. Dunn", pin="123456")
    cashier.until(lambda: not cashier.till.limit.sentence)


def test_r6_checks_do_not_count(cashier: Cashier) -> None:
    limited(cashier)
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.give_check("388", account.balance)
    cashier.till.finish()
    cashier.saved()
    cashier.settle()
    assert cashier.till.limit.sentence == ""


def test_r6_exactly_the_limit_is_within_it_and_nobody_at_the_window_sees_nothing(cashier: Cashier) -> None:
    limited(cashier, 25_200)
    pay_cash(cashier)
    cashier.settle()
    assert cashier.till.limit.sentence == ""
    limited(cashier, 25_199)
    cashier.until(lambda: bool(cashier.till.limit.sentence))
    cashier.leave()
    assert cashier.till.limit.sentence == ""
