"""The roles that claims and inferences play, by name only, for all that shows them."""

from enum import StrEnum


class Role(StrEnum):
    """What a claim or an inference does where it stands in the map."""

    CONTENTION = "contention"
    FREE = "free"  # a claim on which nothing bears and which bears on nothing
    REASON = "reason"
    OBJECTION = "objection"
    REBUTTAL = "rebuttal"
    UNDERCUTTER = "undercutter"
