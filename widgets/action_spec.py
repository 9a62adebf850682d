"""What an action is: its name, words and keys, where these work, and its menu."""

from dataclasses import dataclass
from enum import Enum

from app.model.role import Role


class Scope(Enum):
    """Where an action's keys work."""

    WINDOW = "window"
    MAP = "map"
    ARTICLE = "article"
    SPEAKERS = "speakers"  # the list of them
    DRAFT = "draft"  # the list of suggestions
    START = "start"  # the start page
    PROJECTS = "projects"  # the list on it


@dataclass(frozen=True, slots=True)
class Spec:
    """An action: its name in code, its words, its keys (the first is shown), and its menu.

    `menu` is the way to it: a menu, or a menu and one in it; empty if it is in none.
    """

    name: str
    text: str
    keys: tuple[str, ...]
    scope: Scope
    menu: tuple[str, ...] = ()
    role: Role | None = None  # whose colour and sign its button has
