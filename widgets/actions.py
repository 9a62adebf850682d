"""All actions: one table, from which menus, buttons and keys are made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.model.role import Role


class Scope(Enum):
    """Where an action's keys work."""

    WINDOW = "window"
    MAP = "map"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Spec:
    """An action: its name in code, its words, its keys (the first is shown), and its menu."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    scope: Scope = Scope.WINDOW
    menu: str = ""
    role: Role | None = None  # whose colour and sign its button has


def _(text: str) -> str:
    """Mark a text for translation."""
    return text


SPECS: tuple[Spec, ...] = (
    Spec("open_article", _("Open an article…"), ("Ctrl+O",), menu=_("Project")),
    Spec(
        "paste_article", _("New project from the clipboard"), ("Ctrl+Shift+V",), menu=_("Project")
    ),
    Spec("new_project", _("New empty project"), ("Ctrl+N",), menu=_("Project")),
    Spec("add_article", _("Add an article to this project…"), ("Ctrl+Shift+O",), menu=_("Project")),
    Spec("rename_project", _("Rename…"), menu=_("Project")),
    Spec("export", _("Export a diagram…"), ("Ctrl+E",), menu=_("Project")),
    Spec("save_copy", _("Save a copy to share…"), ("Ctrl+Shift+S",), menu=_("Project")),
    Spec("close_project", _("All projects"), ("Ctrl+W",), menu=_("Project")),
    Spec("quit", _("Quit"), ("Ctrl+Q",), menu=_("Project")),
    Spec("undo", _("Undo"), ("Ctrl+Z",), menu=_("Edit")),
    Spec("redo", _("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), menu=_("Edit")),
    Spec("edit_text", _("Edit the text"), ("F2",), Scope.MAP, _("Edit")),
    Spec("delete", _("Delete with what hangs below"), ("Del", "Backspace"), Scope.MAP, _("Edit")),
    Spec("delete_only", _("Delete only this"), ("Shift+Del",), Scope.MAP, _("Edit")),
    Spec("add_reason", _("Reason"), ("Tab", "Ins"), Scope.MAP, _("Map"), Role.REASON),
    Spec("add_objection", _("Objection"), ("O",), Scope.MAP, _("Map"), Role.OBJECTION),
    Spec("add_co_premise", _("Co-premise"), ("C",), Scope.MAP, _("Map"), Role.FREE),
    Spec("add_undercutter", _("Undercut"), ("U",), Scope.MAP, _("Map"), Role.UNDERCUTTER),
    Spec(
        "add_sibling_after", _("Another of the same kind"), ("Return", "Enter"), Scope.MAP, _("Map")
    ),
    Spec(
        "add_sibling_before",
        _("Another of the same kind before it"),
        ("Ctrl+Return",),
        Scope.MAP,
        _("Map"),
    ),
    Spec("add_free_claim", _("New free claim"), ("N",), Scope.MAP, _("Map")),
    Spec("turn_into_reason", _("Turn into a reason"), ("Alt+Shift+R",), Scope.MAP, _("Map")),
    Spec("turn_into_objection", _("Turn into an objection"), ("Alt+Shift+O",), Scope.MAP, _("Map")),
    Spec("toggle_unstated", _("Unstated: nobody voiced it"), ("Alt+Shift+U",), Scope.MAP, _("Map")),
    Spec("move_earlier", _("Move before its neighbour"), ("Ctrl+Up",), Scope.MAP, _("Map")),
    Spec("move_later", _("Move behind its neighbour"), ("Ctrl+Down",), Scope.MAP, _("Map")),
    Spec("go_up", _("To what it bears on"), ("Up",), Scope.MAP),
    Spec("go_down", _("To what bears on it"), ("Down",), Scope.MAP),
    Spec("go_left", _("To the left"), ("Left",), Scope.MAP),
    Spec("go_right", _("To the right"), ("Right",), Scope.MAP),
    Spec("fold", _("Fold or unfold"), ("F", "/"), Scope.MAP, _("View")),
    Spec("fold_all", _("Fold or unfold all"), ("Shift+F",), Scope.MAP, _("View")),
    Spec("show_level", _("Show a level more"), ("Alt+PgDown",), menu=_("View")),
    Spec("hide_level", _("Show a level less"), ("Alt+PgUp",), menu=_("View")),
    Spec("zoom_in", _("Zoom in"), ("Ctrl++", "Ctrl+="), menu=_("View")),
    Spec("zoom_out", _("Zoom out"), ("Ctrl+-",), menu=_("View")),
    Spec("zoom_full", _("Zoom to 100 %"), ("Ctrl+0",), menu=_("View")),
    Spec("fit", _("Show the whole map"), ("F3",), menu=_("View")),
    Spec("fit_selection", _("Show the selection"), ("F4",), menu=_("View")),
    Spec("show_words", _("Show its words in the article"), ("Shift+Return",), Scope.MAP, _("View")),
    Spec("toggle_article", _("Article"), ("Ctrl+1",), menu=_("View")),
    Spec("toggle_inspector", _("Details"), ("Ctrl+2",), menu=_("View")),
    Spec("palette", _("Commands…"), ("Ctrl+K",), menu=_("View")),
    Spec("keys", _("Keys"), ("F1",), menu=_("View")),
    Spec("theme_system", _("Colours of the system"), menu=_("View")),
    Spec("theme_light", _("Light colours"), menu=_("View")),
    Spec("theme_dark", _("Dark colours"), menu=_("View")),
    Spec(
        "mark_claim",
        _("New claim from these words"),
        ("Return", "Enter"),
        Scope.ARTICLE,
        _("Article"),
    ),
    Spec(
        "mark_reason",
        _("Reason for the selected claim"),
        ("R",),
        Scope.ARTICLE,
        _("Article"),
        Role.REASON,
    ),
    Spec(
        "mark_objection",
        _("Objection to the selected claim"),
        ("O",),
        Scope.ARTICLE,
        _("Article"),
        Role.OBJECTION,
    ),
    Spec(
        "mark_more",
        _("The selected claim rests on these words"),
        ("F",),
        Scope.ARTICLE,
        _("Article"),
    ),
    Spec("set_speaker", _("Who says it"), ("S",), Scope.ARTICLE, _("Article")),
    Spec(
        "show_claim",
        _("Show the claim of these words"),
        ("Shift+Return",),
        Scope.ARTICLE,
        _("Article"),
    ),
)
MENUS = tuple(dict.fromkeys(spec.menu for spec in SPECS if spec.menu))


def tr(text: str) -> str:
    """Translate a text of the table."""
    return QCoreApplication.translate("actions", text)


def make_actions(
    homes: Mapping[Scope, QWidget], slots: Mapping[str, Callable[[], object]], parent: QObject
) -> dict[str, QAction]:
    """Make the actions that have a slot, each working where its scope is at home."""
    made: dict[str, QAction] = {}
    for spec in SPECS:
        if spec.name not in slots or spec.scope not in homes:
            continue
        action = QAction(tr(spec.text), parent)
        action.setObjectName(spec.name)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setShortcutContext(
            Qt.ShortcutContext.WindowShortcut
            if spec.scope is Scope.WINDOW
            else Qt.ShortcutContext.WidgetShortcut
        )
        action.triggered.connect(_without_argument(slots[spec.name]))
        homes[spec.scope].addAction(action)
        made[spec.name] = action
    return made


def _without_argument(slot: Callable[[], object]) -> Callable[[], None]:
    """Keep Qt from handing `checked` to a slot."""

    def call() -> None:
        slot()

    return call
