"""What is known of an article of the project, to be put right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget
from typing_extensions import override

from app.model.elements import Source
from widgets.alerting import announce
from widgets.intake.facts import Facts, FactsForm, facts_of
from widgets.intake.preview import sizes
from widgets.labels import as_tooltip, plain_label
from widgets.translating import day_in_words

_DIGITS = 12  # of a digest; all of them stand in the tooltip


class AboutDialog(QDialog):
    """Shows the facts of an article; when accepted, `facts` are what they should be."""

    def __init__(self, source: Source, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About this article"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(560)
        self.form = FactsForm(facts_of(source), self)
        self.fault = plain_label(name="Warning", parent=self)
        self.fault.hide()
        self.form.changed.connect(self.fault.hide)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(8)
        column.addWidget(self.form)
        for line in self._known_of(source):
            column.addWidget(line)
        column.addWidget(self.fault)
        column.addWidget(buttons)
        self.form.title.setFocus()

    @property
    def facts(self) -> Facts:
        return self.form.facts

    @override
    def accept(self) -> None:
        fault = self.form.fault()
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if fault:
            announce(self.fault, fault, urgent=True)
        else:
            super().accept()

    def _known_of(self, source: Source) -> list[QWidget]:
        """A line for each thing that is known, and not to be changed."""
        lines = [" · ".join(sizes(source.text))]
        if source.origin:
            lines.append(self.tr("Taken from the file {name}").format(name=source.origin))
        if source.captured:
            day = day_in_words(source.captured.astimezone())
            lines.append(self.tr("Taken in on {day}").format(day=day))
        labels: list[QWidget] = [plain_label(line, name="Muted", parent=self) for line in lines]
        if source.digest:
            text = self.tr("SHA-256 of the document: {digest}…")
            label = plain_label(
                text.format(digest=source.digest[:_DIGITS]), name="Muted", parent=self
            )
            label.setToolTip(as_tooltip(source.digest))
            labels.append(label)
        return labels
