"""Deeds are joined by name: what the table says and what `app/usecases` holds must stay one."""

from dataclasses import fields
from typing import Any

import pytest

from ui.viewmodels.deeds import Deeds, Later

NAMES = [name for name, kept in vars(Deeds).items() if isinstance(kept, Later)]


def deeds(**ports: Any) -> Deeds:
    kept: dict[str, Any] = {
        "pins": "pins", "seals": "seals", "sign_in": "sign in", "confirm_shown": print, "count_sheets": "sheets",
    }  # fmt: skip
    kept |= ports
    books: Any = "books"
    return Deeds(books, **kept)


@pytest.mark.parametrize("name", NAMES)
def test_a_deed_is_made_from_its_own_file_with_the_ports_it_names(name: str) -> None:
    joined = deeds(easy_pins=True)
    made = getattr(joined, name)
    assert type(made).__module__ == f"app.usecases.{name}"
    assert {field.name: getattr(made, field.name) for field in fields(made)} == {
        field.name: getattr(joined, field.name) for field in fields(made)
    }
    assert made.books == "books"


def test_a_deed_is_made_once() -> None:
    joined = deeds()
    assert joined.take_payment is joined.take_payment
    assert joined.take_payment is not deeds().take_payment
