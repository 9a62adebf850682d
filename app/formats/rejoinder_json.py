"""Rejoinder JSON: the complete, versioned text form of a project.

Specification: the JSON Schema that `schema` makes. Nothing of a map is lost on the way. What is no
part of a map is not in it: the history, and how it is looked at.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, FailFast, ValidationError

from app.formats.bounded_json import parse
from app.formats.faults import fault_in, path_in_words
from app.formats.losses import Losses
from app.model.argument_map import ArgumentMap
from app.model.elements import (
    Anchor,
    AnyElement,
    Claim,
    Element,
    ElementId,
    Inference,
    Locution,
    Project,
    Source,
    Speaker,
)
from app.model.errors import EditError, FormatError, Phrase
from app.model.ranks import is_rank
from app.model.text import one_line, shortened

VERSION = 1
MOST_BYTES = 64_000_000
_MOST_SHOWN = 60  # characters of what stands in a file, in a line that says what is wrong

Place = tuple[str | int, ...]


class _File(BaseModel):
    """A project: what is claimed, why, what speaks against it, and who says so.

    No two elements have the same id. Places in a text are counted in Unicode code points.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", title="Rejoinder JSON")

    format: Literal["rejoinder"]
    version: Literal[1]
    project: Project
    claims: Annotated[tuple[Claim, ...], FailFast()] = ()
    inferences: Annotated[tuple[Inference, ...], FailFast()] = ()
    sources: Annotated[tuple[Source, ...], FailFast()] = ()
    speakers: Annotated[tuple[Speaker, ...], FailFast()] = ()
    locutions: Annotated[tuple[Locution, ...], FailFast()] = ()


_SECTIONS: Mapping[str, type[Element]] = {
    "claims": Claim,
    "inferences": Inference,
    "sources": Source,
    "speakers": Speaker,
    "locutions": Locution,
}


def read(text: str) -> tuple[ArgumentMap, Losses]:
    """Make a map of Rejoinder JSON. Raises FormatError, with line and column if it is no JSON."""
    values = _of_this_version(parse(text, most=MOST_BYTES))
    for place, element in _objects(values):
        if "kind" in element:
            raise FormatError(
                "{place} is not a field that is known here.",
                place=path_in_words((*place, "kind")),
            )
    file = _validated(text, values)
    if not one_line(file.project.title):
        raise FormatError("project.title must not be empty.")
    _check_ids(file)
    _check_references(file)
    _check_captures(file)
    _check_places(file)
    return ArgumentMap.of(file.project, (element for _, element in _elements(file))), Losses()


def write(argument_map: ArgumentMap) -> tuple[str, Losses]:
    """Make Rejoinder JSON of a map: always the same text for the same map, each section by id."""
    values: dict[str, object] = {"format": "rejoinder", "version": VERSION}
    values["project"] = _values(argument_map.project)
    for section, kind in _SECTIONS.items():
        found = {element.id: element for element in argument_map.elements if type(element) is kind}
        values[section] = [_values(found[key]) for key in sorted(found)]
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n", Losses()


def schema() -> dict[str, object]:
    """Make the JSON Schema (2020-12) of Rejoinder JSON."""
    made = _File.model_json_schema()
    for definition in made["$defs"].values():
        definition.get("properties", {}).pop("kind", None)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def _values(element: Element) -> dict[str, object]:
    return element.model_dump(mode="json", exclude={"kind"})


def _of_this_version(values: object) -> dict[str, object]:
    if not isinstance(values, dict) or values.get("format") != "rejoinder":
        raise FormatError("This is JSON, but not Rejoinder JSON: its “format” is not “rejoinder”.")
    version = values.get("version")
    if type(version) is not int or version < VERSION:
        raise FormatError("version must be {version}.", version=VERSION)
    if version > VERSION:
        raise FormatError(
            "This was written by a newer Rejoinder, in version {version} of the format; "
            "this one reads version {ours}. Update Rejoinder to open it.",
            version=version,
            ours=VERSION,
        )
    return values


def _objects(values: dict[str, object]) -> Iterator[tuple[Place, dict[str, object]]]:
    """Every element of a file as it was parsed, as far as it is an object, with its place."""
    for section in ("project", *_SECTIONS):
        found = values.get(section)
        if isinstance(found, dict):
            yield (section,), found
        for index, part in enumerate(found if isinstance(found, list) else ()):
            if isinstance(part, dict):
                yield (section, index), part


def _validated(text: str, values: dict[str, object]) -> _File:
    """Check all but the references. Text goes in, since only of JSON is a list taken as a tuple."""
    try:
        return _File.model_validate_json(text, strict=True)
    except ValidationError as error:
        raise fault_in(error) from error
    except EditError as error:  # a step or a mark that cannot be
        faults = (_fault_in(place, element) for place, element in _objects(values))
        raise next(fault for fault in faults if fault) from error


def _fault_in(place: Place, element: dict[str, object]) -> FormatError | None:
    kind = _SECTIONS.get(str(place[0]), Project)
    try:
        kind.model_validate_json(json.dumps(element), strict=True)
    except ValidationError as error:
        return fault_in(error, at=place)
    except EditError as error:
        return FormatError("{place}: {fault}", place=path_in_words(place), fault=error)
    return None


def _elements(file: _File) -> Iterator[tuple[str, AnyElement]]:
    for section in _SECTIONS:
        for index, element in enumerate(getattr(file, section)):
            yield path_in_words((section, index)), element


def _check_ids(file: _File) -> None:
    places: dict[ElementId, str] = {file.project.id: "project"}
    for place, element in _elements(file):
        if element.id in places:
            raise FormatError(
                "{place} has the id {id}, which {other} has too.",
                place=place,
                id=element.id,
                other=places[element.id],
            )
        places[element.id] = place
        if isinstance(element, Claim | Inference) and not is_rank(element.rank):
            rank = shortened(element.rank, _MOST_SHOWN)
            raise FormatError(
                "{place}.rank must be a rank like a0; {rank} is none.", place=place, rank=rank
            )


def _check_references(file: _File) -> None:
    kinds = {element.id: type(element) for _, element in _elements(file)}
    for place, key, allowed in _references(file):
        if kinds.get(key) not in allowed:
            words = " or ".join(kind.__name__.lower() for kind in allowed)
            raise FormatError(
                "{place} names the {kind} {id}, but there is none of that id.",
                place=place,
                kind=Phrase(words),
                id=key,
            )


def _references(
    file: _File,
) -> Iterator[tuple[str, ElementId, tuple[type[Element], ...]]]:
    for i, step in enumerate(file.inferences):
        for j, premise in enumerate(step.premises):
            yield f"inferences[{i}].premises[{j}]", premise, (Claim,)
        yield f"inferences[{i}].target", step.target, (Claim, Inference)
    for i, locution in enumerate(file.locutions):
        yield f"locutions[{i}].claim", locution.claim, (Claim,)
        for j, speaker in enumerate(locution.speakers):
            yield f"locutions[{i}].speakers[{j}]", speaker, (Speaker,)
    for place, anchor in _anchors(file):
        yield f"{place}.source", anchor.source, (Source,)
    for i, source in enumerate(file.sources):
        if source.capture_of:
            yield f"sources[{i}].capture_of", source.capture_of, (Source,)


def _anchors(file: _File) -> Iterator[tuple[str, Anchor]]:
    """All anchors of a file, those of today and those in texts that are no more."""
    for i, locution in enumerate(file.locutions):
        if locution.anchor:
            yield f"locutions[{i}].anchor", locution.anchor
        if locution.former:
            yield f"locutions[{i}].former", locution.former


def _check_captures(file: _File) -> None:
    earlier = {source.id for source in file.sources if source.capture_of}
    for index, source in enumerate(file.sources):
        if source.capture_of in earlier:
            raise FormatError(
                "sources[{index}].capture_of names {id}, "
                "which is itself an earlier text of an article.",
                index=index,
                id=source.capture_of,
            )
    for place, anchor in _anchors(file):
        if anchor.source in earlier:
            raise FormatError(
                "{place}.source names {id}, "
                "which is an earlier text of an article; marks stand in that of today.",
                place=place,
                id=anchor.source,
            )


def _check_places(file: _File) -> None:
    texts = {source.id: source.text for source in file.sources}
    for index, locution in enumerate(file.locutions):
        if locution.anchor and not _stands_in(texts[locution.anchor.source], locution.anchor):
            raise FormatError(
                "locutions[{index}].anchor.exact must be the words that stand in the source "
                "{source} from {start} to {end}.",
                index=index,
                source=locution.anchor.source,
                start=locution.anchor.start,
                end=locution.anchor.end,
            )


def _stands_in(text: str, anchor: Anchor) -> bool:
    return text[anchor.start : anchor.end] == anchor.exact
