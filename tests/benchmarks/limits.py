"""What the figures are held to, by what is measured and the number of claims."""

from tests.benchmarks.figures import Figure, Limit

FRAME = "frame:"
EDIT = "edit:"
PAINTED, BARE, BEYOND = "key to painted map", "bare commit", "beyond the bare commit"
WHOLE, ONE = "layout: the whole map", "layout: after one edit"
START = "start: process to painted map"
DRAFT = "draft:"

LARGE, HUGE = 10_000, 50_000

_LIMITS = {
    0: (
        (DRAFT, "1,000 words", Limit(25)),
        (DRAFT, "of 17,000", Limit(25)),
        (DRAFT, "import", Limit(80)),
        (DRAFT, "reports found", Limit(100, is_least=True)),
        (DRAFT, ": found", Limit(80, is_least=True)),
        (DRAFT, ": precision", Limit(90, is_least=True)),
        (DRAFT, ": source", Limit(72, is_least=True)),
        (DRAFT, ": content", Limit(60, is_least=True)),
        (DRAFT, ": token", Limit(84, is_least=True)),
        (DRAFT, ": good", Limit(65, is_least=True)),
        (DRAFT, ": said", Limit(80, is_least=True)),
        (DRAFT, ": likely", Limit(85, is_least=True)),
        (DRAFT, "likely an article", Limit(9, is_least=True)),
    ),
    LARGE: (
        (FRAME, "", Limit(16.7, 25)),
        (EDIT, BEYOND, Limit(16.7)),
        (WHOLE, "", Limit(150)),
        (ONE, "", Limit(10)),
        (START, "painted map", Limit(1500)),
        (START, "memory", Limit(300)),
    ),
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
