"""A draft as one line of JSON, or as a list to read."""

import json
from collections.abc import Iterator, Sequence

from app.articles.text import Span
from app.drafting.results import Attribution, Contention, Draft, Relation
from app.model.text import one_line, shortened

_WIDTH = 96


def as_json(draft: Draft, file: str) -> str:
    """One line of JSON; places are [start, end] in code points of the file's text.

    What stands in the content of another attribution is listed in that one, under "within". Of a
    draft by a model, "origin" is its name, and "left_out" how much was not to be found in the text.
    """
    content: dict[str, object] = {
        "file": file,
        "attributions": [_attribution(draft, one) for one in draft.attributions if not one.parent],
        "contentions": [_contention(one) for one in draft.contentions],
        "relations": [_relation(one) for one in draft.relations],
    }
    if draft.notice:
        content["notice"] = draft.notice.said()
    if draft.origin:
        content |= {"origin": draft.origin, "left_out": draft.left_out}
    return json.dumps(content, ensure_ascii=False)


def as_list(draft: Draft, text: str) -> Iterator[tuple[int, str]]:
    """The lines of a list, each with how far it is indented: what is argued, who says what, why."""
    if draft.origin:
        yield 0, f"Suggested by the language model “{draft.origin}”"
    if draft.notice:
        yield 0, draft.notice.said()
    if draft.contentions:
        yield 0, "What it may argue"
    for contention in draft.contentions:
        yield 1, f"{_words(text, contention.span)} [{contention.confidence}]"
    for speaker, said in draft.by_speaker().items():
        yield 0, one_line(speaker) or "(no speaker named)"
        for one in said:
            yield from _said(draft, one, text, 1)
    if draft.relations:
        yield 0, "How it hangs together"
    for relation in draft.relations:
        ends = (_words(text, relation.begins), relation.kind, _words(text, relation.ends))
        yield 1, f"{' | '.join(ends)} [{relation.confidence}: {relation.reason}]"
    if draft.left_out:
        yield 0, f"Left out, since its words are not in the article: {draft.left_out}"


def _said(draft: Draft, one: Attribution, text: str, depth: int) -> Iterator[tuple[int, str]]:
    """One attribution and what stands within it; as deep as clauses are in a sentence."""
    content = " … ".join(_words(text, span) for span in one.content)
    via = f" (via {', '.join(one.speakers[1:])})" if one.speakers[1:] else ""
    yield depth, f"{one.stance}: {content}{via} [{one.confidence}: {one_line(str(one.reason))}]"
    for inner in draft.within(one.key):
        yield (
            depth + 1,
            f"within it, {one_line(inner.speakers[0]) if inner.speakers else 'somebody'}",
        )
        yield from _said(draft, inner, text, depth + 2)


def _words(text: str, span: Span) -> str:
    return shortened(text[span.start : span.end], _WIDTH)


def _attribution(draft: Draft, one: Attribution) -> dict[str, object]:
    told: dict[str, object] = {
        "source": _places(one.source),
        "cue": _places(one.cue),
        "content": _places(one.content),
        "speakers": list(one.speakers),
        "stance": one.stance,
        "direct": one.direct,
        "confidence": one.confidence,
        "rule": one.rule,
        "why": one_line(str(one.reason)),
    }
    within = draft.within(one.key)
    if within:
        told["within"] = [_attribution(draft, inner) for inner in within]
    return told


def _contention(one: Contention) -> dict[str, object]:
    return {"span": list(one.span), "confidence": one.confidence, "why": str(one.reason)}


def _relation(one: Relation) -> dict[str, object]:
    return {
        "from": list(one.begins),
        "to": list(one.ends),
        "kind": one.kind,
        "cue": list(one.cue),
        "confidence": one.confidence,
    }


def _places(spans: Sequence[Span]) -> list[list[int]]:
    return [list(span) for span in spans]
