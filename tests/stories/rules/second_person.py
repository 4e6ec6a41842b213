"""Approvals at the station, and what stands in the journal afterwards."""

import json

from app.domain.facts.base import Approval
from app.domain.user import Deed
from app.usecases.approve_at_station import ApprovalRequest, ApproveAtStation
from app.usecases.change_setting import ChangeSetting, SettingRequest
from app.usecases.sign_in import SignIn
from tests.stories.rules.window import TODAY, Window


def approvals_table(window: Window, *rules: tuple[str, int, str]) -> None:
    table = [{"deed": deed, "over_cents": cents, "role": role} for deed, cents, role in rules]
    window.do(lambda books: ChangeSetting(books)(SettingRequest("padmin", "approvals", table, TODAY, "Ord. 9")))


def approve(window: Window, approver: str, pin: str, *, takers: tuple[str, ...] = (), cents: int = 5_000) -> Approval:
    request = ApprovalRequest("mruiz", approver, pin, Deed.VOID_RECEIPT, cents, "Wrong account", TODAY, takers)
    return window.do(lambda books: ApproveAtStation(books, sign_in(window))(request))


def sign_in(window: Window) -> SignIn:
    # the writer's own connection answers too; in these stories the reader's lane does
    class Reader:
        def __getattr__(self, name: str) -> object:
            return lambda *args: window.ask(lambda books: getattr(books, name)(*args))

    return SignIn(Reader(), window.pins, window.clock)  # type: ignore[arg-type]


def last_kinds(window: Window, since: int) -> list[str]:
    rows = window.station.writer.run_bare(
        lambda db: db.execute("SELECT payload FROM journal_entry WHERE seq > ? ORDER BY seq", (since,)).fetchall()
    )
    return [json.loads(payload)["kind"] for (payload,) in rows]
