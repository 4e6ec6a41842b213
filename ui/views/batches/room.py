"""The batches room: a cashier's page, or the board and the deposit builder, and the dialogs of both."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedLayout, QWidget

from app.domain.setting_codes import CodeTable
from app.domain.user import Deed
from receipts.renderers.roll import Roll
from ui.viewmodels.batches.board import Figure
from ui.viewmodels.batches.count_sheet import SheetShown
from ui.viewmodels.batches.deposit import BagPaper, BagShown
from ui.viewmodels.batches.model import BatchesModel
from ui.viewmodels.batches.paper_desk import PaperMade
from ui.viewmodels.batches.receipt_list import ListedReceipt
from ui.views.batches.ask_reason import ReasonDialog
from ui.views.batches.bag_paper import BagPaperDialog
from ui.views.batches.board import BoardPage
from ui.views.batches.count_sheet import CountSheetDialog
from ui.views.batches.deposit import DepositPage
from ui.views.batches.drawer_life import DRAWER_DIALOGS, DrawerLife
from ui.views.batches.my_batch import MyBatchPage
from ui.views.batches.open_batch import OpenBatchDialog
from ui.views.batches.open_voids import OpenVoidsDialog
from ui.views.batches.places import Places
from ui.views.batches.posting_files import PostingFilesDialog
from ui.views.batches.receipt_list import ReceiptListDialog
from ui.views.batches.receipt_paper import ReceiptPaperDialog
from ui.views.batches.turn_in import TurnInDialog
from ui.views.batches.undo_bag import UndoBagDialog
from ui.views.batches.verify_bag import VerifyBagDialog
from ui.views.room import RoomView
from ui.widgets.alert_bar import AlertBar
from ui.widgets.dialog import Dialog
from ui.widgets.rows import column

_DIALOGS = (
    BagPaperDialog, CountSheetDialog, OpenBatchDialog, OpenVoidsDialog, PostingFilesDialog, ReasonDialog,
    ReceiptListDialog, ReceiptPaperDialog, TurnInDialog, UndoBagDialog, VerifyBagDialog, *DRAWER_DIALOGS,
)  # fmt: skip


class BatchesRoom(RoomView):
    """Shows the page that the person's role has."""

    room_name = "Batches"

    def __init__(self, model: BatchesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batches_room")
        self._model = model
        self.mine = MyBatchPage(model.mine)
        self.board = BoardPage(model)
        self.deposit = DepositPage(model.deposit)
        self.refusal = AlertBar("stop", "", name="batches_refusal")
        self.refusal.set_button(self.tr("Understood"))
        self.refusal.pressed.connect(self.refusal.hide)
        self.refusal.hide()
        self._pages = QStackedLayout()
        self.setLayout(column(self.refusal, self._pages, spacing=0))  # before its pages: the first one is shown at once
        for page in (self.mine, self.board, self.deposit):
            self._pages.addWidget(page)
        self._drawer = DrawerLife(self, model)
        self._join_pages()
        self._join_model()
        self._show_role()

    def live_keys(self) -> list[tuple[str, str]]:
        """The keys of the page in front."""
        keys = [("F1", self.tr("Keys")), *self._page().live_keys()]
        sitting = self._model.session.sitting
        may_open = self._page() is self.board and self._model.session.may(Deed.OPEN_BATCH)
        if may_open and sitting is not None and sitting.batch is None:
            keys.append(("O", self.tr("Open a batch")))
        return keys

    def strip_fact(self) -> str:
        """As of when the figures are."""
        if self._page() is self.mine:
            return self.tr("Blind until it is balanced") if self._model.mine.shown is not None else ""
        return self._model.board.fact()

    def take_focus(self) -> None:
        """The room was entered: everything is read again."""
        self._show_role()
        self._model.load()
        self._page().take_focus()

    def leave_ok(self) -> bool:
        """Nothing here is lost by leaving."""
        return True

    def _page(self) -> MyBatchPage | BoardPage | DepositPage:
        page = self._pages.currentWidget()
        return page if isinstance(page, MyBatchPage | BoardPage | DepositPage) else self.mine

    def _join_pages(self) -> None:
        model, mine, board, deposit = self._model, self.mine, self.board, self.deposit
        for opens in (mine.open_asked, board.open_asked):
            opens.connect(self._open_batch)
        mine.count_asked.connect(model.count.begin)
        mine.turn_in_asked.connect(self._turn_in)
        mine.hand_over_asked.connect(self._drawer.hand_over)
        mine.paper_asked.connect(self._drawer.enter_paper)
        mine.receipt_asked.connect(model.papers.look_at)
        mine.shown_changed.connect(self._mine_changed)
        board.shown_changed.connect(self.keys_changed)
        board.deposit_asked.connect(self._show_deposit)
        board.posting_asked.connect(self._posting)
        board.figure_asked.connect(self._list_figure)
        board.batch_opened.connect(self._list_batch)
        board.voids_asked.connect(self._voids)
        board.paper_asked.connect(self._drawer.show_ranges)
        self._drawer.join_board(board.panel.deeds)
        panel = board.panel
        panel.accept_asked.connect(self._accept)
        panel.back_asked.connect(self._send_back)
        panel.reopen_asked.connect(self._reopen)
        panel.report_asked.connect(self._report)
        panel.count_asked.connect(self._count_chosen)
        panel.voids_asked.connect(self._voids)
        panel.receipt_asked.connect(model.papers.look_at)
        deposit.left.connect(self._show_board)
        deposit.verify_asked.connect(self._verify)
        deposit.undo_asked.connect(self._undo_bag)
        deposit.slip_asked.connect(model.papers.make_slip)
        deposit.amount_asked.connect(self._bag_paper)
        deposit.paper_asked.connect(self._new_bag_paper)

    def _join_model(self) -> None:
        model = self._model
        model.session.changed.connect(self._show_role)
        model.count.ready.connect(self._count)
        model.count.submitted.connect(self._mine_changed)
        for refused in (
            model.count.blocked, model.mine.refused, model.board.refused, model.detail.refused, model.papers.refused,
            model.receipts.refused,
        ):  # fmt: skip
            refused.connect(self._refuse)
        model.papers.made.connect(self._ask_place)
        model.papers.roll_made.connect(self._show_roll)
        model.receipts.listed.connect(self._list)
        model.deposit.prepared.connect(self._prepared)
        model.deposit.changed.connect(self.keys_changed)

    def _show_role(self) -> None:
        if self._model.session.sitting is None:
            self._close_dialogs()
        if not self._model.is_supervising:
            self._pages.setCurrentWidget(self.mine)
        elif self._page() is self.mine:
            self._pages.setCurrentWidget(self.board)
        self.keys_changed.emit()

    def _close_dialogs(self) -> None:
        """Locked: what belongs to the person who left is put away; a count sheet is saved for later."""
        for dialog in self.window().findChildren(Dialog):
            if isinstance(dialog, _DIALOGS) and dialog.isVisible():
                dialog.reject()

    def _refuse(self, sentence: str) -> None:
        self.refusal.say(sentence)
        self.refusal.setVisible(bool(sentence))

    def _mine_changed(self) -> None:
        shown = self._model.mine.shown
        self.mine.say_kept(shown is not None and self._model.count.has_kept(shown.batch))
        self.keys_changed.emit()

    def _open_batch(self) -> None:
        self.refusal.hide()
        OpenBatchDialog.ask(self, self._model.opening)

    def _count(self, shown: SheetShown) -> None:
        self.refusal.hide()
        sheet = CountSheetDialog.ask(self, self._model.count, shown)
        sheet.finished.connect(self._mine_changed)

    def _count_chosen(self) -> None:
        self._model.count.begin(self._model.detail.chosen)

    def _turn_in(self, batch: str) -> None:
        TurnInDialog.ask(self, self._model.turn_in, batch)

    def _accept(self) -> None:
        self.refusal.hide()
        shown = self._model.detail.shown
        if shown is None or not shown.can_accept:
            return
        if not shown.needs_reason:
            self._model.detail.accept()
            return
        ReasonDialog.ask(
            self, title=self.tr("Approve {batch} with its difference").format(batch=shown.batch),
            sentence=self.tr("Over and short are booked gross, in your name, with this reason."),
            reasons=self._model.session.offered(CodeTable.OVER_SHORT), verb=self.tr("Approve"),
            answered=self._model.detail.accept,
        )  # fmt: skip

    def _send_back(self) -> None:
        self._ask_reason(
            self.tr("Back to cashier: {batch}"), self.tr("The cashier corrects it and counts again."),
            self._model.session.offered(CodeTable.REJECT), self.tr("Send back"), self._model.detail.send_back,
        )  # fmt: skip

    def _reopen(self) -> None:
        self._ask_reason(
            self.tr("Reopen {batch}"), self.tr("It must be counted and balanced again."),
            self._model.session.offered(CodeTable.REOPEN), self.tr("Reopen"), self._model.detail.reopen,
        )  # fmt: skip

    def _ask_reason(
        self, title: str, sentence: str, reasons: Sequence[str], verb: str, answered: Callable[[str], None]
    ) -> None:
        self.refusal.hide()
        batch = self._model.detail.chosen
        ReasonDialog.ask(
            self, title=title.format(batch=batch), sentence=sentence, reasons=reasons, verb=verb, answered=answered
        )

    def _report(self) -> None:
        self._model.papers.make_close_report(self._model.detail.chosen)

    def _ask_place(self, paper: PaperMade) -> None:
        Places.ask_file(
            self, title=self.tr("Save {paper}").format(paper=paper.words), file_name=paper.file_name,
            chosen=partial(self._keep, paper),
        )  # fmt: skip

    def _keep(self, paper: PaperMade, path: Path) -> None:
        self._model.papers.keep(paper, path)

    def _show_roll(self, number: str, roll: Roll) -> None:
        ReceiptPaperDialog.ask(self, number, roll)

    def _list_figure(self, figure: Figure) -> None:
        self._model.receipts.load(figure.label, figure.batches)

    def _list_batch(self, batch: str) -> None:
        self._model.receipts.load(self.tr("Receipts of batch {batch}").format(batch=batch), [batch])

    def _list(self, title: str, receipts: list[ListedReceipt]) -> None:
        dialog = ReceiptListDialog.ask(self, title, receipts)
        dialog.opened.connect(self._model.papers.look_at)

    def _voids(self) -> None:
        OpenVoidsDialog.ask(self, self._model.voids)

    def _posting(self) -> None:
        PostingFilesDialog.ask(self, self._model.posting)

    def _show_deposit(self) -> None:
        self._pages.setCurrentWidget(self.deposit)
        self._model.deposit.load()
        self.deposit.take_focus()
        self.keys_changed.emit()

    def _show_board(self) -> None:
        self._pages.setCurrentWidget(self.board)
        self._model.load()
        self.board.take_focus()
        self.keys_changed.emit()

    def _prepared(self, deposit: str) -> None:
        self._model.papers.make_slip(deposit)

    def _bag_paper(self, paper: BagPaper) -> None:
        BagPaperDialog.ask(self, self._model.deposit, paper)

    def _new_bag_paper(self) -> None:
        BagPaperDialog.ask(self, self._model.deposit)

    def _undo_bag(self, bag: BagShown) -> None:
        UndoBagDialog.ask(self, self._model.deposit, bag)

    def _verify(self, bag: BagShown) -> None:
        VerifyBagDialog.ask(self, self._model.deposit, bag)
