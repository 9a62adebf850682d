"""A dialog for the tags of one or several projects."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.model.text import distinct_lines, shortened
from widgets.labels import as_button_text, as_tooltip, plain_label
from widgets.start.listing import common_tags
from widgets.start.words import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.model.elements import ProjectId
    from app.ports import ProjectSummary

Tags: TypeAlias = "Mapping[ProjectId, Sequence[str]]"
_LONGEST = 60  # characters of a tag
_State = Qt.CheckState


class TagsDialog(QDialog):
    """Offers all tags of the library, and to think of new ones.

    A box is partly checked while only some of the projects have the tag; left so, they keep it.
    """

    decided = Signal(object)  # Tags

    def __init__(
        self, projects: Sequence[ProjectSummary], known: Sequence[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Tags"))
        self.setMinimumSize(360, 320)
        self._projects = projects
        self._boxes: dict[str, QCheckBox] = {}
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("New tags"))
        self.field.setPlaceholderText(self.tr("New tags, with commas between"))
        self.field.installEventFilter(self)
        self._add = QPushButton(self.tr("Add"), self)
        self._add.setAutoDefault(False)
        self._add.clicked.connect(lambda: self.add_typed())  # noqa: PLW0108  not with `checked`
        self._list = QWidget(self)
        self._list.setObjectName("Sheet")
        self._rows = QVBoxLayout(self._list)
        self._rows.addStretch(1)
        self._none = plain_label(self.tr("There are no tags yet."), name="Muted", parent=self)
        self._lay_out()
        for tag in known:
            self._show_box(tag, self._state_of(tag))

    def _lay_out(self) -> None:
        about = counted(self._projects, "“{title}”", self.tr("{n} projects"))
        scroll = QScrollArea(self)
        scroll.setAccessibleName(self.tr("Tags"))
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._list)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(plain_label(about))
        column.addLayout(row)
        column.addWidget(self._none)
        column.addWidget(scroll, 1)
        column.addWidget(buttons)

    def box(self, tag: str) -> QCheckBox:
        """The box of a tag that is offered."""
        return self._boxes[tag]

    def add_typed(self) -> None:
        """Check what is typed, as new tags or ones that are there."""
        for tag in distinct_lines(self.field.text().split(",")):
            if tag in self._boxes:
                self._boxes[tag].setCheckState(_State.Checked)
            else:
                self._show_box(tag, _State.Checked)
        self.field.clear()

    @override
    def accept(self) -> None:
        self.add_typed()
        self.decided.emit({project.id: self._tags_for(project) for project in self._projects})
        super().accept()

    def _tags_for(self, project: ProjectSummary) -> list[str]:
        """The tags of a project in their order, without those unchecked, then those checked."""
        states = {tag: box.checkState() for tag, box in self._boxes.items()}
        kept = [tag for tag in project.tags if states[tag] is not _State.Unchecked]
        new = [tag for tag, state in states.items() if state is _State.Checked and tag not in kept]
        return [*kept, *new]

    def _state_of(self, tag: str) -> _State:
        if tag in common_tags(self._projects):
            return _State.Checked
        some = any(tag in project.tags for project in self._projects)
        return _State.PartiallyChecked if some else _State.Unchecked

    def _show_box(self, tag: str, state: _State) -> None:
        box = QCheckBox(as_button_text(shortened(tag, _LONGEST)), self._list)
        box.setAccessibleName(tag)
        box.setToolTip(as_tooltip(tag))
        box.setTristate(state is _State.PartiallyChecked)
        box.setCheckState(state)
        self._boxes[tag] = box
        self._rows.insertWidget(self._rows.count() - 1, box)
        self._none.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter adds what is typed, and accepts the dialog if that is nothing."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.field.text().strip():
            self.add_typed()
            return True
        return super().eventFilter(watched, event)
