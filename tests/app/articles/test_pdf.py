"""PDF: paragraphs made again of drawn lines, and files that are locked or damaged."""

from pathlib import Path

import pytest

from app.articles.intake import take_file
from app.articles.pdf import read_pdf
from app.articles.taken import PasswordError, StoppedError
from app.model.errors import FormatError
from tests.app.articles.documents import pdf

OPENS_WITH = "peace"
FIRST = ["Both sides said on Monday that they were ready to talk, but neither would", "name a day."]
SECOND = [
    "Diplomats in three capitals doubted that anything at all would come of it be-",
    "fore spring.",
]


def test_lines_are_joined_to_paragraphs_and_divided_words_made_whole() -> None:
    taken = read_pdf(pdf([*FIRST, "", *SECOND], title="No peace in sight"))

    assert taken.text.split("\n\n") == [
        "Both sides said on Monday that they were ready to talk, but neither would name a day.",
        "Diplomats in three capitals doubted that anything at all would come of it before spring.",
    ]
    assert taken.title == "No peace in sight"
    assert taken.missing == ()


def test_a_hyphen_stays_where_the_word_has_one_elsewhere() -> None:
    lines = [
        "The long-term view of it is what counts here, said both sides about the long-",
        "term.",
    ]

    assert read_pdf(pdf(lines)).text.endswith("about the long-term.")


def test_heads_feet_and_page_numbers_are_dropped_and_paragraphs_go_over_pages() -> None:
    pages = [
        [
            "The Paper, Monday",
            "",
            f"{n} stories begin here and go on for so long that it",
            "",
            str(len(n)),
        ]
        for n in ("One", "Two", "Three")
    ]
    pages[1][2] = "reaches the next page, and then it ends at once."
    text = read_pdf(pdf(*pages)).text

    assert "The Paper" not in text
    assert "go on for so long that it reaches the next page" in text
    assert text.endswith("so long that it")


def test_a_locked_pdf_asks_for_its_password_and_opens_with_it(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(FIRST, password=OPENS_WITH))

    with pytest.raises(PasswordError, match=r"a.pdf: This PDF needs a password"):
        take_file(path)
    with pytest.raises(PasswordError, match="This is not its password"):
        take_file(path, password=OPENS_WITH[1:])
    assert take_file(path, password=OPENS_WITH).text.startswith("Both sides said")


def test_a_pdf_without_text_says_so() -> None:
    with pytest.raises(FormatError, match="has no text, only pictures"):
        read_pdf(pdf([], []))


def test_pages_without_text_are_named() -> None:
    assert "page 2" in str(read_pdf(pdf(FIRST, [])).missing[0])


def test_a_pdf_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    whole = pdf(FIRST, SECOND)
    taken = read_pdf(whole[: whole.index(b"xref")])

    assert taken.text.startswith("Both sides said")
    assert "cut off" in str(taken.missing[-1])


def test_a_pdf_that_holds_nothing_is_damaged() -> None:
    with pytest.raises(FormatError, match="damaged"):
        read_pdf(b"%PDF-1.7\n" + b"x" * 999)


def test_the_pages_are_told_and_reading_can_be_stopped() -> None:
    told: list[tuple[float, float | None]] = []
    content = pdf(FIRST, SECOND)
    read_pdf(content, progress=lambda *now: told.append(now))
    assert told == [(0, 2), (1, 2)]
    with pytest.raises(StoppedError):
        read_pdf(content, progress=lambda *now: told.append(now), cancelled=lambda: len(told) > 2)
    assert len(told) == 3
