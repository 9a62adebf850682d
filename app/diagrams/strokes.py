"""Lines and signs as the `pos` of DOT edges: splines, cut into dashes where a role has them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, cycle, pairwise
from math import dist

from app.layout.geometry import Curve, Point, Rect
from app.layout.signs import Stroke
from app.model.role import Role

# How long each dash and gap is, in logical pixels. Graphviz' own dashes differ between PNG and SVG.
DASHES: Mapping[Role, tuple[float, ...]] = {
    Role.OBJECTION: (7.5, 5),
    Role.REBUTTAL: (2, 3.5),
    Role.UNDERCUTTER: (7.5, 4, 2, 4),
}
_MOST_DASHES = 120  # very long lines get longer ones; Graphviz reads strings of 16,384 characters
_STEPS = 48  # chords that stand for a curve when its length is measured
_WEIGHTS = [
    ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    for t in (step / _STEPS for step in range(_STEPS + 1))
]
"""How much the four points of a curve count at the ends of these."""


@dataclass(frozen=True, slots=True)
class Page:
    """Where logical pixels go in the drawing, whose y grows upwards, so many units a pixel."""

    bounds: Rect
    scale: float

    @property
    def width(self) -> float:
        return self.bounds.width * self.scale

    @property
    def height(self) -> float:
        return self.bounds.height * self.scale

    def point(self, point: Point) -> str:
        left, top, _, height = self.bounds
        x = (point[0] - left) * self.scale
        y = (top + height - point[1]) * self.scale
        return f"{x:.1f},{y:.1f}"

    def box(self, rect: Rect) -> str:
        """The lower left and the upper right corner."""
        return ",".join(
            (self.point(Point(rect.x, rect.bottom)), self.point(Point(rect.right, rect.y)))
        )

    def spline(self, curves: Iterable[Curve]) -> str:
        """The `pos` of an edge that draws each of these curves by itself."""
        left, bottom, scale = self.bounds.x, self.bounds.bottom, self.scale
        return ";".join(
            [
                f"{(a - left) * scale:.1f},{(bottom - b) * scale:.1f}"
                f" {(c - left) * scale:.1f},{(bottom - d) * scale:.1f}"
                f" {(e - left) * scale:.1f},{(bottom - f) * scale:.1f}"
                f" {(g - left) * scale:.1f},{(bottom - h) * scale:.1f}"
                for (a, b), (c, d), (e, f), (g, h) in curves
            ]
        )

    def polylines(self, strokes: Iterable[Stroke]) -> str:
        """The `pos` of an edge that draws strokes with straight sides."""
        return ";".join(" ".join(map(self.point, _straight(stroke))) for stroke in strokes)


def number(value: float, decimals: int = 2) -> str:
    """Write a number with so many decimals at most."""
    return f"{round(value, decimals) + 0.0:.12g}"


def placed(strokes: Iterable[Stroke], square: Rect) -> list[Stroke]:
    """Strokes of the unit square, moved to where they are to be drawn."""
    return [
        tuple(Point(square.x + p.x * square.width, square.y + p.y * square.height) for p in stroke)
        for stroke in strokes
    ]


def dashed(curve: Curve, pattern: Sequence[float]) -> list[Curve]:
    """Cut a curve into dashes; a curve without a pattern stays whole."""
    if not pattern:
        return [curve]
    lengths = _lengths(curve)
    longer = max(1.0, lengths[-1] / sum(pattern) * len(pattern) / 2 / _MOST_DASHES)
    spans = _spans(lengths[-1], [longer * part for part in pattern])
    return _parts(curve, [(_parameter(lengths, a), _parameter(lengths, b)) for a, b in spans])


def _lengths(curve: Curve) -> list[float]:
    """How long the curve is up to each of some points."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = curve
    points = [
        (a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy)
        for a, b, c, d in _WEIGHTS
    ]
    return [0.0, *accumulate(map(dist, points, points[1:]))]


def _spans(length: float, pattern: Sequence[float]) -> Iterator[tuple[float, float]]:
    """Yield where along a line each dash starts and ends."""
    at, drawn = 0.0, True
    for part in cycle(pattern):
        if at >= length:
            return
        if drawn:
            yield at, min(at + part, length)
        at, drawn = at + part, not drawn


def _parameter(lengths: Sequence[float], length: float) -> float:
    """The parameter of a curve at which so much of its length lies behind."""
    after = bisect_left(lengths, length) or 1
    before = lengths[after - 1]
    step = lengths[after] - before
    return (after - 1 + (length - before) / step) / _STEPS if step else 0.0


def _parts(curve: Curve, spans: Iterable[tuple[float, float]]) -> list[Curve]:
    """The parts of a curve between two parameters each, by its points and directions there.

    The curve is a polynomial here: ((px * t + qx) * t + rx) * t + ax, and so for y.
    """
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = curve
    rx, ry = 3 * (bx - ax), 3 * (by - ay)
    qx, qy = 3 * (ax + cx) - 6 * bx, 3 * (ay + cy) - 6 * by
    px, py = dx - ax - 3 * (cx - bx), dy - ay - 3 * (cy - by)
    parts = []
    for t, u in spans:
        third = (u - t) / 3
        x, y = ((px * t + qx) * t + rx) * t + ax, ((py * t + qy) * t + ry) * t + ay
        x_u, y_u = ((px * u + qx) * u + rx) * u + ax, ((py * u + qy) * u + ry) * u + ay
        after = Point(
            x + ((3 * px * t + 2 * qx) * t + rx) * third,
            y + ((3 * py * t + 2 * qy) * t + ry) * third,
        )
        before = Point(
            x_u - ((3 * px * u + 2 * qx) * u + rx) * third,
            y_u - ((3 * py * u + 2 * qy) * u + ry) * third,
        )
        parts.append(Curve(Point(x, y), after, before, Point(x_u, y_u)))
    return parts


def _straight(stroke: Stroke) -> Iterator[Point]:
    """The points of a spline that runs straight from each point to the next."""
    yield stroke[0]
    for here, there in pairwise(stroke):
        for t in (1 / 3, 2 / 3, 1):
            yield Point(here.x + (there.x - here.x) * t, here.y + (there.y - here.y) * t)
