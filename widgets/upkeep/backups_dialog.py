"""The backups of a library: when each was made and how large it is, to go back to one."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QMessageBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from widgets.labels import plain_label
from widgets.moments import ago, moment_in_words

_MEGABYTE = 1_000_000
_PATH = Qt.ItemDataRole.UserRole


class BackupsDialog(QDialog):
    """Lists the backups, the newest first; asks once before one is taken back."""

    restore_wanted = Signal(object)  # the path of a backup

    def __init__(
        self, backups: Sequence[tuple[datetime, Path]], folder: Path, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Backups"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(520, 400)
        self.list = self._make_list(backups)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        words = self.tr(
            "The library is copied by itself while you work, once an hour at most. Going back to a"
            " copy sets the present library aside; it is not lost."
        )
        column.addWidget(plain_label(words, parent=self))
        if backups:
            column.addWidget(self.list, 1)
        else:
            self.list.hide()
            none = self.tr("There are none yet: the first is made soon.")
            column.addWidget(plain_label(none, name="Muted", parent=self))
            column.addStretch(1)
        column.addWidget(self._make_buttons(folder))
        if backups:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
            self.list.setFocus()

    def _make_list(self, backups: Sequence[tuple[datetime, Path]]) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setObjectName("Concerned")
        tree.setAccessibleName(self.tr("Backups"))
        tree.setColumnCount(3)
        tree.setHeaderLabels([self.tr("Made"), self.tr("Age"), self.tr("Size")])
        tree.setRootIsDecorated(False)
        tree.setAllColumnsShowFocus(True)
        for at, path in backups:
            item = QTreeWidgetItem(tree, [moment_in_words(at), ago(at), self._size(path)])
            item.setData(0, _PATH, path)
        tree.setColumnWidth(0, 210)
        tree.setColumnWidth(1, 140)
        tree.itemActivated.connect(self._ask)
        tree.itemSelectionChanged.connect(self._show_state)
        return tree

    def _make_buttons(self, folder: Path) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        buttons.addButton(self.tr("Close"), role.RejectRole)
        show = buttons.addButton(self.tr("Show the folder"), role.ActionRole)
        show.setEnabled(folder.is_dir())
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        self.restore = buttons.addButton(self.tr("Go back to this copy…"), role.AcceptRole)
        self.restore.setEnabled(False)
        self.restore.clicked.connect(self._ask)
        buttons.rejected.connect(self.close)
        return buttons

    def _show_state(self) -> None:
        self.restore.setEnabled(self.list.currentItem() is not None)

    def _ask(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        question = self.tr(
            "Go back to the library as it was on {when}? The present one, with all that was done"
            " since, is set aside beside it."
        )
        answer = QMessageBox.question(
            self,
            self.tr("Go back to a copy"),
            question.format(when=item.text(0)),
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        if answer is QMessageBox.StandardButton.Yes:
            self.close()
            self.restore_wanted.emit(item.data(0, _PATH))

    def _size(self, path: Path) -> str:
        try:
            size = path.stat().st_size
        except OSError:
            return self.tr("gone")
        if size < _MEGABYTE:
            return self.tr("{n} KB").format(n=max(size // 1000, 1))
        return self.tr("{n} MB").format(n=round(size / _MEGABYTE))
