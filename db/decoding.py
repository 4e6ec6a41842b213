"""Stored payload bytes back into facts: one typed pass by msgspec, after a glance at the kind (hot-path 3).

For each kind of `app/domain/facts` a shape is made that holds the envelope's and the fact's own fields; nested values
are the facts' own dataclasses. A shape answers the same attributes as the fact, so projections take either.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, ClassVar, get_type_hints

import msgspec

from app.domain.entry import StreamName
from app.domain.facts import batches, custody, deposits, mail, notes, paper, receipts, station
from app.domain.facts.base import Envelope, Fact
from app.errors import RecordsError


class PayloadUnreadableError(RecordsError):
    """Stored bytes are no entry of a kind and version that this program knows."""

    code: ClassVar[str] = "payload_unreadable"

    def __init__(self, why: str) -> None:
        super().__init__(f"An entry cannot be read ({why}). Install the newest CityTill, then run a verify.")


FACTS: tuple[type[Any], ...] = (
    station.StationStarted,
    station.SettingChanged,
    station.UserChanged,
    station.AccountsImported,
    station.ApprovalAnswered,
    station.ApprovalRefused,
    station.DetailRevealed,
    station.ClockJumped,
    station.GapDeclared,
    batches.BatchOpened,
    batches.DrawerOpened,
    batches.CashTurnedIn,
    batches.BatchCounted,
    batches.BatchBalanced,
    batches.BatchRejected,
    batches.BatchReopened,
    batches.CheckpointMade,
    receipts.ReceiptTaken,
    receipts.ReceiptVoided,
    receipts.ReceiptReprinted,
    receipts.HandoverAnswered,
    receipts.DraftDropped,
    deposits.DepositPrepared,
    deposits.DepositVerified,
    deposits.DepositUndone,
    deposits.PostingExported,
    deposits.PostingsDeclared,
    deposits.PostingTakenBack,
    custody.BatchHandedOver,
    custody.DrawerCounted,
    paper.PaperIssued,
    paper.PaperEntered,
    paper.PaperListed,
    paper.PaperReturned,
    notes.NoteAdded,
    notes.NoteEnded,
    mail.MailListed,
    mail.MailSetAside,
    mail.MailTakenUp,
)


def decoded(payload: bytes) -> Any:
    """The shape of an entry: attributes of its fact and of its envelope (empty in a genesis), and `v`.

    Raises:
        PayloadUnreadableError: an unknown kind or a field that is missing or of another type.
    """
    try:
        return _decoder(_kinds().decode(payload).kind).decode(payload)
    except msgspec.MsgspecError as error:
        raise PayloadUnreadableError(str(error)) from error


def paid_of(payload: bytes) -> Any:
    """What a receipt's entry says of its accounts' payments, and no more: `receipt`, `at`, `lines` with allocation.

    Raises:
        PayloadUnreadableError: it is no such entry.
    """
    try:
        return _payments().decode(payload)
    except msgspec.MsgspecError as error:
        raise PayloadUnreadableError(str(error)) from error


def kind_of(shape: Any) -> str:
    """The kind of a decoded entry."""
    return str(shape.__struct_config__.tag)


def fact_of(shape: Any) -> Fact:
    """The fact itself, without its envelope."""
    fact_type = _types()[kind_of(shape)]
    found: Fact = fact_type(**{field.name: getattr(shape, field.name) for field in fields(fact_type)})
    return found


def envelope_of(shape: Any) -> Envelope:
    """Who, when and where."""
    return Envelope(**{field.name: getattr(shape, field.name) for field in fields(Envelope)})


def stream_of(payload: bytes) -> StreamName:
    """The stream that the bytes themselves name.

    Raises:
        PayloadUnreadableError: the payload names none.
    """
    try:
        keys = msgspec.json.decode(payload, type=_StreamKeys)
    except msgspec.MsgspecError as error:
        raise PayloadUnreadableError(str(error)) from error
    return StreamName(tenant=keys.tenant, station=keys.station, incarnation=keys.incarnation)


class _StreamKeys(msgspec.Struct, rename={"tenant": "_tenant", "station": "_station", "incarnation": "_incarnation"}):
    tenant: str
    station: str
    incarnation: str


class _Kind(msgspec.Struct):
    kind: str


class _PaidBucket(msgspec.Struct, gc=False):
    bucket: str
    cents: int


class _PaidAccount(msgspec.Struct, gc=False):
    account: str
    cents: int
    allocation: tuple[_PaidBucket, ...]


class _Payments(msgspec.Struct, gc=False):
    receipt: str
    at: str
    lines: tuple[_PaidAccount, ...]


@cache
def _payments() -> Any:
    return msgspec.json.Decoder(_Payments)


@cache
def _types() -> Mapping[str, type[Any]]:
    return {fact.KIND: fact for fact in FACTS}


@cache
def _kinds() -> Any:
    return msgspec.json.Decoder(_Kind)


@cache
def _decoder(kind: str) -> Any:
    """One kind's, made when it is first met: all of them at once would hold up the first sign-in by 20 ms."""
    if kind not in _types():
        raise PayloadUnreadableError(f"of kind {kind}")
    return msgspec.json.Decoder(_shape(_types()[kind]))


def _shape(fact: type[Any]) -> Any:
    hints, envelope = get_type_hints(fact), get_type_hints(Envelope)
    own = [
        (field.name, hints[field.name]) if field.default is MISSING else (field.name, hints[field.name], field.default)
        for field in fields(fact)
    ]
    around = [(name, kind, kind()) for name, kind in envelope.items()]
    shape = [*own, *around, ("v", int, 1)]
    return msgspec.defstruct(
        f"{fact.__name__}Shape",
        shape,
        tag_field="kind",
        tag=fact.KIND,
        frozen=True,
        gc=False,
        kw_only=True,
    )
