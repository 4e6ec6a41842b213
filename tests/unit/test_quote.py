"""The quote: every line says why, and together they are what keeps the service on (B6)."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.account import Account, ServiceBalance
from app.domain.allocation import owed
from app.domain.quote import Quote, QuoteLine, QuotePart, stay_on_quote

TODAY, LATER, EARLIER = "2026-11-21", "2026-12-05", "2026-11-05"
RECONNECT = 2_500
AMOUNTS = st.integers(-20_000, 20_000)


def quote(*services: ServiceBalance, credit: int = 0, status: str = "active", incomplete: bool = False) -> Quote | None:
    account = Account(
        key="1", number="1", name="RUIZ, MARIA", status=status, services=services, unapplied_credit=credit,
        incomplete=((812, "unknown service"),) if incomplete else (),
    )  # fmt: skip
    return stay_on_quote(owed(account, (), business_date=TODAY, reconnect_fee=RECONNECT))


def test_each_age_stands_on_its_own_line_the_oldest_first() -> None:
    found = quote(
        ServiceBalance("WATER", "", 6_120, LATER, 1_000, 200, 30), ServiceBalance("SEWER", "", 900, EARLIER, 4)
    )
    assert found == Quote(
        2_134,
        (
            QuoteLine(QuotePart.PAST_DUE_90, 30), QuoteLine(QuotePart.PAST_DUE_60, 200),
            QuoteLine(QuotePart.PAST_DUE_30, 1_004), QuoteLine(QuotePart.OVERDUE_BILL, 900),
        ),
    )  # fmt: skip


def test_a_bill_that_is_not_due_yet_is_not_asked_for() -> None:
    assert quote(ServiceBalance("WATER", "", 6_120, LATER)) == Quote(0, ())


def test_penalties_and_fees_have_their_lines() -> None:
    found = quote(ServiceBalance("PENALTY", "", 876), ServiceBalance("FEE", "", 1_500))
    assert found == Quote(2_376, (QuoteLine(QuotePart.PENALTY, 876), QuoteLine(QuotePart.FEE, 1_500)))


def test_a_service_that_is_off_costs_the_reconnect_fee() -> None:
    found = quote(ServiceBalance("WATER", "", 0, None, 1_000), status="disconnected")
    assert found == Quote(3_500, (QuoteLine(QuotePart.PAST_DUE_30, 1_000), QuoteLine(QuotePart.RECONNECT, RECONNECT)))


def test_credit_takes_off_no_more_than_is_asked_for() -> None:
    found = quote(ServiceBalance("WATER", "", 0, None, 1_000), credit=4_000)
    assert found == Quote(0, (QuoteLine(QuotePart.PAST_DUE_30, 1_000), QuoteLine(QuotePart.CREDIT, -1_000)))


def test_nothing_is_quoted_for_an_account_that_was_not_wholly_understood() -> None:
    assert quote(ServiceBalance("WATER", "", 0, None, 1_000), incomplete=True) is None


@given(water=st.tuples(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS), penalty=AMOUNTS, credit=st.integers(0, 30_000))
def test_the_lines_add_up_to_the_quote(water: tuple[int, int, int, int], penalty: int, credit: int) -> None:
    current, thirty, sixty, ninety = water
    found = quote(
        ServiceBalance("WATER", "", current, EARLIER, thirty, sixty, ninety), ServiceBalance("PENALTY", "", penalty),
        credit=credit,
    )  # fmt: skip
    assert found is not None
    assert sum(line.cents for line in found.lines) == found.total
