"""The argument map: an immutable value with the elements by id and what is looked up most.

A new map shares all that a change does not touch with the old one (`immutables.Map`, a hash array
mapped trie), so a change costs what it touches, however large the map is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from immutables import Map

from app.model.change import Change
from app.model.elements import (
    Anchor,
    AnyElement,
    Claim,
    ClaimId,
    Element,
    ElementId,
    Inference,
    InferenceId,
    Locution,
    LocutionId,
    Project,
    Source,
    SourceId,
    Speaker,
    SpeakerId,
    TargetId,
)
from app.model.errors import EditError
from app.model.postings import (
    CAPTURE,
    MARK,
    ON,
    SAID_BY,
    SAYING,
    SOURCES,
    SPEAKERS,
    TO_CHECK,
    TOP,
    USE,
    Posting,
    Postings,
    postings_of,
)

E_ = TypeVar("E_", bound=Element)
_USES = (ON, USE, SAYING, SAID_BY, MARK, TO_CHECK, CAPTURE)
_GONE: Mapping[type[Element], str] = {
    Claim: "This claim is not in the map any more.",
    Inference: "This inference is not in the map any more.",
    Source: "This source is not in the map any more.",
    Speaker: "This speaker is not in the map any more.",
    Locution: "This locution is not in the map any more.",
}


@dataclass(frozen=True, slots=True)
class ArgumentMap:
    """The claims of a project, the inferences between them, and who says them where.

    Invariants: every id that an element names is there and of the right kind; ids are unique over
    all kinds; each anchor holds the very words at its place. Two maps are equal if their elements
    are.
    """

    project: Project
    _elements: Map[ElementId, AnyElement]
    _index: Map[tuple[str, str], tuple[Posting, ...]]

    @classmethod
    def of(cls, project: Project, elements: Iterable[AnyElement] = ()) -> "ArgumentMap":
        """Build a map. Raises EditError if an element names one that is not there."""
        by_id: dict[ElementId, AnyElement] = {project.id: project}
        index: dict[tuple[str, str], list[Posting]] = defaultdict(list)
        for element in elements:
            if element.id in by_id:
                raise EditError("The id {id} is there twice.", id=element.id)
            by_id[element.id] = element
            for key, posting in postings_of(element):
                index[key].append(posting)
        for element in by_id.values():
            if isinstance(element, Claim) and (USE, element.id) not in index:
                index[TOP].append(((element.rank, element.id), element.id))
        result = cls(
            project,
            Map(by_id),
            Map({key: tuple(sorted(postings)) for key, postings in index.items()}),
        )
        for element in by_id.values():
            result._check_references(element)
        return result

    def apply(self, change: Change) -> "ArgumentMap":
        """Make the map after the change.

        Raises EditError if the change was made on a map that was different where it matters, or if
        what comes out would not be a map; self is as it was in any case.
        """
        for key in change.touched:
            if self._elements.get(key) != change.before.get(key):
                raise EditError("This has been changed elsewhere in the meantime.")
        for key, element in change.after.items():
            if key in change.before and type(change.before[key]) is not type(element):
                raise EditError("What something is cannot change, only what it says.")
        project = self._project_after(change)
        postings = Postings(self._index)
        after = self._elements_after(change)
        postings.move(change)
        self._move_tops(change, after, postings)
        result = ArgumentMap(project, after, postings.finish())
        for element in change.after.values():
            result._check_references(element)
        for key in change.before.keys() - change.after.keys():
            result._check_unused(key)
        return result

    # Elements

    @property
    def elements(self) -> Iterator[AnyElement]:
        """All elements, the project included, in no particular order."""
        return iter(self._elements.values())

    def __contains__(self, key: object) -> bool:
        return key in self._elements

    def __len__(self) -> int:
        return len(self._elements)

    def get(self, key: ElementId) -> AnyElement | None:
        return self._elements.get(key)

    def claim(self, key: ClaimId | TargetId) -> Claim:
        return self._of_kind(key, Claim)

    def inference(self, key: InferenceId | TargetId) -> Inference:
        return self._of_kind(key, Inference)

    def source(self, key: SourceId) -> Source:
        return self._of_kind(key, Source)

    def speaker(self, key: SpeakerId) -> Speaker:
        return self._of_kind(key, Speaker)

    def locution(self, key: LocutionId) -> Locution:
        return self._of_kind(key, Locution)

    def is_claim(self, key: ElementId) -> bool:
        return isinstance(self._elements.get(key), Claim)

    def is_inference(self, key: ElementId) -> bool:
        return isinstance(self._elements.get(key), Inference)

    def every(self, kind: type[E_]) -> list[E_]:
        """All elements of a kind, in no particular order; takes time with the size of the map."""
        return [element for element in self._elements.values() if isinstance(element, kind)]

    # What bears on what, who says it, and where

    def inferences_on(self, target: TargetId) -> list[Inference]:
        """The reasons for and objections to a claim or an inference, in the user's order."""
        return self._posted((ON, target), Inference)

    def uses(self, claim: ClaimId) -> list[Inference]:
        """The inferences that the claim is a premise of, in an order that does not change."""
        return self._posted((USE, claim), Inference)

    def top_claims(self) -> list[Claim]:
        """The claims that are a premise of nothing, in the user's order."""
        return self._posted(TOP, Claim)

    def locutions_of(self, claim: ClaimId) -> list[Locution]:
        """The sayings of a claim, in an order that does not change."""
        return self._posted((SAYING, claim), Locution)

    def locutions_by(self, speaker: SpeakerId) -> list[Locution]:
        """The sayings in which a speaker has a part, first or further along the chain."""
        return self._posted((SAID_BY, speaker), Locution)

    def marks_in(self, source: SourceId) -> list[Locution]:
        """The locutions anchored in a source, in the order of its text."""
        return self._posted((MARK, source), Locution)

    def sources(self) -> list[Source]:
        """All sources, by title; earlier texts of one are not among them."""
        return self._posted(SOURCES, Source)

    def captures_of(self, source: SourceId) -> list[Source]:
        """The earlier texts of a source, by when they were captured."""
        return self._posted((CAPTURE, source), Source)

    def marks_to_check(self, source: SourceId) -> list[Locution]:
        """The locutions whose mark in a source was reworded or lost, by where it stood before."""
        return self._posted((TO_CHECK, source), Locution)

    def speakers(self) -> list[Speaker]:
        """All speakers, by name."""
        return self._posted(SPEAKERS, Speaker)

    # How it is kept

    def _posted(self, key: tuple[str, str], kind: type[E_]) -> list[E_]:
        postings = self._index.get(key)
        if not postings:  # as for most claims
            return []
        elements = self._elements
        return [e for _, place in postings if isinstance(e := elements[place], kind)]

    def _of_kind(self, key: ElementId, kind: type[E_]) -> E_:
        element = self._elements.get(key)
        if not isinstance(element, kind):
            raise EditError(_GONE[kind])
        return element

    def _project_after(self, change: Change) -> Project:
        if self.project.id not in change.touched:
            return self.project
        project = change.after.get(self.project.id)
        if not isinstance(project, Project):
            raise EditError("A project cannot be taken out of its own map.")
        return project

    def _elements_after(self, change: Change) -> Map[ElementId, AnyElement]:
        elements = self._elements.mutate()
        for key in change.before:
            del elements[key]
        for key, new in change.after.items():
            elements[key] = new
        return elements.finish()

    def _move_tops(
        self, change: Change, after: Map[ElementId, AnyElement], postings: "Postings"
    ) -> None:
        """Keep the list of top claims right for claims that came, went or are used otherwise."""
        claims: set[ElementId] = set()
        for element in (*change.before.values(), *change.after.values()):
            if isinstance(element, Claim):
                claims.add(element.id)
            elif isinstance(element, Inference):
                claims.update(element.premises)
        for key in claims:
            old, new = self._elements.get(key), after.get(key)
            if isinstance(old, Claim) and (USE, key) not in self._index:
                postings.discard(TOP, ((old.rank, key), key))
            if isinstance(new, Claim) and not postings.has((USE, key)):
                postings.add(TOP, ((new.rank, key), key))

    def _check_references(self, element: AnyElement) -> None:
        match element:
            case Inference():
                self._check_step(element)
            case Locution():
                self.claim(element.claim)
                for speaker in element.speakers:
                    self.speaker(speaker)
                self._check_anchor(element.anchor)
                self._check_is_text_of_today(element.former)
            case Source():
                self._check_capture(element)
                for locution in self.marks_in(element.id):
                    self._check_anchor(locution.anchor)
            case Project() if element.id != self.project.id:
                raise EditError("A map belongs to one project.")
            case _:
                return

    def _check_step(self, inference: Inference) -> None:
        for premise in inference.premises:
            self.claim(premise)
        if not (self.is_claim(inference.target) or self.is_inference(inference.target)):
            raise EditError("What this bears on is not in the map any more.")

    def _check_capture(self, source: Source) -> None:
        if source.capture_of and (
            self.source(source.capture_of).capture_of
            or any((name, source.id) in self._index for name in (MARK, TO_CHECK, CAPTURE))
        ):
            raise EditError("An earlier text of an article has no marks and no earlier texts.")

    def _check_is_text_of_today(self, anchor: Anchor | None) -> None:
        if anchor and self.source(anchor.source).capture_of:
            raise EditError("Mark the words in the article as it is now, not in an earlier text.")

    def _check_anchor(self, anchor: Anchor | None) -> None:
        self._check_is_text_of_today(anchor)
        if anchor and self.source(anchor.source).text[anchor.start : anchor.end] != anchor.exact:
            raise EditError("A mark does not hold the words that stand at its place.")

    def _check_unused(self, key: ElementId) -> None:
        if any((name, key) in self._index for name in _USES):
            raise EditError("This is still used elsewhere in the map.")
