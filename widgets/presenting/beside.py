"""What stands beside the map while it is presented: who says it, and the very words."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from app.articles.text import paragraph_span
from app.layout.contents import place_of, speaker_chain
from app.model.argument_map import ArgumentMap
from app.model.elements import (
    Anchor,
    Claim,
    ClaimId,
    Locution,
    SourceId,
    Stance,
    text_order,
)
from app.model.outline import Card, Place
from app.model.role import Role
from app.model.text import one_line, shortened
from resources.themes import Theme
from widgets.fonts import SERIF
from widgets.presenting.slides import claims_on
from widgets.speakers.words import stance_word
from widgets.theme import colour
from widgets.translating import day_in_words, via

_AROUND = 260  # characters of the paragraph on either side of the words
_MOST_WORDS = 900
_MOST_TARGET = 120
_SMALL = 0.82  # of the usual size
_SIZES = (1, 0.88, 0.76, 0.66)  # of type, the first of which all can be seen in


def has_words(argument_map: ArgumentMap, slides: Iterable[Place]) -> bool:
    """Whether there is anything to be read beside some slides."""
    claims = (claim for slide in slides for claim in claims_on(slide))
    return any(argument_map.locutions_of(c) or argument_map.claim(c).note for c in claims)


class Beside(QTextEdit):
    """Shows the claims of a slide with their sayings; its words are never read as markup."""

    def __init__(self, argument_map: ArgumentMap, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Beside")
        self.setAccessibleName(self.tr("Who says it, in which words"))
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._size = 18  # pixels of type
        self._around = _AROUND
        self._map = argument_map
        self._theme = theme
        self._cursor = QTextCursor(self.document())

    def show_slide(self, slide: Place, size_of_type: int) -> None:
        """Show what there is to be read about a slide, in smaller type if that is much.

        If that is still too much, the words stand without those around them.
        """
        for share, around in (*((share, _AROUND) for share in _SIZES), (_SIZES[-1], 0)):
            self._size, self._around = round(size_of_type * share), around
            self._write_all(slide)
            if self.document().size().height() <= self.viewport().height():
                break
        self.moveCursor(QTextCursor.MoveOperation.Start)  # or Qt scrolls down to its cursor
        self.verticalScrollBar().setValue(0)

    @property
    def has_more(self) -> bool:
        """Whether not all can be seen at once."""
        return self.verticalScrollBar().maximum() > 0

    def turn_pages(self, by: int) -> None:
        """Go down by some pages, or up."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(by * 0.8 * self.viewport().height()))

    def _write_all(self, slide: Place) -> None:
        self.clear()
        self.document().setDocumentMargin(self._size * 1.2)
        self._cursor = QTextCursor(self.document())
        said = self._bearing(slide)
        if said:
            self._begin(above=0)
            self._write(said, self._small())
        for n, key in enumerate(claims_on(slide)):
            self._claim(self._map.claim(key), above=1.6 if n else 0.3 * bool(said))

    def _bearing(self, slide: Place) -> str:
        """What a slide has to do with what was shown before."""
        if isinstance(slide, Card):
            return ""
        target = slide.inference.target
        if self._map.is_inference(target):
            target = self._map.inference(target).premises[0]
        templates = {
            Role.REASON: self.tr("A reason for “{text}”"),
            Role.OBJECTION: self.tr("An objection to “{text}”"),
            Role.REBUTTAL: self.tr("A rebuttal of “{text}”"),
            Role.UNDERCUTTER: self.tr("It does not follow from “{text}”"),
        }
        text = shortened(self._map.claim(ClaimId(target)).text, _MOST_TARGET)
        return templates[slide.role].format(text=text)

    def _claim(self, claim: Claim, *, above: float) -> None:
        self._begin(above=above)
        self._write(one_line(claim.text) or self.tr("A claim without words"), self._look(bold=True))
        if claim.unstated:
            self._begin(above=0.3)
            self._write(self.tr("Unstated: nobody voiced it."), self._small())
        for saying in sorted(self._map.locutions_of(claim.id), key=text_order):
            self._saying(saying)
        if claim.note.strip():
            self._begin(above=0.8)
            self._write(self.tr("Note"), self._small(bold=True))
            for line in filter(None, map(str.strip, claim.note.splitlines())):
                self._begin(above=0.1)
                self._write(line, self._small())

    def _saying(self, saying: Locution) -> None:
        self._begin(above=0.8)
        self._write(self._who(saying), self._look(bold=False, accent=True))
        if saying.anchor:
            self._begin(above=0.3, indent=True)
            self._words(saying.anchor)
            self._begin(above=0.2, indent=True)
            self._write(self._where(saying.anchor), self._small())

    def _who(self, saying: Locution) -> str:
        """Who says it through whom, from where, and how if it is not just said."""
        chain = speaker_chain(self._map, saying)
        names = [one_line(speaker.name) for speaker in chain]
        who = names[0] if names else self.tr("The article")
        if chain and chain[0].affiliation:
            who = self.tr("{name} ({from_where})").format(
                name=who, from_where=one_line(chain[0].affiliation)
            )
        if len(names) > 1:
            who = f"{who} {via()} {', '.join(names[1:])}"
        if saying.stance is not Stance.ASSERTS:
            who = f"{who}: {stance_word(saying.stance)}"
        return who

    def _words(self, anchor: Anchor) -> None:
        """The words in their paragraph, of which as much is shown as says what they are about."""
        text = self._map.source(SourceId(anchor.source)).text
        first, last = paragraph_span(text, anchor.start), paragraph_span(text, anchor.end - 1)
        start = max(first.start, anchor.start - self._around)
        end = min(last.end, anchor.end + self._around)
        before, after = text[start : anchor.start], text[anchor.end : end]
        if start > first.start:
            before = f"… {before.partition(' ')[2]}"
        if end < last.end:
            after = f"{after.rpartition(' ')[0]} …"
        quoted = anchor.exact
        if len(quoted) > _MOST_WORDS:
            quoted = shortened(quoted, _MOST_WORDS)
        for part, look in (
            (before, self._look(quiet=True, serif=True)),
            (quoted, self._look(bold=True, serif=True)),
            (after, self._look(quiet=True, serif=True)),
        ):
            self._write(part.replace("\n", " "), look)

    def _where(self, anchor: Anchor) -> str:
        source = self._map.source(SourceId(anchor.source))
        facts = [one_line(source.title), one_line(source.author), one_line(source.outlet)]
        if source.published:
            facts.append(day_in_words(source.published))
        return ", ".join([*filter(None, facts), place_of(self._map, anchor)])

    # Type

    def _begin(self, *, above: float, indent: bool = False) -> None:
        """Begin a paragraph, so many lines below the one before."""
        form = QTextBlockFormat()
        form.setTopMargin(above * self._size)
        form.setLeftMargin(self._size * 0.9 if indent else 0)
        form.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self.document().isEmpty():
            self._cursor.setBlockFormat(form)
        else:
            self._cursor.insertBlock(form)

    def _write(self, text: str, look: QTextCharFormat) -> None:
        self._cursor.insertText(text, look)

    def _small(self, *, bold: bool = False) -> QTextCharFormat:
        return self._look(quiet=True, bold=bold, share=_SMALL)

    def _look(
        self,
        *,
        quiet: bool = False,
        accent: bool = False,
        bold: bool = False,
        serif: bool = False,
        share: float = 1.0,
    ) -> QTextCharFormat:
        ink = self._theme.ink
        font = QFont(SERIF if serif else self.font())
        font.setPixelSize(max(round(self._size * share), 1))
        font.setBold(bold)
        look = QTextCharFormat()
        look.setFont(font)
        look.setForeground(colour(ink.accent if accent else ink.muted if quiet else ink.text))
        return look
