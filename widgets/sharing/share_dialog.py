"""What goes along in a copy for others: asked before each, as it was chosen for the last one."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, Source
from app.ports import Sharing
from widgets.labels import plain_label
from widgets.translating import number_words

_KEPT = "sharing"
_PARTS = ("notes", "earlier_texts", "history")
_WIDTH = 480
_INDENT = 21  # pixels, so that what is said about a box stands below its words


class _Part(NamedTuple):
    """A box: its name in `Sharing`, its words, what is said about it, whether there is such."""

    name: str
    words: str
    about: str
    is_there: bool = True


class ShareDialog(QDialog):
    """Shows what always goes along, and lets one choose the rest."""

    ordered = Signal(object)  # a Sharing

    def __init__(self, argument_map: ArgumentMap, kept: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept = kept
        self.setWindowTitle(self.tr("Save a copy to share"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self.boxes: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(4)
        always = self.tr(
            "The claims, who says them and the texts of the articles go into a file of its own,"
            " which others open with Rejoinder. What else goes along?"
        )
        column.addWidget(plain_label(always, parent=self))
        column.addSpacing(8)
        last = remembered(kept)
        for part in self._parts(argument_map):
            self._add_part(column, part, on=getattr(last, part.name))
        column.addSpacing(10)
        column.addStretch(1)
        column.addWidget(self._make_buttons())
        self.boxes["history"].toggled.connect(self._follow_history)
        self._chose_earlier = last.earlier_texts
        self.resize(_WIDTH, column.totalHeightForWidth(_WIDTH))
        self.boxes["earlier_texts"].clicked.connect(self._keep_choice)
        self._follow_history()

    @property
    def chosen(self) -> Sharing:
        return Sharing(
            history=self.boxes["history"].isChecked(),
            notes=self.boxes["notes"].isChecked(),
            earlier_texts=self._chose_earlier,
        )

    def _parts(self, argument_map: ArgumentMap) -> Iterator[_Part]:
        notes = sum(bool(claim.note) for claim in argument_map.every(Claim))
        one, many = self.tr("1 claim has a note."), self.tr("{n} claims have notes.")
        none = self.tr("No claim has a note now.")
        told = number_words(notes, one, many) if notes else none
        yield _Part("notes", self.tr("My &notes"), told)
        earlier = sum(source.capture_of is not None for source in argument_map.every(Source))
        one, many = self.tr("1 is kept to compare with."), self.tr("{n} are kept to compare with.")
        told = number_words(earlier, one, many)
        yield _Part("earlier_texts", self.tr("&Earlier texts of the articles"), told, earlier > 0)
        told = self.tr(
            "So that others can undo and look back. It also holds what was removed since, earlier"
            " texts, and who did what when."
        )
        yield _Part("history", self.tr("The &history"), told)

    def _add_part(self, column: QVBoxLayout, part: _Part, *, on: bool) -> None:
        box = self.boxes[part.name] = QCheckBox(part.words, self)
        box.setAccessibleDescription(part.about)
        box.setChecked(on)
        about = plain_label(part.about, name="Muted", parent=self)
        about.setContentsMargins(_INDENT, 0, 0, 6)
        for widget in (box, about):
            widget.setVisible(part.is_there)
            column.addWidget(widget)

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        save = buttons.addButton(self.tr("Save…"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        buttons.accepted.connect(self._order)
        buttons.rejected.connect(self.reject)
        return buttons

    def _follow_history(self) -> None:
        """Show that the history has the earlier texts in it."""
        earlier, with_history = self.boxes["earlier_texts"], self.boxes["history"].isChecked()
        earlier.setEnabled(not with_history)
        earlier.setChecked(with_history or self._chose_earlier)

    def _keep_choice(self, on: bool) -> None:  # noqa: FBT001  Qt's way
        self._chose_earlier = on

    def _order(self) -> None:
        remember(self._kept, self.chosen)
        self.accept()
        self.ordered.emit(self.chosen)


def remembered(kept: QSettings) -> Sharing:
    """What went along last time; at first nothing of what is one's own."""
    names = str(kept.value(_KEPT, "")).split()
    return Sharing(**{name: name in names for name in _PARTS})


def remember(kept: QSettings, what: Sharing) -> None:
    """Keep what was chosen for the next time."""
    kept.setValue(_KEPT, " ".join(name for name in _PARTS if getattr(what, name)))
