"""The phrases in the sources: what is given to each error, as it is written there."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

_ROOT = Path(__file__).resolve().parents[2]
_KINDS = {
    *("RejoinderError", "EditError", "StoreError", "FormatError", "DiagramError", "StoppedError"),
    *("PasswordError", "FetchError", "FetchCancelledError", "Phrase", "Trouble", "PresentError"),
    *("AskingError", "TooMuchError"),
}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every making of an error or of a part of its sentence, and where."""
    for package in ("app", "storage", "widgets"):
        for path in sorted((_ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and name_of(node.func) in _KINDS:
                    yield f"{path.relative_to(_ROOT)}:{node.lineno}", node


def name_of(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def templates() -> set[str]:
    """All the templates that are written where an error is made."""
    found = (argument for _, call in calls() for argument in call.args)
    return {a.value for a in found if isinstance(a, ast.Constant) and isinstance(a.value, str)}


def places_in(template: str) -> dict[str, str]:
    """The names of what is put into a template, each with how it is formatted."""
    parsed = Formatter().parse(template)
    return {name: spec or "" for _, name, spec, _ in parsed if name is not None}
