"""Text of others on a terminal, which may take parts of it for commands."""

import re

from app.model.text import one_line

_OTHER_CONTROLS = re.compile(r"[\x80-\x9f]")


def for_terminal(text: str) -> str:
    r"""Fold a text to one line without anything that a terminal would obey.

    >>> for_terminal("red\x1b[31m\x9b31m")
    'red[31m31m'
    """
    return _OTHER_CONTROLS.sub("", one_line(text))
