"""What keys do to branches: copy, cut, paste, duplicate, detach, and split and merge claims."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app import edits
from app.model.branch import Spot, branch_of, outermost, premises_at
from app.model.change import Change
from app.model.elements import ClaimId, InferenceId, Polarity
from app.model.errors import EditError, FormatError
from app.model.outline import PlaceKey
from widgets import clipboard
from widgets.actions import Slots
from widgets.commands import MapCommands, new_place
from widgets.dialogs.splitting import SplittingDialog
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.selection import Selection, premise_of
from widgets.translating import why


class StructureCommands(QObject):
    """The commands on branches of one open project; `home` is where they ask."""

    advice = Signal(str)

    def __init__(
        self,
        reading: Reading,
        selection: Selection,
        performer: Performer,
        commands: MapCommands,
        home: QWidget,
    ) -> None:
        super().__init__(home)
        self._reading = reading
        self._selection = selection
        self._performer = performer
        self._commands = commands
        self._home = home

    def slots(self) -> Slots:
        """What carries out the actions of this class."""
        names = (
            "copy",
            "cut",
            "paste",
            "paste_reasons",
            "paste_objections",
            "duplicate",
            "detach",
            "split",
            "merge",
        )
        return {name: getattr(self, name) for name in names}

    # The clipboard

    def copy(self) -> bool:
        """Put what is selected on the clipboard, with what hangs below; whether that was done."""
        spots = self._spots()
        if not spots:
            self.advice.emit(self.tr("Select what is to be copied first."))
            return False
        try:
            clipboard.put(branch_of(self._reading.map, spots))
        except EditError as error:
            self.advice.emit(why(error))
            return False
        return True

    def cut(self) -> None:
        if self.copy():
            self._commands.delete()

    def paste(self) -> None:
        self._paste(None)

    def paste_reasons(self) -> None:
        self._paste(Polarity.SUPPORT)

    def paste_objections(self) -> None:
        self._paste(Polarity.ATTACK)

    def _paste(self, polarity: Polarity | None) -> None:
        try:
            branch = clipboard.take()
        except FormatError as error:
            self.advice.emit(why(error))
            return
        if branch is None:
            self.advice.emit(self.tr("There is no branch and no text on the clipboard."))
            return
        target = self._selection.target
        self._show_new(
            self._performer.do(
                lambda m: edits.paste(m, branch=branch, target=target, polarity=polarity)
            )
        )

    # Branches

    def duplicate(self) -> None:
        spots = self._spots()
        if spots:
            self._show_new(self._performer.do(lambda m: edits.duplicate(m, elements=spots)))
        else:
            self.advice.emit(self.tr("Select what is to be duplicated first."))

    def detach(self) -> None:
        """Take what is selected out of its steps, and show where it is then."""
        spots = self._spots()
        if not spots:
            self.advice.emit(self.tr("Select a reason or an objection first."))
            return
        first = premises_at(self._reading.map, spots[0][0])[0]
        if self._performer.do(lambda m: edits.detach(m, elements=spots)):
            self._show((InferenceId(""), first))

    def split(self) -> None:
        """Ask for the parts of the selected claim, and split it."""
        claim = self._selection.claim(self._reading.map)
        if claim is None:
            self.advice.emit(self.tr("Select the claim that is to be split first."))
            return

        def split(parts: Sequence[str]) -> None:
            self._performer.do(lambda m: edits.split_claim(m, claim=claim, parts=parts))

        SplittingDialog(self._reading.map.claim(claim).text, split, self._home).open()

    def merge(self) -> None:
        """Merge the selected claims into the one that was selected first."""
        claims = self._selection.claims(self._reading.map)
        if len(claims) < 2:  # noqa: PLR2004  of one there is nothing to merge
            self.advice.emit(
                self.tr("Select two claims or more; they become the one selected first.")
            )
            return
        into, *others = claims
        if self._performer.do(lambda m: edits.merge_claims(m, into=into, others=others)):
            self._show((InferenceId(""), into))

    # What is selected, before and after

    def _spots(self) -> list[Spot]:
        """The outermost selected places: what hangs below comes along anyway."""
        argument_map = self._reading.map
        keys = outermost(argument_map, self._reading.outline, self._selection.keys)
        return [(ClaimId(key[1]), premise_of(argument_map, key)) for key in keys]

    def _show_new(self, change: Change | None) -> None:
        place = new_place(change) if change else None
        if place:
            self._show(place)

    def _show(self, place: PlaceKey) -> None:
        """Select a claim where it stands, and unfold and scroll to where that is seen."""
        self._performer.keep(lambda: self._reading.reveal(ClaimId(place[1])))
        self._selection.set(self._reading.place_of(place))
