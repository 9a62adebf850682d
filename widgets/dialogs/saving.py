"""Asking where a file is to be written."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

_LONGEST = 60  # characters of a title in the name of a file


def tr(text: str) -> str:
    return QCoreApplication.translate("saving", text)


def ask_path(parent: QWidget, title: str, kinds: Mapping[str, str]) -> Path | None:
    """Ask where to write what has a title; the words of the kinds of files are by their endings.

    The file gets an ending, and none is replaced unasked.
    """
    name = "".join(c if c.isalnum() or c in " -_" else " " for c in title).strip()
    suffix = next(iter(kinds))
    filters = ";;".join(f"{word} (*{ending})" for ending, word in kinds.items())
    text, kind = QFileDialog.getSaveFileName(
        parent, tr("Save"), f"{name[:_LONGEST]}{suffix}", filters
    )
    path = Path(text)
    if not text or path.suffix.lower() in kinds:
        return path if text else None
    path = path.with_name(path.name + (kind.partition("(*")[2].rstrip(")") or suffix))
    return path if not path.exists() or _may_replace(parent, path) else None


def _may_replace(parent: QWidget, path: Path) -> bool:
    question = tr("{file} is there already. Replace it?").format(file=path.name)
    return QMessageBox.question(parent, tr("Save"), question) is QMessageBox.StandardButton.Yes
