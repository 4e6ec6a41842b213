"""Every deed the window and the command line can do, joined to the books once by `ui/compose`.

A deed is imported when it is first done: nobody waits at sign-in for the thirty files of what comes later in the day
(hot-path 7). So their names stand under `TYPE_CHECKING`, here and nowhere else for files of ours.
"""

from collections.abc import Callable
from dataclasses import fields
from importlib import import_module
from typing import TYPE_CHECKING, Generic, TypeVar

from app.ports.books import Books
from app.ports.count_sheets import CountSheets
from app.ports.pins import Pins
from app.ports.seals import Seals
from app.usecases.sign_in import SignIn

if TYPE_CHECKING:
    from app.usecases.accept_count import AcceptCount
    from app.usecases.add_note import AddNote
    from app.usecases.answer_approval import AnswerApproval
    from app.usecases.answer_handover import AnswerHandover
    from app.usecases.approve_at_station import ApproveAtStation
    from app.usecases.change_setting import ChangeSetting
    from app.usecases.change_user import ChangeUser
    from app.usecases.confirm_clock import ConfirmClock
    from app.usecases.declare_postings import DeclarePostings
    from app.usecases.drop_draft import DropDraft
    from app.usecases.end_note import EndNote
    from app.usecases.endorse_checks import EndorseChecks
    from app.usecases.enter_paper import EnterPaper
    from app.usecases.export_posting import ExportPosting
    from app.usecases.found_station import FoundStation
    from app.usecases.hand_over_batch import HandOverBatch
    from app.usecases.issue_paper import IssuePaper
    from app.usecases.list_mail import ListMail
    from app.usecases.make_checkpoint import MakeCheckpoint
    from app.usecases.no_sale import NoSale
    from app.usecases.open_batch import OpenBatch
    from app.usecases.open_mail import OpenMail
    from app.usecases.prepare_deposit import PrepareDeposit
    from app.usecases.print_tape import PrintTape
    from app.usecases.recall_draft import RecallDraft
    from app.usecases.reject_count import RejectCount
    from app.usecases.reopen_batch import ReopenBatch
    from app.usecases.reprint_receipt import ReprintReceipt
    from app.usecases.return_paper import ReturnPaper
    from app.usecases.reveal_detail import RevealDetail
    from app.usecases.save_draft import SaveDraft
    from app.usecases.set_mail_aside import SetMailAside
    from app.usecases.submit_count import SubmitCount
    from app.usecases.surprise_count import SurpriseCount
    from app.usecases.take_back_posting import TakeBackPosting
    from app.usecases.take_mail_up import TakeMailUp
    from app.usecases.take_payment import TakePayment
    from app.usecases.try_drawer import TryDrawer
    from app.usecases.turn_in_cash import TurnInCash
    from app.usecases.undo_deposit import UndoDeposit
    from app.usecases.unlock_person import UnlockPerson
    from app.usecases.verify_deposit import VerifyDeposit
    from app.usecases.void_receipt import VoidReceipt

T = TypeVar("T")


class Later(Generic[T]):
    """`take_payment` is `TakePayment` of `app/usecases/take_payment.py`, with the ports of `Deeds` that it names."""

    def __set_name__(self, owner: type["Deeds"], name: str) -> None:
        self._name = name

    def __get__(self, deeds: "Deeds", owner: type["Deeds"]) -> T:
        kind = getattr(import_module(f"app.usecases.{self._name}"), self._name.title().replace("_", ""))
        made: T = kind(**{field.name: getattr(deeds, field.name) for field in fields(kind)})
        vars(deeds)[self._name] = made  # from now on it is found there
        return made


class Deeds:
    """Call them on the writer's thread only."""

    accept_count: "Later[AcceptCount]" = Later()
    add_note: "Later[AddNote]" = Later()
    answer_approval: "Later[AnswerApproval]" = Later()
    answer_handover: "Later[AnswerHandover]" = Later()
    approve_at_station: "Later[ApproveAtStation]" = Later()
    change_setting: "Later[ChangeSetting]" = Later()
    change_user: "Later[ChangeUser]" = Later()
    confirm_clock: "Later[ConfirmClock]" = Later()
    declare_postings: "Later[DeclarePostings]" = Later()
    drop_draft: "Later[DropDraft]" = Later()
    end_note: "Later[EndNote]" = Later()
    endorse_checks: "Later[EndorseChecks]" = Later()
    enter_paper: "Later[EnterPaper]" = Later()
    export_posting: "Later[ExportPosting]" = Later()
    found_station: "Later[FoundStation]" = Later()
    hand_over_batch: "Later[HandOverBatch]" = Later()
    issue_paper: "Later[IssuePaper]" = Later()
    list_mail: "Later[ListMail]" = Later()
    make_checkpoint: "Later[MakeCheckpoint]" = Later()
    no_sale: "Later[NoSale]" = Later()
    open_batch: "Later[OpenBatch]" = Later()
    open_mail: "Later[OpenMail]" = Later()
    prepare_deposit: "Later[PrepareDeposit]" = Later()
    print_tape: "Later[PrintTape]" = Later()
    recall_draft: "Later[RecallDraft]" = Later()
    reject_count: "Later[RejectCount]" = Later()
    reopen_batch: "Later[ReopenBatch]" = Later()
    reprint_receipt: "Later[ReprintReceipt]" = Later()
    return_paper: "Later[ReturnPaper]" = Later()
    reveal_detail: "Later[RevealDetail]" = Later()
    save_draft: "Later[SaveDraft]" = Later()
    set_mail_aside: "Later[SetMailAside]" = Later()
    submit_count: "Later[SubmitCount]" = Later()
    take_mail_up: "Later[TakeMailUp]" = Later()
    take_payment: "Later[TakePayment]" = Later()
    surprise_count: "Later[SurpriseCount]" = Later()
    take_back_posting: "Later[TakeBackPosting]" = Later()
    try_drawer: "Later[TryDrawer]" = Later()
    turn_in_cash: "Later[TurnInCash]" = Later()
    undo_deposit: "Later[UndoDeposit]" = Later()
    unlock_person: "Later[UnlockPerson]" = Later()
    verify_deposit: "Later[VerifyDeposit]" = Later()
    void_receipt: "Later[VoidReceipt]" = Later()

    def __init__(
        self,
        books: Books,
        *,
        pins: Pins,
        seals: Seals,
        sign_in: SignIn,
        confirm_shown: Callable[[str], None],
        count_sheets: CountSheets,
        easy_pins: bool = False,
    ) -> None:
        self.books = books
        self.pins = pins
        self.seals = seals
        self.sign_in = sign_in
        self.confirm_shown = confirm_shown
        self.count_sheets = count_sheets
        self.easy_pins = easy_pins
