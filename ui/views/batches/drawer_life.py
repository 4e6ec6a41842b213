"""Joins the deeds of an open drawer's day to their dialogs: hand-over, surprise count, paper receipts, reassigning."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.reasons import REASSIGN_REASONS
from ui.viewmodels.batches.model import BatchesModel
from ui.views.batches.ask_reason import ReasonDialog
from ui.views.batches.drawer_deeds import DrawerDeeds
from ui.views.batches.hand_over import HandOverDialog
from ui.views.batches.paper_entry import PaperEntryDialog
from ui.views.batches.paper_ranges import PaperRangesDialog
from ui.views.batches.surprise import SurpriseDialog
from ui.views.batches.turn_in import TurnInDialog

DRAWER_DIALOGS = (HandOverDialog, PaperEntryDialog, PaperRangesDialog, SurpriseDialog)


class DrawerLife(QObject):
    """For one room; `deeds` of the board act on the batch chosen there."""

    def __init__(self, room: QWidget, model: BatchesModel) -> None:
        super().__init__(room)
        self._room = room
        self._model = model

    def join_board(self, deeds: DrawerDeeds) -> None:
        """The panel's keys."""
        deeds.turn_in_asked.connect(self._turn_in_chosen)
        deeds.hand_over_asked.connect(self._hand_over_chosen)
        deeds.paper_asked.connect(self._paper_chosen)
        deeds.surprise_asked.connect(self._surprise)
        deeds.reassign_asked.connect(self._ask_reassign)

    def hand_over(self, batch: str) -> None:
        """The person's own drawer to somebody else."""
        HandOverDialog.ask(self._room, self._model.hand_over, batch)

    def enter_paper(self, batch: str) -> None:
        """Paper receipts into the person's own batch."""
        PaperEntryDialog.ask(self._room, self._model.paper_entry, batch)

    def show_ranges(self) -> None:
        """Ranges of paper receipts, for who gives them out."""
        if self._model.paper_ranges.may_issue:
            PaperRangesDialog.ask(self._room, self._model.paper_ranges)

    def _turn_in_chosen(self) -> None:
        TurnInDialog.ask(self._room, self._model.turn_in, self._model.detail.chosen)

    def _hand_over_chosen(self) -> None:
        self.hand_over(self._model.detail.chosen)

    def _paper_chosen(self) -> None:
        self.enter_paper(self._model.detail.chosen)

    def _surprise(self) -> None:
        shown = self._model.detail.shown
        if shown is not None and shown.can_surprise:
            SurpriseDialog.ask(self._room, self._model.surprise, shown.batch, shown.cashier)

    def _ask_reassign(self) -> None:
        shown = self._model.detail.shown
        if shown is None or not shown.can_reassign:
            return
        ReasonDialog.ask(
            self._room, title=self.tr("Reassign {batch}").format(batch=shown.batch),
            sentence=self.tr("You count the drawer of {cashier}, then who takes it over counts.").format(
                cashier=shown.cashier
            ),
            reasons=REASSIGN_REASONS, verb=self.tr("Count it"), answered=partial(self._reassign, shown.batch),
        )  # fmt: skip

    def _reassign(self, batch: str, reason: str) -> None:
        HandOverDialog.ask(self._room, self._model.hand_over, batch, reason)
