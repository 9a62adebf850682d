"""The forms of English verbs: by rule, or as the lexicon gives them."""

import re
from collections.abc import Collection, Mapping
from enum import StrEnum

_HISSING = re.compile(r"(?:s|sh|ch|x|z|o)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")


class Form(StrEnum):
    """How a verb stands: say, says, said, (has) said, saying."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


def forms_of(
    verb: str, irregular: Mapping[str, str], doubling: Collection[str]
) -> Mapping[str, Form]:
    """The written forms of a verb; where two are written alike, the past goes before the others.

    >>> dict(forms_of("deny", {}, ()))["denied"]
    <Form.PAST: 'past'>
    """
    head, _, rest = verb.partition("-")
    if rest:  # pooh-pooh
        return {f"{head}-{form}": tag for form, tag in forms_of(rest, irregular, doubling).items()}
    stem = verb + verb[-1] if verb in doubling else verb
    regular = _past(verb, stem)
    past, participle = irregular.get(verb, f"{regular} {regular}").split()
    found = {_ing(verb, stem): Form.ING, participle: Form.PARTICIPLE}
    found |= {verb: Form.BASE, _third(verb): Form.THIRD, past: Form.PAST}
    return found


def _past(verb: str, stem: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if _CONSONANT_Y.search(verb) else f"{stem}ed"


def _third(verb: str) -> str:
    if verb in ("have", "be"):
        return {"have": "has", "be": "is"}[verb]
    if _CONSONANT_Y.search(verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if _HISSING.search(verb) else f"{verb}s"


def _ing(verb: str, stem: str) -> str:
    if verb == "lie":
        return "lying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return f"{verb[:-1]}ing"
    return f"{stem}ing"
