"""Lines and signs as the `pos` of DOT edges: splines, cut into dashes where a role has them."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from math import ceil, dist

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
_POINT = "%.1f,%.1f"
_CURVE = " ".join([_POINT] * 4)


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

    def point(self, x: float, y: float) -> str:
        left, top, _, height = self.bounds
        scale = self.scale
        return f"{(x - left) * scale:.1f},{(top + height - y) * scale:.1f}"

    def box(self, rect: Rect) -> str:
        """The lower left and the upper right corner."""
        return f"{self.point(rect.x, rect.bottom)},{self.point(rect.right, rect.y)}"

    def spline(self, curve: Curve, pattern: Sequence[float] = ()) -> str:
        """The `pos` of an edge that draws a curve, in dashes if there is a pattern."""
        left, bottom, scale = self.bounds.x, self.bounds.bottom, self.scale
        placed = Curve(*[Point((x - left) * scale, (bottom - y) * scale) for x, y in curve])
        numbers = dashed(placed, [scale * part for part in pattern])
        return ";".join([_CURVE] * (len(numbers) // 8)) % tuple(numbers)

    def strokes(self, strokes: tuple[Stroke, ...], square: Rect) -> str:
        """The `pos` of an edge that draws strokes of the unit square in another one."""
        form, points = _straight(strokes)
        scale = self.scale
        left, top = (square.x - self.bounds.x) * scale, (self.bounds.bottom - square.y) * scale
        width, height = square.width * scale, square.height * scale
        return form % tuple([n for x, y in points for n in (left + x * width, top - y * height)])


def number(value: float, decimals: int = 2) -> str:
    """Write a number with so many decimals at most."""
    return f"{round(value, decimals) + 0.0:.12g}"


def dashed(curve: Curve, pattern: Sequence[float]) -> list[float]:
    """Cut a curve into dashes: x and y of the four points of each, one after the other.

    A curve without a pattern stays whole. The curve is a polynomial here, whose parts between two
    parameters are known by its points and directions there: ((px * t + qx) * t + rx) * t + ax.
    """
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = curve
    if not pattern:
        return [ax, ay, bx, by, cx, cy, dx, dy]
    rx, ry = 3 * (bx - ax), 3 * (by - ay)
    qx, qy = 3 * (ax + cx) - 6 * bx, 3 * (ay + cy) - 6 * by
    px, py = dx - ax - 3 * (cx - bx), dy - ay - 3 * (cy - by)
    px3, py3, qx2, qy2 = 3 * px, 3 * py, 2 * qx, 2 * qy
    numbers: list[float] = []
    ends = iter(_ends(_lengths(curve), pattern))
    for t, u in zip(ends, ends, strict=True):
        third = (u - t) / 3
        x, y = ((px * t + qx) * t + rx) * t + ax, ((py * t + qy) * t + ry) * t + ay
        x_u, y_u = ((px * u + qx) * u + rx) * u + ax, ((py * u + qy) * u + ry) * u + ay
        numbers += (
            x,
            y,
            x + ((px3 * t + qx2) * t + rx) * third,
            y + ((py3 * t + qy2) * t + ry) * third,
            x_u - ((px3 * u + qx2) * u + rx) * third,
            y_u - ((py3 * u + qy2) * u + ry) * third,
            x_u,
            y_u,
        )
    return numbers


def _lengths(curve: Curve) -> list[float]:
    """How long the curve is up to each of some points."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = curve
    points = [
        (a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy)
        for a, b, c, d in _WEIGHTS
    ]
    return [0.0, *accumulate(map(dist, points, points[1:]))]


def _ends(lengths: Sequence[float], pattern: Sequence[float]) -> list[float]:
    """The parameters of a curve at which each dash starts and ends, by turns."""
    length = lengths[-1]
    longer = max(1.0, length / sum(pattern) * len(pattern) / 2 / _MOST_DASHES)
    *stops, period = accumulate((longer * part for part in pattern), initial=0.0)
    turns = range(ceil(length / period))
    spots = [period * turn + stop for turn in turns for stop in stops]
    del spots[bisect_left(spots, length) :]
    if len(spots) % 2:
        spots.append(length)
    after = [bisect_left(lengths, spot) or 1 for spot in spots]
    return [
        (i - 1 + (spot - lengths[i - 1]) / ((lengths[i] - lengths[i - 1]) or 1.0)) / _STEPS
        for i, spot in zip(after, spots, strict=True)
    ]


@lru_cache(maxsize=16)  # one for each sign
def _straight(strokes: tuple[Stroke, ...]) -> tuple[str, list[Point]]:
    """The form of splines with straight sides, and the points that fill it."""
    splines = [
        [
            stroke[0],
            *(
                Point(here.x + (there.x - here.x) * t, here.y + (there.y - here.y) * t)
                for here, there in pairwise(stroke)
                for t in (1 / 3, 2 / 3, 1)
            ),
        ]
        for stroke in strokes
    ]
    form = ";".join(" ".join([_POINT] * len(spline)) for spline in splines)
    return form, [point for spline in splines for point in spline]
