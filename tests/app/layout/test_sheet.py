"""What stands around a map, and what cards say when more is wanted of them."""

from datetime import date
from itertools import combinations

import pytest

from app.layout.arrangement import Arranger
from app.layout.boxes import Arrangement
from app.layout.look import ROOMY, Details, Look, widened
from app.layout.sheet import sheet_of, title_block
from app.layout.shipped_fonts import ShippedFonts
from app.model.outline import outline
from tests.app.diagrams.maps import ARTICLE, full_map, map_of

FONTS = ShippedFonts()
ALL = Details(quotations=True, notes=True)


def arranged(look: Look) -> Arrangement:
    a_map = full_map()
    return Arranger(FONTS, look=look).arrange(a_map, outline(a_map))


@pytest.fixture(scope="module")
def usual() -> Arrangement:
    return arranged(ROOMY)


def test_a_title_block_says_what_it_is_of_and_from_when(usual: Arrangement) -> None:
    sheet = sheet_of(usual, FONTS, title=title_block(full_map(), date(2026, 11, 23)))
    assert [caption.text for caption in sheet.captions] == [
        "Putin and peace talks",
        "An article · The Outlet · 2024-11-05",
        "Drawn on 2026-11-23",
    ]
    assert all(c.rect.bottom < usual.bounds.y for c in sheet.captions)


def test_a_long_title_wraps_and_is_whole(usual: Arrangement) -> None:
    title = "A very long title " * 30
    sheet = sheet_of(usual, FONTS, title=title_block(map_of([], title), None))
    assert " ".join(c.text for c in sheet.captions[:-1]) == title.strip()
    assert all(c.rect.right <= sheet.bounds.right + 1 for c in sheet.captions)


def test_a_legend_explains_just_what_is_drawn(usual: Arrangement) -> None:
    sheet = sheet_of(usual, FONTS, legend=True)
    assert [pill.word for pill in sheet.pills] == ["because", "but", "however", "does not follow"]
    assert len(sheet.samples) == 4  # quoted, interpreted, unstated, referring
    small = map_of(["One reason"])
    plain = Arranger(FONTS).arrange(small, outline(small))
    sheet = sheet_of(plain, FONTS, legend=True)
    assert [pill.word for pill in sheet.pills] == ["because"]
    assert not sheet.samples


@pytest.mark.parametrize("texts", [["One reason"], [f"Reason {i}" for i in range(9)]])
def test_nothing_around_the_map_overlaps(texts: list[str]) -> None:
    small = map_of(texts)
    plain = Arranger(FONTS).arrange(small, outline(small))
    sheet = sheet_of(plain, FONTS, title=title_block(full_map(), None), legend=True)
    rects = [plain.bounds, *(c.rect for c in sheet.captions)]
    rects += [p.rect for p in sheet.pills] + [s.rect for s in sheet.samples]
    assert not [(a, b) for a, b in combinations(rects, 2) if a.meets(b.grown(-0.1))]
    assert all(r.united(sheet.bounds) == sheet.bounds for r in rects)


def test_cards_are_as_they_always_were_unless_more_is_wanted(usual: Arrangement) -> None:
    for card in usual.cards.values():
        assert not card.shape.passages
    assert arranged(Look(details=Details())) == usual


def test_quotations_and_notes_stand_below_the_words_and_within_the_card() -> None:
    look = Look(details=ALL)
    cards = arranged(look).cards.values()
    said = {" ".join(p.lines) for card in cards for _, p in card.passages(look)}
    assert "Compare what the Post wrote in October." in said
    quotations = {words.strip("“”") for words in said if words.startswith("“")}
    assert len(quotations) >= 5
    assert all(words in " ".join(ARTICLE.split()) for words in quotations)
    for card in cards:
        room = card.words(look)
        below = room.y + len(card.shape.lines) * card.shape.font.line_height
        for rect, passage in card.passages(look):
            assert rect.y >= below
            assert rect.bottom <= card.rect.bottom - 4
            assert all(
                FONTS.width(line, passage.font) <= rect.width + 0.01 for line in passage.lines
            )
            below = rect.bottom


def test_cards_get_wider_or_narrower() -> None:
    def widest(look: Look) -> float:
        return max(card.rect.width for card in arranged(look).cards.values())

    assert widest(widened(ROOMY, 60)) < widest(ROOMY) < widest(widened(ROOMY, 200))
