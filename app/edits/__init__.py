"""Every edit of a map, as a pure function: the map first, the rest by keyword, out comes a Change.

Each raises EditError, with a sentence for the person, for what cannot be done.
"""

from app.edits.branches import duplicate, paste
from app.edits.claims import (
    add_claim,
    add_objection,
    add_premise,
    add_reason,
    add_step,
    add_undercutter,
    set_note,
    set_tags,
    set_text,
    set_unstated,
)
from app.edits.detaching import detach
from app.edits.joining import merge_claims, split_claim
from app.edits.project import new_map, rename_project
from app.edits.removal import remove, remove_only
from app.edits.sayings import (
    add_source,
    add_speaker,
    claim_from_words,
    describe_speaker,
    mark,
    remove_locution,
    rename_speaker,
    say,
    set_fidelity,
    set_speakers,
    set_stance,
)
from app.edits.several import several
from app.edits.structure import flip, move_into, move_onto, reorder
from app.edits.weighing import set_confidence, set_scheme

__all__ = [
    "add_claim",
    "add_objection",
    "add_premise",
    "add_reason",
    "add_source",
    "add_speaker",
    "add_step",
    "add_undercutter",
    "claim_from_words",
    "describe_speaker",
    "detach",
    "duplicate",
    "flip",
    "mark",
    "merge_claims",
    "move_into",
    "move_onto",
    "new_map",
    "paste",
    "remove",
    "remove_locution",
    "remove_only",
    "rename_project",
    "rename_speaker",
    "reorder",
    "say",
    "set_confidence",
    "set_fidelity",
    "set_note",
    "set_scheme",
    "set_speakers",
    "set_stance",
    "set_tags",
    "set_text",
    "set_unstated",
    "several",
    "split_claim",
]
