"""Editing in place in the outline: the same editor as on the map, in the place of a row."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF

from app.model.elements import ClaimId, new_id
from widgets.canvas.editor import CardEditor
from widgets.commands import MapCommands
from widgets.outline.model import OutlineModel
from widgets.outline.tree import OutlineTree
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.selection import Selection

if TYPE_CHECKING:
    from app.model.outline import PlaceKey

_FRAME = "QPlainTextEdit { border: 1px solid palette(highlight); border-radius: 3px; }"


class Writing(QObject):
    """Opens an editor on the row of the selected claim; one at a time."""

    def __init__(
        self,
        tree: OutlineTree,
        model: OutlineModel,
        reading: Reading,
        selection: Selection,
        performer: Performer,
        commands: MapCommands,
    ) -> None:
        super().__init__(tree)
        self._tree = tree
        self._model = model
        self._reading = reading
        self._selection = selection
        self._performer = performer
        self._commands = commands
        self._editor: CardEditor | None = None
        self._key: PlaceKey | None = None
        self._new = ""  # the group of a claim that is new, while its editor is open
        self._selected = (selection.key, selection.key)  # before, and now
        self._from: PlaceKey | None = None  # what was selected when the new claim was made
        tree.edit_wanted.connect(self.edit)
        tree.moved.connect(self._place)
        commands.words_wanted.connect(self._edit_new)
        model.followed.connect(self._follow)
        selection.changed.connect(self._remember)

    def edit(self, typed: str = "") -> None:
        """Open the editor on the selected claim, with what was typed so far behind its words."""
        self._open(group=new_id(), typed=typed)

    def _edit_new(self, group: str) -> None:
        if self._open(group=group):
            self._new, self._from = group, self._selected[0]
        else:
            self._performer.withdraw(group)

    def _open(self, *, group: str, typed: str = "") -> bool:
        """Open the editor; whether there is a row to open it on."""
        key = self._selection.key
        claim = self._selection.claim(self._reading.map)
        if not self.leave() or key is None or claim is None:
            return False
        self._tree.scrollTo(self._model.index_at(key))
        editor = CardEditor(
            self._tree.viewport(),
            self._reading.map.claim(claim).text,
            lambda text: self._commands.set_text(claim, text, group=group),
        )
        self._editor, self._key, self._new = editor, key, ""
        editor.left.connect(self.leave)
        self._place()
        editor.begin(typed)
        return True

    def leave(self) -> bool:
        """Keep what was typed and close the editor; a new claim without words is taken back.

        Returns whether it is closed: words that the library does not take stay in it.
        """
        editor = self._editor
        if editor is None or self._key is None:
            return True
        is_there = self._reading.map.is_claim(ClaimId(self._key[1]))
        blank = bool(self._new) and not editor.toPlainText().strip()
        if is_there and not blank and not editor.keep():
            return False
        self._editor = None
        if editor.hasFocus():
            self._tree.setFocus()
        editor.hide()
        editor.deleteLater()
        if is_there and blank:
            self._performer.withdraw(self._new)
            self._selection.set(self._reading.place_of(self._from))
        return True

    def _remember(self) -> None:
        self._selected = (self._selected[1], self._selection.key)

    def _follow(self) -> None:
        if self._key and not self._reading.map.is_claim(ClaimId(self._key[1])):
            self.leave()
        self._place()

    def _place(self) -> None:
        if self._editor and self._key:
            rect = self._tree.words_rect(self._model.index_at(self._key))
            if not rect.isEmpty():
                self._editor.place(QRectF(rect), self._tree.fontInfo().pixelSize())
                self._editor.setStyleSheet(self._editor.styleSheet() + _FRAME)
