"""Why something is suggested, in one plain line that a window can translate."""

from app.drafting.findings import Finding
from app.drafting.reading import Reading
from app.drafting.relations import Joint, Kindred
from app.drafting.speakers import How, Told
from app.model.errors import Phrase

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


def reason_said(reading: Reading, finding: Finding, told: Told) -> Phrase:
    """Why somebody is taken to say something: the rule, its words, and who is meant."""
    cue = " ".join(reading.said(finding.cue).split())
    reason = Phrase(finding.rule)
    if cue.strip(":"):
        reason = Phrase("{rule} (“{cue}”)", rule=reason, cue=cue)
    who = _TOLD.get(told.how)
    if who is None or not told.name or finding.source is None:
        return reason
    source = " ".join(reading.said(finding.source).split())
    meant = Phrase(who, name=told.name)
    return Phrase("{reason}; “{source}”: {meant}", reason=reason, source=source, meant=meant)


def reason_related(reading: Reading, joint: Joint) -> Phrase:
    """Why two pieces are taken to belong together."""
    return Phrase(_RELATIONS[joint.kind], cue=reading.said(joint.cue).lower())
