"""Asking the books from a thread that may wait."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from app.ports.books import BooksReader

T = TypeVar("T")


class Asking(Protocol):
    """The reader's lane; call from a worker that may wait, never from the window's thread."""

    def run(self, question: Callable[[BooksReader], T], /) -> T:
        """Put the question and wait for its answer."""
        ...
