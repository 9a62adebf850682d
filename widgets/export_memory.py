"""What was chosen for the last export, kept for the next one."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtCore import QSettings

from app.diagrams.options import DiagramOptions, from_values, to_values
from app.documents.options import PARTS, BlankRule, Options
from app.documents.paper import Paper

_KEPT = "export"
_ALL = Options()
_MOST = 99


class Remembered(NamedTuple):
    """The name of the kind of export, and how diagrams and documents were to be."""

    kind: str = ""
    diagram: DiagramOptions = DiagramOptions()
    document: Options = _ALL


def remembered(kept: QSettings) -> Remembered:
    """What was chosen for the last export; as it is at first for whatever does not fit."""
    try:
        values = json.loads(str(kept.value(_KEPT, "{}")))
        return Remembered(
            str(values.get("kind", "")),
            from_values(values.get("options", {})),
            _document(values.get("document", {})),
        )
    except (ValueError, AttributeError, RecursionError):
        return Remembered()


def remember(kept: QSettings, kind: str, diagram: DiagramOptions, document: Options = _ALL) -> None:
    """Keep what was chosen for the next export; not which claims, since those may be gone."""
    blanks = document.blanks
    written: dict[str, Any] = {name: getattr(document, name) for name in PARTS}
    written |= {"rule": blanks.rule.value, "every": blanks.every, "paper": document.paper.value}
    values = {"kind": kind, "options": to_values(diagram), "document": written}
    kept.setValue(_KEPT, json.dumps(values))


def _document(values: Mapping[str, Any]) -> Options:
    ticks = {name: values[name] for name in PARTS if isinstance(values.get(name), bool)}
    blanks = _ALL.blanks
    every = values.get("every")
    if type(every) is int and 1 <= every <= _MOST:
        blanks = replace(blanks, every=every)
    with suppress(ValueError):
        blanks = replace(blanks, rule=BlankRule(str(values.get("rule"))))
    paper = _ALL.paper
    with suppress(ValueError):
        paper = Paper(str(values.get("paper")))
    return replace(_ALL, blanks=blanks, paper=paper, **ticks)
