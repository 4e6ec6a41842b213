"""From the account room to the till: the account comes on the receipt with the amount that was asked for."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.account.city import RENT_HOUSE, RUIZ, Seat
from ui.viewmodels.account.account import AccountModel
from ui.viewmodels.account.to_till import ToTill
from ui.viewmodels.till.till import TillModel

ALL_OF_IT, STAYS_ON = 18_412, 9_640


@pytest.fixture
def till(seat: Seat) -> TillModel:
    made = TillModel(seat.counter, seat.session)
    seat.session.changed.emit()
    return made


@pytest.fixture
def joined(model: AccountModel, till: TillModel, seat: Seat) -> ToTill:
    made = ToTill(model, till)
    model.show(RUIZ)
    seat.until(lambda: model.face is not None)
    return made


def lines(till: TillModel) -> list[tuple[str, int | None]]:
    return [(line.account, till.work.shown(line.account)) for line in till.draft.lines]


def test_pay_proposes_everything_it_owes(joined: ToTill, model: AccountModel, till: TillModel, seat: Seat) -> None:
    with seat.qtbot.waitSignal(joined.went):
        model.pay()
    seat.until(lambda: lines(till) == [(RUIZ, ALL_OF_IT)])


def test_keep_on_proposes_what_keeps_it_on_and_only_for_that_account(
    joined: ToTill, model: AccountModel, till: TillModel, seat: Seat
) -> None:
    model.take_stay_on()
    seat.until(lambda: lines(till) == [(RUIZ, STAYS_ON)])
    model.show(RENT_HOUSE)
    seat.until(lambda: model.face is not None and model.face.key == RENT_HOUSE)
    model.pay()
    seat.until(lambda: lines(till) == [(RUIZ, STAYS_ON), (RENT_HOUSE, 5_200)])


def test_without_an_open_batch_the_till_says_so_and_takes_nothing(
    joined: ToTill, model: AccountModel, till: TillModel, seat: Seat, qtbot: QtBot
) -> None:
    seat.balance_batch(counted=20_000)
    seat.signing.refresh()
    seat.until(lambda: seat.session.sitting is not None and seat.session.sitting.batch is None)
    with qtbot.waitSignal(joined.went):
        model.take_stay_on()
    assert not till.has_batch
    assert lines(till) == []
