"""Every deed the window and the command line can do, joined to the books once by `ui/compose.py`."""

from collections.abc import Callable

from app.frozen import frozen
from app.ports.seals import Seals
from app.usecases.accept_count import AcceptCount
from app.usecases.answer_approval import AnswerApproval
from app.usecases.answer_handover import AnswerHandover
from app.usecases.approve_at_station import ApproveAtStation
from app.usecases.change_setting import ChangeSetting
from app.usecases.change_user import ChangeUser
from app.usecases.confirm_clock import ConfirmClock
from app.usecases.drop_draft import DropDraft
from app.usecases.export_posting import ExportPosting
from app.usecases.found_station import FoundStation
from app.usecases.make_checkpoint import MakeCheckpoint
from app.usecases.no_sale import NoSale
from app.usecases.open_batch import OpenBatch
from app.usecases.prepare_deposit import PrepareDeposit
from app.usecases.recall_draft import RecallDraft
from app.usecases.reject_count import RejectCount
from app.usecases.reopen_batch import ReopenBatch
from app.usecases.reprint_receipt import ReprintReceipt
from app.usecases.reveal_detail import RevealDetail
from app.usecases.save_draft import SaveDraft
from app.usecases.submit_count import SubmitCount
from app.usecases.take_payment import TakePayment
from app.usecases.turn_in_cash import TurnInCash
from app.usecases.verify_deposit import VerifyDeposit
from app.usecases.void_receipt import VoidReceipt


@frozen
class Deeds:
    """Call them on the writer's thread only."""

    accept_count: AcceptCount
    answer_approval: AnswerApproval
    answer_handover: AnswerHandover
    approve_at_station: ApproveAtStation
    change_setting: ChangeSetting
    change_user: ChangeUser
    confirm_clock: ConfirmClock
    confirm_shown: Callable[[str], None]
    drop_draft: DropDraft
    export_posting: ExportPosting
    found_station: FoundStation
    make_checkpoint: MakeCheckpoint
    no_sale: NoSale
    open_batch: OpenBatch
    prepare_deposit: PrepareDeposit
    recall_draft: RecallDraft
    reject_count: RejectCount
    reopen_batch: ReopenBatch
    reprint_receipt: ReprintReceipt
    reveal_detail: RevealDetail
    save_draft: SaveDraft
    seals: Seals
    submit_count: SubmitCount
    take_payment: TakePayment
    turn_in_cash: TurnInCash
    verify_deposit: VerifyDeposit
    void_receipt: VoidReceipt
