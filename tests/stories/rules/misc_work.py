"""Misc lines and dated settings for the stories of misc receipts and pennies."""

from dataclasses import replace
from typing import Any

from app.domain.draft import Draft, DraftLine, MiscAsked
from app.domain.misc import MiscType, types_value
from app.domain.misc_starter import practice_types
from app.settings.misc_types import misc_types
from app.settings.policy import MISC_TYPES
from app.usecases.change_setting import ChangeSetting, SettingRequest
from tests.stories.rules.window import TODAY, Window

ORDINANCE = "Ord. 2026-11"


def change(window: Window, name: str, value: Any) -> None:
    request = SettingRequest("padmin", name, value, TODAY, ORDINANCE)
    window.do(lambda books: ChangeSetting(books)(request))


def use_practice_types(window: Window) -> None:
    change(window, MISC_TYPES, types_value(practice_types()))


def type_of(window: Window, code: str) -> MiscType:
    types = misc_types(window.ask(lambda books: books.policy(TODAY)))
    return next(each for each in types if each.code == code)


def misc(window: Window, code: str, cents: int, *, reference: str = "") -> DraftLine:
    """A line as the till makes it."""
    kind = type_of(window, code)
    asked = MiscAsked(kind.code, kind.price, kind.group, kind.tenders)
    return DraftLine(f"misc:{code}", code, kind.name, reference, cents, cents, misc=asked)


def with_misc(window: Window, draft: Draft, *lines: DraftLine) -> Draft:
    """The lines put in as they are, past the screen's own rules."""
    return replace(draft, lines=(*draft.lines, *lines))
