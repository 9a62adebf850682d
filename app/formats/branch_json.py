"""Branches as JSON, for the clipboard.

Specification: Rejoinder JSON of the branch's own map, with another `format` and the ids of the
`roots`; in it root steps bear on a claim of the id “beyond”. Nothing of a branch is lost.
"""

import json

from app.formats import rejoinder_json
from app.formats.bounded_json import parse
from app.model.branch import Branch
from app.model.elements import ClaimId
from app.model.errors import EditError, FormatError

_FORMAT = "rejoinder branch"


def write(branch: Branch) -> str:
    """Make JSON of a branch."""
    text, _ = rejoinder_json.write(branch.map)
    values = {**json.loads(text), "format": _FORMAT, "roots": branch.roots}
    return json.dumps(values, ensure_ascii=False)


def read(text: str) -> Branch:
    """Make a branch of JSON. Raises FormatError for whatever else it is."""
    values = parse(text, most=rejoinder_json.MOST_BYTES)
    if not isinstance(values, dict) or values.get("format") != _FORMAT:
        raise FormatError(
            "This is no branch of a map: its “format” is not “{format}”.", format=_FORMAT
        )
    roots = values.pop("roots", None)
    if not isinstance(roots, list) or not all(isinstance(root, str) for root in roots):
        raise FormatError("roots must be a list of ids.")
    argument_map, _ = rejoinder_json.read(json.dumps({**values, "format": "rejoinder"}))
    try:
        return Branch(argument_map, tuple(ClaimId(root) for root in roots))
    except EditError as error:
        raise FormatError.of(error) from error
