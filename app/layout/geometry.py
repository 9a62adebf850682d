"""Rectangles and curves, in logical pixels; x grows to the right, y downwards."""

from typing import NamedTuple


class Point(NamedTuple):
    """A place on the canvas."""

    x: float
    y: float


class Rect(NamedTuple):
    """A rectangle with its sides along the axes."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def center(self) -> Point:
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside or on the border."""
        return self.x <= point.x <= self.right and self.y <= point.y <= self.bottom

    def meets(self, other: "Rect") -> bool:
        """Whether two rectangles have a point in common."""
        return (
            self.x <= other.right
            and other.x <= self.right
            and self.y <= other.bottom
            and other.y <= self.bottom
        )

    def united(self, other: "Rect") -> "Rect":
        """The smallest rectangle around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        right, bottom = max(self.right, other.right), max(self.bottom, other.bottom)
        return Rect(x, y, right - x, bottom - y)

    def grown(self, by: float) -> "Rect":
        """The rectangle with so much more on every side, or less if negative."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def moved(self, dx: float, dy: float) -> "Rect":
        return Rect(self.x + dx, self.y + dy, self.width, self.height)


class Curve(NamedTuple):
    """A cubic Bézier curve."""

    start: Point
    first: Point
    second: Point
    end: Point

    @property
    def bounds(self) -> Rect:
        """A rectangle that holds the curve: that of its four points."""
        xs, ys = [p.x for p in self], [p.y for p in self]
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    def at(self, t: float) -> Point:
        """The point at a parameter from 0 (start) to 1 (end)."""
        s = 1 - t
        weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
        return Point(
            sum(w * p.x for w, p in zip(weights, self, strict=True)),
            sum(w * p.y for w, p in zip(weights, self, strict=True)),
        )
