"""A row of colours to choose one from, each with its number."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from app.model.elements import SPEAKER_COLOURS
from resources.themes import Theme
from widgets.filtering import Mark
from widgets.icons import tint_icon

_SIDE, _NARROWEST = 15, 20  # pixels of a picture, and of its button in a narrow panel


class Swatches(QWidget):
    """Shows the tints of the theme, and a dash for none."""

    chosen = Signal(object)  # a number, or None

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number in (None, *range(SPEAKER_COLOURS)):
            row.addWidget(self._swatch(number))
        row.addStretch(1)
        self._group.buttonClicked.connect(
            lambda button: self.chosen.emit(button.property("colour"))
        )
        self.use_theme(theme)

    def _swatch(self, number: int | None) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setProperty("colour", number)
        button.setObjectName("Swatch")
        button.setIconSize(QSize(_SIDE, _SIDE))
        button.setMinimumWidth(_NARROWEST)
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        words = self.tr("No colour") if number is None else self.tr("Colour {n}")
        words = words.format(n=None if number is None else number + 1)
        button.setToolTip(words)
        button.setAccessibleName(words)
        self._group.addButton(button)
        return button

    def use_theme(self, theme: Theme) -> None:
        self.setStyleSheet(
            "QToolButton#Swatch { padding: 1px; border: 2px solid transparent; }"
            f"QToolButton#Swatch:checked {{ border-color: {theme.ink.text}; }}"
            f"QToolButton#Swatch:focus {{ border-color: {theme.ink.accent}; }}"
        )
        for button in self._group.buttons():
            number = button.property("colour")
            button.setIcon(tint_icon(None if number is None else Mark.of(number), theme))

    def show_colour(self, colour: int | None) -> None:
        for button in self._group.buttons():
            if button.property("colour") == colour:
                button.setChecked(True)
