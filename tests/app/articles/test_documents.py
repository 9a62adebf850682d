"""Word, OpenDocument, EPUB, Markdown, and telling what a file is."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from docx import Document

from app.articles.intake import take_file, take_text
from app.articles.taken import Kind, as_source
from app.model.errors import FormatError
from tests.app.articles.documents import MORE, WORDS, archive, page, pdf, saved, word, word_xml


def written(folder: Path, content: bytes, name: str) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_word_document_gives_its_paragraphs_cells_title_and_author(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("No peace", 0)
    document.add_paragraph(WORDS)
    document.add_table(1, 2).rows[0].cells[1].text = "A cell"
    document.core_properties.author = "Jane Doe"
    taken = take_file(written(tmp_path, saved(document), "a.docx"))

    assert taken.text == f"No peace\n\n{WORDS}\n\nA cell"
    assert (taken.kind, taken.title, taken.author) == (Kind.WORD, "No peace", "Jane Doe")


def test_changes_in_a_word_document_count_as_accepted_and_comments_are_left_out(
    tmp_path: Path,
) -> None:
    body = (
        "<w:p><w:r><w:t>There is </w:t></w:r><w:del><w:r><w:delText>no </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>some </w:t></w:r></w:ins><w:r><w:t>peace</w:t></w:r>"
        "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:r><w:commentReference/></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>"
        "<w:p><w:r><w:t>line</w:t></w:r></w:p>"
    )
    comments = "<w:comment><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment>"
    content = word_xml(body, comments=comments)

    assert take_file(written(tmp_path, content, "a.docx")).text == "There is some peace\n\nOne line"


def test_notes_come_after_the_text_under_their_numbers(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>Peace.</w:t><w:footnoteReference w:id='5'/></w:r></w:p>"
    note = "<w:footnote w:id='5'><w:p><w:r><w:t>So they say.</w:t></w:r></w:p></w:footnote>"
    taken = take_file(written(tmp_path, word_xml(body, footnotes=note), "a.docx"))

    assert taken.text == "Peace.[1]\n\n[1] So they say."


def test_a_word_document_that_is_broken_off_is_read_up_to_there(tmp_path: Path) -> None:
    broken = "<w:document xmlns:w='x'><w:body><w:p><w:r><w:t>Peace.</w:t></w:r></w:p><w:p>"
    taken = take_file(written(tmp_path, archive({"word/document.xml": broken}), "a.docx"))

    assert taken.text == "Peace."
    assert "broken off" in str(taken.missing[0])


def test_an_open_document_gives_its_paragraphs_and_notes(tmp_path: Path) -> None:
    content = (
        "<d xmlns:t='t' xmlns:o='o'><t:tracked-changes><t:p>gone</t:p></t:tracked-changes>"
        "<t:h>No peace</t:h><t:p>Some<t:s/><t:span>words</t:span><t:note><t:note-citation>1"
        "</t:note-citation><t:note-body><t:p>A note.</t:p></t:note-body></t:note> more."
        "<o:annotation><t:p>a comment</t:p></o:annotation></t:p></d>"
    )
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    taken = take_file(written(tmp_path, archive(parts), "a.odt"))

    assert taken.text.split("\n\n") == ["No peace", "Some words[1] more.", "[1] A note."]
    assert taken.kind is Kind.OPEN_DOCUMENT


def test_a_book_gives_its_chapters_in_reading_order(tmp_path: Path) -> None:
    opf = (
        "<package xmlns='o' xmlns:dc='d'><metadata><dc:title>Peace</dc:title>"
        "<dc:creator>Jane Doe</dc:creator><dc:language>en</dc:language></metadata><manifest>"
        "<item id='a' href='a%201.xhtml' media-type='application/xhtml+xml'/>"
        "<item id='b' href='b.xhtml' media-type='application/xhtml+xml'/>"
        "<item id='c' href='gone.xhtml' media-type='application/xhtml+xml'/></manifest>"
        "<spine><itemref idref='b'/><itemref idref='a'/><itemref idref='c'/></spine></package>"
    )
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": "<c><rootfiles><rootfile full-path='O/x.opf'/></rootfiles></c>",
        "O/x.opf": opf,
        "O/a 1.xhtml": page(f"<p>{MORE}</p>"),
        "O/b.xhtml": page(f"<p>{WORDS}</p>"),
    }
    taken = take_file(written(tmp_path, archive(parts), "a.epub"))

    assert taken.text == f"{WORDS}\n\n{MORE}"
    assert (taken.title, taken.author, taken.language) == ("Peace", "Jane Doe", "en")
    assert [str(one) for one in taken.missing] == ["Of the book’s chapters, 1 could not be read."]


def test_what_stands_before_markdown_says_who_wrote_it_and_is_not_its_text(tmp_path: Path) -> None:
    text = (
        "---\ntitle: 'No peace'\ndate: 2024-11-05\nauthors:\n- Jane\n- John\n---\n\nSome words.\n"
    )
    taken = take_file(written(tmp_path, text.encode(), "a.md"))

    assert (taken.title, taken.author, taken.published) == (
        "No peace",
        "Jane, John",
        date(2024, 11, 5),
    )
    assert taken.text.strip() == "Some words."


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (pdf([WORDS]), Kind.PDF),
        (page(f"<p>{WORDS}</p>"), Kind.PAGE),
        (word(WORDS), Kind.WORD),
        (WORDS.encode(), Kind.TEXT),
    ],
    ids=["pdf", "page", "word", "text"],
)
def test_a_document_is_told_by_what_is_in_it_and_not_by_its_name(
    tmp_path: Path, content: bytes, kind: Kind
) -> None:
    taken = take_file(written(tmp_path, content, "article.txt"))

    assert taken.kind is kind
    assert taken.text.strip() == WORDS


def test_a_pasted_page_is_read_as_one() -> None:
    assert take_text(page(f"<p>{WORDS}</p>").decode()).text == WORDS


def test_a_source_is_made_of_what_the_person_lets_stand(tmp_path: Path) -> None:
    path = written(tmp_path, word(WORDS), "a_view.docx")
    now = datetime(2024, 11, 5, tzinfo=UTC)
    source = as_source(take_file(path), captured=now)

    assert (source.title, source.text) == ("A view", WORDS)
    assert (source.origin, source.captured) == ("a_view.docx", now)
    assert source.id != as_source(take_file(path)).id


BOMB = archive({"word/document.xml": b"<a>" + b" " * 30_000_000 + b"</a>"})
ENTITIES = archive({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'})
DEEP = word_xml("<w:p>" * 50_000)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (BOMB, "out of all proportion"),
        (archive({"word/document.xml": b" " * 41_000_000}), "too big when it is unpacked"),
        (ENTITIES, "defines entities of its own"),
        (word(WORDS)[:-200], "damaged"),
        (b"PK\x03\x04" + b"x" * 99, "damaged"),
        (archive({"a.txt": "x"}), "an archive of files, not a document"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 99, "old Word, or locked"),
        (b"{\\rtf1 Peace}", "rich text"),
        (b"<html>" + b"x" * 10_000_000, "too big: it has 10,000,006 bytes"),
        (DEEP, "empty"),
    ],
    ids=["bomb", "big", "entities", "cut", "no zip", "zip", "doc", "rtf", "huge page", "deep"],
)
def test_a_bad_document_is_refused_in_a_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    name = "a.html" if content.startswith(b"<html") else "a.docx"
    with pytest.raises(FormatError, match=f"{name}: .*{sentence}"):
        take_file(written(tmp_path, content, name))
