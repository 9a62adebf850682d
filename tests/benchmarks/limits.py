"""What the figures are held to, by what is measured and the number of claims."""

from tests.benchmarks.figures import Figure, Limit

FRAME = "frame:"
EDIT = "edit:"
PAINTED, BARE, BEYOND = "key to painted map", "bare commit", "beyond the bare commit"
WHOLE, ONE = "layout: the whole map", "layout: after one edit"
START = "start: process to painted map"
LIBRARY = "library:"

LARGE, HUGE = 10_000, 50_000
MILLION_WORDS = 40_000  # claims, with articles

_LIMITS = {
    LARGE: (
        (FRAME, "", Limit(16.7, 25)),
        (EDIT, BEYOND, Limit(16.7)),
        (WHOLE, "", Limit(150)),
        (ONE, "", Limit(10)),
        (START, "painted map", Limit(1500)),
        (START, "memory", Limit(300)),
        (LIBRARY, "opening to the map", Limit(600)),
    ),
    MILLION_WORDS: ((LIBRARY, "words", Limit(30)),),
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
