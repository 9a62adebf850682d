"""The fields about one speaker; what is changed in them is kept at once."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget
from typing_extensions import override

from app import edits
from app.model.elements import Speaker, SpeakerId, SpeakerKind, new_id
from app.model.text import one_line
from resources.themes import Theme
from widgets.icons import picture_icon
from widgets.labels import plain_label
from widgets.performing import Make, Performer
from widgets.speakers.swatches import Swatches
from widgets.speakers.typing_line import TypingLine
from widgets.speakers.words import sort_word


class SpeakerForm(QWidget):
    """Shows a speaker, with fields to change it."""

    def __init__(self, performer: Performer, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("About the speaker"))
        self._performer = performer
        self._speaker: SpeakerId | None = None
        self._group = new_id()  # of the colours that are tried for one speaker
        self._name = TypingLine(self._keep_name, self, needed=True)
        self.sort = _SortChoice(self)
        self.sort.activated.connect(self._keep_sort)
        self._affiliation = TypingLine(self._keep_affiliation, self)
        self._affiliation.setPlaceholderText(self.tr("A paper, a party, an institute…"))
        self._aliases = TypingLine(self._keep_aliases, self, normal=_names_in_line)
        self._aliases.setPlaceholderText(self.tr("Names, separated by semicolons"))
        self._swatches = Swatches(theme, self)
        self._swatches.chosen.connect(self._keep_colour)
        self._lay_out()
        self.use_theme(theme)

    def _lay_out(self) -> None:
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(10)
        rows.setVerticalSpacing(4)
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for text, field in (
            (self.tr("Name"), self._name),
            (self.tr("Sort"), self.sort),
            (self.tr("Belongs to"), self._affiliation),
            (self.tr("Also called"), self._aliases),
            (self.tr("Colour"), self._swatches),
        ):
            label = plain_label(text, name="Muted")
            label.setWordWrap(False)
            rows.addRow(label, field)
            field.setAccessibleName(text)

    def use_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._swatches.use_theme(theme)
        if self.isVisible():
            self._show_signs()

    def _show_signs(self) -> None:
        for i, sort in enumerate(SpeakerKind):
            self.sort.setItemIcon(i, picture_icon(sort.value, self._theme))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_signs()

    def show_speaker(self, speaker: Speaker) -> None:
        """Fill the fields; what is being typed about the same speaker stays."""
        if speaker.id != self._speaker:
            self.keep()
            self._group = new_id()
        self._speaker = speaker.id
        self._name.show_value(speaker.name)
        self.sort.setCurrentIndex(self.sort.findData(speaker.sort.value))
        self._affiliation.show_value(speaker.affiliation)
        self._aliases.show_value(_ALIASES.join(speaker.aliases))
        self._swatches.show_colour(speaker.colour)

    def keep(self) -> bool:
        """Keep what is being typed here; whether the library took it all."""
        kept = [line.keep() for line in (self._name, self._affiliation, self._aliases)]
        return all(kept)

    # Changing the speaker

    def _keep_name(self, name: str, group: str) -> bool:
        return self._do(
            lambda one: lambda m: edits.rename_speaker(m, speaker=one.id, name=name), group
        )

    def _keep_affiliation(self, affiliation: str, group: str) -> bool:
        return self._describe(group, affiliation=affiliation)

    def _keep_aliases(self, aliases: str, group: str) -> bool:
        return self._describe(group, aliases=tuple(aliases.split(_ALIASES)))

    def _keep_sort(self, index: int) -> None:
        self._describe("", sort=SpeakerKind(self.sort.itemData(index)))

    def _keep_colour(self, colour: int | None) -> None:
        self._do(
            lambda one: lambda m: edits.set_speaker_colour(m, speaker=one.id, colour=colour),
            self._group,
        )

    def _describe(
        self,
        group: str,
        *,
        sort: SpeakerKind | None = None,
        affiliation: str | None = None,
        aliases: tuple[str, ...] | None = None,
    ) -> bool:
        return self._do(
            lambda one: (
                lambda m: edits.describe_speaker(
                    m,
                    speaker=one.id,
                    sort=one.sort if sort is None else sort,
                    affiliation=one.affiliation if affiliation is None else affiliation,
                    aliases=one.aliases if aliases is None else aliases,
                )
            ),
            group,
        )

    def _do(self, make: Callable[[Speaker], Make], group: str) -> bool:
        """Change the speaker as it is now; one that is gone needs no change."""
        key = self._speaker
        speaker = self._performer.document.map.get(key) if key else None
        if not isinstance(speaker, Speaker):
            return True
        return self._performer.do(make(speaker), group=group) is not None


class _SortChoice(QComboBox):
    """Offers the sorts of speakers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumWidth(60)
        for sort in SpeakerKind:
            self.addItem(sort_word(sort), sort.value)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it scrolls the panel


_ALIASES = "; "


def _names_in_line(text: str) -> str:
    """Aliases as one line, each once.

    >>> _names_in_line("Lough;  J. Lough ;;Lough")
    'Lough; J. Lough'
    """
    names = (one_line(name) for name in text.split(";"))
    return _ALIASES.join(dict.fromkeys(name for name in names if name))
