"""An administrator's work in Set-up by keys alone (R7, R43, R44, P17, J6, O1)."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from app.domain.setting_codes import CodeTable
from app.domain.user import Role
from app.usecases.try_drawer import TRY_REASON
from db.paths import STATION_DB
from db.verify.verify import verify
from tests.ui.till.test_screens import faults
from tests.ui.window.person import ALT, CTRL, Key, Person
from ui.compose.practice import APPROVER_PIN, CASHIER_PIN
from ui.compose.set_up_shell import SetUpShell
from ui.look.theme import Look, apply_look
from ui.look.tokens import DARK
from ui.views.set_up_room.list_page import ListPage
from ui.views.set_up_room.room import SetUpRoom

PAGES = ("people", "fees", "approvals", "codes", "station", "devices", "notes", "misc", "receipts")
SIZES = ((1366, 768), (1920, 1080))
ADMIN, SUPERVISOR, AUDITOR = ("P. Foreman", CASHIER_PIN), ("K. Dunn", APPROVER_PIN), ("E. Boone", CASHIER_PIN)
FORM = "set_up_form"
SHADOW_PX = 24


def in_set_up(person: Person, who: tuple[str, str] = ADMIN) -> SetUpRoom:
    """Sign in; an administrator lands here, everybody else goes here by the rail's key."""
    person.sit_down(*who)
    if person.page.frame.room() != "set_up":
        place = len(person.rooms.frame.rooms())  # the last on the rail
        person.press(Key(Key.Key_0.value + place), CTRL)
    person.settle()
    assert person.page.frame.room() == "set_up"
    rooms = [shell.room for shell in person.start.window.findChildren(SetUpShell)]
    return next(room for room in rooms if isinstance(room, SetUpRoom))


def go_to(person: Person, room: SetUpRoom, page: str) -> ListPage:
    person.press(Key(Key.Key_1.value + PAGES.index(page)), ALT)
    person.settle()
    assert room.page.objectName() == f"set_up_{page}"
    assert person.focus is room.page.table
    return room.page


def to_row(person: Person, page: ListPage, words: str) -> None:
    """Up and Down to the row that says so."""
    cells = [[cell.text for cell in row] for row in page.model.rows()]
    wanted = next(at for at, row in enumerate(cells) if words in row)
    for _step in range(len(cells)):
        here = page.table.chosen_row()
        if here == wanted:
            return
        person.press(Key.Key_Down if wanted > here else Key.Key_Up)
    raise AssertionError(f"no way to {words}")


def answer(person: Person, *texts: str) -> None:
    """Each into the field in hand, Enter to the next."""
    for text in texts:
        if text:
            person.press(Key.Key_A, CTRL)
            person.write(text)
        person.press(Key.Key_Return)


def tick(person: Person) -> None:
    """Space goes down and comes up again as under a finger, not within a scanner's pace."""
    box = person.focus
    QTest.keyPress(box, Key.Key_Space)
    person.until(lambda: not person.page.scans.is_holding)
    QTest.keyRelease(box, Key.Key_Space)


def row_of(page: ListPage, words: str) -> list[str]:
    return next([cell.text for cell in row] for row in page.model.rows() if words in [cell.text for cell in row])


@pytest.mark.slow
def test_every_page_is_whole_at_both_sizes(at_the_window: Callable[[Path], Person], city: Path) -> None:
    person = at_the_window(city)
    room = in_set_up(person)
    for page in PAGES:
        go_to(person, room, page)
        for width, height in SIZES:
            person.start.window.resize(width, height)
            QApplication.processEvents()
            assert faults(person.start.window) == [], page
            person.shoot(f"set-up-{page}")
    person.press(Key.Key_F1)
    assert person.said("keys_help_title") == "Keys: Set-up"
    assert person.shows("Notes on screens")
    person.press(Key.Key_Escape)
    person.press(Key.Key_Escape)  # from the page to the list of pages, and up to the first
    for _page in PAGES:
        person.press(Key.Key_Up)
    person.press(Key.Key_Return)
    assert room.page.objectName() == "set_up_people"
    assert person.focus is room.page.table


@pytest.mark.slow
def test_r43_r44_a_person_is_added_changed_locked_out_and_made_inactive(
    at_the_window: Callable[[Path], Person], city: Path
) -> None:
    person = at_the_window(city)
    room = in_set_up(person)
    page = go_to(person, room, "people")
    person.press(Key.Key_A)
    dialog = person.dialog(FORM)
    answer(person, "N. New", "nnew", "471147", "471147")
    ticks = {check.objectName(): check for check in dialog.findChildren(QCheckBox)}
    for _tick in range(20):
        if person.focus is ticks["set_up_role_auditor"]:
            break
        person.press(Key.Key_Tab)
    tick(person)
    assert "One person cannot be auditor and cashier" in person.said("set_up_form_fault_words")
    assert faults(dialog) == []
    person.shoot("set-up-person")
    person.press(Key.Key_F10)
    assert dialog.isVisible()
    tick(person)
    person.press(Key.Key_F10)
    person.is_gone(FORM)
    assert person.ask(lambda books: books.user("nnew")).roles == (Role.CASHIER,)  # type: ignore[union-attr]
    person.until(lambda: "N. New is added" in room.strip_fact())
    assert person.focus is page.table

    to_row(person, page, "N. New")
    person.press(Key.Key_Return)  # what was typed is not lost without asking
    person.dialog(FORM)
    answer(person, "N. Newman")
    person.press(Key.Key_Escape)
    person.dialog("question")
    person.press(Key.Key_Escape)
    person.is_gone("question")
    person.press(Key.Key_F10)
    person.is_gone(FORM)
    to_row(person, page, "N. Newman")

    person.press(Key.Key_I)
    person.dialog("question")
    person.press(Key.Key_Return)
    person.until(lambda: row_of(page, "N. Newman")[-1] == "Inactive")
    person.press(Key.Key_L, CTRL)
    person.until(lambda: all(card.shown.words != "N. Newman" for card in person.start.page.users.cards))


@pytest.mark.slow
def test_j6_the_last_administrator_stays(at_the_window: Callable[[Path], Person], city: Path) -> None:
    person = at_the_window(city)
    room = in_set_up(person)
    page = go_to(person, room, "people")
    to_row(person, page, "P. Foreman")
    person.press(Key.Key_I)
    person.dialog("question")
    person.press(Key.Key_Return)
    person.until(lambda: person.shows("P. Foreman is the only administrator"))
    assert row_of(page, "P. Foreman")[-1] == "Active"


@pytest.mark.slow
def test_r44_who_is_locked_out_is_unlocked_by_a_key(at_the_window: Callable[[Path], Person], city: Path) -> None:
    person = at_the_window(city)
    for _wrong in range(5):
        person.sign_in("M. Ruiz", "9182")
        person.settle()
    room = in_set_up(person)
    page = go_to(person, room, "people")
    person.until(lambda: row_of(page, "M. Ruiz")[-1] == "Locked out")
    to_row(person, page, "M. Ruiz")
    person.press(Key.Key_U)
    person.until(lambda: row_of(page, "M. Ruiz")[-1] == "Active")
    person.press(Key.Key_L, CTRL)
    person.sit_down("M. Ruiz", CASHIER_PIN)


@pytest.mark.slow
def test_p17_a_fee_that_begins_tomorrow_does_not_count_today(
    at_the_window: Callable[[Path], Person], city: Path
) -> None:
    person = at_the_window(city)
    room = in_set_up(person)
    page = go_to(person, room, "fees")
    sitting = person.rooms.session.sitting
    assert sitting is not None
    today = sitting.business_date
    tomorrow = (date.fromisoformat(today) + timedelta(days=1)).isoformat()
    person.press(Key.Key_Return)
    dialog = person.dialog(FORM)
    answer(person, "thirty", "2020-01-01")
    person.press(Key.Key_F10)
    assert person.said("set_up_value_caption") != ""
    assert dialog.isVisible()
    person.press(Key.Key_A, CTRL)
    person.write("30")
    person.press(Key.Key_Return)
    answer(person, "2020-01-01", "Ord. 51.11")
    assert "before today" in person.said("set_up_from_caption")
    assert faults(dialog) == []
    person.shoot("set-up-fee")
    answer(person, tomorrow, "Ord. 51.11")
    person.is_gone(FORM)
    policies = [person.ask(lambda books, day=day: books.policy(day)) for day in (today, tomorrow)]  # type: ignore[misc]
    assert [policy.reconnect_fee for policy in policies] == [2_500, 3_000]
    person.until(lambda: "30.00" in row_of(page, "Reconnect fee")[-1])
    assert row_of(page, "Reconnect fee")[1] == "25.00"
    assert verify(city / STATION_DB, person.rooms.desk.key).failed() == ()
    assert faults(person.start.window) == []
    person.shoot("set-up-fee-coming")


@pytest.mark.slow
def test_r24_a_rule_of_the_approval_table_is_added_and_taken_out(
    at_the_window: Callable[[Path], Person], city: Path
) -> None:
    person = at_the_window(city)
    room = in_set_up(person)
    page = go_to(person, room, "approvals")
    person.press(Key.Key_A)
    dialog = person.dialog(FORM)
    for _step in range(4):
        person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    answer(person, "25.00")
    person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    answer(person, "")
    assert faults(dialog) == []
    person.shoot("set-up-rule")
    answer(person, "Council, 3 Dec 2026")
    person.is_gone(FORM)
    person.until(lambda: any("25.00" in [cell.text for cell in row] for row in page.model.rows()))
    sitting = person.rooms.session.sitting
    assert sitting is not None
    assert person.ask(lambda books: books.policy(sitting.business_date)).approver_role("no_sale", 2_500) == "lead"
    to_row(person, page, "25.00")
    person.press(Key.Key_Delete)
    person.dialog(FORM)
    answer(person, "", "Council, 4 Dec 2026")
    person.is_gone(FORM)
    person.until(lambda: all("25.00" not in [cell.text for cell in row] for row in page.model.rows()))


@pytest.mark.slow
def test_j6_a_reason_is_switched_off_and_the_till_offers_it_no_more(
    at_the_window: Callable[[Path], Person], city: Path
) -> None:
    person = at_the_window(city)
    room = in_set_up(person)
    page = go_to(person, room, "codes")
    to_row(person, page, "Duplicate")
    person.press(Key.Key_Return)
    person.dialog(FORM)
    person.shoot("set-up-code")
    answer(person, "", "Audit 2026-3")
    person.is_gone(FORM)
    person.until(lambda: row_of(page, "Duplicate")[-1] == "Off")
    person.press(Key.Key_A)
    person.dialog(FORM)
    answer(person, "Paid on line", "", "Audit 2026-3")
    person.is_gone(FORM)
    person.until(lambda: any("Paid on line" in [cell.text for cell in row] for row in page.model.rows()))
    person.shoot("set-up-codes-changed")
    offered = person.rooms.session.offered(CodeTable.VOID)
    assert "Duplicate" not in offered
    assert "Paid on line" in offered


@pytest.mark.slow
def test_o1_a_note_stands_quietly_on_its_screen(at_the_window: Callable[[Path], Person], city: Path) -> None:
    person = at_the_window(city)
    room = in_set_up(person)
    page = go_to(person, room, "notes")
    notes = {"Batches": "Bags leave at 4. Two people carry them.", "Till": "Ask for a photo ID with every check."}
    for screen, words in notes.items():
        to_row(person, page, screen)
        person.press(Key.Key_Return)
        person.dialog(FORM)
        answer(person, words, "", "Procedure 12")
        person.is_gone(FORM)
        person.until(lambda: words in row_of(page, screen))  # noqa: B023 - waited for here
    person.shoot("set-up-notes-written")
    assert not person.shows("Bags leave at 4.") or room.isVisible()
    person.press(Key.Key_L, CTRL)
    person.sit_down(*SUPERVISOR)
    assert person.page.frame.room() == "batches"
    assert person.said("screen_note_words") == notes["Batches"]
    person.shoot("set-up-note-on-batches")
    assert faults(person.start.window) == []
    person.press(Key.Key_1, CTRL)
    assert person.said("screen_note_words") == notes["Till"]
    person.shoot("set-up-note-on-till")
    assert faults(person.start.window) == []


@pytest.mark.slow
def test_r7_the_drawer_is_tried_from_set_up_and_the_journal_says_who(
    at_the_window: Callable[[Path], Person], city: Path
) -> None:
    person = at_the_window(city)
    room = in_set_up(person)
    page = go_to(person, room, "devices")
    person.until(lambda: row_of(page, "Receipt printer")[-1] == "ok")
    person.press(Key.Key_P)
    person.until(lambda: "Test paper: printed" in room.strip_fact())
    person.press(Key.Key_K)
    person.until(lambda: "Drawer: opened" in room.strip_fact())
    person.shoot("set-up-devices-tried")
    found = person.ask(lambda books: books.happenings(kinds=("drawer_opened",)))
    assert [(envelope.by, fact.reason) for _ref, envelope, fact in found] == [("pforeman", TRY_REASON)]  # type: ignore[attr-defined]
    person.until(lambda: row_of(page, "Receipt printer")[-1] == "ok")  # the station's own line stands again
    person.press(Key.Key_Return)  # a practice city opens simulators only
    assert not person.shows("Network address")


@pytest.mark.slow
@pytest.mark.parametrize("who", [SUPERVISOR, AUDITOR])
def test_r43_who_only_reads_has_no_deed_in_set_up(
    at_the_window: Callable[[Path], Person], city: Path, who: tuple[str, str]
) -> None:
    person = at_the_window(city)
    room = in_set_up(person, who)
    for key in PAGES:
        page = go_to(person, room, key)
        assert all(page.model.deeds(at) == () for at in range(len(page.model.rows())))
        assert all(page.model.ask(deed, 0) is None for deed in ("open", "add", "unlock", "active", "print", "kick"))
        person.press(Key.Key_Return)
        person.press(Key.Key_A)
        assert person.shows("You read here; an administrator changes it.")
        assert faults(person.start.window) == []
    person.shoot("set-up-reading")




@pytest.mark.slow
def test_large_text_in_the_dark_stays_whole_and_a_long_form_scrolls(
    at_the_window: Callable[[Path], Person], city: Path, qapp: QApplication
) -> None:
    person = at_the_window(city)
    room = in_set_up(person)
    apply_look(qapp, Look(DARK, 125))
    for page in PAGES:
        go_to(person, room, page)
        person.shoot(f"set-up-large-{page}")
    go_to(person, room, "people")
    person.press(Key.Key_A)
    dialog = person.dialog(FORM)
    assert dialog.height() - 2 * SHADOW_PX <= person.start.window.height()
    person.shoot("set-up-large-person")
    person.press(Key.Key_Escape)
    person.is_gone(FORM)
