"""Edits of an article as a whole: what is told of it, and taking it out of the project."""

from datetime import date

from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.change import Change
from app.model.elements import Anchor, Locution, SourceId
from app.model.errors import EditError
from app.model.text import one_line


def describe_source(  # noqa: PLR0913  all that is told of an article
    argument_map: ArgumentMap,
    *,
    source: SourceId,
    title: str,
    author: str = "",
    outlet: str = "",
    published: date | None = None,
    address: str = "",
    language: str = "",
) -> Change:
    """Say what an article is called, by whom it is, where and when it was published."""
    old = argument_map.source(source)
    line = one_line(title)
    if not line:
        raise EditError("An article needs a title.")
    new = changed(
        old,
        title=line,
        author=one_line(author),
        outlet=one_line(outlet),
        published=published,
        address=one_line(address),
        language=one_line(language),
    )
    return Change.of("Describe an article", old=[old], new=[new])


def remove_source(argument_map: ArgumentMap, *, source: SourceId) -> Change:
    """Take an article out of the project, with its earlier texts.

    The sayings that were marked in it stay without their words if they name a speaker, and go if
    they do not: then the article itself was who said it.
    """
    gone = [argument_map.source(source), *argument_map.captures_of(source)]
    marked = (*argument_map.marks_in(source), *argument_map.marks_to_check(source))
    sayings = {saying.id: saying for saying in marked}.values()
    left = [_without(source, saying) for saying in sayings]
    stay = [saying for saying in left if saying.speakers or saying.anchor]
    return Change.of("Remove an article", old=[*gone, *sayings], new=stay)


def _without(source: SourceId, saying: Locution) -> Locution:
    def elsewhere(anchor: Anchor | None) -> Anchor | None:
        return anchor if anchor and anchor.source != source else None

    return changed(saying, anchor=elsewhere(saying.anchor), former=elsewhere(saying.former))
