"""A library in memory: what a store must do, in plain dictionaries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count

from app.analysis.sameness import NEARLY, likeness
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, ClaimAddress, ProjectId
from app.model.errors import ConflictError, StoreError
from app.model.text import distinct_lines
from app.model.view_state import ViewState
from app.ports import (
    MOST_LINKS,
    THIS,
    Elsewhere,
    Entry,
    Found,
    HistoryLine,
    Miniature,
    NewEntry,
    News,
    Position,
    ProjectSummary,
    Tie,
)


@dataclass
class _Kept:
    """What a library keeps of one project."""

    map: ArgumentMap
    created: datetime
    changed: datetime
    position: Position = field(default_factory=Position)
    journal: dict[int, Entry] = field(default_factory=dict)
    view_state: ViewState = field(default_factory=ViewState)
    miniature: Miniature = field(default_factory=Miniature)
    archived: datetime | None = None
    binned: datetime | None = None
    tags: tuple[str, ...] = ()


class MemoryLibrary:
    """A library without a disk; while it is `full`, it refuses whatever would change it."""

    place = "memory"
    is_read_only = False

    def __init__(self) -> None:
        self.full = False
        self.numbers = count(1)
        self._projects: dict[ProjectId, _Kept] = {}

    def is_news(self) -> bool:
        return True  # there may be any number of others

    def summaries(self) -> list[ProjectSummary]:
        found = [summary for summary in self._summaries() if not summary.binned]
        return sorted(found, key=lambda summary: summary.changed, reverse=True)

    def in_bin(self) -> list[ProjectSummary]:
        found = [(summary.binned, summary) for summary in self._summaries() if summary.binned]
        return [summary for _, summary in sorted(found, key=lambda pair: pair[0], reverse=True)]

    def _summaries(self) -> list[ProjectSummary]:
        return [
            ProjectSummary(
                key,
                kept.map.project.title,
                kept.created,
                kept.changed,
                len(kept.map.every(Claim)),
                kept.archived,
                kept.binned,
                kept.tags,
            )
            for key, kept in self._projects.items()
        ]

    def create(self, argument_map: ArgumentMap) -> "MemoryStore":
        self.require_room()
        key = argument_map.project.id
        if key in self._projects:
            where = "in the bin of" if self._projects[key].binned else "already in"
            raise StoreError(f"This project is {where} the library.")
        now = datetime.now(UTC)
        self._projects[key] = _Kept(argument_map, now, now)
        return self.open(key)

    def open(self, project_id: ProjectId) -> "MemoryStore":
        return MemoryStore(self, project_id)

    def archive(self, *project_ids: ProjectId) -> None:
        for kept in self._all_kept(project_ids):
            kept.archived = datetime.now(UTC)

    def unarchive(self, *project_ids: ProjectId) -> None:
        for kept in self._all_kept(project_ids):
            kept.archived = None

    def put_in_bin(self, *project_ids: ProjectId) -> None:
        for kept in self._all_kept(project_ids):
            kept.binned = datetime.now(UTC)

    def take_from_bin(self, *project_ids: ProjectId) -> None:
        for kept in self._all_kept(project_ids):
            kept.binned = None

    def keep_tags(self, tags: Mapping[ProjectId, Sequence[str]]) -> None:
        for kept, own in zip(self._all_kept(tags), tags.values(), strict=True):
            kept.tags = distinct_lines(own)

    def delete(self, *project_ids: ProjectId) -> None:
        self._all_kept(project_ids)
        for key in project_ids:
            del self._projects[key]

    def _all_kept(self, project_ids: Iterable[ProjectId]) -> list[_Kept]:
        self.require_room()
        return [self.kept(key) for key in project_ids]

    def miniature(self, project_id: ProjectId) -> Miniature:
        return self._projects[project_id].miniature if project_id in self._projects else Miniature()

    def keep_miniature(self, project_id: ProjectId, miniature: Miniature) -> None:
        self.require_room()
        self.kept(project_id).miniature = miniature

    def search(self, words: str, *, most: int = 50) -> list[Found]:
        return [
            Found(key, claim.id, claim.kind, ((claim.text, True),))
            for key, kept in self._projects.items()
            for claim in kept.map.every(Claim)
            if not kept.binned and words.casefold() in claim.text.casefold()
        ][:most]

    def elsewhere(self, project_id: ProjectId, claim: Claim, *, most: int = 8) -> list[Elsewhere]:
        this = ClaimAddress(project=project_id, claim=claim.id)
        named: list[Elsewhere] = []
        naming: list[Elsewhere] = []
        alike: list[Elsewhere] = []
        for address in claim.same_as[:MOST_LINKS]:
            there = self._projects.get(address.project)
            other = there.map.get(address.claim) if there else None
            text = other.text if isinstance(other, Claim) else None
            title = there.map.project.title if there else None
            like = likeness(claim.text, text) if text is not None else 0.0
            named.append(Elsewhere(address, Tie.LINKED, title, text, like))
        for key, kept in self._projects.items():
            if key == project_id or kept.binned:
                continue
            for other in kept.map.every(Claim):
                address = ClaimAddress(project=key, claim=other.id)
                tie = Tie.NAMING if this in other.same_as else Tie.ALIKE
                like = likeness(claim.text, other.text)
                one = Elsewhere(address, tie, kept.map.project.title, other.text, like)
                if address in claim.same_as or (tie is Tie.ALIKE and like < NEARLY):
                    continue
                (naming if tie is Tie.NAMING else alike).append(one)
        alike.sort(key=lambda one: (-one.likeness, one.project or ""))
        return [*named, *naming, *alike[:most]]

    def check(self, *, seconds: float = 600) -> bool:
        return seconds >= 0

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""

    def kept(self, project_id: ProjectId) -> _Kept:
        if project_id not in self._projects:
            raise StoreError("This project is not in the library any more.")
        return self._projects[project_id]

    def require_room(self) -> None:
        if self.full:
            raise StoreError("The library could not be changed: the disk is full.")


class MemoryStore:
    """One project of a library in memory."""

    place = "memory"

    def __init__(self, library: MemoryLibrary, project_id: ProjectId) -> None:
        self._library = library
        self._project_id = project_id
        self._position = Position()
        self._oldest = self._upto = 0
        self._follow()

    @property
    def project_id(self) -> ProjectId:
        return self._project_id

    def load(self) -> ArgumentMap:
        self._follow()
        return self._kept.map

    def position(self) -> Position:
        return self._position

    def entry(self, number: int) -> Entry:
        if number not in self._kept.journal:
            raise StoreError("This project is damaged.")
        return self._kept.journal[number]

    def commit(self, entry: NewEntry) -> Entry:
        self._library.require_room()
        kept = self._kept
        if kept.position != self._position:
            raise ConflictError("This project has been changed by another window.")
        changed = kept.map.apply(entry.change)
        number = next(self._library.numbers)
        now = datetime.now(UTC)
        done = Entry(number, entry.parent, entry.kind, entry.group, now, entry.change)
        kept.map, kept.changed = changed, now
        kept.journal[number] = done
        kept.position = self._position = Position(
            number if entry.head == THIS else entry.head,
            number if entry.tip == THIS else entry.tip,
        )
        self._upto = number
        self._oldest = self._oldest or number
        return done

    def news(self) -> News | None:
        oldest = min(self._kept.journal, default=0)
        if self._kept.position == self._position and oldest <= self._oldest:
            return None
        new = [entry for number, entry in self._kept.journal.items() if number > self._upto]
        return News(new, self._kept.position, oldest, max(self._kept.journal, default=self._upto))

    def follow(self, news: News) -> None:
        self._position, self._oldest, self._upto = news.position, news.oldest, news.upto

    def _follow(self) -> None:
        self._position = self._kept.position
        self._oldest = min(self._kept.journal, default=0)
        self._upto = max(self._kept.journal, default=0)

    def history(self, *, before: int | None = None, most: int = 100) -> list[HistoryLine]:
        return [
            HistoryLine(number, entry.kind, entry.change.label, "", entry.at, entry.parent)
            for number, entry in sorted(self._kept.journal.items(), reverse=True)
            if before is None or number < before
        ][:most]

    def entries_after(self, number: int) -> list[Entry]:
        return [entry for key, entry in self._kept.journal.items() if key > number]

    def trim(self, upto: int) -> int:
        self._library.require_room()
        kept, before = self._kept, len(self._kept.journal)
        if kept.position != self._position:
            raise ConflictError("This project has been changed by another window.")
        upto, kept.position = kept.position.trimmed(upto)
        kept.journal = {
            number: replace(entry, parent=None if (entry.parent or 0) <= upto else entry.parent)
            for number, entry in kept.journal.items()
            if number > upto
        }
        self._position = kept.position
        self._oldest = min(kept.journal, default=0)
        return before - len(kept.journal)

    def view_state(self) -> ViewState:
        return self._kept.view_state

    def keep_view_state(self, state: ViewState) -> None:
        self._library.require_room()
        self._kept.view_state = state

    @property
    def _kept(self) -> _Kept:
        return self._library.kept(self._project_id)
