"""Find: as you type, by Enter, by scan; late answers are dropped."""

from app.domain.account import Account, FlagKind
from app.interchange.practice.city import practice_accounts
from tests.stories.till.cashier import ACCOUNTS, DAY, RENT_HOUSE, RUIZ, SEED, Cashier, plain_accounts


def numbers(cashier: Cashier) -> list[str]:
    return [hit.number for hit in cashier.till.find.hits]


def test_a_name_is_found_as_it_is_typed(cashier: Cashier) -> None:
    cashier.till.find.type("ruiz m")
    cashier.until(lambda: set(numbers(cashier)) == {"104-2281", "104-2290"})


def test_an_address_a_phone_and_a_meter_are_found(cashier: Cashier) -> None:
    for words in ("1807 w 4th", "W1221007"):
        cashier.till.find.type(words)
        cashier.settle()
        assert numbers(cashier) == ["104-2290"], words
    cashier.till.find.type("918 555 0137")
    cashier.settle()
    assert set(numbers(cashier)) == {"104-2281", "104-2290"}


def test_the_answer_to_an_earlier_letter_is_dropped(cashier: Cashier) -> None:
    answers: list[int] = []
    cashier.till.find.found.connect(lambda hits: answers.append(len(hits)))
    for text in ("r", "ru", "rui", "ruiz"):
        cashier.till.find.type(text)
    cashier.settle()
    assert answers == [2]


def test_the_next_letter_of_a_short_list_asks_nobody(cashier: Cashier) -> None:
    cashier.till.find.type("rui")
    cashier.until(lambda: len(numbers(cashier)) == 2)
    cashier.till.find.type("ruiz m")  # no event loop turns: the answer is there at once
    assert len(numbers(cashier)) == 2
    cashier.till.find.type("ruiz q")
    assert numbers(cashier) == []
    cashier.till.find.type("ruiz")
    assert len(numbers(cashier)) == 2


def test_a_list_that_is_some_seconds_old_is_asked_for_anew(cashier: Cashier) -> None:
    cashier.till.find.type("rui")
    cashier.until(lambda: len(numbers(cashier)) == 2)
    cashier.clock.advance(seconds=6)
    cashier.till.find.type("ruiz q")
    assert len(numbers(cashier)) == 2  # the books are still being asked
    cashier.until(lambda: numbers(cashier) == [])


def test_a_picked_row_goes_on_the_receipt(cashier: Cashier) -> None:
    cashier.till.find.type("ruiz")
    cashier.until(lambda: len(numbers(cashier)) == 2)
    key = cashier.till.find.hits[0].key
    cashier.till.find.pick(0)
    cashier.until(lambda: [line.account for line in cashier.draft.lines] == [key])


def test_enter_on_the_exact_number_needs_no_list(cashier: Cashier) -> None:
    cashier.till.find.enter("104-2281")
    cashier.until(lambda: [line.account for line in cashier.draft.lines] == [RUIZ])


def test_enter_on_several_hits_shows_the_list(cashier: Cashier) -> None:
    cashier.till.find.enter("ruiz")
    cashier.until(lambda: len(numbers(cashier)) == 2)
    assert cashier.draft.is_empty


def test_nothing_found_is_one_sentence(cashier: Cashier) -> None:
    cashier.till.find.enter("zzzzq")
    cashier.until(lambda: bool(cashier.till.notice))
    assert cashier.till.notice == "Nothing was found for “zzzzq”. Type fewer letters, or another word."


def test_an_unknown_stub_is_one_sentence(cashier: Cashier) -> None:
    cashier.till.scan("99999999999999999999")
    cashier.until(lambda: bool(cashier.till.notice))
    assert cashier.till.notice.startswith("No account has the scanned code 99999999999999999999.")


def test_an_unreadable_scan_is_one_sentence(cashier: Cashier) -> None:
    cashier.till.scan("***")
    assert cashier.till.notice == "The scan could not be read. Scan again, or type the account."


def test_an_account_number_can_be_scanned_too(cashier: Cashier) -> None:
    cashier.till.scan(RENT_HOUSE)
    cashier.until(lambda: [line.account for line in cashier.draft.lines] == [RENT_HOUSE])


def test_a_confidential_accounts_details_are_shown_only_after_the_look_is_logged(cashier: Cashier) -> None:
    hidden = next(account for account in every() if account.has(FlagKind.CONFIDENTIAL))
    cashier.till.work.add(hidden.key)
    cashier.until(lambda: bool(cashier.draft.lines))
    assert cashier.till.work.is_hidden(hidden.key)
    before = cashier.ask(lambda books: books.head()).seq
    cashier.till.reveal()
    cashier.until(lambda: not cashier.till.work.is_hidden(hidden.key))
    assert cashier.ask(lambda books: books.head()).seq == before + 1


def test_the_band_stays_until_the_next_scan(cashier: Cashier) -> None:
    first, second = plain_accounts()[:2]
    cashier.scan(first.key)
    cashier.till.cash()
    cashier.saved()
    cashier.scan(second.key)
    assert cashier.till.moment.receipt == ""


def every() -> list[Account]:
    return list(practice_accounts(SEED, accounts=ACCOUNTS, business_date=DAY))
