"""An error on its way between two processes: the same class, sentence and fields on the other side."""

from collections.abc import Iterator

from app.errors import CityTillError, RecordsError
from db.aside.frames import Failed

_PLAIN = (str, int, bool, type(None))


def failed(error: CityTillError) -> Failed:
    """What is sent; a field that is no plain value goes as its text."""
    fields = {name: value if isinstance(value, _PLAIN) else str(value) for name, value in vars(error).items()}
    return Failed(error.code, str(error), fields)


def raised(told: Failed) -> CityTillError:
    """The error to raise here; one whose class is not loaded here keeps its sentence."""
    kind = next((kind for kind in _kinds(CityTillError) if kind.code == told.code), RecordsError)
    error = kind.__new__(kind, told.words)
    vars(error).update(told.fields)
    return error


def _kinds(root: type[CityTillError]) -> Iterator[type[CityTillError]]:
    for kind in root.__subclasses__():
        yield kind
        yield from _kinds(kind)
