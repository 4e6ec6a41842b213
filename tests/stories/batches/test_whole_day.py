"""Open, receipts, a blind count with a difference, found, sent back, recounted, accepted, bagged, posted, again."""

from pathlib import Path

from app.domain.batch_state import BatchState
from app.domain.cash import NO_CASH, CashCount
from app.domain.tender import Tender
from tests.stories.batches.office import Office, cash_of


def test_a_whole_day_from_starting_cash_to_the_bag_and_the_posting_file(office: Office, tmp_path: Path) -> None:
    room = office.room
    office.sign_in("mruiz")
    number = office.open_batch()
    office.take(6_120, Tender("cash", 7_000))
    office.take(15_045, Tender("check", 15_045, "1042"), account=1)
    office.take(2_500, Tender("card", 2_500, "A1B2", "4417"), account=2)
    office.take(4_800, Tender("money_order", 4_800, "77"), account=3)
    office.printed(number)
    # the check's digits were keyed the wrong way round: it reads 154.05
    office.count(number, 26_120, checks=(1, 15_405), cards=(1, 2_500), orders=(1, 4_800))
    assert office.batch(number).state is BatchState.COUNTED

    office.sign_in("kdunn")
    office.told(room.detail.changed, lambda: room.detail.choose(number))
    shown = room.detail.shown
    assert shown is not None
    assert [row.difference for row in shown.rows] == ["0.00", "+3.60", "0.00", "0.00"]
    assert ("Digits swapped", "3.60") in [(suspect.words, suspect.explains) for suspect in shown.suspects]
    office.told(room.detail.changed, lambda: room.detail.send_back("Recount checks"))
    assert office.batch(number).state is BatchState.REJECTED

    office.sign_in("mruiz")
    assert room.mine.shown is not None
    assert room.mine.shown.back == "K. Dunn sent the count back: Recount checks."
    assert office.count(number, 26_120, checks=(1, 15_045), cards=(1, 2_500), orders=(1, 4_800)) == 2

    office.sign_in("kdunn")
    office.told(room.detail.changed, lambda: room.detail.choose(number))
    assert office.told(room.batch_closed, room.detail.accept) == number
    assert office.batch(number).state is BatchState.BALANCED

    office.told(room.deposit.changed, room.deposit.load)
    assert [one.batch for one in room.deposit.batches() if one.is_ticked] == [number]
    face = room.deposit.face(cash_of(6_120))
    assert [(line.words, line.due, line.here, line.is_even) for line in face.lines] == [
        ("Cash", "61.20", "61.20", True), ("Checks, 1", "150.45", "150.45", True),
        ("Money orders, 1", "48.00", "48.00", True),
    ]  # fmt: skip
    deposit = office.told(room.deposit.prepared, lambda: room.deposit.prepare("70412", cash_of(6_120)))
    told = office.told(
        room.deposit.refused, lambda: room.deposit.verify(deposit, bag="70412", who="kdunn", pin="123456")
    )
    assert "somebody else must approve" in told
    assert [user.user for user in room.deposit.verifiers(deposit)] == ["swhite"]
    office.told(
        room.deposit.verified, lambda: room.deposit.verify(deposit, bag="70412", who="swhite", pin="123456")
    )
    bag = room.deposit.bags()[0]
    assert (bag.prepared_by, bag.verified_by, bag.total) == ("K. Dunn", "S. Whitekiller", "259.65")

    office.told(room.posting.written, lambda: room.posting.export(tmp_path))
    made = room.posting.files()[0]
    first = (tmp_path / made.file_name).read_bytes()
    again = tmp_path / "again"
    again.mkdir()
    office.told(room.posting.written, lambda: room.posting.again(made.file_no, again))
    assert (again / made.file_name).read_bytes() == first
    assert made.file_name.startswith("PRACTICE_")
    assert "already has every balanced batch" in room.posting.waiting()


def test_a_bag_that_is_not_what_the_batches_hand_over_is_not_made(office: Office) -> None:
    room = office.room
    office.sign_in("mruiz")
    number = office.open_batch()
    office.take(5_000)
    office.printed(number)
    office.count(number, 25_000)
    office.sign_in("kdunn")
    office.told(room.detail.changed, lambda: room.detail.choose(number))
    office.told(room.batch_closed, room.detail.accept)
    office.told(room.deposit.changed, room.deposit.load)

    def refusal(bag: str, cash: CashCount) -> str:
        return str(office.told(room.deposit.refused, lambda: room.deposit.prepare(bag, cash)))

    assert "is 49.00, but these batches hand over 50.00" in refusal("1", cash_of(4_900))
    assert "Type the bag's number" in refusal(" ", cash_of(5_000))
    room.deposit.tick(number)
    assert "hold nothing for the bank" in refusal("1", NO_CASH)


def test_money_of_yesterday_outside_a_bag_says_so_every_morning(office: Office) -> None:
    office.sign_in("mruiz")
    number = office.open_batch()
    office.take(5_000)
    office.printed(number)
    office.count(number, 25_000)
    office.clock.advance(seconds=24 * 3600)
    office.sign_in("kdunn")
    assert office.room.board.left_words() == "Money of Sat 21 Nov is not in a bag: 50.00."
    left = next(figure for figure in office.room.board.figures() if figure.key == "left")
    assert (left.amount, left.is_risk, left.batches) == ("50.00", True, (number,))
    today = {figure.key: figure.amount for figure in office.room.board.figures()}
    assert (today["batches"], today["received"], today["outside"]) == ("0", "0.00", "0.00")
    assert office.room.board.batch_numbers() == [number]  # it still waits to be balanced
    office.told(office.room.board.changed, lambda: office.room.board.show_span("yesterday"))
    yesterday = {figure.key: figure.amount for figure in office.room.board.figures()}
    assert (yesterday["batches"], yesterday["received"]) == ("1", "50.00")
