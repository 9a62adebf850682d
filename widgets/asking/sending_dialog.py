"""Asking before a text leaves: all of it is shown, and to whom it goes."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.asking.endpoint import Endpoint
from app.asking.request import sendings
from widgets.labels import as_button_text, plain_label
from widgets.translating import number_words

_BETWEEN = "\n\n· · ·\n\n"


class SendingDialog(QDialog):
    """Shows what would be sent; nothing is unless the person says so."""

    agreed = Signal(bool)  # whether to ask again the next time

    def __init__(self, text: str, endpoint: Endpoint, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Send the article to a language model?"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 520)
        instructions, *pieces = sendings(text)
        self.told = plain_label(self._told(text, endpoint, len(pieces)), parent=self)
        self.field = QPlainTextEdit(_BETWEEN.join((*pieces, instructions)), self)
        self.field.setReadOnly(True)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(self.tr("All that is sent"))
        self.again = QCheckBox(
            self.tr("Do not ask again for this address ({host})").format(
                host=as_button_text(endpoint.host)
            ),
            self,
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.send = buttons.addButton(self.tr("Send"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        below = self.tr(
            "The instructions at the end go along with each request; nothing else does."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.told)
        column.addWidget(self.field, 1)
        column.addWidget(plain_label(below, name="Muted", parent=self))
        column.addWidget(self.again)
        column.addWidget(buttons)
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        first = self.send if endpoint.is_local else cancel  # what Enter does
        first.setDefault(True)
        first.setFocus()

    def _told(self, text: str, endpoint: Endpoint, requests: int) -> str:
        words = QLocale().toString(len(text.split()))
        one, many = self.tr("1 request"), self.tr("{n} requests")
        if endpoint.is_local:
            told = self.tr(
                "{words} words go to the model “{model}” in {requests}. They stay on this machine:"
                " the server at {host} runs on it."
            )
        else:
            told = self.tr(
                "{words} words go to the model “{model}” in {requests}. They leave this machine,"
                " and go to {host}."
            )
        return told.format(
            words=words,
            model=endpoint.model,
            requests=number_words(requests, one, many),
            host=endpoint.host,
        )

    @override
    def accept(self) -> None:
        self.agreed.emit(not self.again.isChecked())
        super().accept()
