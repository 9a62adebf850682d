"""Indented text: a claim a line, further in what bears on it, each line with its role in a word.

There is no specification; what other programs write is read too: lists with bullets or numbers,
Markdown lists, and plain paragraphs. Further rows of a claim begin with “|”. Lost on the way: who
says it and where, notes, tags, schemes, how sure one is, whether a claim is unstated, and that a
claim which stands in several places is the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.formats.indented_lines import (
    CONTINUED,
    MOST_CHARACTERS,
    MOST_LINES,
    Line,
    Word,
    lines_of,
    would_be_read_otherwise,
)
from app.model.branch import BEYOND, Branch
from app.model.elements import (
    Claim,
    ClaimId,
    Inference,
    InferenceId,
    Polarity,
    TargetId,
    new_id,
)
from app.model.errors import FormatError
from app.model.ranks import first_ranks
from app.model.role import Role

_OBJECTING = {Role.OBJECTION, Role.UNDERCUTTER}
_WORDS = {Role.OBJECTION: Word.BUT, Role.REBUTTAL: Word.HOWEVER}
_POLARITIES = {
    Word.BUT: Polarity.ATTACK,
    Word.HOWEVER: Polarity.ATTACK,
    Word.DOES_NOT_FOLLOW: Polarity.ATTACK,
}


# Writing


@dataclass(frozen=True, slots=True)
class _Row:
    """A claim that is to be written; `last_of` is the step whose last premise it is."""

    claim: ClaimId
    depth: int = 0
    word: Word | None = None
    role: Role | None = None
    last_of: InferenceId | None = None


def write(branch: Branch) -> str:
    """Make indented text of a branch. Raises FormatError if it is more than could be read again."""
    rows: list[str] = []
    size = 0
    for row in _rows(branch):
        written = _written(branch.map.claim(row.claim).text, row)
        size += len(written) + 1
        if len(rows) >= MOST_LINES or size > MOST_CHARACTERS:
            raise FormatError("This is too much to be written as indented text.")
        rows.extend(written.split("\n"))
    return "\n".join(rows) + "\n"


def _rows(branch: Branch) -> Iterator[_Row]:
    seen: set[ClaimId] = set()
    stack = [row for root in reversed(branch.roots) for row in reversed(_root_rows(branch, root))]
    while stack:
        row = stack.pop()
        yield row
        below: list[_Row] = []
        if row.claim not in seen:
            seen.add(row.claim)
            below += _rows_on(branch, row.claim, row)
        if row.last_of:
            below += _rows_on(branch, row.last_of, row)
        stack += reversed(below)


def _root_rows(branch: Branch, root: TargetId) -> list[_Row]:
    if branch.map.is_claim(root):
        return [_Row(ClaimId(root))]
    return _step_rows(branch.map.inference(root), depth=0, above=None)


def _rows_on(branch: Branch, target: TargetId, above: _Row) -> list[_Row]:
    steps = branch.map.inferences_on(target)
    return [row for step in steps for row in _step_rows(step, above.depth + 1, above)]


def _step_rows(step: Inference, depth: int, above: _Row | None) -> list[_Row]:
    """The rows of the premises of a step, the first with the role of the step."""
    on_step = above is not None and above.claim != step.target
    role = _role(step, above, on_step=on_step)
    word = _WORDS.get(role, Word.BECAUSE)
    if on_step:
        word = Word.DOES_NOT_FOLLOW if role is Role.UNDERCUTTER else Word.FOLLOWS
    last = len(step.premises) - 1
    return [
        _Row(premise, depth, Word.AND if i else word, role, step.id if i == last else None)
        for i, premise in enumerate(step.premises)
    ]


def _role(step: Inference, above: _Row | None, *, on_step: bool) -> Role:
    """What a step does, as the outline has it."""
    if step.polarity is Polarity.SUPPORT:
        return Role.REASON
    if on_step:
        return Role.UNDERCUTTER
    return Role.REBUTTAL if above and above.role in _OBJECTING else Role.OBJECTION


def _written(text: str, row: _Row) -> str:
    first, *rest = text.strip().split("\n") if text.strip() else [""]
    word = row.word or (Word.CLAIM if would_be_read_otherwise(first) else None)
    indent = "\t" * row.depth
    head = f"{indent}{word}: {first}" if word else f"{indent}{first}"
    more = (f"{indent}\t{CONTINUED} {line}" for line in rest)
    return "\n".join(line.rstrip() for line in (head, *more))


# Reading


@dataclass(slots=True)
class _Step:
    """An inference while its premises are being read."""

    id: InferenceId
    target: TargetId
    polarity: Polarity
    premises: list[ClaimId]


@dataclass(slots=True)
class _Entry:
    """A claim that has been read, as something further in may still be hung on it."""

    column: int
    claim: ClaimId
    step: _Step | None
    last: "_Entry | None" = None  # of those on it, the one read last


def read(text: str) -> Branch:
    """Make a branch of text. Raises FormatError if it is empty or too long."""
    return _Reading().branch(lines_of(text))


class _Reading:
    """Hangs each line on the nearest one before it that stands less far in."""

    def __init__(self) -> None:
        self._steps: list[_Step] = []
        self._roots: list[TargetId] = []
        self._ground = _Entry(-1, BEYOND, None)

    def branch(self, lines: Sequence[Line]) -> Branch:
        open_entries = [self._ground]
        ids = [ClaimId(new_id()) for _ in lines]
        for line, claim in zip(lines, ids, strict=True):
            while open_entries[-1].column >= line.column:
                open_entries.pop()
            above = open_entries[-1]
            entry = _Entry(line.column, claim, self._step(line.word, claim, above))
            above.last = entry
            open_entries.append(entry)
        ranks = first_ranks(max(len(lines), len(self._steps)))
        claims = [
            Claim(id=claim, text=line.text, rank=rank)
            for claim, line, rank in zip(ids, lines, ranks, strict=False)
        ]
        steps = [
            Inference(
                id=step.id,
                premises=tuple(step.premises),
                target=step.target,
                polarity=step.polarity,
                rank=rank,
            )
            for step, rank in zip(self._steps, ranks, strict=False)
        ]
        return Branch.of([*claims, *steps], self._roots)

    def _step(self, word: Word | None, claim: ClaimId, above: _Entry) -> _Step | None:
        """The step that a claim is a premise of, new where it begins one; none for a root."""
        if word is Word.AND:
            step = self._step_so_far(above)
            if step:
                step.premises.append(claim)
                return step
        if above is self._ground and word in {None, Word.CLAIM, Word.AND}:
            self._roots.append(claim)
            return None
        target: TargetId = above.claim
        if word in {Word.DOES_NOT_FOLLOW, Word.FOLLOWS} and above.step:
            target = above.step.id
        polarity = _POLARITIES.get(word, Polarity.SUPPORT) if word else Polarity.SUPPORT
        return self._begun(claim, target, polarity)

    def _begun(self, claim: ClaimId, target: TargetId, polarity: Polarity) -> _Step:
        step = _Step(InferenceId(new_id()), target, polarity, [claim])
        self._steps.append(step)
        if target == BEYOND:
            self._roots.append(step.id)
        return step

    def _step_so_far(self, above: _Entry) -> _Step | None:
        """The step that a co-premise belongs to: that of the claim before it, or of the one above.

        A root claim that gets a co-premise becomes a premise.
        """
        before = above.last
        if before is None:
            return above.step
        if before.step is None:
            self._roots.pop()
            before.step = self._begun(before.claim, BEYOND, Polarity.SUPPORT)
        return before.step
