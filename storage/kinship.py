"""Claims of other projects that are the same as a claim: by a link between them, or by their words.

What names a claim, and what says the same, is found by the indexes of `storage.searching`. So that
it is found at once in any library, only claims that share the rarest words are compared. What is in
the bin is left out, unless the claim itself names it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, bindparam, select

from app.analysis.sameness import NEARLY, likeness
from app.model.elements import Claim, ClaimAddress, ProjectId
from app.ports import MOST_LINKS, Elsewhere, Tie
from storage.rows import CLAIM, as_text
from storage.tables import ProjectRow, table_of

_PROJECT: Final = table_of(ProjectRow)
_WORD: Final = re.compile(r"\w+")
_LONGEST_LINKS: Final = 100_000  # characters of all links of a claim
_MOST_WORDS: Final = 40  # of a claim that are looked for
_MOST_COMPARED: Final = 60
_MOST_SCORED: Final = 2_000  # claims that share a rare word, which SQLite then puts in order
_COMMON: Final = 20_000  # claims: a word that more of them have tells nothing
_SLACK: Final = 40  # characters of punctuation that the same words may have more

_LINKED = (
    select(_PROJECT.c.title, CLAIM.c.text)
    .join_from(
        _PROJECT,
        CLAIM,
        (CLAIM.c.project_id == _PROJECT.c.id) & (CLAIM.c.id == bindparam("claim")),
        isouter=True,
    )
    .where(_PROJECT.c.id == bindparam("project"))
)
_NAMING = """
SELECT c.project_id, c.id, p.title, c.text, c.same_as
FROM claim AS c JOIN project AS p ON p.id = c.project_id
WHERE c.same_as <> '[]' AND length(c.same_as) <= ?
  AND instr(c.same_as, ?) AND c.project_id <> ? AND p.binned IS NULL
LIMIT ?
"""
_WORDS = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab(main, search_claim, row)"
_ALIKE = """
SELECT c.project_id, c.id, p.title, c.text
FROM search_claim AS f
JOIN claim AS c ON c.rowid = f.rowid
JOIN project AS p ON p.id = c.project_id
WHERE search_claim MATCH ? AND c.project_id <> ? AND length(c.text) <= ? AND p.binned IS NULL
"""
_BEST = f"{_ALIKE} ORDER BY f.rank LIMIT {_MOST_COMPARED}"
_ANY = f"{_ALIKE} LIMIT {_MOST_COMPARED}"
_LINKS = TypeAdapter(tuple[ClaimAddress, ...])


def linked(connection: Connection, claim: Claim) -> Iterator[Elsewhere]:
    """The first claims that a claim names as the same, in its order, be they there or not."""
    for address in claim.same_as[:MOST_LINKS]:
        at = {"project": address.project, "claim": address.claim}
        row = connection.execute(_LINKED, at).first()
        title = as_text(row.title) if row else None
        text = as_text(row.text) if row and row.text is not None else None
        like = likeness(claim.text, text) if text is not None else 0.0
        yield Elsewhere(address, Tie.LINKED, title, text, like)


def naming(connection: Connection, project_id: ProjectId, claim: Claim) -> Iterator[Elsewhere]:
    """The claims of other projects that name this one as the same."""
    this = ClaimAddress(project=project_id, claim=claim.id)
    rows = connection.exec_driver_sql(
        _NAMING, (_LONGEST_LINKS, f'"{claim.id}"', project_id, MOST_LINKS)
    )
    for project, key, title, text, links in rows:
        if this in _addresses(links):
            address = ClaimAddress(project=project, claim=key)
            like = likeness(claim.text, as_text(text))
            yield Elsewhere(address, Tie.NAMING, as_text(title), text, like)


def alike(connection: Connection, project_id: ProjectId, claim: Claim) -> list[Elsewhere]:
    """The claims of other projects that say the same or nearly so, the likest first."""
    found: dict[ClaimAddress, Elsewhere] = {}
    for address, title, text in _candidates(connection, project_id, claim.text):
        like = likeness(claim.text, text)
        if like >= NEARLY:
            found[address] = Elsewhere(address, Tie.ALIKE, title, text, like)
    return sorted(found.values(), key=lambda one: (-one.likeness, one.project or ""))


def each_once(found: Iterable[Elsewhere], *, most: int) -> list[Elsewhere]:
    """Each claim by the first that ties it, with so many at most that are but alike."""
    first: dict[ClaimAddress, Elsewhere] = {}
    for one in found:
        first.setdefault(one.address, one)
    tied = [one for one in first.values() if one.tie is not Tie.ALIKE]
    return tied + [one for one in first.values() if one.tie is Tie.ALIKE][:most]


def _candidates(
    connection: Connection, project_id: ProjectId, text: str
) -> Iterator[tuple[ClaimAddress, str, str]]:
    """Claims that begin with just these words, then those that share the rarest of them."""
    words = _WORD.findall(unicodedata.normalize("NFC", text))[:_MOST_WORDS]
    rare = _by_rarity(connection, words)
    if not rare or rare[0][0] > _COMMON:
        return
    phrase = f'text : ^ "{" ".join(words)}"'
    longest = (len(text) + _SLACK, round(len(text) / NEARLY**2) + _SLACK)
    queries = [(_ANY, phrase, longest[0])]
    if some := _rarest(rare):
        queries.append((_BEST, f"text : ({some})", longest[1]))
    for statement, query, length in queries:
        rows = connection.exec_driver_sql(statement, (query, project_id, length))
        for project, key, title, said in rows:
            address = ClaimAddress(project=project, claim=key)
            yield address, as_text(title), as_text(said)


def _by_rarity(connection: Connection, words: Sequence[str]) -> list[tuple[int, str]]:
    """Each word with how many claims have it, the rarest first."""
    connection.exec_driver_sql(_WORDS)
    count = "SELECT doc FROM temp.words WHERE term = ?"
    return sorted(
        (connection.exec_driver_sql(count, (_as_indexed(word),)).scalar() or 0, word)
        for word in set(words)
    )


def _as_indexed(word: str) -> str:
    """A word as the index has it: without case and accents."""
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _rarest(rare: Sequence[tuple[int, str]]) -> str:
    """A query for the rarest words, as many as can be put in order at once."""
    chosen: list[str] = []
    scored = 0
    for count, word in rare:
        scored += count
        if scored > _MOST_SCORED:
            break
        chosen.append(f'"{word}"')
    return " OR ".join(chosen)


def _addresses(links: object) -> tuple[ClaimAddress, ...]:
    try:
        return _LINKS.validate_json(str(links))
    except ValidationError:  # damage, of which the project itself tells when it is opened
        return ()
