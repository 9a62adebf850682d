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
SAMPLE_CLAIMS = 13

MARKS = 2_000
WORDS = 1_000
LARGE, HUGE = 10_000, 50_000

_LIMITS = {
    WORDS: (
        (f"{INTAKE} {PDF}", "", Limit(400)),
        (INTAKE, "", Limit(150)),
    ),
    MARKS: (
        (FOUND_AGAIN, "", Limit(1000)),
        (SHOWN, "", Limit(500)),
        (SCROLLING, "", Limit(16.7, 25)),
        (OTHER_WIDTH, "", Limit(100)),
        (ADDING, BEYOND, Limit(16.7)),
    ),
    LARGE: (
        (FRAME, "", Limit(16.7, 25)),
        (EDIT, BEYOND, Limit(16.7)),
        (WHOLE, "", Limit(150)),
        (ONE, "", Limit(10)),
        (START, "painted map", Limit(1500)),
        (START, "memory", Limit(300)),
        (DOCUMENT, "", Limit(5000)),
    ),
    SAMPLE_CLAIMS: ((EXPORT, "PNG", Limit(300)),),
    1_000: ((EXPORT, "PDF painted by Qt", Limit(1000)),),
    HUGE: (
        (FRAME, "", Limit(33)),
        (EDIT, PAINTED, Limit(60)),
    ),
}


def limit_of(figure: Figure) -> Limit | None:
    """What a figure may be; None if nothing is asked of it."""
    for start, end, limit in _LIMITS.get(figure.claims, ()):
        if figure.name.startswith(start) and figure.name.endswith(end):
            return limit
    return None
