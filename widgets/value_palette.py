"""Choosing the claims to show: every speaker, tag, source and role, found by typing."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.analysis.criteria import Value
from app.model.text import shortened
from app.model.view_state import Criterion, Trait
from widgets.filtering import Filtering
from widgets.palette import Palette
from widgets.trait_words import tr, trait_name, value_name

_LENGTH = 48  # of a name


class ValuePalette(Palette):
    """Lists what claims can be told apart by; Enter shows only those with the chosen value."""

    def __init__(self, filtering: Filtering, parent: QWidget) -> None:
        super().__init__(
            {
                f"{trait}:{value.value}": _choice(filtering, trait, value)
                for trait in Trait
                for value in filtering.values(trait)
            },
            parent,
        )
        for action in self._actions:
            action.setParent(self)
        self.setAccessibleName(self.tr("Show only"))
        self._field.setAccessibleName(self.tr("Show only"))
        self._field.setPlaceholderText(self.tr("Show only the claims with …"))


def _choice(filtering: Filtering, trait: Trait, value: Value) -> QAction:
    """An action that shows only the claims with a value."""
    name = shortened(value_name(trait, value.value, value.name), _LENGTH)
    text = tr("{trait}: {name} ({n})").format(trait=trait_name(trait), name=name, n=value.claims)
    action = QAction(text, filtering)
    criterion = Criterion(trait=trait, value=value.value)
    action.triggered.connect(lambda: filtering.show_only(criterion))
    return action
