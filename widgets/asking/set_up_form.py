"""The choices about a language model: where it is, which one, and what is shown before it is asked.

Only what is typed here is a secret on its way: the key goes to the keyring, or nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from app.asking.endpoint import (
    LEAST_PATIENCE,
    MOST_PATIENCE,
    Endpoint,
    checked_address,
    host_of,
    is_local,
    is_private,
)
from app.asking.keys import checked_key
from app.model.errors import RejoinderError

if TYPE_CHECKING:
    from app.asking.keys import Keys
    from app.settings import Settings

_OLLAMA = "http://127.0.0.1:11434/v1"
_LLAMA = "http://127.0.0.1:8080/v1"


class SetUpForm(QWidget):
    """Rows of choices; `changed` comes after each change."""

    changed = Signal()

    def __init__(self, settings: Settings, keys: Keys, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Choices"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._settings = settings
        self._keys = keys
        self.preset = self._presets()
        self.address = self._line(self.tr("Address"), settings.asking_address or _OLLAMA)
        self.unencrypted = QCheckBox(
            self.tr("Send without encryption: others on the way can read it"), self
        )
        self.unencrypted.setChecked(settings.asking_unencrypted)
        self.model = QComboBox(self)
        self.model.setEditable(True)
        self.model.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.model.setAccessibleName(self.tr("Model"))
        self.model.setEditText(settings.asking_model)
        self.list = self._button(self.tr("List"), self.tr("Ask the server which models it has"))
        self.key = self._line(self.tr("Key"), "")
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.forget = self._button(self.tr("Forget"), self.tr("Do not keep the key any longer"))
        self.patience = QSpinBox(self)
        self.patience.setAccessibleName(self.tr("Wait for an answer"))
        self.patience.lineEdit().setTextMargins(5, 0, 0, 0)  # style sheets set no padding there
        self.patience.setRange(LEAST_PATIENCE, MOST_PATIENCE)
        self.patience.setSuffix(self.tr(" seconds at most"))
        self.patience.setValue(settings.asking_patience)
        self.asks = QCheckBox(self.tr("Show what is sent, and ask, each time"), self)
        self._lay_out()
        self._connect()
        self._follow()

    def _presets(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Server"))
        box.addItem(self.tr("Ollama on this machine"), _OLLAMA)
        box.addItem(self.tr("llama.cpp on this machine"), _LLAMA)
        box.addItem(self.tr("Another server"), "")
        return box

    def _line(self, name: str, text: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setAccessibleName(name)
        return line

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Server"), self.preset)
        form.addRow(self.tr("Address"), self.address)
        form.addRow("", self.unencrypted)
        form.addRow(self.tr("Model"), _beside(self.model, self.list))
        form.addRow(self.tr("Key"), _beside(self.key, self.forget))
        form.addRow(self.tr("Wait"), self.patience)
        form.addRow("", self.asks)
        self._form = form

    def _connect(self) -> None:
        self.preset.activated.connect(self._use_preset)
        self.address.textChanged.connect(self._follow)
        self.model.editTextChanged.connect(self.changed)
        self.unencrypted.toggled.connect(self._follow_way)

    # What is chosen

    def checked(self) -> str:
        """The address. Raises RejoinderError with a sentence if it is none, or not a safe one."""
        unencrypted = self.unencrypted.isChecked()
        return checked_address(self.address.text(), unencrypted=unencrypted)

    def endpoint(self) -> Endpoint:
        """The server and model as they are typed now; raises like `checked`."""
        return Endpoint(self.checked(), self.model.currentText().strip(), self.patience.value())

    def typed_key(self) -> str:
        """The key that is typed, or nothing. Raises AskingError for what can be none."""
        return checked_key(self.key.text())

    @property
    def has_kept_key(self) -> bool:
        """Whether the keyring has a key for the server that is typed now, on as safe a way."""
        try:
            address = self.checked()
        except RejoinderError:
            return False
        before = self._settings.asking_address
        return (
            self._settings.asking_key
            and host_of(address) == host_of(before)
            and is_private(address) >= is_private(before)
        )

    def choices(self) -> dict[str, object]:
        """What is chosen, by the names in the settings, but for the key; raises like `checked`."""
        address = self.checked()
        return {
            "asking_address": address,
            "asking_model": self.model.currentText().strip(),
            "asking_unencrypted": self.unencrypted.isChecked() and not is_private(address),
            "asking_patience": self.patience.value(),
            "asking_unasked": "" if self.asks.isChecked() else address,
        }

    def offer_models(self, names: tuple[str, ...]) -> None:
        """Offer the models of the server; the one that was typed stays, or else the first is it."""
        typed = self.model.currentText().strip()
        self.model.clear()
        self.model.addItems(list(names))
        self.model.setEditText(typed or names[0])
        self.model.setFocus()

    def forget_kept_key(self, settings: Settings) -> None:
        """Know that there is no key any more."""
        self._settings = settings
        self.key.clear()
        self._follow()

    def _show_key(self) -> None:
        """Show whether there is a key, which is never shown itself."""
        address = self._typed_address()
        in_keyring, for_now = self.has_kept_key, self._keys.has_for_now(address)
        if for_now:
            told = self.tr("Kept until Rejoinder is closed")
        elif in_keyring:
            told = self.tr("Kept in the keyring")
        else:
            local = is_local(address)
            told = self.tr("Not needed on this machine") if local else self.tr("None yet")
        self.key.setPlaceholderText(told)
        self.forget.setEnabled(in_keyring or for_now)

    # Following

    def _use_preset(self) -> None:
        self.address.setText(str(self.preset.currentData()))
        self.address.setFocus()

    def _follow(self) -> None:
        address = self._typed_address()
        at = self.preset.findData(address)
        self.preset.setCurrentIndex(at if at >= 0 else self.preset.count() - 1)
        is_open = address.startswith("http:") and not is_private(address)
        self._form.setRowVisible(self.unencrypted, is_open)
        self.asks.setChecked(address != self._settings.asking_unasked)
        self._follow_way()

    def _follow_way(self) -> None:
        self._show_key()
        self.changed.emit()

    def _typed_address(self) -> str:
        """The address as far as one can tell while it is typed."""
        try:
            return checked_address(self.address.text(), unencrypted=True)
        except RejoinderError:
            return self.address.text()


def _beside(field: QWidget, button: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(field, 1)
    row.addWidget(button)
    return row
