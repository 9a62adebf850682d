"""What the figures are held to, by what is measured and the number of claims."""

from tests.benchmarks.figures import Figure, Limit

FRAME = "frame:"
EDIT = "edit:"
PAINTED, BARE, BEYOND = "key to painted map", "bare commit", "beyond the bare commit"
WHOLE, ONE = "layout: the whole map", "layout: after one edit"
START = "start: process to painted map"
FOUND_AGAIN = "marks: found again in a newer text of 200,000 words"
COMPARED = "texts: two of 200,000 words compared"
SHOWN = "article: 200,000 words to shown text"
SCROLLING = "article: scroll with 2,000 marks"
OTHER_WIDTH = "article: 200,000 words in another width"
ADDING = "article: adding a mark"
INTAKE, PDF = "intake:", "PDF of 10 pages"
DOCUMENT = "export document"
EXPORT = "export"
OVERHEAD = "export: beyond the engine"
SAMPLE_CLAIMS = 13
LIBRARY = "library:"
LISTING = "start page: file to painted cards"
MOVING = "start page: scrolling"
TYPING = "start page: a letter to painted cards"
LISTED = "start page: looking for changes"
COMMIT = "library: commit of an edit"
DRAFT = "draft:"

MARKS = 2_000
WORDS = 1_000
PROJECTS = 1_000
LARGE, HUGE = 10_000, 50_000
MILLION_WORDS = 40_000  # claims, with articles

_LIMITS = (
    (0, DRAFT, "1,000 words", Limit(25)),
    (0, DRAFT, "of 17,000", Limit(25)),
    (0, DRAFT, "import", Limit(80)),
    (0, DRAFT, "reports found", Limit(100, is_least=True)),
    (0, DRAFT, ": found", Limit(80, is_least=True)),
    (0, DRAFT, ": precision", Limit(90, is_least=True)),
    (0, DRAFT, ": source", Limit(72, is_least=True)),
    (0, DRAFT, ": content", Limit(60, is_least=True)),
    (0, DRAFT, ": token", Limit(84, is_least=True)),
    (0, DRAFT, ": good", Limit(65, is_least=True)),
    (0, DRAFT, ": said", Limit(80, is_least=True)),
    (0, DRAFT, ": likely", Limit(85, is_least=True)),
    (0, DRAFT, "likely an article", Limit(9, is_least=True)),
    (WORDS, f"{INTAKE} {PDF}", "", Limit(400)),
    (WORDS, INTAKE, "", Limit(150)),
    (MARKS, FOUND_AGAIN, "", Limit(1000)),
    (MARKS, SHOWN, "", Limit(500)),
    (MARKS, SCROLLING, "", Limit(16.7, 25)),
    (MARKS, OTHER_WIDTH, "", Limit(100)),
    (MARKS, ADDING, BEYOND, Limit(16.7)),
    (PROJECTS, LISTING, "", Limit(500)),
    (PROJECTS, MOVING, "", Limit(16.7, 25)),
    (LARGE, FRAME, "", Limit(16.7, 25)),
    (LARGE, EDIT, BEYOND, Limit(16.7)),
    (LARGE, WHOLE, "", Limit(150)),
    (LARGE, ONE, "", Limit(10)),
    (LARGE, START, "painted map", Limit(1500)),
    (LARGE, START, "memory", Limit(300)),
    (LARGE, DOCUMENT, "", Limit(5000)),
    (LARGE, LIBRARY, "opening to the map", Limit(600)),
    (LARGE, COMMIT, "as long", Limit(1.5)),
    (SAMPLE_CLAIMS, EXPORT, "PNG", Limit(300)),
    (200, OVERHEAD, "", Limit(15)),
    (1_000, OVERHEAD, "", Limit(15)),
    (1_000, EXPORT, "PDF painted by Qt", Limit(1000)),
    (MILLION_WORDS, LIBRARY, "words", Limit(30)),
    (HUGE, FRAME, "", Limit(33)),
    (HUGE, EDIT, PAINTED, Limit(60)),
)
"""The number of claims, how the name of a figure begins and ends, and what it may be."""


def limit_of(figure: Figure) -> Limit | None:
    """What a figure may be, by the first line that fits; None if nothing is asked of it."""
    for claims, start, end, limit in _LIMITS:
        fits = figure.claims == claims and figure.name.startswith(start)
        if fits and figure.name.endswith(end):
            return limit
    return None
