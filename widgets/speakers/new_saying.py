"""Saying who says a claim, when nobody is known to, or somebody else does too."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from app import edits
from app.model.elements import ClaimId, Locution, LocutionId
from widgets.labels import heading, spaced
from widgets.performing import Performer
from widgets.saying_details import set_or_remove
from widgets.speakers.chains import chain_of
from widgets.speakers.names_field import NamesField


class NewSaying(QWidget):
    """A link that offers an empty field; what is put there becomes one saying, without a mark."""

    def __init__(self, performer: Performer, claim: ClaimId, *, offered: bool) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("A further saying"))
        self._performer = performer
        self._claim = claim
        self._made: LocutionId | None = None  # the saying that the field has made
        self._heading = spaced(heading(self.tr("Said by")))
        self._field = NamesField("", performer, self)
        self._field.editingFinished.connect(lambda: self._say(chain_of(self._field.text())))
        self._link = QToolButton(self)
        self._link.setObjectName("Link")
        self._link.setText(self.tr("Say who else says it"))
        self._link.clicked.connect(lambda: self.offer(focus=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self._heading)
        column.addWidget(self._field)
        column.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)
        self._show(offered=offered)

    def offer(self, *, focus: bool) -> None:
        """Show the field, empty."""
        self._made = None
        self._field.clear()
        self._show(offered=True)
        if focus:
            self._field.setFocus()

    def _show(self, *, offered: bool) -> None:
        self._heading.setVisible(offered)
        self._field.setVisible(offered)
        self._link.setVisible(not offered)

    def _say(self, names: Sequence[str]) -> None:
        """Make a saying, or change or remove the one that was made here before."""
        claim, argument_map = self._claim, self._performer.document.map
        if not argument_map.is_claim(claim):
            return
        if self._made and self._made in argument_map:
            set_or_remove(self._performer, self._made, names)
        elif names:
            change = self._performer.do(lambda m: edits.say(m, claim=claim, speakers=names))
            made = change.after.values() if change else ()
            self._made = next((e.id for e in made if isinstance(e, Locution)), None)
