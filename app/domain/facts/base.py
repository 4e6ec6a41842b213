"""What every fact shares: its kind, its version, and the envelope the journal puts around it."""

from collections.abc import Mapping
from typing import Any, ClassVar, NewType, Protocol

from app.domain.entry import StreamName
from app.frozen import frozen

Sealed = NewType("Sealed", str)
"""Words that a person typed freely, sealed before they are stored; empty where nothing was said (DESIGN section 3)."""
NOTHING_SAID = Sealed("")


class Fact(Protocol):
    """Anything that can be appended: a frozen dataclass whose fields are JSON types or such dataclasses."""

    KIND: ClassVar[str]
    V: ClassVar[int]


@frozen
class Envelope:
    """Who, when and where: the fields every entry has beside its fact's own.

    `at` UTC; `mono_ns` and `boot_id` order events across a wrong clock (b.15); `by` the user id, empty for the
    station itself; `business_date` empty where a fact belongs to no business day.
    """

    at: str
    mono_ns: int
    boot_id: str
    by: str
    business_date: str
    app_v: str


def payload_values(stream: StreamName, envelope: Envelope, fact: Fact) -> Mapping[str, Any]:
    """The payload before it is made canonical; the stream's keys sort first."""
    return {**stream.keys(), **vars(envelope), "kind": fact.KIND, "v": fact.V, **vars(fact)}


@frozen
class Approval:
    """A second person's yes, kept with the deed (J3, R25).

    `way` is `station` (badge or PIN here), `other_station` or `afterwards`; `by` is empty while an approval
    afterwards is still open. `reason` comes from a list, `note` holds words of one's own.
    """

    deed: str
    by: str
    way: str
    reason: str
    note: Sealed = NOTHING_SAID
