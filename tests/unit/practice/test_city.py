"""The practice city: by seed, believable, and with everything in it that a cashier may meet."""

import csv
import hashlib
import io
from collections import Counter
from datetime import date
from functools import cache

import pytest

from app.domain.account import ACCOUNT_CLASSES, SERVICES, STATUSES, Account, FlagKind
from app.domain.account_alerts import alerts_of
from app.domain.check_digits import mod10_21
from app.interchange.accounts_extract import AccountsExtract
from app.interchange.practice.addresses import AddressWalk
from app.interchange.practice.city import MOST_ACCOUNTS, practice_accounts, practice_city
from app.interchange.practice.dice import Dice
from app.interchange.practice.pictured import PICTURED_NUMBERS
from app.interchange.practice.stub_line import stub_line
from app.interchange.practice.traits import SHOWCASE

DAY = date(2026, 11, 21)
SMALL = len(SHOWCASE) + 2
FIRST_BYTES_SHA256 = "1edfb598ff3500ba736675f732ae0b4152f2ffa43771bc4b670260fea9c40692"


@cache
def _people(accounts: int = 3000, seed: int = 7) -> tuple[Account, ...]:
    return tuple(practice_accounts(seed, accounts=accounts, business_date=DAY))


def _bytes(accounts: int, seed: int = 7, day: date = DAY) -> bytes:
    return b"".join(practice_city(seed, accounts=accounts, business_date=day))


def test_the_same_seed_gives_the_same_bytes_on_every_machine() -> None:
    assert _bytes(300) == _bytes(300)
    assert hashlib.sha256(_bytes(300)).hexdigest() == FIRST_BYTES_SHA256


def test_another_seed_gives_another_city() -> None:
    assert _bytes(50) != _bytes(50, seed=8)


def test_a_small_city_is_the_beginning_of_a_large_one() -> None:
    assert _people(3000)[:100] == _people(100)


def test_the_city_goes_through_the_real_import_without_a_finding() -> None:
    data = _bytes(1500)
    extract = AccountsExtract(lambda: [data])
    assert tuple(extract.accounts()) == _people(1500)
    summary = extract.summary()
    assert (summary.accounts, summary.quarantined, summary.unread) == (1500, (), ())
    assert (summary.total_proved, summary.as_of, summary.posted_through) == (True, "2026-11-20", 0)


@pytest.mark.parametrize("accounts", [2, 3, 40])
def test_the_pictures_two_accounts_stand_first_in_every_city(accounts: int) -> None:
    in_hand, rent_house = _people(accounts)[:2]
    assert (in_hand.number, in_hand.name, in_hand.address) == ("104-2281", "RUIZ, MARIA", "412 N CHICKASAW AVE")
    assert [(service.service, service.total) for service in in_hand.services] == [
        ("WATER", 6120),
        ("SEWER", 2210),
        ("SANIT", 1800),
        ("ELEC", 8282),
    ]
    assert sum(service.past_due for service in in_hand.services) == 9640
    assert sum(service.current for service in in_hand.services) == 8772
    assert [(flag.kind.value, flag.date) for flag in in_hand.flags] == [
        ("cash_only", "2027-01-15"),
        ("cutoff_list", "2026-11-24"),
    ]
    assert {service.due_date for service in in_hand.services} == {"2026-11-28"}
    assert (rent_house.number, rent_house.address, rent_house.balance) == ("104-2290", "1807 W 4TH ST", 5200)
    assert (rent_house.name, rent_house.phone) == (in_hand.name, in_hand.phone)


def test_the_pictures_alerts_stand_on_any_other_day_too() -> None:
    for day in (date(2026, 11, 22), date(2027, 6, 1), date(2024, 2, 29)):
        account = next(iter(practice_accounts(7, accounts=2, business_date=day)))
        assert [alert.code for alert in alerts_of(account, day.isoformat())] == ["cash_only", "cutoff_list"]


def test_every_flag_status_class_service_and_age_is_in_the_smallest_city() -> None:
    people = _people(SMALL)
    services = [service for account in people for service in account.services]
    assert {flag.kind for account in people for flag in account.flags} == set(FlagKind)
    assert {account.status for account in people} == set(STATUSES)
    assert {account.account_class for account in people} == set(ACCOUNT_CLASSES)
    assert {service.service for service in services} == set(SERVICES)
    for age in ("current", "past_due_30", "past_due_60", "past_due_90"):
        assert any(getattr(service, age) > 0 for service in services)
    assert any(service.current < 0 for service in services)
    assert any(account.unapplied_credit for account in people)
    assert any(account.balance == 0 for account in people)


def test_cash_only_stands_with_a_date_to_come_a_date_gone_by_and_none() -> None:
    dates = [flag.date for account in _people(SMALL) for flag in account.flags if flag.kind == FlagKind.CASH_ONLY]
    assert None in dates
    assert any(day is not None and day < DAY.isoformat() for day in dates)
    assert any(day is not None and day > DAY.isoformat() for day in dates)


def test_account_numbers_and_addresses_are_given_once() -> None:
    people = _people()
    assert len({account.key for account in people}) == len(people)
    assert len({(account.service_address, account.unit) for account in people}) == len(people)
    assert [account.number for account in people if account.number in PICTURED_NUMBERS] == ["104-2281", "104-2290"]


def test_a_house_stands_once_however_long_the_walk() -> None:
    walk = AddressWalk(Dice(7))
    addresses = [walk.next() for _ in range(30_000)]
    assert len(set(addresses)) == 30_000
    assert not {"412 N CHICKASAW AVE", "1807 W 4TH ST"} & {street for street, _unit in addresses}


@pytest.mark.parametrize("seed", [4, 22])  # these would draw 104-2281 and 104-2290 a second time
def test_chance_never_gives_a_pictured_number_again(seed: int) -> None:
    people = practice_accounts(seed, accounts=960, business_date=DAY)
    assert sum(account.number in PICTURED_NUMBERS for account in people) == 2


def test_names_repeat_as_they_do_in_a_town_and_some_people_own_several_houses() -> None:
    people = _people()
    names = Counter(account.name for account in people)
    assert names.most_common(1)[0][1] >= 4
    assert len(names) > len(people) // 2
    surnames = Counter(account.name.split(",")[0] for account in people if "," in account.name)
    assert surnames["SMITH"] > 3 * surnames["SIXKILLER"]
    boxes = [(account.name, account.mailing_address) for account in people if "PO BOX" in account.mailing_address]
    landlords = Counter(boxes)
    assert landlords.most_common(1)[0][1] >= 3


def test_names_with_an_n_tilde_pass_through() -> None:
    assert any("\xd1" in account.name for account in _people())


def test_every_phone_is_of_the_fictional_exchange() -> None:
    phones = [phone for account in _people() for phone in (account.phone, account.alt_phone) if phone]
    assert all(phone[5:10] == " 555-" for phone in phones)
    assert any(not account.phone for account in _people())


def test_bills_fall_due_about_the_business_date_and_most_people_pay() -> None:
    people = _people()
    due = {service.due_date for account in people for service in account.services if service.due_date}
    assert any(day < DAY.isoformat() for day in due)
    assert any(day > DAY.isoformat() for day in due)
    late = sum(any(service.past_due for service in account.services) for account in people)
    assert len(people) // 20 < late < len(people) // 3
    homes = [account.balance for account in people if account.account_class == "residential" and account.balance > 0]
    assert 5_000 < sum(homes) // len(homes) < 40_000


def test_meters_stand_at_water_and_electric_only() -> None:
    metered = {service.service for account in _people() for service in account.services if service.meter}
    assert metered == {"WATER", "ELEC"}


def test_a_stub_line_is_account_amount_and_check_digit() -> None:
    line = _people(2)[0].stub_scan_line
    assert line[:11] == "00001042281"
    assert line[11:20] == "000018412"
    assert line[20:] == str(mod10_21(line[:20]))
    assert stub_line("1042281", -500)[11:20] == "000000000"
    for account in _people(500):
        assert int(account.stub_scan_line[11:20]) == max(account.balance, 0)


@pytest.mark.parametrize(("digits", "cents"), [("123456789012", 1), ("1042281", 1_000_000_000), ("10A", 1)])
def test_a_stub_line_that_does_not_fit_is_refused(digits: str, cents: int) -> None:
    with pytest.raises(ValueError, match=r"fit the scan line|digits only"):
        stub_line(digits, cents)


def test_the_extract_is_plain_csv_with_a_trailer() -> None:
    text = _bytes(30).decode()
    assert "\r\n" in text
    records = list(csv.reader(io.StringIO(text, newline="")))
    assert records[0][0] == "account"
    assert records[-1][:2] == ["TRAILER", str(len(records) - 2)]


@pytest.mark.parametrize("accounts", [0, MOST_ACCOUNTS + 1])
def test_a_city_of_nobody_or_of_everybody_is_refused(accounts: int) -> None:
    with pytest.raises(ValueError, match="a practice city has"):
        practice_accounts(1, accounts=accounts, business_date=DAY)
