"""Edits about claims of other projects that are the same as one here: linked, or copied from there.

A link is kept in the claim that it was made at; the other project, which may be open elsewhere, is
left as it is, and finds the link by the address it names.
"""

from app.edits.branches import paste
from app.edits.joining import merge_claims
from app.edits.several import Make, several
from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.branch import Branch
from app.model.change import Change
from app.model.elements import Claim, ClaimAddress, ClaimId, ProjectId
from app.model.errors import EditError


def link_same(argument_map: ArgumentMap, *, claim: ClaimId, to: ClaimAddress) -> Change:
    """Say that a claim of another project is the same as this one."""
    old = argument_map.claim(claim)
    if to.project == argument_map.project.id:
        raise EditError(
            "Both claims are in this project; merge them, or use the one claim in both places."
        )
    return Change.of(
        "Link the same claim", old=[old], new=[changed(old, same_as=(*old.same_as, to))]
    )


def unlink_same(argument_map: ArgumentMap, *, claim: ClaimId, to: ClaimAddress) -> Change:
    """Take back that a claim of another project is the same as this one."""
    old = argument_map.claim(claim)
    left = tuple(address for address in old.same_as if address != to)
    return Change.of("Unlink the same claim", old=[old], new=[changed(old, same_as=left)])


def copy_from(
    argument_map: ArgumentMap, *, project: ProjectId, branch: Branch, into: ClaimId | None = None
) -> Change:
    """Copy a claim of another project with what hangs below it, linked to where it comes from.

    It becomes a free claim; or it is united with the claim `into`, which keeps its own words and
    gets the reasons and objections, the sayings, the note and the tags. The branch has one root, a
    claim.
    """
    (root,) = branch.roots
    origin = ClaimAddress(project=project, claim=ClaimId(root))
    if into is not None:
        argument_map.claim(into)
    linked = link_same(branch.map, claim=origin.claim, to=origin)
    pasted = paste(argument_map, branch=Branch(branch.map.apply(linked), branch.roots))
    steps: list[Make] = [lambda _: pasted]
    if into is not None:
        copy = next(
            e.id for e in pasted.after.values() if isinstance(e, Claim) and origin in e.same_as
        )
        steps.append(lambda m: merge_claims(m, into=into, others=[copy]))
    return several(argument_map, makes=steps, label="Copy from another project")
