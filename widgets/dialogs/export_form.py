"""A form of choices: lists, numbers and boxes to tick, by the names of what they choose."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QSpinBox, QWidget

Entries = Sequence[tuple[str, str]]  # a value, and the words for it


class ExportForm(QWidget):
    """Rows of choices; `changed` comes after each change."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Choices"))
        self.lists: dict[str, QComboBox] = {}
        self.numbers: dict[str, QSpinBox] = {}
        self.boxes: dict[str, QCheckBox] = {}
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.form.setVerticalSpacing(7)

    def value(self, name: str) -> str:
        """What is chosen in a list."""
        return str(self.lists[name].currentData())

    def ticks(self) -> dict[str, bool]:
        return {name: box.isChecked() for name, box in self.boxes.items()}

    def add_list(self, name: str, words: str, entries: Entries, chosen: str) -> QComboBox:
        box = QComboBox(self)
        for value, text in entries:
            box.addItem(text, str(value))
        box.setAccessibleName(words)
        box.setCurrentIndex(max(box.findData(str(chosen)), 0))
        box.currentIndexChanged.connect(self.changed)
        self.lists[name] = box
        self.form.addRow(words, box)
        return box

    def add_number(self, name: str, words: str, limits: tuple[int, int], value: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(*limits)
        box.setValue(value)
        box.setAccessibleName(words)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(self.changed)
        self.numbers[name] = box
        self.form.addRow(words, box)
        return box

    def add_boxes(self, entries: Iterable[tuple[str, str, bool]]) -> None:
        """Add boxes to tick: the name, the words, and whether each is ticked."""
        for name, words, on in entries:
            box = QCheckBox(words, self)
            box.setChecked(on)
            box.toggled.connect(self.changed)
            self.boxes[name] = box
            self.form.addRow(box)
