"""Claims of other projects that are the same as the selected one, or say the same."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QToolButton, QVBoxLayout, QWidget

from app.model.elements import Claim
from app.model.text import shortened
from app.ports import Elsewhere, Tie
from widgets.labels import (
    SideBySide,
    as_tooltip,
    breakable,
    heading,
    plain_label,
    spaced,
)

_LONGEST = 160  # characters of a claim that are quoted
_LONGEST_TITLE = 60
_MOST = 12  # claims that are shown


class KinDetails(QWidget):
    """Hidden while nothing was found; what the person wants of a claim comes as a signal."""

    wanted = Signal(object)  # go to this address
    tied = Signal(object, bool)  # whether the claim at this address is the same
    copy_wanted = Signal(object)  # of what bears on the claim at this address

    def __init__(self, claim: Claim) -> None:
        super().__init__()
        self.claim = claim
        self._found: Sequence[Elsewhere] = ()
        self.setAccessibleName(self.tr("In other projects"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self.hide()

    def show_kin(self, found: Sequence[Elsewhere]) -> None:
        """Show what was found, in place of what was found before."""
        if found == self._found:
            return
        self._found = found
        while item := self._column.takeAt(0):
            if widget := item.widget():  # it may be what brought us here: it must outlive this
                widget.hide()
                widget.deleteLater()
        if found:
            self._column.addWidget(spaced(heading(self.tr("In other projects"))))
        for one in found[:_MOST]:
            self._column.addWidget(self._shown(one))
        if len(found) > _MOST:
            more = self.tr("and {n} more").format(n=len(found) - _MOST)
            self._column.addWidget(plain_label(more, name="Muted"))
        self.setVisible(bool(found))

    def _shown(self, one: Elsewhere) -> QWidget:
        row = QWidget(self)
        row.setAccessibleName(self._telling(one))
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        if one.text is None:
            column.addWidget(self._gone(one))
            column.addWidget(self._same_box(one))
            return row
        if one.likeness < 1:
            words = shortened(one.text, _LONGEST)
            column.addWidget(plain_label(breakable(words or self.tr("(no words)"))))
        column.addWidget(plain_label(breakable(self._facts(one)), name="Muted"))
        column.addWidget(self._same_box(one))
        column.addWidget(SideBySide(self._way_there(one), self._copying_link(one)))
        return row

    def _telling(self, one: Elsewhere) -> str:
        """What a claim is called by those who hear it."""
        if one.text is None:
            return self._gone(one).text()
        words, title = shortened(one.text, _LONGEST), shortened(one.project or "", _LONGEST_TITLE)
        return self.tr("“{claim}” in “{project}”").format(claim=words, project=title)

    def _gone(self, one: Elsewhere) -> QLabel:
        if one.project is None:
            return plain_label(self.tr("A claim of a project that is not in this library."))
        title = shortened(one.project, _LONGEST_TITLE)
        text = self.tr("A claim of “{project}” that is not there any more.").format(project=title)
        return plain_label(breakable(text))

    def _facts(self, one: Elsewhere) -> str:
        words = self.tr("“{project}” · {n} % the same words")
        if one.likeness == 1:
            words = self.tr("“{project}” · in the same words")
        if one.tie is Tie.NAMING:
            words = self.tr("“{project}” · linked from there")
        title = shortened(one.project or "", _LONGEST_TITLE)
        return words.format(project=title, n=int(100 * one.likeness))

    def _way_there(self, one: Elsewhere) -> QToolButton:
        link = self._link(self.tr("Go there"))
        link.setAccessibleName(self.tr("Go to {claim}").format(claim=self._telling(one)))
        link.clicked.connect(lambda: self.wanted.emit(one.address))
        return link

    def _same_box(self, one: Elsewhere) -> QCheckBox:
        box = QCheckBox(self.tr("The same claim"), self)
        box.setAccessibleName(self.tr("The same claim as {claim}").format(claim=self._telling(one)))
        box.setToolTip(self.tr("Keep a link to it, whatever either says"))
        box.setChecked(one.tie is Tie.LINKED)
        box.toggled.connect(lambda on: self.tied.emit(one.address, on))
        return box

    def _copying_link(self, one: Elsewhere) -> QToolButton:
        link = self._link(self.tr("Copy reasons"))
        link.setAccessibleName(
            self.tr("Copy the reasons of {claim}").format(claim=self._telling(one))
        )
        link.setToolTip(
            as_tooltip(
                self.tr("Copy here what bears on it, who says it, and the sources it rests on")
            )
        )
        link.clicked.connect(lambda: self.copy_wanted.emit(one.address))
        return link

    def _link(self, text: str) -> QToolButton:
        link = QToolButton(self)
        link.setObjectName("Link")
        link.setText(text)
        link.setMinimumWidth(60)
        return link
