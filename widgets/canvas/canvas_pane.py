"""The middle: the map, the editor that opens on it, and the zoom buttons in its corner."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.layout.boxes import CardBox
from app.layout.folding import unfolded
from app.model.elements import ClaimId, InferenceId, new_id
from resources.themes import Theme
from widgets.actions import Slots
from widgets.canvas.editor import CardEditor
from widgets.canvas.map_view import MapView
from widgets.canvas.minimap import Minimap
from widgets.canvas.repeat_hint import RepeatHint
from widgets.commands import MapCommands
from widgets.labels import plain_label
from widgets.linking import Linking, Spot
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.selection import Selection


class CanvasPane(QWidget):
    """The map with everything that lies on it."""

    def __init__(
        self,
        reading: Reading,
        selection: Selection,
        performer: Performer,
        commands: MapCommands,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Map"))
        self._reading = reading
        self._selection = selection
        self._performer = performer
        self._commands = commands
        self._editor: CardEditor | None = None
        self._claim = ClaimId("")
        self._new = ""  # the group of a claim that is new, while its editor is open
        self.view = MapView(reading, selection, theme, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.view)
        self._linking = Linking(reading, selection, performer, self)
        self._repeats = RepeatHint(reading, self._linking, self.view.viewport())
        self.zoom_bar = ZoomBar(self.view, self.view.viewport())
        self.minimap = Minimap(self.view, reading, theme, self.view.viewport())
        self._hint = self._make_hint()
        self._connect()
        self._show_hint()

    def _make_hint(self) -> QLabel:
        text = self.tr(
            "Select words in the article and press Enter for a first claim,\n"
            "or press N here to write one."
        )
        hint = plain_label(text, name="Hint", parent=self.view.viewport())
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return hint

    def _connect(self) -> None:
        self.view.edit_wanted.connect(self.edit)
        self.view.drop_wanted.connect(self._performer.do)
        self.view.unfold_wanted.connect(self._unfold)
        self.view.claim_wanted.connect(self._commands.add_free_claim)
        self.view.zoomed.connect(self._place_editor)
        self.view.horizontalScrollBar().valueChanged.connect(self._place_editor)
        self.view.verticalScrollBar().valueChanged.connect(self._place_editor)
        self._commands.words_wanted.connect(self._edit_new)
        self._linking.advice.connect(self._commands.advice)
        self._repeats.link_wanted.connect(self._link_instead)
        self._reading.changed.connect(self._follow)
        self.view.viewport().installEventFilter(self)

    def _unfold(self, claim: str) -> None:
        """Show what hangs below a claim; of a neighbour that is at the edge, by going to it."""
        folded = unfolded(self._reading.outline, self._reading.folded, [ClaimId(claim)])
        if self._reading.forest.scope.folded is None:
            self._performer.keep(lambda: self._reading.fold(folded))
        else:
            self._selection.set(self._reading.place_of((InferenceId(""), ClaimId(claim))))

    def put_above(self, bar: QWidget) -> None:
        """Give a bar its place above the map."""
        self._column.insertWidget(0, bar)

    def slots(self) -> Slots:
        """What carries out the actions on what is seen of the map."""
        return {
            "edit_text": self.edit,
            "link_claim": self._linking.ask,
            "zoom_in": self.view.zoom_in,
            "zoom_out": self.view.zoom_out,
            "zoom_full": lambda: self.view.set_zoom(1),
            "fit": self.view.fit,
            "fit_selection": self.view.fit_selection,
        }

    def use_theme(self, theme: Theme) -> None:
        self.view.use_theme(theme)
        self.minimap.use_theme(theme)

    # Editing in place

    def edit(self, typed: str = "") -> None:
        """Open the editor on the selected claim, with what was typed so far behind its words."""
        self._open(group=new_id(), typed=typed)

    def _edit_new(self, group: str) -> None:
        if self._open(group=group):
            self._new = group
            if self._editor and self.view.edited:
                self._repeats.watch(self._editor, self.view.edited)
        else:
            self._performer.withdraw(group)

    def _link_instead(self, spot: Spot | None, claim: ClaimId) -> None:
        """Take back the new claim, and put one in its place that says the same already."""
        new = self._claim
        if self._editor:
            self._editor.clear()
        if self.leave_editor() and not self._reading.map.is_claim(new):
            self._linking.replace(spot, claim)

    def _open(self, *, group: str, typed: str = "") -> bool:
        """Open the editor; whether there is a card to open it on."""
        claim = self._selection.claim(self._reading.map)
        box = self._reading.forest.box(self._selection.key) if self._selection.key else None
        if not self.leave_editor() or claim is None or box is None:
            return False
        editor = CardEditor(
            self.view.viewport(),
            self._reading.map.claim(claim).text,
            lambda text: self._commands.set_text(claim, text, group=group),
        )
        self._editor, self._claim, self._new = editor, claim, ""
        self.view.edited = self._selection.key
        editor.left.connect(self.leave_editor)
        self._place_editor()
        editor.begin(typed)
        return True

    def leave_editor(self) -> bool:
        """Keep what was typed and close the editor; a new claim without words is taken back.

        Returns whether it is closed: words that the library does not take stay in it.
        """
        editor = self._editor
        if editor is None:
            return True
        is_there = self._reading.map.is_claim(self._claim)
        blank = bool(self._new) and not editor.toPlainText().strip()
        if is_there and not blank and not editor.keep():
            return False
        self._editor = None
        self.view.edited = None
        editor.hide()
        editor.deleteLater()
        if is_there and blank:
            self._performer.withdraw(self._new)
        self.view.setFocus()
        self.view.viewport().update()
        return True

    def _place_editor(self) -> None:
        box = self._reading.forest.box(self.view.edited) if self.view.edited else None
        if self._editor is None or box is None:
            return
        look = self._reading.forest.look
        if not isinstance(box, CardBox):
            return
        room = self.view.view_rect(box.words(look).grown(2))
        self._editor.place(room, look.text.size * max(self.view.zoom, 0.75))

    def _follow(self) -> None:
        if self._editor and not self._reading.map.is_claim(self._claim):
            self.leave_editor()
        self._place_editor()
        self._show_hint()

    def _show_hint(self) -> None:
        self._hint.setVisible(not self._reading.forest)
        self.minimap.setVisible(bool(self._reading.forest))

    # What lies on the map

    def _place_corners(self) -> None:
        room = self.view.viewport().rect()
        self.zoom_bar.adjustSize()
        self.zoom_bar.move(14, room.height() - self.zoom_bar.height() - 12)
        corner = self.minimap.rect().size()
        self.minimap.move(room.width() - corner.width() - 14, room.height() - corner.height() - 12)
        self.minimap.setVisible(
            room.width() > 520 and bool(self._reading.forest)  # noqa: PLR2004
        )
        self._hint.setGeometry(room)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view.viewport() and event.type() is QEvent.Type.Resize:
            self._place_corners()
        return super().eventFilter(watched, event)


class ZoomBar(QFrame):
    """Smaller, the zoom in per cent (back to 100 % by a click), larger."""

    def __init__(self, view: MapView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("MarkingBar")
        self.setAccessibleName(self.tr("Zoom"))
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 2, 3, 2)
        row.setSpacing(0)
        smaller = self._button("–", self.tr("Zoom out"))
        larger = self._button("+", self.tr("Zoom in"))
        self._full = self._button("100 %", self.tr("Zoom to 100 %"))
        self._full.setMinimumWidth(58)
        for button in (smaller, self._full, larger):
            row.addWidget(button)
        smaller.clicked.connect(view.zoom_out)
        larger.clicked.connect(view.zoom_in)
        self._full.clicked.connect(lambda: view.set_zoom(1))
        view.zoomed.connect(self._show)
        self._show(view.zoom)

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _show(self, zoom: float) -> None:
        self._full.setText(f"{round(zoom * 100)} %")
