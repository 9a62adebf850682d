"""The panel of speakers on the left side of the window: the list, and all about who is selected."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app import edits
from app.edits.naming import speakers_by_name
from app.model.elements import SpeakerId
from app.model.text import one_line
from resources.themes import Theme
from widgets.actions import Slots
from widgets.filtering import Filtering
from widgets.labels import plain_label
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.selection import Selection
from widgets.speakers.details import SpeakerDetails
from widgets.speakers.duplicates import Duplicates, DuplicatesDialog
from widgets.speakers.following import Following
from widgets.speakers.head import Head
from widgets.speakers.menu import speaker_menu
from widgets.speakers.merging import MergeBox
from widgets.speakers.model import SpeakersModel
from widgets.speakers.showing import Going
from widgets.speakers.speakers_list import SpeakersList
from widgets.speakers.table_window import TableWindow
from widgets.translating import number_words

_WIDE = 640  # pixels from which the details stand beside the list


class SpeakersPanel(QWidget):
    """Shows speakers once it is seen, and follows the map while it is."""

    wanted = Signal()  # to be seen

    def __init__(
        self,
        reading: Reading,
        selection: Selection,
        performer: Performer,
        filtering: Filtering,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Speakers"))
        self._reading = reading
        self._performer = performer
        self._filtering = filtering
        self.going = Going(reading, selection, performer, self)
        self._table: TableWindow | None = None
        self.model = SpeakersModel(reading, performer, self)
        self.duplicates = Duplicates(reading, performer, self)
        self.head = Head(theme, self)
        self.list = SpeakersList(self.model, theme, self)
        self.details = SpeakerDetails(reading, performer, theme, self)
        self.merging = MergeBox(reading, performer, theme, self)
        self._none = plain_label(name="Muted")
        self._none.setContentsMargins(14, 14, 14, 14)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._pages = QStackedWidget(self)
        self._halves = QSplitter(Qt.Orientation.Vertical, self)
        self._following = Following(reading, self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)

    def _lay_out(self) -> None:
        for page in (self._none, self.details, self.merging):
            self._pages.addWidget(page)
        self._halves.setHandleWidth(1)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self.list)
        self._halves.addWidget(self._pages)
        self._halves.setSizes([250, 500])
        self._halves.setStretchFactor(1, 1)
        self.list.setMinimumHeight(80)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._halves, 1)

    def _connect(self) -> None:
        self.head.asked.connect(self._list_anew)
        self.head.named.connect(self.add)
        self.head.list_wanted.connect(self._enter_list)
        self.head.table_wanted.connect(self.show_table)
        self.head.alike_wanted.connect(self.show_duplicates)
        self.list.chosen.connect(self._show_chosen)
        self.list.search_wanted.connect(self.head.search.setFocus)
        self.list.menu_wanted.connect(self._show_menu)
        self.details.said.claim_wanted.connect(self.going.show_claim)
        self.details.said.words_wanted.connect(self.going.show_words)
        self.details.said.back_wanted.connect(self.list.setFocus)
        self.duplicates.changed.connect(self._tell_duplicates)
        self.duplicates.merged.connect(lambda speaker: self.show_speaker(SpeakerId(speaker)))
        self._following.changed.connect(self.follow)

    def slots(self) -> Slots:
        """What carries out the actions of this class."""
        in_sight = {
            "read_sayings": self._enter_sayings,
            "rename_speaker": self.list.rename,
            "merge_speakers": self.ask_merge,
            "remove_speaker": self.remove,
            "add_speaker": self.head.ask_name,
        }
        return {
            **{name: partial(self._in_sight, slot) for name, slot in in_sight.items()},
            "alike_speakers": self.show_duplicates,
            "speakers_table": self.show_table,
        }

    def _in_sight(self, slot: Callable[[], object]) -> None:
        """Do something with the selected speakers, which must be seen to be."""
        if not self.isVisible():
            self.wanted.emit()
            self.list.setFocus()
        slot()

    def use_theme(self, theme: Theme) -> None:
        for part in (self.head, self.list, self.details, self.merging):
            part.use_theme(theme)

    def keep(self) -> bool:
        """Keep what is being typed here; whether the library took it all."""
        if self.list.is_written_in:
            self.list.setFocus()  # which ends the writing
        return self.details.form.keep()

    # What can be done

    def add(self, name: str) -> None:
        """Add a speaker, or find the one that goes by that name."""
        key = one_line(name).casefold()
        if key not in speakers_by_name(self._reading.map):
            self._performer.do(lambda m: edits.add_speaker(m, name=name))
        found = speakers_by_name(self._reading.map).get(key)
        if found:
            self.head.search.clear()
            self.show_speaker(found)

    def remove(self) -> None:
        """Remove the selected speakers, which must say nothing."""
        gone = [speaker.id for speaker in self.list.speakers()]
        if gone:
            makes = [partial(edits.remove_speaker, speaker=one) for one in gone]
            self._performer.do(lambda m: edits.several(m, makes=makes))

    def ask_merge(self) -> None:
        """Go to where one says whose name stays."""
        if len(self.list.speakers()) > 1:
            self.merging.setFocus()
        else:
            self.going.advice.emit(self.tr("Select two speakers or more to merge them."))

    def show_speaker(self, speaker: SpeakerId) -> None:
        """Select a speaker, and show all about it."""
        self.follow()
        self.list.select([speaker])

    def show_duplicates(self) -> None:
        """Go through the speakers that may be the same."""
        self.duplicates.find()
        DuplicatesDialog(self._reading, self.duplicates, self).open()

    def show_table(self) -> None:
        """Open the table of speakers and claims, or bring it to the front."""
        if self._table is None:
            self._table = TableWindow(self._reading, self)
            self._table.claim_wanted.connect(self.going.show_claim)
            self._table.words_wanted.connect(self.going.show_words)
            self._table.destroyed.connect(self._forget_table)
        self._table.show()
        self._table.raise_()
        self._table.activateWindow()

    def close_windows(self) -> None:
        """Close what is open about the speakers, since their project is left."""
        if self._table:
            self._table.close()

    def _forget_table(self) -> None:
        self._table = None

    # Showing

    def _enter_list(self) -> None:
        self.list.setFocus()
        if not self.list.selectedIndexes() and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))

    def _enter_sayings(self) -> None:
        if self._pages.currentWidget() is self.details:
            self.details.enter_sayings()

    def _list_anew(self) -> None:
        """List the speakers that are looked for, in the order that is wanted."""
        self.model.typed = self.head.search.text()
        self.model.order = self.head.order
        self._fill()

    def _fill(self) -> None:
        """Bring the list up to the map; what was selected stays selected as far as it is there."""
        chosen = [speaker.id for speaker in self.list.speakers()]
        place, scrolled = self.list.currentIndex().row(), self.list.verticalScrollBar().value()
        if self.model.fill():
            left = [one for one in chosen if self.model.index_of(one).isValid()]
            if not left and self.model.rowCount():  # who comes after the one that went
                near = min(max(place, 0), self.model.rowCount() - 1)
                speaker = self.model.speaker(self.model.index(near))
                left = [speaker.id] if speaker else []
            self.list.verticalScrollBar().setValue(scrolled)
            self.list.select(left)
        self._show_chosen()

    def _show_chosen(self) -> None:
        speakers = self.list.speakers()
        if len(speakers) == 1:
            self.details.show_speaker(speakers[0])
            self._pages.setCurrentWidget(self.details)
        elif speakers:
            self.merging.show_speakers(speakers)
            self._pages.setCurrentWidget(self.merging)
        else:
            self._pages.setCurrentWidget(self._none)
            self._none.setText(self._why_none())

    def _why_none(self) -> str:
        if self.model.rowCount():
            return self.tr("Select a speaker to see all that it says.")
        if self.head.search.text():
            return self.tr("No speaker goes by this name.")
        return self.tr(
            "No speakers yet.\n\nSelect words in the article and press S to say who says them, "
            "fill in “Said by” in the details of a claim, or add a speaker with the + above."
        )

    def _tell_duplicates(self) -> None:
        concerned = len({one for pair in self.duplicates.pairs for one in pair[:2]})
        words = self.tr("{n} speakers may be the same…")
        self.head.alike.setText(number_words(concerned, "", words))
        self.head.alike.setVisible(concerned > 0)

    def _show_menu(self, at: QPoint) -> None:
        chosen = self.list.speakers()
        menu = speaker_menu(self.list.actions(), chosen, self._filtering, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    # Following

    def follow(self) -> None:
        """Show what changed since the last time."""
        if self.list.is_written_in:
            self._following.put_off()
            return
        if self._following.is_behind:
            self._catch_up()
            return
        news = self._following.take()
        if news.speakers or news.sayings:
            self._fill()
            self.list.viewport().update()
        if news.speakers:
            self.duplicates.find_soon()
        if self.details.speaker in news.sayings or news.sources or news.speakers:
            self.details.show_sayings()
        elif self.details.model.shows(news.claims):
            self.details.said.scheduleDelayedItemsLayout()
        if news.steps:
            self.details.find_conflicts_soon()

    def _catch_up(self) -> None:
        """Show all as it is now."""
        self._following.take()
        self._fill()
        self.details.show_sayings()
        self.duplicates.find_soon()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._following.is_behind:
            self._catch_up()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        self._halves.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
