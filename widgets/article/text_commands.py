"""What the person can do with the text of an article: correct it, take in a newer one, compare."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app import edits
from app.articles.beside import Beside
from app.articles.fates import Found
from app.articles.reanchoring import marks_found_again
from app.model.elements import LocutionId, Source, SourceId
from app.model.text import clean
from widgets.dialogs.working_dialog import WorkingDialog
from widgets.mark_words import fates_told
from widgets.working import Reporter, Work

if TYPE_CHECKING:  # the dialogs come when they are wanted, not before the map is seen
    from PySide6.QtWidgets import QWidget

    from app.articles.taken import Taken
    from app.model.argument_map import ArgumentMap
    from resources.themes import Theme
    from widgets.actions import Slots
    from widgets.article.article_text import ArticleText
    from widgets.article.correcting_dialog import CorrectingDialog
    from widgets.captures.newer_dialog import Newer
    from widgets.performing import Make, Performer
    from widgets.reading import Reading

_Marks = Mapping[LocutionId, Found]


class TextCommands(QObject):
    """Carries out the actions on the text that is shown; what takes long runs beside the window."""

    advice = Signal(str)
    changed = Signal()  # a text, and the marks in it
    claim_wanted = Signal(str)
    themed = Signal(object)

    def __init__(
        self,
        reading: Reading,
        performer: Performer,
        text: ArticleText,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._reading = reading
        self._performer = performer
        self._text = text
        self._theme = theme
        self._window = window

    def slots(self) -> Slots:
        """What carries out the actions on the text of the article."""
        return {"correct_text": self.correct, "compare_texts": self.compare}

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.themed.emit(theme)

    # Correcting

    def correct(self) -> None:
        """Let the person edit the text."""
        from widgets.article.correcting_dialog import CorrectingDialog  # noqa: PLC0415

        source = self.shown()
        if source:
            dialog = CorrectingDialog(source, self._text.caret() or 0, self._window)
            dialog.wanted.connect(partial(self._correct, dialog, source.id))
            dialog.open()

    def _correct(self, dialog: CorrectingDialog, source: SourceId, text: str) -> None:
        text = clean(text)

        def use(found: _Marks) -> None:
            make = partial(edits.correct_text, source=source, text=text, found=found)
            if self._carry_out(make, found):
                dialog.done(dialog.DialogCode.Accepted)

        self._find_marks(source, text, dialog, use)

    def _find_marks(
        self, source: SourceId, text: str, parent: QWidget, use: Callable[[_Marks], object]
    ) -> None:
        """Find the marks of a source in a new text; once more if there are others meanwhile."""
        argument_map = self._map

        def take(found: object) -> None:
            if _has_other_marks(argument_map, self._map, source):
                self._find_marks(source, text, parent, use)
            else:
                use(found)  # type: ignore[arg-type]  # a signal carries any object

        work = partial(_marks, argument_map, source, text)
        self._work(work, self.tr("Finding the marks again …"), parent, take)

    def _carry_out(self, make: Make, found: _Marks) -> bool:
        """Do an edit of the text, and say what became of the marks."""
        if not self._performer.do(make):
            return False
        told = fates_told(one.fate for one in found.values())
        self.changed.emit()
        self.advice.emit(told or self.tr("The text is changed; it has no marks."))
        return True

    # A newer text

    def show_newer(self, source: SourceId, taken: Taken) -> None:
        """Show what a newer text of an article brings, and take it in if the person wants it."""
        from widgets.captures.newer_dialog import Newer  # noqa: PLC0415

        argument_map, text = self._map, clean(taken.text)

        def look(reporter: Reporter) -> Newer:
            beside = Beside.of(argument_map.source(source).text, text)
            return Newer(beside, _marks(argument_map, source, text, reporter))

        def show(newer: object) -> None:
            assert isinstance(newer, Newer)  # noqa: S101  a signal carries any object
            if _has_other_marks(argument_map, self._map, source):
                self.show_newer(source, taken)
            elif newer.beside.is_same:
                self.advice.emit(self.tr("The newer text says just the same. Nothing is changed."))
            else:
                self._offer(source, taken, newer)

        self._work(look, self.tr("Comparing the texts …"), self._window, show)

    def _offer(self, source: SourceId, taken: Taken, newer: Newer) -> None:
        from widgets.captures.newer_dialog import NewerDialog  # noqa: PLC0415

        article = self._map.source(source)
        dialog = NewerDialog(self._map, article, newer, self._theme, self._window)
        make = partial(
            edits.replace_text,
            source=source,
            text=newer.beside.new,
            captured=datetime.now(UTC),
            origin=taken.origin,
            digest=taken.digest,
            found=newer.found,
        )
        dialog.accepted.connect(lambda: self._carry_out(make, newer.found))
        dialog.open()

    # Comparing

    def compare(self) -> None:
        """Show the text beside an earlier one, while the window stays usable."""
        from widgets.captures.captures_dialog import CapturesDialog  # noqa: PLC0415

        source = self.shown()
        if source is None:
            return
        if not self._map.captures_of(source.id):
            self.advice.emit(
                self.tr("There is no earlier text of this article. Take in a newer one first.")
            )
            return
        dialog = CapturesDialog(self._reading, source.id, self._theme, self._window)
        dialog.claim_wanted.connect(self.claim_wanted)
        self.themed.connect(dialog.use_theme)
        dialog.show()

    def shown(self) -> Source | None:
        """The source that is shown; without one, says so."""
        if self._text.source is None:
            self.advice.emit(self.tr("There is no article yet."))
        return self._text.source

    def _work(
        self,
        work: Callable[[Reporter], object],
        text: str,
        parent: QWidget,
        use: Callable[[object], object],
    ) -> None:
        running = Work(work, parent)
        running.done.connect(use)
        running.failed.connect(self._tell)
        for over in (running.done, running.failed, running.cancelled):
            over.connect(running.deleteLater)
        WorkingDialog(running, text, parent)
        running.start()

    def _tell(self, sentence: str) -> None:
        self.advice.emit(sentence)

    @property
    def _map(self) -> ArgumentMap:
        return self._reading.map


def _marks(
    argument_map: ArgumentMap, source: SourceId, text: str, reporter: Reporter
) -> dict[LocutionId, Found]:
    number = len(argument_map.marks_in(source))
    return marks_found_again(
        argument_map,
        source,
        text,
        progress=lambda done: reporter.progress(done, number),
        cancelled=reporter.cancelled,
    )


def _has_other_marks(before: ArgumentMap, now: ArgumentMap, source: SourceId) -> bool:
    """Whether a source has another text or other marks than it had."""
    return (
        before.source(source) != now.source(source)
        or before.marks_in(source) != now.marks_in(source)
        or before.marks_to_check(source) != now.marks_to_check(source)
    )
