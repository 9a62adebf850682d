"""Elements of rows that were salvaged one by one, and a map of elements some of which are lost."""

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final, NamedTuple

from pydantic import TypeAdapter, ValidationError

from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.elements import (
    Anchor,
    AnyElement,
    Claim,
    ElementId,
    Inference,
    Locution,
    Project,
    Source,
    SpeakerId,
)
from app.model.errors import EditError
from app.model.text import clean
from storage.rows import text_hash
from storage.salvage import Found, Salvage

_KINDS: Final = ("claim", "speaker", "source", "inference", "locution")
_IN_JSON: Final = frozenset({"tags", "aliases", "former", "same_as"})
_ELSEWHERE: Final = frozenset({"project_id", "target_claim", "target_inference", "text_hash"})
_ANCHOR: Final = {
    "source": "source",
    "start": "start_at",
    "end": "end_at",
    "exact": "exact",
    "prefix": "prefix",
    "suffix": "suffix",
}
_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ANY_RANK = "a0"
_MOST_MENDINGS = 12
_ELEMENT: Final[TypeAdapter[AnyElement]] = TypeAdapter(AnyElement)

Elements = dict[ElementId, AnyElement]


@dataclass
class Pieces:
    """What was found of one project."""

    title: str = ""
    elements: Elements = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    mended: set[str] = field(default_factory=set)


class _Lists(NamedTuple):
    """What elements list in order, by project and element."""

    premises: Mapping[tuple[str, str], list[str]]
    speakers: Mapping[tuple[str, str], list[str]]
    texts: Mapping[tuple[str, str], str]


def pieces_of(salvage: Salvage) -> dict[str, Pieces]:
    """The elements of all projects by the projects' ids; rows that make none count as lost."""
    pieces: dict[str, Pieces] = defaultdict(Pieces)
    for row in salvage.rows("project"):
        pieces[str(row.get("id"))].title = clean(str(row.get("title", "")))
    lists = _Lists(
        _listed(salvage, "premise", "inference", "claim"),
        _listed(salvage, "locution_speaker", "locution", "speaker"),
        _texts_as_found(salvage) | texts_of(salvage),
    )
    for kind in _KINDS:
        for row in salvage.rows(kind):
            _add(pieces[str(row.get("project_id"))], kind, row, lists)
    return pieces


def texts_of(salvage: Salvage) -> dict[tuple[str, str], str]:
    """The texts of sources by project and hash, without those that the hash is not of."""
    return {
        (str(row.get("project_id")), str(row["hash"])): str(row["text"])
        for row in salvage.rows("text")
        if row.keys() >= {"hash", "text"} and text_hash(str(row["text"])) == row["hash"]
    }


def _texts_as_found(salvage: Salvage) -> dict[tuple[str, str], str]:
    """The texts of sources, with signs for what cannot be read, so that marks keep their places."""
    return {
        (str(row.get("project_id")), str(row.get("hash"))): _UNREADABLE.sub("\ufffd", text)
        for row in salvage.rows("text")
        if isinstance(text := row.get("text"), str)
    }


def _listed(
    salvage: Salvage, table: str, owner: str, entry: str
) -> dict[tuple[str, str], list[str]]:
    places: dict[tuple[str, str], dict[int, str]] = defaultdict(dict)
    for row in salvage.rows(table):
        place = row.get("position")
        if isinstance(place, int) and isinstance(row.get(entry), str):
            key = str(row.get("project_id")), str(row.get(owner))
            places[key].setdefault(place, str(row[entry]))
    return {key: [found[place] for place in sorted(found)] for key, found in places.items()}


def _add(pieces: Pieces, kind: str, row: Found, lists: _Lists) -> None:
    key = str(row.get("id"))
    if key in pieces.elements:
        return  # found at its place already
    values: dict[str, object] = {
        **{name: value for name, value in row.items() if name not in _ELSEWHERE},
        **_fields(kind, row, lists),
        "kind": kind,
    }
    element, is_mended = _made(values)
    if element is None:
        pieces.lost.add(key)
        return
    pieces.elements[element.id] = element
    pieces.lost.discard(key)
    is_other_text = isinstance(element, Source) and text_hash(element.text) != row.get("text_hash")
    if is_mended or is_other_text:
        pieces.mended.add(key)


def _fields(kind: str, row: Found, lists: _Lists) -> dict[str, object]:
    """The fields of an element that its row does not hold as they are."""
    fields: dict[str, object] = {
        name: _from_json(row[name]) for name in _IN_JSON & row.keys() if row[name] is not None
    }
    project = str(row.get("project_id"))
    match kind:
        case "inference":
            fields["target"] = row.get("target_claim") or row.get("target_inference")
            fields["premises"] = lists.premises.get((project, str(row.get("id"))), [])
        case "locution":
            fields["speakers"] = lists.speakers.get((project, str(row.get("id"))), [])
            fields["anchor"] = None
            if row.get("source") is not None:
                fields["anchor"] = {f: row.get(column) for f, column in _ANCHOR.items()}
        case "source":
            fields["text"] = lists.texts.get((project, str(row.get("text_hash"))), None)
            fields["captured"] = moment_of(row.get("captured"))
        case _:
            pass
    return fields


def _from_json(value: object) -> object:
    try:
        return json.loads(str(value))
    except (ValueError, RecursionError):
        return value


def moment_of(value: object) -> datetime | None:
    """The moment that SQLite keeps as text; None if it is none."""
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _made(values: dict[str, object]) -> tuple[AnyElement | None, bool]:
    """Make an element, without the fields that cannot be; None if it cannot do without them."""
    columns = set(_ANCHOR.values()) if values["kind"] == "locution" else set()
    values = {name: value for name, value in values.items() if name not in columns}
    is_mended = False
    for _ in range(_MOST_MENDINGS):
        try:
            return _ELEMENT.validate_python(values), is_mended
        except EditError:
            return None, True
        except ValidationError as error:
            faults = {str(fault["loc"][1]) for fault in error.errors() if len(fault["loc"]) > 1}
        if not faults or not all(_mend(values, name) for name in faults):
            return None, True
        is_mended = True
    return None, True


def _mend(values: dict[str, object], name: str) -> bool:
    """Do something about a field that cannot be; False if nothing can be done."""
    value = values.pop(name, None)
    if name == "rank":
        values[name] = _ANY_RANK
    elif name in {"text", "title", "name"} and isinstance(value, str) and value != clean(value):
        values[name] = clean(value)
    elif name == "text" and values["kind"] == "source":
        values[name] = ""  # the article is lost, what is known of it is not
    elif name in {"id", "text", "title", "name", "target", "premises", "claim", "polarity"}:
        return False
    return True


def joined(project: Project, pieces: Pieces) -> ArgumentMap:
    """Make a map of pieces, without what names something that is lost."""
    elements = dict(pieces.elements)
    if elements.pop(project.id, None):  # damaged, since no element has the id of its project
        pieces.lost.add(project.id)
    while True:
        kept: Elements = {}
        for key, element in elements.items():
            fitting = _fitting(element, elements)
            if fitting is not element:
                (pieces.lost if fitting is None else pieces.mended).add(key)
            if fitting is not None:
                kept[key] = fitting
        if all(kept.get(key) is element for key, element in elements.items()):
            return ArgumentMap.of(project, kept.values())
        elements = kept


def _fitting(element: AnyElement, elements: Elements) -> AnyElement | None:
    """An element as it can be beside these; None if it cannot."""
    match element:
        case Inference():
            return _fitting_step(element, elements)
        case Locution():
            return _fitting_saying(element, elements)
        case Source() if element.capture_of:
            later = elements.get(element.capture_of)
            is_right = isinstance(later, Source) and later.capture_of is None
            return element if is_right else changed(element, capture_of=None)
        case _:
            return element


def _fitting_step(step: Inference, elements: Elements) -> Inference | None:
    premises = [key for key in step.premises if isinstance(elements.get(key), Claim)]
    if not premises or not isinstance(elements.get(step.target), Claim | Inference):
        return None
    return step if len(premises) == len(step.premises) else changed(step, premises=premises)


def _fitting_saying(saying: Locution, elements: Elements) -> Locution | None:
    if not isinstance(elements.get(saying.claim), Claim):
        return None
    speakers = [key for key in saying.speakers if _is_speaker(elements, key)]
    if len(speakers) != len(saying.speakers):
        saying = changed(saying, speakers=speakers)
    if not _stands(saying.anchor, elements, exactly=True):
        saying = changed(saying, anchor=None)
    if not _stands(saying.former, elements, exactly=False):
        saying = changed(saying, former=None)
    return saying


def _is_speaker(elements: Elements, key: SpeakerId) -> bool:
    element = elements.get(key)
    return element is not None and element.kind == "speaker"


def _stands(anchor: Anchor | None, elements: Elements, *, exactly: bool) -> bool:
    if anchor is None:
        return True
    source = elements.get(anchor.source)
    if not isinstance(source, Source) or source.capture_of:
        return False
    return not exactly or source.text[anchor.start : anchor.end] == anchor.exact


def remember(pieces: Pieces, last: Mapping[ElementId, AnyElement]) -> int:
    """Put in what is lost or lacks a part as it was last in the history; gives how many."""
    wanted = [key for key in last if key not in pieces.elements or key in pieces.mended]
    for key in wanted:
        pieces.elements[key] = last[key]
        pieces.lost.discard(key)
        pieces.mended.discard(key)
    return len(wanted)
