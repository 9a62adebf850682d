"""Taking in articles from files and from the clipboard."""

import codecs
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.articles.encodings import decoded
from app.articles.intake import take_file, take_text
from app.model.errors import FormatError
from app.model.text import clean


def written(folder: Path, content: bytes, name: str = "article.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


# Encodings


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("“Peace” – no. 🎈 العربية 和平", "utf-8"),
        ("“Peace” – no. 🎈 العربية 和平", "utf-8-sig"),
        ("“Peace” – no. 🎈 العربية 和平", "utf-16"),
        ("“Peace” – no. 🎈 العربية 和平", "utf-32"),
        ("L’été, c’est «déjà» passé, et l’élève a répété sa leçon à l’école.", "cp1252"),
        ("A situação não é fácil: os cidadãos estão à espera de decisões.", "cp1252"),
        ("Müller sagte: „Größe“ ist schön – und die Bürger hören das.", "cp1252"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy, řekl včera náměstek ministra.", "cp1250"),
        ("Większość Polaków sądzi, że rząd źle prowadzi politykę wobec Ukrainy.", "cp1250"),
        ("Каждый человек имеет право на образование. Оно должно быть бесплатным.", "cp1251"),
        ("維基大典者，網路為礎；集天下知、四海言、眾人志，書百科焉。始作者，基金會也。", "big5"),
    ],
)
def test_text_is_read_in_the_encoding_that_it_is_in(
    tmp_path: Path, text: str, encoding: str
) -> None:
    source = take_file(written(tmp_path, text.encode(encoding)))

    assert source.text == text


def test_big_endian_text_is_read_by_its_byte_order_mark(tmp_path: Path) -> None:
    content = codecs.BOM_UTF16_BE + "Peace".encode("utf-16-be")

    assert take_file(written(tmp_path, content)).text == "Peace"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zeros(tmp_path: Path, encoding: str) -> None:
    text = "“Peace” – said the minister of peace.\nNothing more."

    assert take_file(written(tmp_path, text.encode(encoding))).text == text


def test_the_encoding_of_a_long_text_is_told_from_its_beginning(tmp_path: Path) -> None:
    text = "L’été, c’est «déjà» passé, et l’élève a répété sa leçon à l’école.\n" * 10_000

    assert take_file(written(tmp_path, text.encode("cp1252"))).text == text


def test_line_ends_are_made_one_and_control_characters_dropped(tmp_path: Path) -> None:
    source = take_file(written(tmp_path, b"one\r\ntwo\rthree\x0cfour \x1b[1m" + b"x" * 99))

    assert source.text == "one\ntwo\nthree\nfour [1m" + "x" * 99


def test_reading_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = written(tmp_path, b"one\r\ntwo")
    before = path.stat()
    take_file(path)

    assert path.read_bytes() == b"one\r\ntwo"
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert list(tmp_path.iterdir()) == [path]


@given(st.text())
def test_any_text_is_pasted_as_it_is_or_refused(text: str) -> None:
    try:
        source = take_text(text)
    except FormatError:
        assert not clean(text).strip()
    else:
        assert source.text == clean(text)
        assert source.title


@given(st.binary())
def test_any_bytes_are_text_or_refused(content: bytes) -> None:
    try:
        text = decoded(content)
    except FormatError:
        return

    assert len(text) <= len(content)


# Titles


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("article.txt", "No peace for Ukraine?\n\nAccording to CNN, ….", "No peace for Ukraine?"),
        ("no_peace-yet.txt", "According to CNN, there is none.\nMore.", "No peace yet"),
        ("one-line.txt", "No peace for Ukraine", "One line"),
        ("numbers.txt", "1\n00:00:06,500", "Numbers"),
        ("long.txt", "word " * 50 + "\nMore.", "Long"),
        ("a.md", "intro\n\n## No *peace* yet ##\n\nText.", "No *peace* yet"),
        ("a.markdown", "No peace\n========\n\nText.", "No peace"),
        ("a.MD", "---\ndate: 2024-11-05\ntitle: 'No peace'\n---\n# Other\n", "No peace"),
        ("plan-b.md", "just text.\nand more", "Plan b"),
        ("...", "Text. More.", "Article"),
    ],
)
def test_the_title_is_a_heading_or_a_short_first_line_or_the_name_of_the_file(
    tmp_path: Path, name: str, text: str, title: str
) -> None:
    assert take_file(written(tmp_path, text.encode(), name)).title == title


def test_the_same_document_is_known_by_its_digest_and_told_by_its_name(tmp_path: Path) -> None:
    one = take_file(written(tmp_path, b"Some words.", "one.txt"))
    other = take_file(written(tmp_path, b"Some words.", "other.txt"))

    assert one.digest == other.digest == take_text("Some words.").digest
    assert (one.origin, other.origin) == ("one.txt", "other.txt")
    assert take_text("Other words.").digest != one.digest


def test_pasted_text_without_a_title_goes_by_its_first_words() -> None:
    text = "According to CNN, there is none. " * 9

    assert take_text(text).title == "According to CNN, there is none. According to CNN, there…"
    assert take_text("# No peace\n\nText.").title == "No peace"


# What is no article


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "article.txt: This is empty: there are no words in it to read."),
        (b" \r\n\x00 ", "article.txt: This is not text: save it as plain text"),
        (b"\xef\xbb\xbf\n", "article.txt: This is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "article.txt: This is not text"),
        (bytes(range(1, 256)) * 9, "article.txt: This is not text"),
        (b"\xff\xfe\x00", "article.txt: This is not text"),
        (bytes(range(128, 256)) * 5, "article.txt: This is not text"),
        (b"x" * 5_000_000, "it has 5,000,000 characters, and at most 2,000,000 can be taken in."),
        (b"x" * 8_000_005, "it has 8,000,005 bytes, and at most 8,000,004 can be read."),
    ],
    ids=["empty", "blank", "mark only", "picture", "bytes", "half", "high", "long", "too long"],
)
def test_what_is_no_article_is_told_in_a_sentence_and_left_as_it_was(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = written(tmp_path, content)

    with pytest.raises(FormatError) as caught:
        take_file(path)

    assert sentence in str(caught.value)
    assert caught.value.file == path
    assert path.read_bytes() == content


def test_two_million_characters_of_four_bytes_are_taken_in(tmp_path: Path) -> None:
    assert len(take_file(written(tmp_path, "🎈".encode() * 2_000_000)).text) == 2_000_000


def test_a_file_too_long_for_any_article_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(2**40)

    def refuse(*_: object) -> NoReturn:
        raise AssertionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FormatError, match="1,099,511,627,776 bytes"):
        take_file(path)


def test_a_long_text_is_not_pasted() -> None:
    with pytest.raises(FormatError, match="2,000,001 characters, and at most 2,000,000"):
        take_text("x" * 2_000_001)


def test_a_folder_a_missing_file_and_an_impossible_name_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="This is a folder, not a file"):
        take_file(tmp_path)
    with pytest.raises(FormatError, match=r"gone.txt: .* there is no such file or folder"):
        take_file(tmp_path / "gone.txt")
    with pytest.raises(FormatError, match="no name that a file can have"):
        take_file(tmp_path / "nul\0.txt")
