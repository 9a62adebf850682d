"""Nothing of a map is cut: every word is in the text of every kind of diagram."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pypdfium2
import pytest

from app.diagrams.export import export_diagram
from app.diagrams.options import DiagramOptions
from app.diagrams.parts import look_of
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, Locution, Source, Speaker
from app.model.text import one_line
from tests.app.diagrams.maps import EVERYTHING, Plan
from tests.app.diagrams.reading import bare, nodes_of, parsed, words_in_label, xml_of
from tests.app.documents.maps import HOSTILE, sample

pytestmark = pytest.mark.dot
NARROW = EVERYTHING.changed(card_width=60)
INSTITUTE = (
    "The International Commission on the Future of Parliamentary Cooperation, Trade and"
    " Reconstruction in the Neighbourhood of the Alliance"
)


def overlong_map() -> ArgumentMap:
    """A map with names, tags and words that are longer than any row."""
    plan = Plan("Everything that is long: " + "a title of many words " * 12)
    contention = plan.claim(
        "Nothing may be cut.", INSTITUTE, words="Putin has no reason to reconsider", note="So far."
    )
    tags = ["a tag of several words", "another tag", "war-aims", "peace", "the budget of 2025"]
    long = plan.claim(
        "A claim whose speakers and tags are long.",
        "Reuters",
        INSTITUTE,
        "The Neighbourhood Gazette",
        words="Russian leader Vladimir Putin is unlikely",
        tags=tags,
        confidence=100,
        note="A note with a word that is far too long: " + "abcdefghij" * 12,
    )
    plan.objection(contention, long)
    plan.reason(contention, plan.claim("Ü" * 200, "x" * 150, tags=["y" * 90]))
    plan.reason(contention, plan.claim("政府应该降低税收。" * 9, "联合国教科文组织" * 8))
    plan.reason(contention, plan.claim("هل يجب على الحكومة أن تخفض الضرائب؟", "جريدة الشرق " * 9))
    return plan.finish()


def hostile_map() -> ArgumentMap:
    """A map whose claims, notes and speakers are what others would take for markup or commands."""
    plan = Plan("<title> & “title”")
    contention = plan.claim("What all of these bear on.")
    for text in HOSTILE:
        if text.strip():
            plan.reason(contention, plan.claim(text, one_line(text), note=text, tags=[text]))
    return plan.finish()


def words_of(argument_map: ArgumentMap) -> set[str]:
    """All that is written on a map whose details are all shown."""
    said = [argument_map.project.title]
    said += [speaker.name for speaker in argument_map.every(Speaker)]
    said += [source.title for source in argument_map.every(Source)]
    said += [saying.anchor.exact for saying in argument_map.every(Locution) if saying.anchor]
    for claim in argument_map.every(Claim):
        said += [claim.text, claim.note, *(f"#{tag}" for tag in claim.tags)]
        said += [f"{claim.confidence} %"] if claim.confidence is not None else []
    return {bare(word) for text in said for word in text.split()}


def missing(argument_map: ArgumentMap, path: Path, *, as_seen: bool = False) -> list[str]:
    """The words that a diagram does not tell.

    In a PDF, and in all that Qt paints, those from right to left stand as they are seen, signs as
    their glyphs are called, and hyphens at the end of a line as nothing: there only the letters and
    figures are looked for.
    """
    told = normalize("NFKC", TOLD[path.suffix](path)).replace("⻓", "长")
    words = {normalize("NFKC", word) for word in words_of(argument_map)}
    if as_seen or path.suffix == ".pdf":
        words = {piece for word in words for piece in re.findall(r"[^\W_]+", word)}
    return sorted(word for word in words if word not in told and word[::-1] not in told)


def told_by_dot(path: Path) -> str:
    labels = [node.get("label") for node in nodes_of(parsed(path.read_text("utf-8"))).values()]
    return "".join(words_in_label(label) for label in labels if label and "<" in label)


def told_by_svg(path: Path) -> str:
    return bare("".join(xml_of(path.read_bytes()).itertext()))


def told_by_pdf(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return bare("".join(pages))


TOLD = {".gv": told_by_dot, ".svg": told_by_svg, ".pdf": told_by_pdf}


MAPS = {"long": overlong_map, "sample": sample, "hostile": hostile_map}


@pytest.mark.parametrize("make", MAPS.values(), ids=MAPS)
@pytest.mark.parametrize("options", [EVERYTHING, NARROW], ids=["usual", "narrow"])
@pytest.mark.parametrize("suffix", TOLD)
def test_every_word_is_in_what_graphviz_draws(
    tmp_path: Path, suffix: str, options: DiagramOptions, make: Callable[[], ArgumentMap]
) -> None:
    argument_map = make()
    path = tmp_path / f"map{suffix}"
    export_diagram(argument_map, path, options=options)
    assert missing(argument_map, path) == []


@pytest.mark.parametrize("suffix", TOLD)
def test_a_card_that_was_cut_would_be_noticed(
    tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    argument_map = overlong_map()
    path = tmp_path / f"map{suffix}"
    cut = replace(look_of(EVERYTHING), most_lines=2)
    monkeypatch.setattr("app.diagrams.parts.look_of", lambda _options: cut)
    export_diagram(argument_map, path, options=EVERYTHING)
    assert missing(argument_map, path)
