"""Reports within what another reports."""

from collections.abc import Sequence

from app.drafting.findings import Finding


def parents(found: Sequence[Finding]) -> list[int | None]:
    """For each finding the number of the one whose content it stands in, or None."""
    owner: dict[int, list[int]] = {}
    for number, finding in enumerate(found):
        for run in finding.content:
            for at in range(run.first, run.last + 1):
                owner.setdefault(at, []).append(number)
    around = [_parent(number, found, owner) for number in range(len(found))]
    for number in range(len(around)):
        if _comes_back(number, around):
            around[number] = None
    return around


def _comes_back(number: int, around: Sequence[int | None]) -> bool:
    """Whether the way up from a finding leads back to it."""
    seen: set[int] = set()
    above = around[number]
    while above is not None and above not in seen:
        if above == number:
            return True
        seen.add(above)
        above = around[above]
    return False


def _parent(number: int, found: Sequence[Finding], owner: dict[int, list[int]]) -> int | None:
    finding = found[number]
    first = finding.cue.first
    around = [
        n for n in owner.get(first, ()) if n != number and n in owner.get(finding.cue.last, ())
    ]
    around = [
        n
        for n in around
        if not _inside(found[n], finding) or _goes_first(found[n], finding, earlier=n < number)
    ]
    if not around:
        return None
    return min(around, key=lambda n: sum(r.last - r.first for r in found[n].content))


def _goes_first(one: Finding, other: Finding, *, earlier: bool) -> bool:
    """Of two that each stand in the other, the one that stands behind its content is around."""
    behind = [finding.rule.endswith(("behind", "last")) for finding in (one, other)]
    return earlier if behind[0] == behind[1] else behind[0]


def _inside(inner: Finding, outer: Finding) -> bool:
    return any(run.first <= inner.cue.first and inner.cue.last <= run.last for run in outer.content)
