"""Asking for a line of text, and for files."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget

from widgets.intake.ahead import import_ahead

_ARTICLES = "*.txt *.md *.markdown *.text *.html *.htm *.pdf *.docx *.odt *.epub"


def tr(text: str) -> str:
    return QCoreApplication.translate("asking", text)


def ask_line(parent: QWidget, title: str, question: str, text: str = "") -> str | None:
    """Ask a question that a line answers; None if the person would rather not."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setTextValue(text)
    dialog.resize(440, dialog.sizeHint().height())
    return dialog.textValue() if dialog.exec() == QDialog.DialogCode.Accepted else None


def ask_article(parent: QWidget) -> Path | None:
    """Ask for an article."""
    import_ahead()
    path, _ = QFileDialog.getOpenFileName(parent, tr("Choose an article"), "", _articles())
    return Path(path) if path else None


def ask_articles(parent: QWidget) -> list[Path]:
    """Ask for articles, of which several can be chosen."""
    import_ahead()
    paths, _ = QFileDialog.getOpenFileNames(parent, tr("Choose articles"), "", _articles())
    return [Path(path) for path in paths]


def _articles() -> str:
    return tr("Articles ({endings})").format(endings=_ARTICLES)


def ask_article_or_project(parent: QWidget) -> Path | None:
    """Ask for an article or a project to open."""
    kinds = tr("Articles and projects ({endings})").format(endings=f"{_ARTICLES} *.rejoinder")
    import_ahead()
    path, _ = QFileDialog.getOpenFileName(parent, tr("Open an article or a project"), "", kinds)
    return Path(path) if path else None


def ask_library(parent: QWidget) -> Path | None:
    """Ask for a library that is there."""
    path, _ = QFileDialog.getOpenFileName(parent, tr("Open another library"), "", _libraries())
    return Path(path) if path else None


def ask_new_library(parent: QWidget) -> Path | None:
    """Ask where to make a new library; its name gets an ending."""
    path, _ = QFileDialog.getSaveFileName(
        parent,
        tr("Where is the new library to be?"),
        tr("My library") + ".sqlite",
        tr("Libraries (*.sqlite)"),
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    if not path:
        return None
    return Path(path) if Path(path).suffix else Path(f"{path}.sqlite")


def _libraries() -> str:
    return tr("Libraries (*.sqlite *.db *.rejoinder)")


def may_delete(parent: QWidget, title: str) -> bool:
    """Ask whether a project is to go for good."""
    question = tr("Delete “{title}” with its article and history? This cannot be undone.")
    answer = QMessageBox.question(
        parent,
        tr("Delete a project"),
        question.format(title=title),
        QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel,
        QMessageBox.StandardButton.Cancel,
    )
    return answer is QMessageBox.StandardButton.Yes
