"""A document in memory, and what a person does with it."""

from app import edits
from app.document import Document
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId
from tests.fakes.memory_store import MemoryLibrary


def reopened(library: MemoryLibrary, document: Document) -> Document:
    """The same document at the next start, or in another window."""
    return Document(library.open(document.map.project.id))


def add(document: Document, text: str = "A claim.", *, group: str = "") -> ClaimId:
    change = edits.add_claim(document.map, text=text)
    document.do(change, group=group)
    (claim,) = change.after
    return ClaimId(claim)


def write(document: Document, claim: ClaimId, *texts: str, group: str = "") -> None:
    for text in texts:
        document.do(edits.set_text(document.map, claim=claim, text=text), group=group)


def texts(argument_map: ArgumentMap) -> list[str]:
    return [claim.text for claim in argument_map.top_claims()]
