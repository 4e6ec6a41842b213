"""Dirty files in the window: refused in one sentence, or the bad rows listed; cancelled, nothing changed."""

import csv
from pathlib import Path

from app.interchange.extract_columns import COLUMNS
from app.usecases.open_batch import OpenBatchRequest
from tests.ui.account.city import CASHIER_PIN, RUIZ, STARTING_CASH, cash
from tests.ui.import_accounts.office import Office
from ui.viewmodels.import_accounts import ImportStage


def dirty(first: list[bytes]) -> list[bytes]:
    """The first extract with the trailer off and two rows that cannot be taken: unknown service, no account."""
    lines = b"".join(first).split(b"\r\n")[:-2]
    width = len(COLUMNS)
    water = next(at for at, line in enumerate(lines) if line.startswith(b"104-2281,") and b",WATER," in line)
    lines[water] = lines[water].replace(b",WATER,", b",GAS,")
    lines.append(b",=NOBODY" + b"," * (width - 2))
    return [b"\r\n".join([*lines, b""])]


def test_bad_rows_are_listed_with_line_and_reason_and_saved_as_csv(office: Office, first: list[bytes]) -> None:
    office.take_in(office.keep(dirty(first)))
    done = office.model.done
    assert done is not None
    assert [(row.key, row.reason) for row in done.quarantined] == [
        (RUIZ, "unknown service “GAS”"), ("", "account missing"),
    ]  # fmt: skip
    saved = office.folder / "not-taken.csv"
    with office.qtbot.waitSignal(office.model.told) as told:
        office.model.save_list(saved)
    assert told.args == ["Saved as not-taken.csv."]
    rows = list(csv.reader(saved.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0] == ["line", "reason", "account", "row"]
    assert [int(row[0]) for row in rows[1:]] == [row.line for row in done.quarantined]


def test_an_account_with_a_bad_row_says_so_and_proposes_nothing(office: Office, first: list[bytes]) -> None:
    office.take_in(office.keep(dirty(first)))
    face = office.shown(RUIZ)
    line = office.model.done.quarantined[0].line if office.model.done else 0
    assert face.balance == ""
    assert f"Balance incomplete: line {line} not understood." in [alert.title for alert in face.alerts]
    assert (face.keep_on.amount, face.keep_on.can_take) == ("", False)
    assert face.notes[0].words == "unknown service “GAS”"


def test_a_list_that_cannot_be_written_says_so(office: Office, first: list[bytes]) -> None:
    office.take_in(office.keep(dirty(first)))
    with office.qtbot.waitSignal(office.model.told) as told:
        office.model.save_list(office.folder / "no such folder" / "list.csv")
    path = office.folder / "no such folder" / "list.csv"
    assert told.args == [
        f"{path} cannot be written (No such file or directory). Choose another place, or ask your IT for the right."
    ]


def test_a_wrong_file_is_refused_in_one_sentence(office: Office) -> None:
    workbook = office.keep([b"PK\x03\x04 sheet"], "accounts.xlsx")
    assert office.look(workbook) is ImportStage.REFUSED
    assert office.model.sentence == (
        "The file is an Excel workbook or an archive, not an accounts extract. Save it as CSV and import that."
    )


def test_a_file_that_is_gone_is_refused_in_one_sentence(office: Office) -> None:
    assert office.look(Path("nowhere.csv")) is ImportStage.REFUSED
    assert office.model.sentence == (
        "The file nowhere.csv cannot be read (No such file or directory). Choose it again, or another one."
    )


def test_the_same_file_twice_changes_nothing(office: Office, first: list[bytes]) -> None:
    path = office.keep(first)
    office.take_in(path)
    before = office.ask(lambda books: books.head())
    office.take_in(path)
    assert office.model.done is not None
    assert office.model.done.ref is None
    assert office.ask(lambda books: books.head()) == before


def test_a_cancelled_import_changes_nothing_and_stands_ready_again(office: Office, first: list[bytes]) -> None:
    path = office.keep(first)
    assert office.look(path) is ImportStage.PREVIEW
    before = office.ask(lambda books: books.head())
    office.model.take()
    office.model.cancel()
    office.until(lambda: not office.model.is_busy)
    assert office.model.stage is ImportStage.PREVIEW
    assert office.model.sentence == "The import was cancelled. Nothing was changed."
    assert office.ask(lambda books: books.head()) == before
    assert office.take() is ImportStage.DONE


def test_the_till_goes_on_while_a_file_is_taken(office: Office, first: list[bytes]) -> None:
    office.take_in(office.keep(first))
    request = OpenBatchRequest("mruiz", cash(STARTING_CASH))
    office.desk.do(lambda deeds: deeds.open_batch(request)).result(timeout=10)
    assert office.look(office.keep([b"".join(first).replace(b"RUIZ, MARIA", b"RUIZ, MARIE")])) is ImportStage.PREVIEW
    office.model.take()
    receipt = office.pay(RUIZ, 5_000)
    assert office.model.is_busy
    office.until(lambda: office.model.stage is ImportStage.DONE)
    face = office.shown(RUIZ)
    assert (face.name, face.balance) == ("RUIZ, MARIE", "134.12")
    assert f"Paid {receipt}" in [entry.words for entry in face.entries]


def test_a_cashier_may_not_import(office: Office, first: list[bytes]) -> None:
    office.sign_in("mruiz", CASHIER_PIN)
    assert not office.model.may_import
    assert office.look(office.keep(first)) is ImportStage.PREVIEW
    assert office.take() is ImportStage.REFUSED
    assert office.model.sentence == "M. Ruiz may not import accounts. Ask someone whose role allows it."
