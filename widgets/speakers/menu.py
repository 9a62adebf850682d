"""The menu of what can be done with the selected speakers."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.model.elements import Speaker
from app.model.text import shortened
from app.model.view_state import Criterion, Trait
from widgets.filtering import Filtering
from widgets.labels import as_button_text
from widgets.speakers.words import tr

_LONGEST = 40  # characters of a name


def speaker_menu(
    actions: Sequence[QAction], speakers: Sequence[Speaker], filtering: Filtering, parent: QWidget
) -> QMenu:
    """Make the menu of the actions on speakers, and of ways to see them on the map."""
    menu = QMenu(parent)
    menu.setAccessibleName(tr("Speakers"))
    menu.addActions(list(actions))
    menu.addSeparator()
    if len(speakers) == 1:
        criterion = Criterion(trait=Trait.SPEAKER, value=speakers[0].id)
        name = as_button_text(shortened(speakers[0].name, _LONGEST))
        only = menu.addAction(tr("Show only what {name} says first").format(name=name))
        only.triggered.connect(lambda: filtering.show_only(criterion))
    if filtering.criterion:
        every = menu.addAction(tr("Show all claims again"))
        every.triggered.connect(lambda: filtering.show_only(None))
    tinted = filtering.tint is Trait.SPEAKER
    tint = menu.addAction(tr("No tint") if tinted else tr("Tint the map by speaker"))
    tint.triggered.connect(lambda: filtering.tint_by(None if tinted else Trait.SPEAKER))
    return menu
