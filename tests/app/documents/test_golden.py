"""The documents of the sample, as they were last looked at."""

import pytest

from app.documents.export import document_of
from app.documents.kinds import Kind
from app.documents.options import Options
from tests.app.documents.maps import DOCUMENTS, golden, sample
from tests.app.documents.reading_back import read

PLAIN = [(kind, suffix) for kind, suffix in DOCUMENTS if suffix != ".docx"]


@pytest.mark.parametrize(("kind", "suffix"), PLAIN)
def test_documents_of_the_sample_are_as_they_were(kind: Kind, suffix: str) -> None:
    """`python -m tests.app.documents.maps` writes them anew."""
    assert document_of(sample(), kind, suffix, Options()) == golden(kind, suffix).read_bytes()


@pytest.mark.parametrize("kind", [Kind.BRIEF, Kind.BLOCK, Kind.OUTLINE])
def test_word_says_what_markdown_says(kind: Kind) -> None:
    word = read(".docx", document_of(sample(), kind, ".docx", Options())).words
    markdown = read(".md", golden(kind, ".md").read_bytes()).words

    assert set(markdown.split()) <= set(word.split())


@pytest.mark.parametrize(("kind", "suffix"), DOCUMENTS)
def test_the_same_map_makes_the_same_document(kind: Kind, suffix: str) -> None:
    once, again = (document_of(sample(), kind, suffix, Options()) for _ in range(2))

    assert read(suffix, once) == read(suffix, again)
