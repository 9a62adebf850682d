"""Maps for documents: the sample, and one with everything that is odd in a map."""

from datetime import date
from pathlib import Path

from app import edits
from app.documents.kinds import SUFFIXES, Kind, kinds_for
from app.exchange import map_in
from app.model.argument_map import ArgumentMap
from app.model.elements import (
    Claim,
    ClaimId,
    Fidelity,
    Inference,
    InferenceId,
    Polarity,
    Project,
    ProjectId,
    Source,
    SourceId,
    Stance,
    new_id,
)
from resources.files import SAMPLES
from tests.app.builders import Draft, anchor_of

GOLDEN = Path(__file__).parents[2] / "data" / "documents"
DOCUMENTS = [(kind, suffix) for suffix in SUFFIXES for kind in kinds_for(suffix)]
PAGES = [(kind, suffix) for kind, suffix in DOCUMENTS if suffix != ".csv"]

HOSTILE = [
    "<b>bold?</b> & &amp; &lt; &#65; \"quoted\" 'single' `tick`",
    "<script>alert(1)</script><img src=x onerror=alert(1)><!-- -->]]>",
    "</title></style></details></summary><a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1)) ![x](http://evil.example/x.png) <http://evil.example> [1]: http://e.x",
    "# head\n- item\n1. one\n2) two\n> quote\n```\ncode\n```\n    code\n---\n===\n+ plus\n~~~",
    "*a* _b_ **c** __d__ ~~e~~ |f|g| $h$ \\ \\\\ \\* a_b_c :smile: www.evil.example http://e.example",
    '=HYPERLINK("http://evil.example","x")',
    "+1+1", "-2+3", "@SUM(1)", "＝1", "\t=1", "'=1", 'one, "two"; three\nfour',
    "  leading and   double  blanks \t tab\there  ",
    "line one\nline two\n\nline four\n",
    "",
    " ",
    "👩‍👩‍👧 👍🏽 🇺🇦 family and flag",
    "هل يجب على الحكومة (NATO) أن تخفض الضرائب؟ نعم، بنسبة 15%.",
    "NATO: האם זה נכון? (כן) 100%",
    "政府应该降低税收，因为这将刺激经济增长，并为中小企业创造更多就业机会。",
    "zero\u200bwidth\ufeff\u2060 \u202eoverride\u202c \u00adsoft \u0085 \ufffe \uffff",
    "x" * 300,
    "{braces} %s %(x)s {0} ${y}",
]  # fmt: skip


def sample() -> ArgumentMap:
    return map_in(SAMPLES / "peace-talks.rejoinder")


def odd_map(texts: list[str] = HOSTILE) -> ArgumentMap:
    """Two contentions, an undercutter, a circle, shared and free claims, and sayings of all kinds.

    The texts are those of claims, notes, tags, speakers and sources.
    """
    draft = Draft("<title> & “title” " * 20)
    first, second = draft.claim("The first thesis"), draft.claim("The second thesis")
    parts = [draft.reason(first, text) for text in texts]
    for n, text in enumerate(texts):
        step = draft.objection(parts[n].premises[0], f"{text} objected {n}")
        draft.premise(step, f"co-premise {n}")
        draft.objection(step.premises[0], f"rebuttal {n}")
        draft.objection(step.id, f"undercutter {n} {text}")
        draft.reason(step.id, f"support of the step {n}")
        draft.do(edits.set_note(draft.map, claim=step.premises[0], note=f"note {n} {text}"))
        tags = [f"tag {n} {text}"]
        draft.do(edits.set_tags(draft.map, claim=step.premises[0], tags=tags))
    draft.step(parts[0].premises[0], second, Polarity.ATTACK)
    draft.do(edits.set_scheme(draft.map, inference=parts[1].id, scheme="expert opinion"))
    draft.do(edits.set_scheme(draft.map, inference=parts[2].id, scheme=texts[0]))
    draft.do(edits.set_confidence(draft.map, claim=first, confidence=73))
    _add_circle(draft)
    draft.claim("A free claim")
    _add_sayings(draft, parts, texts)
    return draft.map


def _add_circle(draft: Draft) -> None:
    a = draft.claim("round a")
    b = draft.reason(a, "round b").premises[0]
    draft.step(a, b)


def _add_sayings(draft: Draft, parts: list[Inference], texts: list[str]) -> None:
    for n, text in enumerate(texts):
        words = text.strip() or "words"
        source = Source(
            id=SourceId(new_id()),
            title=f"source {n} {text}",
            text=f"Before. {words} after.",
            author=f"author {n}",
            outlet=f"outlet {n}",
            published=date(2024, 1 + n % 12, 3),
            address="javascript:alert(1)" if n % 2 else f"https://example.org/{n}?a=b&c=“d”",
        )
        draft.do(edits.add_source(draft.map, source=source))
        claim = parts[n].premises[0]
        change = edits.say(
            draft.map,
            claim=claim,
            speakers=[f"speaker {n} {text}", "CNN"],
            anchor=anchor_of(source, words),
            stance=list(Stance)[n % 5],
            fidelity=list(Fidelity)[n % 4],
        )
        draft.do(change)
    draft.do(edits.say(draft.map, claim=parts[0].premises[0], speakers=[], anchor=None))


def chain(length: int, polarity: Polarity = Polarity.SUPPORT) -> ArgumentMap:
    """Claims that each bear on the one before."""
    project = Project(id=ProjectId("p"), title="A chain")
    claims = [Claim(id=ClaimId(f"c{n}"), text=f"link {n}.", rank="a0") for n in range(length)]
    steps = [
        Inference(
            id=InferenceId(f"i{n}"),
            premises=(ClaimId(f"c{n}"),),
            target=ClaimId(f"c{n - 1}"),
            polarity=polarity,
            rank="a0",
        )
        for n in range(1, length)
    ]
    return ArgumentMap.of(project, [*claims, *steps])


def golden(kind: Kind, suffix: str) -> Path:
    return GOLDEN / f"{kind.value}{suffix}"


def write_golden() -> None:
    """Write the files anew that documents of the sample are compared with; look at the diff."""
    from app.documents.export import document_of  # noqa: PLC0415  only here
    from app.documents.options import Options  # noqa: PLC0415

    for kind, suffix in DOCUMENTS:
        if suffix != ".docx":
            golden(kind, suffix).write_bytes(document_of(sample(), kind, suffix, Options()))


if __name__ == "__main__":
    write_golden()
