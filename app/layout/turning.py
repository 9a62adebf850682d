"""Which way a map hangs: between the layout's own frame and the canvas.

The layout works as if all maps hung down: x runs along a row, y from row to row. On the canvas the
rows may as well lie one right of the other, or one above the other. Turning is its own inverse.
"""

from app.layout.geometry import Curve, Point, Rect
from app.model.view_state import Orientation


def turned(rect: Rect, orientation: Orientation) -> Rect:
    """Turn a rectangle of the layout to where it is on the canvas, or back."""
    x, y, width, height = rect
    match orientation:
        case Orientation.DOWN:
            return rect
        case Orientation.UP:
            return Rect(x, -y - height, width, height)
        case Orientation.RIGHT:
            return Rect(y, x, height, width)


def turned_point(point: Point, orientation: Orientation) -> Point:
    """Turn a point of the layout to where it is on the canvas, or back."""
    match orientation:
        case Orientation.DOWN:
            return point
        case Orientation.UP:
            return Point(point.x, -point.y)
        case Orientation.RIGHT:
            return Point(point.y, point.x)


def turned_curve(curve: Curve, orientation: Orientation) -> Curve:
    """Turn a curve of the layout to where it is on the canvas, or back."""
    if orientation is Orientation.DOWN:
        return curve
    return Curve(*(turned_point(point, orientation) for point in curve))
