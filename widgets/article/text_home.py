"""Room for the text of the article, which is shown in one place at a time."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class TextHome(QWidget):
    """Shows the text once it has taken it from wherever it was."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Text of the article"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    def take(self, text: QWidget) -> None:
        column = self.layout()
        if column and text.parentWidget() is not self:
            column.addWidget(text)
            text.show()
