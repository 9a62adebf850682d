"""What is too long for a row of a card: cut on the canvas, never on what is handed in."""

from app.layout.cards import CardShape, CardShapes
from app.layout.contents import Content
from app.layout.look import Look
from app.layout.shipped_fonts import ShippedFonts
from app.model.role import Role

WHOLE = Look(most_lines=0)
INSTITUTE = "The International Commission on Trade and Reconstruction in the Neighbourhood"
SAID = Content("Taxes fall.", Role.REASON, speaker="Reuters", initials="R")


def shape(content: Content, look: Look = WHOLE) -> CardShape:
    return CardShapes(look, ShippedFonts()).shape(content)


def test_a_card_grows_as_wide_as_its_row_of_speakers_up_to_a_limit() -> None:
    content = SAID._replace(via="The Neighbourhood Gazette, The Post")
    assert WHOLE.widest < shape(content).width <= WHOLE.widest_long
    assert shape(content).content == content
    assert shape(content, Look()).width <= WHOLE.widest


def test_whom_it_comes_through_stands_below_if_the_row_is_too_short_for_both() -> None:
    made = shape(SAID._replace(via=INSTITUTE))
    assert (made.content.speaker, made.content.via) == ("Reuters", "")
    assert " ".join(made.passages[0].lines) == f"via {INSTITUTE}"


def test_a_speaker_with_a_very_long_name_stands_below_the_words() -> None:
    made = shape(SAID._replace(speaker=INSTITUTE, initials="TN"))
    assert (made.content.speaker, made.content.initials) == ("", "")
    assert " ".join(made.passages[0].lines) == f"— {INSTITUTE}"


def test_tags_that_are_too_many_for_the_last_row_have_lines_of_their_own() -> None:
    tags = "#war-aims #peace #budget #sanctions #voters #transport #climate"
    made = shape(SAID._replace(tags=tags, unanswered=True, corner="70 %"))
    assert (made.content.tags, made.content.corner) == ("", "70 %")
    assert " ".join(made.passages[-1].lines) == tags


def test_on_the_canvas_the_rows_are_left_as_they_are() -> None:
    content = SAID._replace(speaker=INSTITUTE, via=INSTITUTE, tags="#tag " * 30)
    made = shape(content, Look())
    assert made.content == content
    assert made.passages == ()
