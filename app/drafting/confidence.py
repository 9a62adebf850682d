"""How sure a suggestion is: by how often its rule was right where people had marked the same."""

from enum import StrEnum


class Confidence(StrEnum):
    """Likely: nearly always right as it stands; check: mostly; guess: have a look."""

    LIKELY = "likely"
    CHECK = "check"
    GUESS = "guess"
