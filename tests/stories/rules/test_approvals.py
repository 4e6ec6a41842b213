"""The second person at the station, wrong PINs, the locked window (J3, R25, R44)."""

import pytest

from app.domain.approval import ApproverNotAllowedError, TakerCannotApproveError
from app.domain.facts.base import Approval
from app.usecases.sign_in import PinWrongError, UserLockedError
from app.usecases.unlock import SomebodyElseError, Unlock
from app.usecases.void_receipt import VoidReceipt, VoidRequest
from tests.stories.rules.second_person import approve, last_kinds, sign_in
from tests.stories.rules.window import SUPERVISOR_PIN, HandPins, Window, cash


def test_j3_a_supervisor_approves_at_the_station_with_their_pin(window: Window) -> None:
    receipt = window.pay(window.open().batch, cash(5_000)).receipt
    since = window.seq()
    approval = approve(window, "kdunn", SUPERVISOR_PIN)
    assert approval == Approval("void_receipt", "kdunn", "station", "Wrong account")
    assert window.seq() == since
    request = VoidRequest("mruiz", receipt, "Wrong account", approval=approval)
    window.do(lambda books: VoidReceipt(books)(request))
    assert window.receipt(receipt).void_approval == "kdunn"


@pytest.mark.parametrize(
    ("approver", "pin", "refusal"),
    [
        ("kdunn", "000000", PinWrongError),
        ("ghost", SUPERVISOR_PIN, PinWrongError),
        ("mruiz", "1234", TakerCannotApproveError),
        ("llee", SUPERVISOR_PIN, ApproverNotAllowedError),
        ("tokafor", "1234", ApproverNotAllowedError),
    ],
)
def test_r44_a_failed_approval_is_logged(
    window: Window, approver: str, pin: str, refusal: type[Exception]
) -> None:
    window.open()
    since = window.seq()
    with pytest.raises(refusal):
        approve(window, approver, pin)
    assert last_kinds(window, since) == ["approval_refused"]


def test_r25_whoever_took_the_money_is_refused_at_the_station_already(window: Window) -> None:
    window.open()
    with pytest.raises(TakerCannotApproveError):
        approve(window, "kdunn", SUPERVISOR_PIN, takers=("kdunn",))


def test_r44_wrong_pins_lock_the_user_out_across_restarts(window: Window) -> None:
    for left in (4, 3, 2, 1):
        with pytest.raises(PinWrongError) as refused:
            sign_in(window)("mruiz", "9999")
        assert refused.value.left == left
    with pytest.raises(UserLockedError, match="locked until 09:15"):
        sign_in(window)("mruiz", "9999")
    with pytest.raises(UserLockedError):  # the right PIN is not even looked at; the tries are on the disk
        sign_in(window)("mruiz", "1234")
    assert sign_in(window)(" TOkafor ", "1234").name == "T. Okafor"
    window.clock.advance(seconds=15 * 60)
    assert sign_in(window)("mruiz", "1234").user == "mruiz"
    assert window.pins.tries("mruiz").wrong == 0


def test_r44_a_try_is_counted_before_the_pin_is_looked_at(window: Window) -> None:
    class PowerCutError(Exception):
        pass

    class CutPins(HandPins):
        def verify(self, user: str, pin: str) -> bool:
            raise PowerCutError

    window.pins = CutPins()
    with pytest.raises(PowerCutError):
        sign_in(window)("mruiz", "9999")
    assert window.pins.tries("mruiz").wrong == 1


def test_r44_only_the_person_who_locked_it_unlocks_the_window(window: Window) -> None:
    person = sign_in(window)("mruiz", "1234")
    unlock = Unlock(sign_in(window))
    assert unlock(person, user="mruiz", pin="1234") == person
    with pytest.raises(PinWrongError):
        unlock(person, user="mruiz", pin="1")
    with pytest.raises(SomebodyElseError, match=r"locked for M\. Ruiz"):
        unlock(person, user="kdunn", pin=SUPERVISOR_PIN)
