"""A receipt's transfers and their way back (I-18, I-19, R17, R26)."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.facts.receipts import BucketAmount, PaidLine
from app.domain.receipt_rules import receipt_transfers, void_transfers
from app.domain.tender import Tender
from app.domain.transfer import Transfer


def line(account: str, *parts: tuple[str, int]) -> PaidLine:
    allocation = tuple(BucketAmount(bucket, cents) for bucket, cents in parts)
    return PaidLine(account, account, "", "", sum(cents for _b, cents in parts), allocation, 1, 0)


def net(transfers: tuple[Transfer, ...]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for move in transfers:
        sums[move.debit] = sums.get(move.debit, 0) + move.cents
        sums[move.credit] = sums.get(move.credit, 0) - move.cents
    return sums


def test_the_picture_of_the_till_as_transfers() -> None:
    moves = receipt_transfers(
        station="DT1",
        batch="DT1B-0142",
        lines=[
            line("104228103", ("WATER.30", 9_640), ("WATER.current", 8_772)),
            line("104229000", ("WATER.60", 5_200)),
        ],
        tenders=[Tender("check", 15_000, "1042"), Tender("cash", 10_000)],
        change=1_388,
    )
    assert moves == (
        Transfer("drawer:DT1:check", "clearing:DT1B-0142", 15_000),
        Transfer("drawer:DT1:cash", "clearing:DT1B-0142", 10_000),
        Transfer("clearing:DT1B-0142", "drawer:DT1:cash", 1_388),
        Transfer("clearing:DT1B-0142", "paid:104228103:WATER.30", 9_640),
        Transfer("clearing:DT1B-0142", "paid:104228103:WATER.current", 8_772),
        Transfer("clearing:DT1B-0142", "paid:104229000:WATER.60", 5_200),
    )


def test_a_card_is_no_money_in_the_drawer() -> None:
    card = Tender("card", 500, "A", "4242")
    moves = receipt_transfers(station="DT1", batch="B", lines=[line("1", ("CREDIT", 500))], tenders=[card], change=0)
    assert moves[0] == Transfer("card_receivable", "clearing:B", 500)


@given(st.lists(st.integers(1, 50_000), min_size=1, max_size=5), st.integers(0, 9_000), st.booleans())
def test_clearing_is_zero_after_a_receipt_and_everything_after_its_void(
    parts: list[int], change: int, by_check: bool
) -> None:
    total = sum(parts)
    lines = [line(str(place), ("WATER.30", cents)) for place, cents in enumerate(parts)]
    tenders = [Tender("cash", total + change)]
    if by_check and total > 1:
        tenders = [Tender("check", 1, "1"), Tender("cash", total - 1 + change)]
    moves = receipt_transfers(station="DT1", batch="B", lines=lines, tenders=tenders, change=change)
    assert net(moves)["clearing:B"] == 0
    assert net(moves)["drawer:DT1:cash"] + net(moves).get("drawer:DT1:check", 0) == total
    assert set(net(moves + void_transfers(moves)).values()) == {0}
