"""The dialog of an export: choices beside a live preview."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.diagrams.options import DiagramOptions, Paper
from app.diagrams.paging import POINTS, pages_for
from app.model.elements import ClaimId, TargetId
from resources.themes import Theme, load_theme
from widgets.dialogs.export_choices import ExportChoices
from widgets.dialogs.export_pages import DocumentPreview
from widgets.dialogs.export_preview import ExportPreview
from widgets.export_memory import remember, remembered
from widgets.labels import plain_label
from widgets.laying_out import drawings_of
from widgets.sheet_painting import Leaf, SheetPainter, leaves_of, wording
from widgets.working import Reporter, Work

if TYPE_CHECKING:
    from app.model.argument_map import ArgumentMap

_PAUSE = 120  # milliseconds after a change before the preview follows
_MOST_PREVIEWED = 60  # sheets
_MILLIMETRES = 25.4 / 72
_METRE = 2_000  # millimetres; what is longer is told in metres


class ExportDialog(QDialog):
    """`ordered` says what is to be written: a kind, the options of a diagram and of a document."""

    ordered = Signal(object, object, object)

    def __init__(
        self,
        argument_map: "ArgumentMap",
        selected: Sequence[TargetId],
        theme: Theme,
        kept: QSettings,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export"))
        self.resize(QSize(980, 680).boundedTo(self.screen().availableSize()))
        self._map = argument_map
        self._kept = kept
        self._wording = wording()
        claims = [ClaimId(key) for key in selected if argument_map.is_claim(key)]
        self.choices = ExportChoices(remembered(kept), selected, claims, self)
        self.preview = ExportPreview(theme, self)
        self.document = DocumentPreview(self)
        self._previews = QStackedWidget(self)
        self.fact = plain_label(name="Muted", parent=self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._show)
        self.choices.changed.connect(self._pause.start)
        self.preview.turned.connect(self._tell_page)
        self.document.told.connect(self.fact.setText)
        self.finished.connect(self._stop)
        self._work: Work | None = None
        self._leaves: list[Leaf] = []
        self._options = self.choices.options()  # of what is shown
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        form = QScrollArea(self)
        form.setWidget(self.choices)
        form.setWidgetResizable(True)
        form.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        form.setAccessibleName(self.tr("Choices"))
        form.setFrameShape(QFrame.Shape.NoFrame)
        form.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        form.setFixedWidth(self.choices.needed + 12)
        self._previews.addWidget(self.preview)
        self._previews.addWidget(self.document)
        right = QVBoxLayout()
        right.addWidget(self._previews, 1)
        right.addLayout(self._bar())
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(form)
        top.addLayout(right, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.button = buttons.addButton(self.tr("Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.button.setDefault(True)
        buttons.accepted.connect(self._order)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(top, 1)
        column.addWidget(buttons)

    def _bar(self) -> QHBoxLayout:
        """What stands below the preview: pages, facts, zoom."""
        bar = QHBoxLayout()
        self._before = self._small("‹", self.tr("The page before"), lambda: self.preview.turn(-1))
        self._after = self._small("›", self.tr("The next page"), lambda: self.preview.turn(1))
        bar.addWidget(self._before)
        bar.addWidget(self._after)
        bar.addWidget(self.fact, 1)
        self._zooms = (
            self._small("−", self.tr("Zoom out"), self.preview.zoom_out),
            self._small("+", self.tr("Zoom in"), self.preview.zoom_in),
            self._small(self.tr("Fit"), self.tr("Show the whole page"), self.preview.fit),
        )
        for button in self._zooms:
            bar.addWidget(button)
        return bar

    def _small(self, text: str, name: str, slot: Any) -> QPushButton:  # noqa: ANN401  a slot
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFixedWidth(max(button.sizeHint().width(), 34) if len(text) > 1 else 34)
        button.clicked.connect(slot)
        return button

    # The preview

    def _show(self) -> None:
        """Show what is chosen now, as soon as it is made."""
        kind = self.choices.kind
        self._previews.setCurrentWidget(self.document if kind.document else self.preview)
        for button in self._zooms:
            button.setVisible(kind.document is None)
        self._stop()
        if kind.document:
            self._show_pages([])
            self.button.setEnabled(True)
            self.document.show_document(self._map, kind.document, self.choices.document())
        else:
            self._arrange(self.choices.options())

    def _stop(self) -> None:
        """Want nothing any more that is still being made."""
        self.document.stop()
        if self._work:
            self._work.cancel()

    def _arrange(self, options: DiagramOptions) -> None:
        """Arrange a diagram in a thread; what was shown before stays until then."""
        self.fact.setText(self.tr("A moment …"))
        argument_map, said = self._map, self._wording

        def arrange(reporter: Reporter) -> list[Leaf]:
            drawings = drawings_of(argument_map, options, said, reporter, _MOST_PREVIEWED)
            return [
                leaf
                for drawing in drawings
                for leaf in leaves_of(drawing, pages_for(drawing.sheet.page, options))
            ]

        def show(leaves: list[Leaf]) -> None:
            self._options = options
            self._show_pages(leaves)
            self._tell_page(self.preview.number)

        self._work = Work(arrange, self)
        self._work.done.connect(show)
        self._work.failed.connect(self._refuse)
        self._work.start()

    def _refuse(self, sentence: str) -> None:
        """Say why there is nothing to be written."""
        self._show_pages([])
        self.fact.setText(sentence)

    def _show_pages(self, leaves: list[Leaf]) -> None:
        self._leaves = leaves
        self.button.setEnabled(bool(leaves))
        self.preview.show_pages(leaves, SheetPainter(load_theme(self._options.theme)))
        for button in (self._before, self._after):
            button.setVisible(len(leaves) > 1)

    def _tell_page(self, number: int) -> None:
        """Say which page it is, and how big."""
        paper = self._leaves[number].pages.paper
        across, down = (side * _MILLIMETRES for side in paper[:2])
        said = self.tr("{width} × {height} mm").format(width=round(across), height=round(down))
        if max(across, down) > _METRE:
            width, height = round(across / 1000, 2), round(down / 1000, 2)
            said = self.tr("{width} × {height} m").format(width=width, height=height)
        if self._options.paper is not Paper.FREE:
            scale = self.tr("at {n} % of full size").format(n=round(paper.scale / POINTS * 100))
            said = f"{said}, {scale}"
        count = len(self._leaves)
        if count > 1:
            page = self.tr("Page {n} of {count}").format(n=number + 1, count=count)
            said = f"{page}: {said}"
        self.fact.setText(said)

    # The end

    def _order(self) -> None:
        kind, options, document = self.choices.kind, self.choices.options(), self.choices.document()
        remember(self._kept, kind.name, options, document)
        self.accept()
        self.ordered.emit(kind, options, document)
