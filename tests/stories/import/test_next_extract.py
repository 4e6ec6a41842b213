"""Extract, pay, export, next extract with and without that payment: right to the cent both times (issue 2 item 6)."""

from app.interchange.posting_file import PostingFile, read_posting
from app.interchange.practice.next_extract import next_extract
from app.usecases.open_batch import OpenBatchRequest
from app.usecases.void_receipt import VoidRequest
from tests.ui.account.city import RENT_HOUSE, RUIZ, STARTING_CASH, cash
from tests.ui.import_accounts.office import Office
from ui.viewmodels.import_accounts import ImportStage

OWED, PAID, LATER = 18_412, 5_000, 1_212
NEXT_DAY = "2026-11-22"


def begin(office: Office, first: list[bytes]) -> PostingFile:
    """The first extract is in, one payment is taken, counted, balanced and exported in file 1."""
    office.take_in(office.keep(first))
    assert office.shown(RUIZ).balance == "184.12"
    open_batch(office)
    office.pay(RUIZ, PAID)
    office.balance_batch(counted=STARTING_CASH + PAID)
    made = office.export()
    assert (made.file_no, made.total) == (1, PAID)
    return read_posting(made.data)


def open_batch(office: Office) -> None:
    request = OpenBatchRequest("mruiz", cash(STARTING_CASH))
    office.desk.do(lambda deeds: deeds.open_batch(request)).result(timeout=10)


def balance_in_books(office: Office, key: str) -> int:
    """By the books' own words: snapshot less our payments since."""
    standing = office.ask(lambda books: books.standing(key))
    assert standing is not None
    since = office.ask(lambda books: books.payments_since(key))
    assert tuple(since) == standing.payments
    hit = next(hit for hit in office.ask(lambda books: books.find(standing.account.number)) if hit.key == key)
    balance = standing.account.balance - sum(payment.cents for payment in since)
    assert hit.balance == balance
    return balance


def steps(office: Office) -> list[tuple[str, str, str]]:
    face = office.account.face
    assert face is not None
    return [(entry.words, entry.second, entry.amount) for entry in face.entries if not entry.is_part]


def test_an_extract_that_contains_the_payment_is_right_to_the_cent(office: Office, first: list[bytes]) -> None:
    posting = begin(office, first)
    assert balance_in_books(office, RUIZ) == OWED - PAID
    following = office.keep(next_extract(lambda: first, postings=[posting], as_of=NEXT_DAY))
    office.take_in(following)
    assert office.model.done is not None
    assert (office.model.done.posted_through, office.model.done.posted) == (1, 1)
    assert balance_in_books(office, RUIZ) == OWED - PAID
    assert office.shown(RUIZ).balance == "134.12"
    assert steps(office) == [("Extract of Sun 22 Nov", following.name, "134.12")]


def test_an_extract_without_the_payment_is_right_to_the_cent(office: Office, first: list[bytes]) -> None:
    begin(office, first)
    following = office.keep(next_extract(lambda: first, postings=[], as_of=NEXT_DAY))
    office.take_in(following)
    assert office.model.done is not None
    assert (office.model.done.posted_through, office.model.done.posted) == (0, 0)
    assert balance_in_books(office, RUIZ) == OWED - PAID
    assert office.shown(RUIZ).balance == "134.12"
    (extract, payment) = steps(office)
    assert extract == ("Extract of Sun 22 Nov", following.name, "184.12")
    assert payment[0] == "Paid XDT1A-000001"
    assert payment[1].endswith("in file 1")
    assert payment[2] == "−50.00"


def test_what_was_paid_after_the_file_still_counts(office: Office, first: list[bytes]) -> None:
    posting = begin(office, first)
    open_batch(office)
    office.pay(RUIZ, LATER)
    office.take_in(office.keep(next_extract(lambda: first, postings=[posting], as_of=NEXT_DAY)))
    assert balance_in_books(office, RUIZ) == OWED - PAID - LATER
    assert office.shown(RUIZ).balance == "122.00"
    assert [amount for _words, _second, amount in steps(office)] == ["134.12", "−12.12"]


def test_a_payment_voided_after_its_export_is_owed_again(office: Office, first: list[bytes]) -> None:
    office.take_in(office.keep(first))
    open_batch(office)
    receipt = office.pay(RUIZ, PAID)
    approval = office.approval("void_receipt", "kdunn")
    office.desk.do(
        lambda deeds: deeds.void_receipt(VoidRequest("mruiz", receipt, "Wrong account", approval=approval))
    ).result(timeout=10)
    office.pay(RENT_HOUSE, PAID)
    office.balance_batch(counted=STARTING_CASH + PAID)
    made = office.export()
    office.take_in(office.keep(next_extract(lambda: first, postings=[read_posting(made.data)], as_of=NEXT_DAY)))
    assert (balance_in_books(office, RUIZ), balance_in_books(office, RENT_HOUSE)) == (OWED, 200)
    face = office.shown(RUIZ)
    assert face.balance == "184.12"
    assert face.payments[0].words == "Sat 21 Nov, void: Wrong account"


def test_a_file_that_does_not_say_is_asked_about_and_never_guessed(office: Office, first: list[bytes]) -> None:
    posting = begin(office, first)
    lines = b"".join(next_extract(lambda: first, postings=[posting], as_of=NEXT_DAY)).split(b"\r\n")
    lines[-2] = lines[-2].rpartition(b",")[0] + b","
    path = office.keep([b"\r\n".join(lines)])
    assert office.look(path) is ImportStage.PREVIEW
    assert office.model.preview is not None
    assert office.model.preview.must_ask
    assert office.take() is ImportStage.PREVIEW
    assert office.model.fault == "Type the number of the last posting file that billing had taken in, 0 for none."
    assert office.take("2") is ImportStage.PREVIEW
    assert office.model.fault == (
        "The file cannot contain posting file 2: the last one made is 1. Say the right number."
    )
    assert balance_in_books(office, RUIZ) == OWED - PAID
    assert office.take("1") is ImportStage.DONE
    assert balance_in_books(office, RUIZ) == OWED - PAID
    assert office.shown(RUIZ).balance == "134.12"


def test_an_account_that_billing_dropped_stays_and_says_so(office: Office, first: list[bytes]) -> None:
    office.take_in(office.keep(first))
    lines = [line for line in b"".join(first).split(b"\r\n")[:-2] if not line.startswith(b"104-2290,")]
    office.take_in(office.keep([b"\r\n".join([*lines, b""])]))
    assert office.model.done is not None
    assert office.model.done.absent == 1
    face = office.shown(RENT_HOUSE)
    assert "Not in the last extract." in [alert.title for alert in face.alerts]
    assert (face.balance, face.source) == ("52.00", "Balance of an earlier extract, no payments of ours since")
    assert steps(office) == [("An earlier extract", "not in the last one", "52.00")]
