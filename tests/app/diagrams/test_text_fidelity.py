"""Every text is shown exactly as it is written, whatever it holds."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.diagrams import engine
from app.diagrams.export import diagram_source, export_diagram
from app.model.argument_map import ArgumentMap
from app.model.elements import Claim
from app.model.text import clean
from tests.app.diagrams.maps import full_map, map_of
from tests.app.diagrams.reading import (
    bare,
    parsed,
    words_in_dot,
    words_in_json,
    words_in_label,
    words_in_svg,
)

HOSTILE = [
    "<b>bold?</b> & &amp; &lt; &#65; \"quoted\" 'single' `tick`",
    "\\n \\N \\G \\l \\r \\E \\T \\H \\L \\\\ \\",
    "<<TABLE><TR><TD>x</TD></TR></TABLE>>",
    "<html>",
    "]]> <!-- --> <?xml?> -- // /* */ # {a->b;} [label=x]",
    "  leading and   double  blanks \t tab\there and a long tail to make lines break ",
    "line one\nline two\n\nline four\n",
    "",
    " ",
    "👩‍👩‍👧 👍🏽 🇺🇦 family and flag",
    "هل يجب على الحكومة (NATO) أن تخفض الضرائب؟ نعم، بنسبة 15%.",
    "NATO: האם זה נכון? (כן) 100%",
    "政府应该降低税收，因为这将刺激经济增长，并为中小企业创造更多就业机会。",
    "नमस्ते दुनिया। ภาษาไทยเขียนติดกัน",
    "zero\u200bwidth\ufeff\u2060 \u202eoverride\u202c \u00adsoft \u0085 \u2028 \u2029 \uffff",
    "x" * 300,
    'stroke-dasharray="5,2" font-family="X" </text>',
]
TITLE = 'R & D <x> "y" \\N \\'
_pieces = st.sampled_from([*HOSTILE, "&", "<", ">", '"', "\\", "&amp;", "\\N", "\n", "\t", " "])
hostile_texts = (
    st.lists(st.one_of(_pieces, st.text(max_size=8)), max_size=5).map("".join).map(clean)
)

pytestmark = pytest.mark.dot


def expected(argument_map: ArgumentMap) -> dict[str, str]:
    return {f"claim_{c.id}": bare(clean(c.text)) for c in argument_map.every(Claim)}


def test_dot_read_back_by_another_program_says_what_the_claims_say() -> None:
    argument_map = map_of(HOSTILE, TITLE)
    words = words_in_dot(diagram_source(argument_map))
    for name, text in expected(argument_map).items():
        assert words[name].removesuffix("unanswered") == text


def test_graphviz_reads_what_the_claims_say(program: str) -> None:
    argument_map = map_of(HOSTILE, TITLE)
    drawn = engine.draw(diagram_source(argument_map), "json", program=program)
    assert words_in_json(drawn).items() >= expected(argument_map).items()


def test_graphviz_gives_the_labels_back_as_it_got_them(program: str) -> None:
    source = diagram_source(map_of(HOSTILE, TITLE))
    drawn = engine.draw(source, "dot", program=program).decode()
    assert words_in_dot(drawn) == words_in_dot(source)


def test_an_svg_says_what_the_claims_say(program: str, tmp_path: Path) -> None:
    argument_map = map_of(HOSTILE, TITLE)
    path = tmp_path / "texts.svg"
    export_diagram(argument_map, path, program=program)
    assert words_in_svg(path.read_bytes()).items() >= expected(argument_map).items()


@settings(max_examples=5)
@given(st.lists(hostile_texts, min_size=20, max_size=30))
def test_graphviz_draws_any_text_as_it_is_written(texts: list[str]) -> None:
    argument_map = map_of(texts)
    drawn = engine.draw(diagram_source(argument_map), "svg")
    assert words_in_svg(drawn).items() >= expected(argument_map).items()


@settings(max_examples=100)
@given(hostile_texts)
def test_dot_holds_any_text_as_it_is_written(text: str) -> None:
    argument_map = map_of([text])
    label = parsed_label(diagram_source(argument_map), "claim_c2")
    assert words_in_label(label) == bare(text)


def parsed_label(source: str, name: str) -> str:
    """The label of one node; pydot would take too long over a hundred sources."""
    (line,) = (line for line in source.splitlines() if line.startswith(f"\t\t{name} ["))
    start, end = line.index("label=") + len("label="), line.index(">> ") + 2
    return line[start:end]


def test_every_word_of_a_map_stands_in_its_pdf(tmp_path: Path) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("this system has no pdftotext")
    argument_map = full_map()
    path = tmp_path / "map.pdf"
    export_diagram(argument_map, path)
    told = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)  # noqa: S607
    words = set(told.stdout.decode().split())
    for claim in argument_map.every(Claim):
        assert set(claim.text.split()) <= words
    assert {"because", "but", "however", "CNN", "via", "¶1", "unanswered"} <= words


def test_every_word_of_a_map_stands_in_its_svg(tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    export_diagram(full_map(), path)
    words = words_in_svg(path.read_bytes())
    for name, text in expected(full_map()).items():
        assert text in words[name]
    assert "ThomasGrahamviaCNN" in "".join(words.values())


def test_speakers_stand_before_the_words_and_the_place_behind() -> None:
    words = words_in_dot(diagram_source(full_map()))
    assert words["claim_c1"].startswith("CNNPutinisunlikely")
    assert words["claim_c1"].endswith("election.“¶1")


def test_a_source_is_one_graph_with_a_comment_of_one_line() -> None:
    source = diagram_source(map_of(["x"], "Title\nof\n} two lines " + "long " * 9999))
    assert parsed(source).get_name() == "argument_map"
    assert len(source.splitlines()[0]) < 250
