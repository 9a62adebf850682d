"""What holds for all commands of one start of the program."""

from collections.abc import Callable
from dataclasses import dataclass

from app.places import Places, WindowRequest

MOST_SHOWN = 60
"""Characters of what the person has given, in a line that says what is wrong."""

OpenWindow = Callable[[WindowRequest], int]
"""Shows the window until it is closed; returns the exit code."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where things are, whether the library was named, and what opens the window."""

    places: Places
    is_named: bool
    open_window: OpenWindow
