"""Links lead to the web and nowhere else, and nothing that is written in a map can do anything."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.diagrams.export import diagram_source, export_diagram
from app.diagrams.links import web_address
from app.diagrams.options import DiagramOptions
from app.edits.values import changed
from app.model.argument_map import ArgumentMap
from app.model.elements import (
    Anchor,
    AnyElement,
    Claim,
    Locution,
    Project,
    ProjectId,
    Source,
    SourceId,
    Speaker,
)
from app.model.text import clean
from tests.app.diagrams.maps import EVERYTHING, full_map
from tests.app.diagrams.pdfs import notes_in
from tests.app.diagrams.reading import parsed, xml_of

WEB = "https://example.org/article?a=1&b=2"
HOSTILE = [
    'javascript:alert("x")',
    "  JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "//example.org/x",
    "vbscript:x",
    "http://",
    "https:///path",
    "not an address",
    "",
    "http://[::1",
]
SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
HREF, TITLE = f"{{{XLINK}}}href", f"{{{XLINK}}}title"
ATTACK = '"];a->b;"><script>x</script><image href="file:///etc/passwd"/>\\N\\G &amp; `id` $(id)'


def source(address: str) -> Source:
    return Source(id=SourceId("s"), title="t", text="x", address=address)


@pytest.mark.parametrize("address", HOSTILE)
def test_what_is_no_address_on_the_web_is_no_link(address: str) -> None:
    assert web_address(source(address)) == ""


@given(st.text().map(clean))
def test_an_address_has_nothing_in_it_that_could_end_it(tail: str) -> None:
    address = web_address(source(f"https://example.org/{tail}"))
    assert address.startswith("https://example.org/")
    assert re.fullmatch(r"[!#-;=?-\[\]_a-z~]*", address)


def test_an_address_stays_as_it_is() -> None:
    assert web_address(source(WEB)) == WEB
    assert web_address(source("HTTP://example.org/ä b")) == "http://example.org/%C3%A4%20b"


def hostile_map() -> ArgumentMap:
    """The full map, in which every text is an attack."""
    project = Project(id=ProjectId("p"), title=ATTACK)
    return ArgumentMap.of(
        project, [attacking(e) for e in full_map().elements if not isinstance(e, Project)]
    )


def attacking(element: AnyElement) -> AnyElement:
    match element:
        case Claim():
            attacks: dict[str, object] = {"text": ATTACK, "note": ATTACK, "tags": (ATTACK,)}
            return element.model_copy(update=attacks)
        case Speaker():
            return element.model_copy(update={"name": f"{element.id} {ATTACK}"})
        case Source():
            attacks = {"title": ATTACK, "text": ATTACK, "address": f"{WEB}&{ATTACK}"}
            return element.model_copy(update=attacks)
        case Locution() if element.anchor:
            anchor = Anchor(source=element.anchor.source, start=0, end=len(ATTACK), exact=ATTACK)
            return element.model_copy(update={"anchor": anchor})
        case _:
            return element


OPTIONS = EVERYTHING.changed(theme="light")


@pytest.mark.dot
def test_an_svg_holds_no_script_no_picture_and_links_only_to_the_web(
    tmp_path: Path, program: str
) -> None:
    path = tmp_path / "hostile.svg"
    export_diagram(hostile_map(), path, options=OPTIONS, program=program)
    root = xml_of(path.read_bytes())
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {
        "svg",
        "g",
        "title",
        "style",
        "polygon",
        "path",
        "ellipse",
        "text",
        "a",
        "polyline",
    }
    names = {name for element in root.iter() for name in element.attrib}
    assert not [name for name in names if name.lower().startswith("on")]
    links = [element.get(HREF) for element in root.iter() if element.get(HREF)]
    assert links
    assert all(str(link).startswith("https://example.org/article?") for link in links)
    style = root.findtext(f"{{{SVG}}}style") or ""
    assert set(re.findall(r"url\(([^,)]*)", style)) == {"data:font/woff;base64"}


def test_dot_is_one_graph_whose_statements_are_all_ours() -> None:
    graph = parsed(diagram_source(hostile_map(), OPTIONS))
    known = ("claim_", "step_", "speaker_", "unanswered_", "legend_", "title_")
    names = [node.get_name() for node in graph.get_nodes()]
    names += [n.get_name() for sub in graph.get_subgraphs() for n in sub.get_nodes()]
    assert all(name.startswith((*known, "node", "edge", "graph")) for name in names)
    for attribute in ("image", "shapefile", "imagepath", "fontpath"):
        assert f" {attribute}=" not in diagram_source(hostile_map(), OPTIONS).split(ATTACK[:5])[0]


@pytest.mark.dot
def test_cards_in_an_svg_say_the_words_they_rest_on(tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    export_diagram(full_map(), path)
    tips = [str(element.get(TITLE)) for element in xml_of(path.read_bytes()).iter()]
    sayings = [s for s in full_map().every(Locution) if s.anchor]
    for saying in sayings:
        assert saying.anchor
        words = f"“{' '.join(saying.anchor.exact.split())}”"
        assert any(tip.replace("\u00a0", " ").startswith(words) for tip in tips)


@pytest.mark.dot
def test_a_pdf_leads_to_the_article_and_says_the_words(tmp_path: Path) -> None:
    path = tmp_path / "map.pdf"
    export_diagram(full_map(), path)
    links = links_in(path)
    assert {address for address, _ in links} == {WEB}
    assert len(links) == 5
    assert any(
        words.startswith("“Putin has no reason to reconsider” — Thomas") for _, words in links
    )


@pytest.mark.dot
def test_a_pdf_says_the_words_of_cards_that_lead_nowhere(tmp_path: Path) -> None:
    path, argument_map = tmp_path / "map.pdf", full_map()
    elements = [e for e in argument_map.elements if not isinstance(e, Project)]
    homeless = [changed(e, address="") if isinstance(e, Source) else e for e in elements]
    export_diagram(ArgumentMap.of(argument_map.project, homeless), path)
    links = links_in(path)
    assert {address for address, _ in links} == {""}
    assert any(words.startswith("“Putin has no reason to reconsider”") for _, words in links)


@pytest.mark.dot
def test_the_links_of_a_hostile_pdf_lead_to_the_web(tmp_path: Path) -> None:
    path = tmp_path / "map.pdf"
    export_diagram(hostile_map(), path, options=DiagramOptions())
    links = links_in(path)
    assert links
    assert all(address.startswith("https://example.org/article?") for address, _ in links)
    assert all(ATTACK in words for _, words in links)


def links_in(path: Path) -> list[tuple[str, str]]:
    """The address and the words of each link on the first page of a PDF."""
    return [(note.address, note.words) for note in notes_in(path)[0]]
