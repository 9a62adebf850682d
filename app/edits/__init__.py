"""Every edit of a map, as a pure function: the map first, the rest by keyword, out comes a Change.

Each raises EditError, with a sentence for the person, for what cannot be done.
"""

from app.edits.articles import describe_source, remove_source
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
from app.edits.restoring import restore, take_from, take_over
from app.edits.sameness import copy_from, link_same, unlink_same
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
from app.edits.sources import (
    accept_mark,
    accept_marks,
    adjust_mark,
    correct_text,
    mark_anew,
    replace_text,
)
from app.edits.speakers import merge_speakers, remove_speaker, set_speaker_colour
from app.edits.structure import flip, move_into, move_onto, reorder
from app.edits.weighing import set_confidence, set_scheme

__all__ = [
    "accept_mark",
    "accept_marks",
    "add_claim",
    "add_objection",
    "add_premise",
    "add_reason",
    "add_source",
    "add_speaker",
    "add_step",
    "add_undercutter",
    "adjust_mark",
    "claim_from_words",
    "copy_from",
    "correct_text",
    "describe_source",
    "describe_speaker",
    "detach",
    "duplicate",
    "flip",
    "link_same",
    "mark",
    "mark_anew",
    "merge_claims",
    "merge_speakers",
    "move_into",
    "move_onto",
    "new_map",
    "paste",
    "remove",
    "remove_locution",
    "remove_only",
    "remove_source",
    "remove_speaker",
    "rename_project",
    "rename_speaker",
    "reorder",
    "replace_text",
    "restore",
    "say",
    "set_confidence",
    "set_fidelity",
    "set_note",
    "set_scheme",
    "set_speaker_colour",
    "set_speakers",
    "set_stance",
    "set_tags",
    "set_text",
    "set_unstated",
    "several",
    "split_claim",
    "take_from",
    "take_over",
    "unlink_same",
]
