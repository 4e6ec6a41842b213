"""An alert that somebody wrote stands above the money, a note behind F4 (B5)."""

from app.usecases.add_note import NoteRequest
from tests.stories.till.cashier import RENT_HOUSE, Cashier


def write(cashier: Cashier, request: NoteRequest) -> None:
    cashier.desk.do(lambda deeds: deeds.add_note(request)).result(10)


def test_b5_an_alert_of_ours_stands_above_the_money_and_a_note_behind_f4(cashier: Cashier) -> None:
    for words, is_alert, until in (("Ring first", True, ""), ("Pays on the third", False, "")):
        write(cashier, NoteRequest("mruiz", RENT_HOUSE, words, is_alert, until))
    cashier.scan(RENT_HOUSE)
    face = cashier.till.work.face(RENT_HOUSE)
    assert face is not None
    assert ("Alert by M. Ruiz.", "Ring first") in [(alert.title, alert.sentence) for alert in face.alerts]
    assert [words for _who, words in face.notes] == ["Pays on the third"]
