"""Words looked for in all projects: a field to type in over what was found, the best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from widgets.chooser import Chooser, Entry, Held
from widgets.everywhere.found_text import FoundText, text_of
from widgets.labels import plain_label
from widgets.stressed import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from app.ports import Found, ProjectSummary

    Search = Callable[[str], tuple[Sequence[Found], Sequence[ProjectSummary]]]

_WIDTH = 680
_ASIDE = 210  # pixels, for the kind and the project
_AIR = 5
_BOLDER = 12  # pixels that stressed words may be wider than others


def tr(text: str) -> str:
    return QCoreApplication.translate("everywhere", text)


class SearchPopup(Chooser):
    """Lists what was found; Enter goes there."""

    chosen = Signal(object)  # a Found

    def __init__(self, search: Search, parent: QWidget) -> None:
        names = (tr("Found in all projects"), tr("Words to find"))
        hint = tr("Find in all projects: claims, quotations, articles, speakers")
        super().__init__(names, hint, _WIDTH, parent)
        self._search = search
        self._none = plain_label(tr("Nothing of the kind in any project."), parent=self)
        self._none.setObjectName("Muted")
        self._none.hide()
        self.column.addWidget(self._none)
        self._list.setItemDelegateForColumn(0, _Words(self._list))
        self._list.setColumnWidth(0, _WIDTH - _ASIDE)

    @override
    def matching(self, typed: str) -> Iterator[Entry]:
        if not typed.strip():
            self._none.hide()
            return
        found, projects = self._search(typed)
        titles = {project.id: project.title for project in projects}
        self._none.setVisible(not found)
        for one in found:
            aside = tr("{kind} · {project}").format(
                kind=self._kind(one.kind), project=titles.get(one.project_id, "")
            )
            yield Entry(text_of(one).text, aside, one)

    @override
    def choose(self, about: object, held: Held) -> None:
        self.close()
        self.chosen.emit(about)

    def _kind(self, kind: str) -> str:
        return {
            "claim": tr("Claim"),
            "locution": tr("Quotation"),
            "source": tr("Article"),
            "speaker": tr("Speaker"),
        }.get(kind, "")


class _Words(QStyledItemDelegate):
    """Paints the words around a match, with what matches stressed."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        found = index.data(Qt.ItemDataRole.UserRole)
        shown: FoundText = text_of(found)
        painter.save()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        if is_chosen:
            painter.fillRect(option.rect, option.palette.brush(QPalette.ColorRole.Highlight))
        painter.setPen(option.palette.color(role))
        painter.setClipRect(option.rect)
        metrics = QFontMetrics(option.font)
        room = option.rect.adjusted(_AIR, 0, -_AIR, 0)
        top = room.y() + (room.height() - metrics.height()) / 2
        side = Qt.TextElideMode.ElideRight
        text = metrics.elidedText(shown.text, side, room.width() - _BOLDER)
        stress = [span for span in shown.stress if span.end < len(text)]
        line = wrapped(text, option.font, 10 * _WIDTH, stress=stress)
        line.paint(painter, room.x(), top)
        painter.restore()
