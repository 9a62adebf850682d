"""The choice of who drafts: the rules, or a model that was set up."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.model.text import shortened
from widgets.drafting.foot import link
from widgets.labels import as_tooltip

_LONGEST = 60  # characters of a model's name


class DrafterBar(QFrame):
    """A line to choose in, to draft again from, and to change the model; only if there is one."""

    draft_wanted = Signal()
    set_up_wanted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("DraftHead")
        self.setAccessibleName(self.tr("Who drafts"))
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("Who drafts"))
        self.choice.setMinimumContentsLength(8)
        self.choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.choice.addItem(self.tr("By rules"))
        self._explain(self.tr("Rules of grammar, on this machine"))
        self.choice.currentIndexChanged.connect(self.changed)
        self.again = link(self.tr("Draft"), self.tr("Draft from the article"), self)
        self.again.clicked.connect(self.draft_wanted)
        self.set_up = link(self.tr("Set up…"), self.tr("Which language model is asked"), self)
        self.set_up.clicked.connect(self.set_up_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 8, 2)
        row.setSpacing(4)
        row.addWidget(self.choice, 1)
        row.addWidget(self.again)
        row.addWidget(self.set_up)
        self.hide()

    @property
    def is_model_chosen(self) -> bool:
        return self.choice.currentIndex() > 0

    def offer(self, model: str) -> None:
        """Offer this model besides the rules; none if it has no name."""
        was_chosen = self.is_model_chosen
        self.choice.blockSignals(True)
        while self.choice.count() > 1:
            self.choice.removeItem(1)
        if model:
            name = shortened(model, _LONGEST)
            self.choice.addItem(self.tr("※ By {model}").format(model=name))
            self._explain(self.tr("The language model “{model}”").format(model=name))
        self.choice.setCurrentIndex(int(was_chosen and bool(model)))
        self.choice.blockSignals(False)
        self.changed.emit()

    def _explain(self, words: str) -> None:
        """Say more about the last one."""
        self.choice.setItemData(
            self.choice.count() - 1, as_tooltip(words), Qt.ItemDataRole.ToolTipRole
        )

    def choose_model(self) -> None:
        self.choice.setCurrentIndex(self.choice.count() - 1)
