"""Why something is suggested, in one plain line."""

from app.drafting.findings import Finding
from app.drafting.reading import Reading
from app.drafting.relations import Joint, Kindred
from app.drafting.speakers import How, Told

_RELATIONS = {
    Kindred.SUPPORTS: "“{cue}” gives a reason",
    Kindred.REBUTS: "“{cue}” often answers what stands before it",
    Kindred.CONCEDES: "“{cue}” grants something against the other side",
    Kindred.CONTRASTS: "“{cue}” sets the two against each other",
}
_TOLD = {
    How.SURNAME: "the surname of {name}",
    How.PRONOUN: "most likely {name}",
    How.RELATIVE: "means {name}",
    How.ALIAS: "named before as {name}",
    How.CARRIED: "carries on the quotation before",
}


def why_said(reading: Reading, finding: Finding, told: Told) -> str:
    """Why somebody is taken to say something: the rule, its words, and who is meant."""
    cue = " ".join(reading.said(finding.cue).split())
    reason = f"{finding.rule} (“{cue}”)" if cue.strip(":") else finding.rule
    who = _TOLD.get(told.how)
    if who is None or not told.name or finding.source is None:
        return reason
    source = " ".join(reading.said(finding.source).split())
    return f"{reason}; “{source}”: {who.format(name=told.name)}"


def why_relation(reading: Reading, joint: Joint) -> str:
    """Why two pieces are taken to belong together."""
    return _RELATIONS[joint.kind].format(cue=reading.said(joint.cue).lower())
