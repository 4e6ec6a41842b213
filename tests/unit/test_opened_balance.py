"""A balance opens into the extract's amounts and our payments since, to the cent (P22)."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.account import Account, ServiceBalance
from app.domain.allocation import owed
from app.domain.facts.receipts import PaidLine
from app.domain.opened_balance import BalancePart, BalanceStep, opened_balance, paid_on
from app.domain.records import PaymentSince
from tests.unit.records_for_rules import receipt

TODAY = "2026-11-21"
AMOUNTS = st.integers(-20_000, 20_000)
BUCKETS = st.sampled_from(("WATER.90", "WATER.current", "PENALTY.current", "CREDIT"))


def account(*services: ServiceBalance, credit: int = 0) -> Account:
    return Account(key="1", number="1", name="RUIZ, MARIA", services=services, unapplied_credit=credit)


def paid(number: str, *allocation: tuple[str, int], file_no: int = 0) -> PaymentSince:
    return PaymentSince(number, "2026-11-21T16:00:00.000Z", sum(cents for _b, cents in allocation), allocation, file_no)


def test_the_extract_stands_first_by_service_and_age() -> None:
    (step,) = opened_balance(account(ServiceBalance("WATER", "W1", 6_120, TODAY, 0, 0, 40), credit=500), ())
    assert step == BalanceStep(
        "", "", 5_660, 5_660, 0,
        (BalancePart("WATER", "90", 40), BalancePart("WATER", "current", 6_120), BalancePart("CREDIT", "", -500)),
    )  # fmt: skip


def test_each_payment_since_stands_with_its_receipt_and_the_balance_after_it() -> None:
    payments = (
        paid("DT1A-000001", ("WATER.90", 40), ("WATER.current", 60), file_no=3), paid("DT1A-000002", ("CREDIT", 7_000)),
    )
    steps = opened_balance(account(ServiceBalance("WATER", "W1", 6_120, TODAY, 0, 0, 40)), payments)
    assert [(step.receipt, step.cents, step.after, step.posting_file_no) for step in steps] == [
        ("", 6_160, 6_160, 0), ("DT1A-000001", -100, 6_060, 3), ("DT1A-000002", -7_000, -940, 0),
    ]  # fmt: skip
    assert steps[1].parts == (BalancePart("WATER", "90", -40), BalancePart("WATER", "current", -60))


def test_a_void_of_what_billing_already_has_is_given_back() -> None:
    steps = opened_balance(account(), (paid("DT1A-000001", ("WATER.current", -6_120)),))
    assert steps[-1].cents == steps[-1].after == 6_120


@given(
    water=st.tuples(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS), credit=st.integers(0, 30_000),
    payments=st.lists(st.lists(st.tuples(BUCKETS, AMOUNTS), min_size=1, max_size=3), max_size=4),
)  # fmt: skip
def test_everything_opened_adds_up_to_the_shown_balance(
    water: tuple[int, int, int, int], credit: int, payments: list[list[tuple[str, int]]]
) -> None:
    current, thirty, sixty, ninety = water
    of = account(ServiceBalance("WATER", "", current, TODAY, thirty, sixty, ninety), credit=credit)
    since = tuple(paid(f"DT1A-{at:06}", *allocation) for at, allocation in enumerate(payments))
    steps = opened_balance(of, since)
    assert all(sum(part.cents for part in step.parts) == step.cents for step in steps)
    assert sum(step.cents for step in steps) == steps[-1].after
    assert steps[-1].after == owed(of, since, business_date=TODAY, reconnect_fee=0).balance


def test_a_receipt_of_several_accounts_counts_for_each_what_it_took_for_it() -> None:
    record = receipt("DT1A-000001")
    lines = tuple(PaidLine(key, key, "", "", cents, (), 1, 0) for key, cents in (("1", 100), ("2", 30), ("1", 5)))
    both = type(record)(**{**vars(record), "lines": lines})
    assert (paid_on(both, "1"), paid_on(both, "2"), paid_on(both, "3")) == (105, 30, 0)
