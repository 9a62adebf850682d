"""Every word of a map is in its documents, just as it is written, and none of it is obeyed."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.documents.escaping import link_of
from app.documents.export import document_of
from app.documents.kinds import Kind
from app.documents.options import Blanks, Options
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim, Locution, Source, Speaker
from app.model.text import clean, one_line
from tests.app.builders import random_maps
from tests.app.documents.maps import DOCUMENTS, HOSTILE, odd_map, sample
from tests.app.documents.reading_back import bare, read, rows

_pieces = st.sampled_from([*HOSTILE, *"<>&*_`[]()#|\\!~$-+=.:'\"\n\t ", "](", "http://", "\u202e"])
hostile_texts = st.lists(st.one_of(_pieces, st.text(max_size=6)), max_size=5).map("".join)


def words_of(argument_map: ArgumentMap, kind: Kind) -> Iterator[str]:
    """What a document of a kind must say."""
    said = {saying.claim for saying in argument_map.every(Locution)}
    for claim in argument_map.every(Claim):
        if kind is not Kind.LOCUTIONS or claim.id in said:
            yield claim.text
        if kind not in {Kind.SPEAKERS, Kind.LOCUTIONS}:
            yield from (claim.note, *claim.tags)
    yield from (one_line(speaker.name) for speaker in _speaking(argument_map))
    if kind not in {Kind.WORKSHEET, Kind.CLAIMS}:
        for saying in argument_map.every(Locution):
            yield from [mark.exact for mark in (saying.anchor, saying.former) if mark]
    if kind not in {Kind.SPEAKERS, Kind.CLAIMS, Kind.LOCUTIONS}:
        for source in argument_map.sources():
            yield from map(one_line, (source.title, source.author, source.outlet))


def _speaking(argument_map: ArgumentMap) -> list[Speaker]:
    return [one for one in argument_map.speakers() if argument_map.locutions_by(one.id)]


def missing(argument_map: ArgumentMap, kind: Kind, words: str) -> list[str]:
    return [w for w in words_of(argument_map, kind) if bare(w) not in words]


@pytest.mark.parametrize(("kind", "suffix"), DOCUMENTS)
@pytest.mark.parametrize("make", [sample, odd_map])
def test_every_word_of_a_map_is_there(
    make: Callable[[], ArgumentMap], kind: Kind, suffix: str
) -> None:
    argument_map = make()
    found = read(suffix, document_of(argument_map, kind, suffix, Options()))

    assert missing(argument_map, kind, found.words) == []


@pytest.mark.parametrize(("kind", "suffix"), DOCUMENTS)
def test_the_only_links_are_the_addresses_of_the_articles(kind: Kind, suffix: str) -> None:
    argument_map = odd_map()
    found = read(suffix, document_of(argument_map, kind, suffix, Options()))

    addresses = {link_of(source.address) for source in argument_map.every(Source)} - {""}
    expected = (
        addresses if kind in {Kind.BRIEF, Kind.BLOCK, Kind.WORKSHEET, Kind.OUTLINE} else set()
    )
    assert found.links == expected


@pytest.mark.parametrize(("kind", "suffix"), DOCUMENTS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(random_maps())
def test_every_word_of_any_map_is_there(kind: Kind, suffix: str, argument_map: ArgumentMap) -> None:
    found = read(suffix, document_of(argument_map, kind, suffix, Options()))

    assert missing(argument_map, kind, found.words) == []
    assert not found.links


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(hostile_texts.map(clean), min_size=3, max_size=3), st.sampled_from(DOCUMENTS))
def test_no_text_is_taken_for_markup(texts: list[str], document: tuple[Kind, str]) -> None:
    argument_map = odd_map(texts)
    found = read(document[1], document_of(argument_map, *document, Options()))

    assert missing(argument_map, document[0], found.words) == []
    assert all(link.startswith("https://example.org/") for link in found.links)


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx"])
def test_what_is_left_out_is_not_there(suffix: str) -> None:
    argument_map = odd_map()
    options = Options(speakers=False, quotations=False, notes=False, confidence=False, tags=False)
    found = read(suffix, document_of(argument_map, Kind.OUTLINE, suffix, options)).words

    assert "speaker 3" not in found
    assert "note 3" not in found
    assert "tag 3" not in found
    assert "73 %" not in found


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx"])
def test_a_worksheet_without_its_key_does_not_tell_what_is_blank(suffix: str) -> None:
    argument_map = odd_map()
    every = Blanks(chosen=frozenset(claim.id for claim in argument_map.every(Claim)))
    options = Options(blanks=every, key=False, speakers=False)
    content = document_of(argument_map, Kind.WORKSHEET, suffix, options)
    found = read(suffix, content).words
    texts = [bare(claim.text) for claim in argument_map.every(Claim) if len(bare(claim.text)) > 9]

    # The texts of the odd map are those of its sources, too.
    assert [text for text in texts if text.startswith(("rebuttal", "The ", "co-"))]
    assert not [t for t in texts if t.startswith(("rebuttal", "The ", "co-")) and t in found]


@pytest.mark.parametrize("kind", [kind for kind, suffix in DOCUMENTS if suffix == ".html"])
def test_a_page_asks_for_nothing_from_outside(kind: Kind) -> None:
    text = document_of(sample(), kind, ".html", Options()).decode()

    assert "default-src 'none'" in text
    assert not [word for word in ("http:", "https:", "url(", "@import", "<script") if word in text]


def test_no_cell_of_a_table_is_a_formula() -> None:
    for kind in (Kind.CLAIMS, Kind.LOCUTIONS):
        table = rows(document_of(odd_map(), kind, ".csv", Options()))
        assert len({len(row) for row in table}) == 1
        assert not [c for row in table for c in row if c.lstrip().startswith(tuple("=+-@＝＋－＠"))]


def test_a_table_is_read_back_as_it_was() -> None:
    argument_map = sample()
    head, *table = rows(document_of(argument_map, Kind.CLAIMS, ".csv", Options()))
    texts = {row[head.index("id")]: row[head.index("claim")] for row in table}

    assert texts == {claim.id: claim.text for claim in argument_map.every(Claim)}
    assert [row[0] for row in table] == [str(n) for n in range(1, 14)]
