"""A PDF takes along what it needs: whole quotations, addresses, and the fonts of all its words."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.articles.anchors import anchor_at
from app.diagrams.export import export_diagram
from app.diagrams.options import DiagramOptions, Direction, Fit, Paper, Part
from app.model.argument_map import ArgumentMap
from app.model.elements import (
    Claim,
    ClaimId,
    Locution,
    LocutionId,
    Project,
    ProjectId,
    Source,
    SourceId,
    Speaker,
    SpeakerId,
)
from tests.app.diagrams.maps import ARTICLE, EVERYTHING, full_map, map_of
from tests.app.diagrams.pdfs import Note, faces_in, notes_in
from tests.app.diagrams.reading import bare

pytestmark = pytest.mark.dot
WEB = "https://example.org/article?a=1&b=2"
QUOTATIONS = [
    ARTICLE[:4000],
    "one line\nthe next\n\na paragraph",
    "(brackets) \\ \\) /Slash <hex> %percent & «quotes» “more”",
    "هل يجب على الحكومة أن تخفض الضرائب؟ نعم، بنسبة 15%.",
    "政府应该降低税收，因为这将刺激经济增长。",
    "👩‍👩‍👧 👍🏽 🇺🇦 𝔘𝔫𝔦",
]
OPTIONS = {
    "whole": DiagramOptions(),
    "with everything": EVERYTHING,
    "to the right": DiagramOptions(direction=Direction.RIGHT),
    "on A4": DiagramOptions(paper=Paper.A4),
    "on tiles": DiagramOptions(paper=Paper.A4, fit=Fit.TILES),
    "each contention": EVERYTHING.changed(part=Part.EACH),
}


def quoting(quotations: Sequence[str], address: str = WEB) -> ArgumentMap:
    """A map of claims by their numbers, each of which rests on its own words of an article."""
    text = "\n\n".join(quotations)
    article = Source(id=SourceId("article"), title="An article", text=text, address=address)
    speaker = Speaker(id=SpeakerId("speaker"), name="Ann")
    elements: list[Claim | Locution] = []
    for count, words in enumerate(quotations, 1):
        claim = Claim(id=ClaimId(f"c{count}"), text=f"claim{count}", rank=f"a{count}z")
        start = text.index(words)
        anchor = anchor_at(article, start, start + len(words))
        key = LocutionId(f"l{count}")
        saying = Locution(id=key, claim=claim.id, speakers=(speaker.id,), anchor=anchor)
        elements += [claim, saying]
    project = Project(id=ProjectId("project"), title="Quotations")
    return ArgumentMap.of(project, [article, speaker, *elements])


def exported(folder: Path, argument_map: ArgumentMap, options: DiagramOptions) -> Path:
    (path,) = export_diagram(argument_map, folder / "map.pdf", options=options).paths
    return path


@pytest.mark.parametrize("address", [WEB, ""], ids=["on the web", "nowhere"])
def test_each_quotation_is_said_in_full_on_its_card(tmp_path: Path, address: str) -> None:
    path = exported(tmp_path, quoting(QUOTATIONS, address), DiagramOptions())
    (notes,) = notes_in(path)
    said = {bare(note.words) for note in notes}
    assert said == {bare(f"“{words}” — Ann — An article") for words in QUOTATIONS}
    assert {note.address for note in notes} == {address}
    for note in notes:
        (number,) = (n for n, words in enumerate(QUOTATIONS, 1) if bare(words) in bare(note.words))
        assert f"claim{number}" in note.covered


@pytest.mark.parametrize("name", OPTIONS)
def test_what_leads_to_the_words_of_a_claim_lies_on_its_card(tmp_path: Path, name: str) -> None:
    argument_map = full_map()
    pages = notes_in(exported(tmp_path, argument_map, OPTIONS[name]))
    notes = [note for page in pages for note in page]
    found = Counter(claim for note in notes for claim in claims_of(argument_map, note))
    anchored = {saying.claim for saying in argument_map.every(Locution) if saying.anchor}
    assert found.keys() == anchored
    assert all(note.address == WEB for note in notes)
    if OPTIONS[name].fit is not Fit.TILES:  # where a card may stand on two pages in parts
        assert len(notes) == len(anchored)


def claims_of(argument_map: ArgumentMap, note: Note) -> list[ClaimId]:
    """The claim whose words a remark says, if it covers words of the claim."""
    return [
        saying.claim
        for saying in argument_map.every(Locution)
        if saying.anchor
        and bare(note.words).startswith(bare(f"“{saying.anchor.exact}”"))
        and set(argument_map.claim(saying.claim).text.split()) & set(note.covered.split())
    ]


@pytest.mark.parametrize("name", OPTIONS)
def test_all_words_are_set_in_fonts_that_the_file_holds(tmp_path: Path, name: str) -> None:
    faces = faces_in(exported(tmp_path, full_map(), OPTIONS[name]))
    assert {face.name for face in faces} == {
        "NotoSans-Regular",
        "NotoSans-Bold",
        "NotoSans-Italic",
    }
    assert all(face.is_embedded for face in faces)


def test_fonts_of_other_scripts_are_held_too(tmp_path: Path) -> None:
    """Whichever fonts this system has for them."""
    path = exported(tmp_path, map_of(QUOTATIONS[3:]), DiagramOptions())
    assert all(face.is_embedded for face in faces_in(path))
