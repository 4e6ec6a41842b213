"""The practice city by seed, as the extract its billing system would send: the same seed, the same bytes."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.domain.account import Account, AccountFlag, account_key
from app.interchange.extract_writer import write_extract
from app.interchange.practice.addresses import AddressWalk
from app.interchange.practice.bills import bill
from app.interchange.practice.customers import POST_CODES, STATE, TOWN, Customers
from app.interchange.practice.dice import Dice
from app.interchange.practice.pictured import PICTURED_NUMBERS, pictured
from app.interchange.practice.stub_line import stub_line
from app.interchange.practice.traits import SHOWCASE, Owed, Trait, some_trait

DEFAULT_ACCOUNTS = 20_000
MOST_ACCOUNTS = 2_000_000
FIRST_BOOK = 101
BOOK_ACCOUNTS = 300
FIRST_SEQUENCE = 1000
SEQUENCE_STEP = 30
DUE_DAYS = (-4, 7, 14, 21)


def practice_city(
    seed: int, *, accounts: int = DEFAULT_ACCOUNTS, business_date: date, posted_through: int = 0
) -> Iterator[bytes]:
    """Chunks of an accounts extract as of the evening before the business date.

    The first two accounts are those of the pictures, the next ones show every flag, status, class and age.

    Raises:
        ValueError: no account, or more than MOST_ACCOUNTS.
    """
    as_of = (business_date - timedelta(days=1)).isoformat()
    people = practice_accounts(seed, accounts=accounts, business_date=business_date)
    return write_extract(people, as_of=as_of, posted_through=posted_through)


def practice_accounts(seed: int, *, accounts: int = DEFAULT_ACCOUNTS, business_date: date) -> Iterator[Account]:
    """The same city as account snapshots.

    Raises:
        ValueError: no account, or more than MOST_ACCOUNTS.
    """
    if not 0 < accounts <= MOST_ACCOUNTS:
        raise ValueError(f"a practice city has 1 to {MOST_ACCOUNTS} accounts")
    return _accounts(seed, accounts, business_date)


def _accounts(seed: int, accounts: int, business_date: date) -> Iterator[Account]:
    drawn = pictured(business_date)[:accounts]
    yield from drawn
    dice = Dice(seed)
    walk, customers = AddressWalk(dice), Customers(dice)
    for place in range(accounts - len(drawn)):
        trait = SHOWCASE[place] if place < len(SHOWCASE) else some_trait(dice)
        yield _account(place, trait, dice, walk, customers, business_date)


def _account(
    place: int, trait: Trait, dice: Dice, walk: AddressWalk, customers: Customers, business_date: date
) -> Account:
    book, sequence = _book_and_sequence(place, dice)
    number = f"{book}-{sequence}"
    cycle = (book + 1) % len(DUE_DAYS)
    due = (business_date + timedelta(days=DUE_DAYS[cycle])).isoformat()
    if trait.owed is Owed.CURRENT and DUE_DAYS[cycle] < 0 and place >= len(SHOWCASE) and dice.chance(80):
        trait = Trait(Owed.PAID, trait.status, trait.account_class, trait.flags, trait.extra)
    address, unit = walk.next()
    customer = customers.next(trait.account_class)
    services = bill(dice, trait, due_date=due)
    credit = dice.between(500, 15000) if trait.owed is Owed.CREDIT else 0
    key = account_key(number)
    owed = sum(service.total for service in services) - credit
    paid_days = dice.between(2, 38) if trait.status == "active" else dice.between(40, 400)
    return Account(
        key=key,
        number=number,
        name=customer.name,
        service_address=address,
        unit=unit,
        mailing_address=customer.mailing_address or address,
        mailing_city=TOWN,
        mailing_state=STATE,
        mailing_zip=dice.pick(POST_CODES),
        phone=customer.phone,
        alt_phone=customer.alt_phone,
        email=customer.email,
        account_class=trait.account_class,
        cycle=f"{cycle + 1:02d}",
        route_sequence=f"{book - 90:03d}-{place % BOOK_ACCOUNTS + 1:04d}",
        status=trait.status,
        flags=tuple(AccountFlag(flag.kind, _day(business_date, flag.days), flag.text) for flag in trait.flags),
        services=services,
        unapplied_credit=credit,
        last_payment_date=_day(business_date, -paid_days),
        last_payment_cents=dice.mostly_low(4000, 31000),
        stub_scan_line=stub_line(key, owed),
    )


def _book_and_sequence(place: int, dice: Dice) -> tuple[int, int]:
    """Book and number of an account; a number is never given twice, and never one of the pictures'."""
    book = FIRST_BOOK + place // BOOK_ACCOUNTS
    sequence = FIRST_SEQUENCE + place % BOOK_ACCOUNTS * SEQUENCE_STEP + dice.between(0, SEQUENCE_STEP - 2)
    if f"{book}-{sequence}" in PICTURED_NUMBERS:
        sequence += 1  # still one of the thirty numbers that this account has to itself
    return book, sequence


def _day(business_date: date, days: int | None) -> str | None:
    return None if days is None else (business_date + timedelta(days=days)).isoformat()
