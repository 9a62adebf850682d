"""What the figures are held to, by what is measured and the number of claims."""

from tests.benchmarks.figures import Figure, Limit

FRAME = "frame:"
EDIT = "edit:"
PAINTED, BARE, BEYOND = "key to painted map", "bare commit", "beyond the bare commit"
WHOLE, ONE = "layout: the whole map", "layout: after one edit"
START = "start: process to painted map"
DOCUMENT = "export document"
EXPORT = "export"
SAMPLE_CLAIMS = 13

LARGE, HUGE = 10_000, 50_000

_LIMITS = {
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
