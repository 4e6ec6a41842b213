"""The station's devices: what each says, where it is, and what came back when it was tried (DESIGN section 7)."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from typing import NamedTuple

from PySide6.QtCore import QObject

from app.domain.device_setting import DeviceKind, DeviceSetting
from app.domain.device_state import DrawerResult, HealthWord, Tri
from app.domain.print_job import PrintState
from app.domain.user import Deed
from app.errors import CityTillError
from ui.look.cells import Cell
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.set_up.printer import PrinterStep
from ui.viewmodels.set_up.step import SetUpStep
from ui.viewmodels.set_up.tools import PrinterAnswer, PrinterTry
from ui.viewmodels.set_up_room.device_forms import WHERE, KeptPrinter, ReaderForm
from ui.viewmodels.set_up_room.page import OPEN, Asked, Chosen, Column, Fact, PageDeed, SetUpPage
from ui.viewmodels.set_up_room.tools import DeviceTools

PRINT, KICK = "print", "kick"
DRAWER = "drawer"
_BADGES = {"ok": ("neutral", "check"), "trouble": ("attention", "alert-triangle")}


class DeviceRow(NamedTuple):
    """One device; `kind` None is the drawer, which hangs on the printer."""

    kind: DeviceKind | None
    words: str
    icon: str
    state: str
    health: str


class DevicesPage(SetUpPage):
    """One row a device, as the top strip says it."""

    key = "devices"
    icon = "printer"
    right = Deed.SET_UP_STATION

    def __init__(
        self, counter: Counter, session: Session, tools: DeviceTools, parent: QObject | None = None
    ) -> None:
        super().__init__(counter, session, parent)
        self._tools = tools
        self._settings: Mapping[DeviceKind, DeviceSetting] = {}
        self.busy = ""
        self._came_back: dict[str, str] = {}
        for moved in (counter.board.printer_changed, counter.board.drawer_changed, counter.board.word_changed):
            moved.connect(self.changed)

    @property
    def name(self) -> str:
        """In the list."""
        return self.tr("Devices")

    @property
    def second(self) -> str:
        """Under it."""
        return self.tr("printer, drawer, readers")

    @property
    def lead(self) -> str:
        """Under the head."""
        if self._tools.is_simulated:
            return self.tr("A practice city has simulated devices; they are tried here and never changed.")
        return self.tr("What each device says of itself, and where it is. Nothing is kept as good that nobody saw.")

    def load(self) -> None:
        """The settings of this station."""
        self.counter.tasks.follow(self._tools.settings(), done=self._read, failed=self.refuse)

    def columns(self) -> tuple[Column, ...]:
        """Device, where it is, what it says."""
        return (
            Column(self.tr("Device"), width=220, weight=500), Column(self.tr("Connected at"), stretch=True),
            Column("", "badge"),
        )  # fmt: skip

    def rows(self) -> Sequence[Sequence[Cell]]:
        """One a device."""
        return [
            [Cell(one.words, second=self._model_of(one)), Cell(self._where(one), "ink2"), self._badge(one)]
            for one in self._devices()
        ]

    def deeds(self, row: int) -> tuple[PageDeed, ...]:
        """Try it, change it."""
        if not self.may_change or not 0 <= row < len(self._devices()):
            return ()
        one = self._devices()[row]
        deeds: list[PageDeed] = []
        none = "" if DeviceKind.RECEIPT_PRINTER in self._settings else self.tr("No printer is set up here.")
        if one.kind is DeviceKind.RECEIPT_PRINTER:
            deeds.append(PageDeed(PRINT, self.tr("Test print"), "P", "printer", why_not=none))
        if one.kind in (DeviceKind.RECEIPT_PRINTER, None):
            deeds.append(PageDeed(KICK, self.tr("Open drawer"), "K", "inbox", why_not=none))
        simulated = self.tr("A practice city opens simulators only.") if self._tools.is_simulated else ""
        deeds.append(PageDeed(OPEN, self.tr("Change"), "Enter", "edit", "primary", simulated))
        return tuple(deeds)

    def chosen(self, row: int) -> Chosen | None:
        """The device in hand."""
        devices = self._devices()
        if not 0 <= row < len(devices):
            return None
        one = devices[row]
        facts = [Fact(self.tr("Says"), one.state), Fact(self.tr("Connected at"), self._where(one))]
        setting = self._settings.get(one.kind or DeviceKind.RECEIPT_PRINTER)
        if one.kind is None and setting is not None:
            sensor = self.tr("open reads {level}").format(level=setting.drawer_open_level)
            facts += [
                Fact(self.tr("Hangs on"), self.tr("pin {pin}").format(pin=setting.drawer_pin)),
                Fact(self.tr("Sensor"), sensor if setting.drawer_has_sensor else self.tr("none")),
            ]
        elif one.kind is DeviceKind.CHECK_READER and setting is not None:
            facts.append(Fact(self.tr("Signs"), setting.dialect))
        if _key(one.kind) in self._came_back:
            facts.append(Fact(self.tr("Last try"), self._came_back[_key(one.kind)]))
        return Chosen(one.words, self._help(one), self._badge(one), tuple(facts))

    def ask(self, deed: str, row: int) -> Asked:
        """A try, or the form of the device."""
        devices = self._devices()
        if not self.may_change or not 0 <= row < len(devices) or self.busy:
            return None
        refused = next((each.why_not for each in self.deeds(row) if each.key == deed), "")
        if refused:
            self.refused.emit(refused)
            return None
        if deed in (PRINT, KICK):
            self._try(deed)
            return None
        return self._form(devices[row].kind)

    def keep_printer(self, step: SetUpStep) -> None:
        """The printer as it was proved."""
        setting = step.setting() if isinstance(step, PrinterStep) else None
        if setting is not None:
            self._keep(setting, self.tr("Printer and drawer are kept"))

    def _form(self, kind: DeviceKind | None) -> Asked:
        if kind in (None, DeviceKind.RECEIPT_PRINTER):
            before = self._settings.get(DeviceKind.RECEIPT_PRINTER)
            return KeptPrinter(self._tools, self.counter, self._lines, before, self)
        return ReaderForm(self.counter, kind, self._settings.get(kind), self._keep_reader, self)

    def _keep_reader(self, setting: DeviceSetting, form: ReaderForm) -> None:
        def done(_nothing: None) -> None:
            form.is_busy = False
            form.saved.emit(self.tr("{device} is kept").format(device=form.title))

        def failed(error: CityTillError) -> None:
            form.is_busy = False
            form.refused.emit(WHERE, error.sentence())

        self.counter.tasks.follow(self._tools.keep(setting), done=done, failed=failed)

    def _keep(self, setting: DeviceSetting, said: str) -> None:
        self.counter.tasks.follow(
            self._tools.keep(setting), done=lambda _nothing: self.saved(said), failed=self.refuse
        )

    def _try(self, deed: str) -> None:
        setting = self._settings[DeviceKind.RECEIPT_PRINTER]
        self.busy = deed
        future: Future[PrinterAnswer]
        if deed == PRINT:
            future = self._tools.test_print(PrinterTry(setting, self._lines()))
        else:
            future = self._tools.kick(setting)
        self.changed.emit()
        self.counter.tasks.follow(future, done=self._tried, failed=self._not_tried)

    def _tried(self, answer: PrinterAnswer) -> None:
        self.busy = ""
        if answer.outcome is not None:
            said = self.tr("{state}, in {n} ms").format(state=answer.outcome.state.on_screen, n=answer.took_ms)
            self._came_back[DeviceKind.RECEIPT_PRINTER.value] = said
            is_bad = answer.outcome.state is PrintState.FAILED
            told = answer.outcome.why.sentence.replace("reprint", self.tr("print the test again"))
            (self.refused if is_bad else self.said).emit(
                told if is_bad else self.tr("Test paper: {said}. Look at it.").format(said=said)
            )
        elif answer.drawer is not None:
            said = self.tr("{state}, in {n} ms").format(state=answer.drawer.value, n=answer.took_ms)
            self._came_back[DRAWER] = said
            is_bad = answer.drawer in (DrawerResult.NOT_SENT, DrawerResult.DID_NOT_OPEN)
            (self.refused if is_bad else self.said).emit(self.tr("Drawer: {said}").format(said=said))
        self.changed.emit()

    def _not_tried(self, error: CityTillError) -> None:
        self.busy = ""
        self.refuse(error)
        self.changed.emit()

    def _read(self, settings: Mapping[DeviceKind, DeviceSetting]) -> None:
        self._settings = settings
        self.changed.emit()

    def _lines(self) -> tuple[str, ...]:
        sitting = self.session.sitting
        return (sitting.policy.city_name, sitting.policy.station_label) if sitting is not None else ()

    def _devices(self) -> list[DeviceRow]:
        board = self.counter.board
        printer = board.printer
        drawer = {Tri.YES: self.tr("open"), Tri.NO: self.tr("shut"), Tri.UNKNOWN: self.tr("unknown")}[board.drawer]
        is_known = board.drawer is not Tri.UNKNOWN
        rows = [
            DeviceRow(DeviceKind.RECEIPT_PRINTER, self.tr("Receipt printer"), "printer", printer.words,
                      printer.word.value),
            DeviceRow(None, self.tr("Cash drawer"), "inbox", drawer, "ok" if is_known else "unknown"),
        ]  # fmt: skip
        for kind, words, icon in (
            (DeviceKind.CHECK_READER, self.tr("Check reader"), "bank-check"),
            (DeviceKind.SCANNER, self.tr("Scanner"), "barcode"),
        ):
            word = board.word(kind)
            health = word.health if word is not None else HealthWord.UNKNOWN
            rows.append(DeviceRow(kind, words, icon, word.value if word else self.tr("unknown"), health.value))
        if DeviceKind.RECEIPT_PRINTER not in self._settings:
            rows[:2] = [one._replace(state=self.tr("not set up"), health="unknown") for one in rows[:2]]
        return [
            one._replace(state=self.tr("not set up"), health="unknown")
            if one.kind is not None and one.kind not in self._settings else one
            for one in rows
        ]  # fmt: skip

    def _badge(self, one: DeviceRow) -> Cell:
        if self.busy and one.kind in (DeviceKind.RECEIPT_PRINTER, None):
            return Cell(self.tr("Trying"), "accent", "loader-2")
        tone, icon = _BADGES.get(one.health, ("line", ""))
        return Cell(one.state, tone, icon)

    def _where(self, one: DeviceRow) -> str:
        setting = self._settings.get(one.kind or DeviceKind.RECEIPT_PRINTER)
        if setting is None:
            return self.tr("keyboard scanners need nothing here") if one.kind is DeviceKind.SCANNER else ""
        if self._tools.is_simulated:
            return self.tr("simulated")
        if one.kind is None:
            return self.tr("on the printer, pin {pin}").format(pin=setting.drawer_pin)
        return f"{setting.wiring.value} {setting.address}"

    def _model_of(self, one: DeviceRow) -> str:
        setting = self._settings.get(one.kind) if one.kind is not None else None
        if one.kind is not DeviceKind.RECEIPT_PRINTER or setting is None:
            return ""
        return dict(self._tools.printers()).get(setting.profile, setting.profile)

    def _help(self, one: DeviceRow) -> str:
        return {
            DeviceKind.RECEIPT_PRINTER: self.tr("Prints receipts, slips and reports; posting never waits for it."),
            None: self.tr("Opens by a pulse through the printer. Each opening is written, this one too."),
            DeviceKind.CHECK_READER: self.tr("Reads the line at the foot of a check; it goes to the till."),
            DeviceKind.SCANNER: self.tr("Reads stubs and receipts; a scan lands in the right place by itself."),
        }[one.kind]


def _key(kind: DeviceKind | None) -> str:
    return DRAWER if kind is None else kind.value


