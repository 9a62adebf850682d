"""What came of a rescue, project by project, in words that can be copied."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from app.ports import RescuedProject, RescueReport
from widgets.labels import plain_label


class RescueDialog(QDialog):
    """Says what was rescued and what was not, and where the damaged file is kept."""

    def __init__(self, report: RescueReport, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What was rescued"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 380)
        self.report = QPlainTextEdit("\n\n".join(self._lines(report)), self)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("Report of the rescue"))
        self.report.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        copy = buttons.addButton(self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report.toPlainText()))
        buttons.rejected.connect(self.close)
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(plain_label(self._summary(report), parent=self))
        column.addWidget(self.report, 1)
        kept = self.tr("The damaged file is kept as it was: {file}")
        where = plain_label(kept.format(file=report.original), name="Muted", parent=self)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(where)
        column.addWidget(buttons)

    def _summary(self, report: RescueReport) -> str:
        whole = all(project.is_whole for project in report.projects)
        if report.is_all and whole:
            return self.tr("All of it was rescued, and is open again.")
        if report.is_all:
            return self.tr("What could be read was rescued, and is open again.")
        return self.tr(
            "What could be read was rescued, and is open again. Parts of the file cannot be read:"
            " there may have been more in it."
        )

    def _lines(self, report: RescueReport) -> Iterator[str]:
        for project in report.projects:
            yield self.tr("“{title}” — {what}").format(
                title=project.title, what=", ".join(self._facts(project))
            )
        if not report.projects:
            yield self.tr("No project could be read.")

    def _facts(self, project: RescuedProject) -> Iterator[str]:
        one, many = self.tr("1 claim"), self.tr("{n} claims")
        yield one if project.claims == 1 else many.format(n=project.claims)
        if project.is_whole:
            yield self.tr("whole")
        if project.lost:
            yield self.tr("lost parts: {n}").format(n=project.lost)
        if project.mended:
            yield self.tr("parts that lack something: {n}").format(n=project.mended)
        if project.remembered:
            yield self.tr("brought back from the history: {n}").format(n=project.remembered)
        if not project.is_history_kept:
            yield self.tr("without its history")
