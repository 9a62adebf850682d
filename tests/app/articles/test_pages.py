"""Web pages: the article in them, and what they say of themselves."""

from datetime import date

import pytest

from app.articles.page import page_text, read_page
from app.articles.taken import Kind
from app.model.errors import FormatError
from tests.app.articles.documents import MORE, WORDS, page


def test_the_article_is_told_from_the_menus_around_it() -> None:
    body = (
        "<nav><a href='/'>Home</a> <a href='/x'>Sport</a></nav>"
        f"<article><h1>No peace</h1><p>{WORDS}</p><p>{MORE}</p></article>"
        "<footer>Privacy policy</footer>"
    )
    taken = read_page(page(body).decode())

    assert taken.kind is Kind.PAGE
    assert taken.text == f"No peace\n\n{WORDS}\n\n{MORE}"
    assert taken.title == "No peace in sight for anyone"
    assert taken.language == "en-GB"


def test_a_paragraph_that_comes_twice_stays_twice() -> None:
    body = f"<article><p>{WORDS}</p><p>{MORE}</p><p>{WORDS}</p></article>"

    assert read_page(page(body).decode()).text.count(WORDS) == 2


def test_what_the_page_hides_is_left_out() -> None:
    body = (
        f"<article><p>{WORDS}</p><p style='display: none'>Hidden {MORE}</p>"
        f"<p hidden>Hidden {MORE}</p><p>{MORE}</p></article>"
    )

    assert "Hidden" not in read_page(page(body).decode()).text


def test_line_breaks_part_lines_and_two_of_them_paragraphs() -> None:
    body = f"<article><p>{WORDS}<br>One line.<br><br>{MORE}</p></article>"

    assert read_page(page(body).decode()).text == f"{WORDS}\nOne line.\n\n{MORE}"


def test_a_page_says_in_its_data_who_wrote_it_when_and_where() -> None:
    head = """<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",
        "headline": "No peace", "author": [{"name": "By Jane Doe"}, {"name": "John Roe"}],
        "publisher": {"name": "The Paper"}, "datePublished": "2024-11-05T07:00:00Z",
        "isAccessibleForFree": false}]}</script>
        <link rel="canonical" href="https://paper.example/peace">"""
    taken = read_page(page(f"<article><p>{WORDS}</p><p>{MORE}</p></article>", head).decode())

    assert (taken.title, taken.author, taken.outlet) == (
        "No peace",
        "Jane Doe, John Roe",
        "The Paper",
    )
    assert taken.published == date(2024, 11, 5)
    assert taken.address == "https://paper.example/peace"
    assert "only a part of it is free" in str(taken.missing[0])


@pytest.mark.parametrize(
    "data",
    [
        "[" * 100_000,
        '{"@type": 7, "author": {"name": []}}',
        "{",
        '{"@graph": [[[[[[[[[[]]]]]]]]]]}',
    ],
    ids=["deep", "odd", "broken", "nested"],
)
def test_data_that_makes_no_sense_is_passed_over(data: str) -> None:
    head = f"<title>Peace</title><script type='application/ld+json'>{data}</script>"

    assert read_page(page(f"<p>{WORDS}</p>", head).decode()).title == "Peace"


@pytest.mark.parametrize(
    ("encoding", "said", "declared"),
    [
        ("utf-8", "", "iso-8859-1"),
        ("cp1252", "utf-8", "utf-8"),
        ("cp1251", "", "windows-1251"),
        ("cp1252", "windows-1252", "no-such-thing"),
        ("cp1252", "utf-7", "rot13"),
    ],
)
def test_a_page_that_lies_about_its_encoding_is_read_all_the_same(
    encoding: str, said: str, declared: str
) -> None:
    words = (
        "Каждый человек имеет право на мир."
        if encoding == "cp1251"
        else "L’été a été «déjà» passé."
    )
    content = f"<html><meta charset='{declared}'><p>{words}</p>".encode(encoding)

    assert words in page_text(content, said)


def test_a_cut_character_makes_no_other_encoding_of_a_long_page() -> None:
    content = ("<meta charset=utf-8><p>" + "déjà vu " * 500).encode() + b"\xc3"

    assert "déjà vu" in page_text(content)


def test_entities_that_a_page_defines_are_not_replaced() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    taken = read_page(f"{bomb}<html><body><p>{WORDS} &b;</p></body></html>")

    assert taken.text == f"{WORDS} &b;"
    assert "left as they stand" in str(taken.missing[0])


def test_a_page_nested_as_deep_as_it_likes_is_read_as_far_as_it_can_be() -> None:
    deep = f"<p>{WORDS}</p>" + "<div>" * 50_000 + "x" + "</div>" * 50_000

    assert WORDS in read_page(page(deep).decode()).text


def test_a_page_too_long_to_be_judged_is_taken_whole_and_says_so() -> None:
    many = "".join(f"<p>Sentence {number} of a long page.</p>" for number in range(9_000))
    taken = read_page(page(f"<nav>Home</nav>{many}").decode())

    assert "Sentence 8999" in taken.text
    assert "Home" not in taken.text
    assert "could not be told" in str(taken.missing[0])


def test_a_page_that_is_only_a_comment_is_empty() -> None:
    with pytest.raises(FormatError, match="no words"):
        read_page("<!-- nothing")


def test_a_page_that_a_program_fills_has_no_words() -> None:
    with pytest.raises(FormatError, match="has no words of its own"):
        read_page("<html><body><script>fill()</script></body></html>")
