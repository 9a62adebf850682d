"""Words looked for in all projects: a field to type in over what was found, the best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.model.elements import ClaimAddress, ClaimId
from app.ports import Found
from widgets.alerting import announce
from widgets.chooser import Chooser, Entry, Held
from widgets.everywhere.found_text import FoundText, text_of, with_repeats
from widgets.labels import plain_label
from widgets.stressed import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from app.model.elements import ProjectId
    from app.ports import ProjectSummary

    Search = Callable[[str], tuple[Sequence[Found], Sequence[ProjectSummary]]]

_WIDTH = 680
_ASIDE = 210  # pixels, for the kind and the project
_AIR = 5
_BOLDER = 12  # pixels that stressed words may be wider than others


def tr(text: str) -> str:
    return QCoreApplication.translate("everywhere", text)


class SearchPopup(Chooser):
    """Lists what was found; Enter goes there, or brings a claim to the project `here`."""

    chosen = Signal(object)  # a Found
    copy_wanted = Signal(object)  # the address of a claim of another project
    link_wanted = Signal(object)  # the same

    def __init__(self, search: Search, parent: QWidget, *, here: ProjectId | None = None) -> None:
        names = (tr("Found in all projects"), tr("Words to find"))
        hint = tr("Find in all projects: claims, quotations, articles, speakers")
        super().__init__(names, hint, _WIDTH, parent)
        self._search = search
        self._none = plain_label(tr("Nothing of the kind in any project."), parent=self)
        self._none.setObjectName("Muted")
        self._none.hide()
        self.column.addWidget(self._none)
        self._here = here
        self._why_not = plain_label(name="Warning", parent=self)
        self._why_not.hide()
        self.column.addWidget(self._why_not)
        if here:
            ways = tr(
                "Enter: go there   ·   Ctrl+Enter: copy the claim here"
                "   ·   Alt+Enter: it is the same as the selected one"
            )
            self.column.addWidget(plain_label(ways, name="Muted"))
        self._list.setItemDelegateForColumn(0, _Words(self._list))
        self._list.setColumnWidth(0, _WIDTH - _ASIDE)

    @override
    def matching(self, typed: str) -> Iterator[Entry]:
        self._why_not.hide()
        if not typed.strip():
            self._none.hide()
            return
        found, projects = self._search(typed)
        titles = {project.id: project.title for project in projects}
        self._none.setVisible(not found)
        for one, is_again in with_repeats(found):
            kind = tr("The same claim") if is_again else self._kind(one.kind)
            title = titles.get(one.project_id, "")
            aside = tr("{kind} · {project}").format(kind=kind, project=title)
            yield Entry(text_of(one).text, aside, one)

    @override
    def choose(self, about: object, held: Held) -> None:
        if isinstance(about, Found):
            self._choose_found(about, held)

    def _choose_found(self, about: Found, held: Held) -> None:
        wanted = self._wanted_by(held)
        if wanted is None:
            self.close()
            self.chosen.emit(about)
        elif about.kind != "claim" or about.project_id == self._here:
            text = tr("Only claims of other projects are copied or linked; Enter goes there.")
            announce(self._why_not, text)
            self._why_not.setText(text)
            self._why_not.show()
        else:
            self.close()
            key = ClaimId(about.element_id)
            wanted.emit(ClaimAddress(project=about.project_id, claim=key))

    def _wanted_by(self, held: Held) -> SignalInstance | None:
        """What Enter asks for with these keys held; None for going there."""
        if self._here and held & Held.ControlModifier:
            return self.copy_wanted
        return self.link_wanted if self._here and held & Held.AltModifier else None

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
        fitting = metrics.elidedText(shown.text, side, room.width() - _BOLDER)
        text, stress = shown.shortened(fitting)
        line = wrapped(text, option.font, 10 * _WIDTH, stress=stress)
        line.paint(painter, room.x(), top)
        painter.restore()
