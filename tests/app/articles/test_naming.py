"""Where an article names who says something."""

from hypothesis import given
from hypothesis import strategies as st

from app.articles.naming import named_near
from app.articles.text import Span

TEXT = "CNN asked John Lough. It is cold, said Lough’s wife. CNN left. 市長の普京氏は述べた。"
ALL = Span(0, len(TEXT))


def named(words: str, *names: str, part: Span = ALL) -> str | None:
    """What is found before and with a name, as far as the end of it."""
    start = TEXT.index(words)
    found = named_near(TEXT, part, Span(start, start + len(words)), names)
    return TEXT[: found.end] if found else None


def test_a_name_is_looked_for_before_the_words_and_then_behind_them() -> None:
    assert named("It is cold", "CNN") == "CNN"
    assert named("CNN left", "CNN") == TEXT[: TEXT.index(" left")]
    assert named("CNN asked", "Lough") == "CNN asked John Lough"


def test_the_first_of_the_names_goes_before_the_others() -> None:
    assert named("CNN left", "John Lough", "Lough") == "CNN asked John Lough"
    assert (
        named("CNN left", "Jane Lough", "Lough") == "CNN asked John Lough. It is cold, said Lough"
    )


def test_names_stand_by_themselves_save_where_words_are_not_apart() -> None:
    assert named("CNN left", "NN", "Loug", "") is None
    assert named("述べた", "普京氏") == TEXT[: TEXT.index("は")]


def test_another_paragraph_names_nobody() -> None:
    assert named("CNN left", "Lough", part=Span(TEXT.index("CNN left"), len(TEXT))) is None


@given(st.text("ab c’.普", max_size=30), st.text("ab普", max_size=3), st.data())
def test_what_is_found_is_the_name(text: str, name: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    found = named_near(text, Span(0, len(text)), Span(start, len(text)), [name])

    assert found is None or text[slice(*found)] == name
