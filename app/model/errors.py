"""The errors that Rejoinder tells apart; anything else that is raised is a bug of ours.

They derive from Exception, not from ValueError, so that pydantic lets them through as they are.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self

from typing_extensions import override

from app.model.text import one_line


class Phrase:
    """Words of ours for the person, with names in braces for the parts that are put into them.

    Only these words are translated, not the parts, unless one is a phrase itself. Without parts,
    braces are but braces.
    """

    def __init__(self, template: str, /, **parts: object) -> None:
        self.template = template
        self.parts: Mapping[str, object] = parts

    def said(self, translate: Callable[[str], str] = str) -> str:
        """Translate the words, then put the parts in; in English if nothing translates.

        >>> Phrase("{count:,} claims in “{title}”", count=1000, title="{count}").said()
        '1,000 claims in “{count}”'
        """
        words = translate(self.template)
        if not self.parts:
            return words
        return words.format(
            **{
                name: part.said(translate) if isinstance(part, Phrase) else part
                for name, part in self.parts.items()
            }
        )

    @override
    def __str__(self) -> str:
        return self.said()


class RejoinderError(Phrase, Exception):
    """An error with one clear sentence for the person."""


class EditError(RejoinderError):
    """What the person asked for cannot be done to this map; the map is as it was."""


class StoreError(RejoinderError):
    """The library could not be read or written; nothing of the change is in it."""


class PresentError(StoreError):
    """What was to be put into a library is in it already, under the same id."""


class DamageError(StoreError):
    """A library, or a project in it, is damaged; what can be read of it can be rescued."""


class ConflictError(StoreError):
    """Somebody else has changed the project in the meantime; nothing of this change is in it.

    `touched` are the elements that both have changed, if that is known.
    """

    def __init__(
        self, template: str, /, *, touched: frozenset[str] = frozenset(), **parts: object
    ) -> None:
        super().__init__(template, **parts)
        self.touched = touched

    @classmethod
    def of(cls, error: RejoinderError) -> Self:
        """What another error says, as the work of somebody else."""
        conflict = cls(error.template)
        conflict.parts = error.parts
        return conflict


class FormatError(RejoinderError):
    """A file is not what it should be; nothing was taken from it.

    What its words name is not called file, line or column: these say where the fault is.
    """

    def __init__(
        self,
        template: str,
        /,
        *,
        file: Path | None = None,
        line: int = 0,
        column: int = 0,
        **parts: object,
    ) -> None:
        super().__init__(template, **parts)
        self.file = file
        self.line = line
        self.column = column

    @classmethod
    def of(
        cls, error: RejoinderError, *, file: Path | None = None, line: int = 0, column: int = 0
    ) -> Self:
        """What another error says, as a fault of a file."""
        return cls(error.template, file=file, line=line, column=column, **error.parts)

    def in_file(self, file: Path) -> Self:
        """The same fault, with the file that it was found in."""
        return self.of(self, file=file, line=self.line, column=self.column)

    @override
    def said(self, translate: Callable[[str], str] = str) -> str:
        """Say it as any phrase, after the file's name and the place in it."""
        name = one_line(self.file.name) if self.file else ""
        place = Phrase("line {line}, column {column}", line=self.line, column=self.column)
        where = ", ".join(filter(None, (name, place.said(translate) if self.line else "")))
        sentence = super().said(translate)
        return f"{where}: {sentence}" if where else sentence


class DiagramError(RejoinderError):
    """No diagram was written; a file that stood there before is as it was."""
