"""The errors that Rejoinder tells apart; anything else that is raised is a bug of ours.

They derive from Exception, not from ValueError, so that pydantic lets them through as they are.
"""

from pathlib import Path

from app.model.text import one_line


class RejoinderError(Exception):
    """An error with one clear sentence for the person, its first argument."""


class EditError(RejoinderError):
    """What the person asked for cannot be done to this map; the map is as it was."""


class StoreError(RejoinderError):
    """The library could not be read or written; nothing of the change is in it."""


class FormatError(RejoinderError):
    """A file is not what it should be; nothing was taken from it."""

    def __init__(
        self, message: str, *, file: Path | None = None, line: int = 0, column: int = 0
    ) -> None:
        name = one_line(file.name) if file else ""
        place = f"line {line}, column {column}" if line else ""
        where = ", ".join(part for part in (name, place) if part)
        super().__init__(f"{where}: {message}" if where else message)
        self.message = message
        self.file = file
        self.line = line
        self.column = column

    def in_file(self, file: Path) -> "FormatError":
        """The same fault, with the file that it was found in."""
        return FormatError(self.message, file=file, line=self.line, column=self.column)


class DiagramError(RejoinderError):
    """No diagram was written; a file that stood there before is as it was."""
