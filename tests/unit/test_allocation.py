"""Allocation, proposal and to stay on: twelve worked examples in words, and what holds for every account (B4, B6)."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.account import Account, AccountFlag, FlagKind, ServiceBalance
from app.domain.allocation import (
    CREDIT,
    Owed,
    Part,
    SpreadWrongError,
    allocate,
    buckets_now,
    by_service,
    check_spread,
    late_bills,
    owed,
)
from app.domain.facts.receipts import BucketAmount
from app.domain.records import PaymentSince

TODAY = "2026-11-21"
LATER, EARLIER = "2026-12-05", "2026-11-05"
RECONNECT = 2_500


def account(*services: ServiceBalance, credit: int = 0, status: str = "active", incomplete: bool = False) -> Account:
    return Account(
        key="104228103",
        number="104-2281-03",
        name="RUIZ, MARIA",
        status=status,
        services=services,
        unapplied_credit=credit,
        incomplete=((812, "unknown service"),) if incomplete else (),
    )


def service(name: str, current: int = 0, *, due: str | None = LATER, d30: int = 0, d60: int = 0, d90: int = 0,
            ) -> ServiceBalance:
    return ServiceBalance(
        name, current=current, due_date=due, past_due_30=d30, past_due_60=d60, past_due_90=d90
    )


def owing(of: Account, *payments: PaymentSince) -> Owed:
    return owed(of, payments, business_date=TODAY, reconnect_fee=RECONNECT)


def paid_before(*allocation: tuple[str, int]) -> PaymentSince:
    return PaymentSince("DT1A-000001", "2026-11-20T15:00:00.000Z", sum(c for _b, c in allocation), allocation, 0)


@dataclass(frozen=True)
class Worked:
    """One example: what stands in the extract, what is proposed, what keeps the service on, where a payment goes."""

    words: str
    account: Account
    proposal: int | None
    to_stay_on: int | None
    pays: int
    into: dict[str, int]
    before: tuple[PaymentSince, ...] = ()


EXAMPLES = [
    Worked(
        # Water 61.20 and sewer 22.10, due 5 December; nothing is late. All of it is proposed, nothing keeps the
        # service on because nothing threatens it, and paying all of it fills both open bills.
        "an open bill that is not due yet",
        account(service("WATER", 6120), service("SEWER", 2210)),
        proposal=8330, to_stay_on=0, pays=8330, into={"WATER.current": 6120, "SEWER.current": 2210},
    ),
    Worked(
        # The picture: past due 96.40 (electric 82.82 and water 13.58, 30 days), current 87.72. He pays just what keeps
        # the service on. Within the age the order is water first, electric after it.
        "exactly what keeps the service on",
        account(service("WATER", 4762, d30=1358), service("SEWER", 2210), service("SANIT", 1800),
                service("ELEC", 0, d30=8282)),
        proposal=18412, to_stay_on=9640, pays=9640, into={"WATER.30": 1358, "ELEC.30": 8282},
    ),
    Worked(
        # Electric owes 50.00 since 90 days, water 20.00 since 60 and 10.00 since 30. 75.00 pays age before service:
        # the whole 90, the whole 60, and 5.00 of the 30.
        "the oldest age is paid before a nearer service",
        account(service("WATER", d30=1000, d60=2000), service("ELEC", d90=5000)),
        proposal=8000, to_stay_on=8000, pays=7500, into={"ELEC.90": 5000, "WATER.60": 2000, "WATER.30": 500},
    ),
    Worked(
        # The open bill was due on 5 November: on the 21st it is past due, keeps the service off or on, and comes
        # before the penalty.
        "an open bill whose due date has passed is past due",
        account(service("WATER", 4000, due=EARLIER), service("PENALTY", 400, due=EARLIER)),
        proposal=4400, to_stay_on=4400, pays=4100, into={"WATER.current": 4000, "PENALTY.current": 100},
    ),
    Worked(
        # The bill is due today: today still counts as in time.
        "a bill due today is not past due",
        account(service("WATER", 4000, due=TODAY)),
        proposal=4000, to_stay_on=0, pays=1000, into={"WATER.current": 1000},
    ),
    Worked(
        # Penalty 5.00 (60 days) and 3.00 (current), fee 25.00: the penalty's older part first, then its newer, then the
        # fee, and only then the water bill that is not due.
        "penalties and fees stand between what is late and what is not",
        account(service("WATER", 3000), service("PENALTY", 300, d60=500), service("FEE", 2500)),
        proposal=6300, to_stay_on=3300, pays=3400,
        into={"PENALTY.60": 500, "PENALTY.current": 300, "FEE.current": 2500, "WATER.current": 100},
    ),
    Worked(
        # A deposit of 100.00 is asked for beside a water bill: the bill first, the deposit last.
        "a deposit is paid after the open bills",
        account(service("WATER", 3000), service("DEPOSIT", 10_000)),
        proposal=13_000, to_stay_on=0, pays=5000, into={"WATER.current": 3000, "DEPOSIT.current": 2000},
    ),
    Worked(
        # Sewer stands at -10.00: that is credit. It lowers the proposal, and the money goes to water alone.
        "a negative bucket lowers the proposal and receives nothing",
        account(service("WATER", 6120), service("SEWER", -1000)),
        proposal=5120, to_stay_on=0, pays=5120, into={"WATER.current": 5120},
    ),
    Worked(
        # 40.00 of credit on account against 96.40 late and 87.72 open: 144.12 in all, and 56.40 keeps the service on.
        "credit on account lowers what is asked for",
        account(service("WATER", 8772, d30=9640), credit=4000),
        proposal=14_412, to_stay_on=5640, pays=5640, into={"WATER.30": 5640},
    ),
    Worked(
        # Nothing is owed but she pays 50.00 all the same; and 20.00 more than a bill of 30.00 goes to credit likewise.
        "an over-payment becomes credit",
        account(service("WATER", 3000)),
        proposal=3000, to_stay_on=0, pays=5000, into={"WATER.current": 3000, CREDIT: 2000},
    ),
    Worked(
        # The service is off. Past due 60.00, penalty 6.00 and the reconnect fee of 25.00 turn it on: 91.00. The fee is
        # not billed yet, so its money is credit until billing charges it.
        "a disconnected account needs the reconnect fee too",
        account(service("WATER", d90=6000), service("PENALTY", d30=600), status="disconnected"),
        proposal=6600, to_stay_on=9100, pays=9100, into={"WATER.90": 6000, "PENALTY.30": 600, CREDIT: 2500},
    ),
    Worked(
        # One row of the extract was not understood: nothing is proposed, anything is accepted, and all of it waits as
        # credit, because what is owed first is not known.
        "an account that was not wholly understood accepts any amount",
        account(service("WATER", 6120), incomplete=True),
        proposal=None, to_stay_on=None, pays=7700, into={CREDIT: 7700},
    ),
    Worked(
        # Yesterday 70.00 were paid here and the extract does not know it: 60.00 filled the 90 days, 10.00 went to the
        # 30 days. What is left is 20.00 of the 30 days.
        "what was paid since the extract is taken off first",
        account(service("WATER", d90=6000, d30=3000)),
        proposal=2000, to_stay_on=2000, pays=2500, into={"WATER.30": 2000, CREDIT: 500},
        before=(paid_before(("WATER.90", 6000), ("WATER.30", 1000)),),
    ),
]  # fmt: skip


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.words for example in EXAMPLES])
def test_worked_example(example: Worked) -> None:
    now = owing(example.account, *example.before)
    assert now.proposal == example.proposal
    assert now.to_stay_on == example.to_stay_on
    assert {part.bucket: part.cents for part in allocate(now, example.pays)} == example.into


def test_there_are_at_least_twelve_worked_examples() -> None:
    assert len(EXAMPLES) >= 12


def test_the_parts_of_the_picture_add_up() -> None:
    now = owing(EXAMPLES[1].account)
    assert (now.past_due, now.current, now.of(Part.PENALTY), now.balance) == (9640, 8772, 0, 18412)


def test_a_payment_in_a_bucket_that_the_next_extract_aged_still_counts_to_the_cent() -> None:
    # paid as 30 days; the next extract, made before our posting file, shows the same money as 60 days
    now = owing(account(service("WATER", 4000, d60=6000)), paid_before(("WATER.30", 6000)))
    assert (now.balance, now.proposal, now.to_stay_on) == (4000, 4000, 0)


def test_a_void_of_a_payment_that_the_extract_contains_raises_what_is_owed_again() -> None:
    voided = PaymentSince("DT1A-000001", "2026-11-20T15:00:00.000Z", -3000, (("WATER.current", -3000),), 0)
    assert owing(account(service("WATER", 1000)), voided).balance == 4000


def test_services_are_shown_with_all_their_ages_together() -> None:
    of = account(service("WATER", 6120, d30=1000), service("SEWER", -500), credit=200)
    assert by_service(of, ()) == (("WATER", 7120), ("SEWER", -500), (CREDIT, -200))


def test_a_connected_account_pays_no_reconnect_fee() -> None:
    assert owing(account(service("WATER", d90=6000))).to_stay_on == 6000


def test_an_owed_credit_line_of_billing_is_counted_too() -> None:
    # some systems print money owed in the credit column, with a minus
    assert owing(account(service("WATER", 1000), credit=-300)).balance == 1300


def test_a_flag_never_changes_what_is_owed() -> None:
    plain = account(service("WATER", 1000))
    flagged = replace(plain, flags=(AccountFlag(FlagKind.CASH_ONLY),))
    assert owing(plain) == owing(flagged)


def test_nothing_cannot_be_allocated() -> None:
    with pytest.raises(ValueError, match="positive"):
        allocate(owing(account(service("WATER", 1000))), 0)


@pytest.mark.parametrize(
    ("spread", "words"),
    [
        ((BucketAmount("WATER.30", 500), BucketAmount("WATER.30", 500)), "twice"),
        ((BucketAmount("WATER.30", 0), BucketAmount(CREDIT, 1000)), "above zero"),
        ((BucketAmount("WATER.30", 1000),), "owes 5.00, not 10.00"),
        ((BucketAmount("SEWER.30", 1000),), "owes 0.00, not 10.00"),
        ((BucketAmount("WATER.30", 500),), "does not add up to 10.00"),
    ],
)
def test_b7_a_spread_by_hand_that_does_not_fit_is_refused(spread: tuple[BucketAmount, ...], words: str) -> None:
    with pytest.raises(SpreadWrongError, match=words):
        check_spread(owing(account(service("WATER", 2000, d30=500))), 1000, spread, number="104-2281-03")


def test_b7_a_spread_by_hand_may_pay_the_newer_part_first() -> None:
    now = owing(account(service("WATER", 2000, d30=500)))
    check_spread(now, 2100, (BucketAmount("WATER.current", 2000), BucketAmount(CREDIT, 100)), number="104-2281-03")


amounts = st.integers(min_value=-30_000, max_value=60_000)
names = st.lists(
    st.sampled_from(["WATER", "SEWER", "SANIT", "ELEC", "STORM", "REC", "PENALTY", "FEE", "DEPOSIT"]), unique=True
)


@st.composite
def accounts(draw: st.DrawFn) -> Account:
    services = tuple(
        ServiceBalance(
            name, "", draw(amounts), draw(st.sampled_from([None, LATER, EARLIER])), draw(amounts), draw(amounts),
            draw(amounts),
        )
        for name in draw(names)
    )  # fmt: skip
    return account(*services, credit=draw(st.integers(0, 30_000)), status=draw(st.sampled_from(["active", "final"])))


@given(accounts(), st.integers(1, 500_000))
def test_an_allocation_sums_to_the_cent_and_overfills_no_bucket_but_credit(of: Account, cents: int) -> None:
    now = owing(of)
    limits = {bucket.bucket: bucket.cents for bucket in now.open}
    parts = allocate(now, cents)
    assert sum(part.cents for part in parts) == cents
    assert all(part.cents > 0 for part in parts)
    assert all(part.bucket == CREDIT or part.cents <= limits[part.bucket] for part in parts)
    assert len({part.bucket for part in parts}) == len(parts)


@given(accounts(), st.lists(st.integers(1, 90_000), min_size=1, max_size=6))
def test_paying_lowers_the_balance_by_exactly_what_was_paid(of: Account, pays: list[int]) -> None:
    payments: list[PaymentSince] = []
    for cents in pays:
        parts = allocate(owing(of, *payments), cents)
        payments.append(paid_before(*((part.bucket, part.cents) for part in parts)))
    assert owing(of, *payments).balance == owing(of).balance - sum(pays)
    assert owing(of).balance == of.balance


@given(accounts(), st.integers(1, 90_000), st.integers(1, 90_000))
def test_r26_a_void_restores_every_bucket_to_the_cent(of: Account, first: int, second: int) -> None:
    kept = paid_before(*((part.bucket, part.cents) for part in allocate(owing(of), first)))
    before = buckets_now(of, [kept])
    voided = paid_before(*((part.bucket, part.cents) for part in allocate(owing(of, kept), second)))
    back = PaymentSince(voided.receipt, voided.at, -voided.cents, tuple((b, -c) for b, c in voided.allocation), 0)
    after = buckets_now(of, [kept, voided, back])
    assert {bucket: cents for bucket, cents in after.items() if cents} == {b: c for b, c in before.items() if c}


@given(accounts())
def test_paying_what_keeps_the_service_on_leaves_nothing_that_threatens_it(of: Account) -> None:
    now = owing(of)
    if now.to_stay_on:
        parts = allocate(now, now.to_stay_on)
        assert owing(of, paid_before(*((part.bucket, part.cents) for part in parts))).to_stay_on == 0


def test_a_customer_who_is_ahead_is_asked_for_nothing() -> None:
    now = owing(account(service("WATER", 1000), credit=5000))
    assert (now.balance, now.proposal, now.to_stay_on) == (-4000, 0, 0)


def test_b7_not_a_cent_is_spread_into_a_bucket_that_owes_nothing() -> None:
    now = owing(account(service("WATER", 2000)))
    with pytest.raises(SpreadWrongError, match=r"SEWER\.30 owes 0\.00, not 0\.01"):
        check_spread(now, 1, (BucketAmount("SEWER.30", 1),), number="104-2281-03")
    check_spread(now, 1, (BucketAmount(CREDIT, 1),), number="104-2281-03")


def test_an_open_bill_past_its_due_date_is_told_to_be_late() -> None:
    late = owing(account(service("WATER", 6120, due=EARLIER, d30=900), service("SEWER", 2210)))
    into = allocate(late, 9230)
    assert late_bills(late, into) == ("WATER.current",)
    assert late_bills(owing(account(service("WATER", 6120))), allocate(late, 9230)) == ()
