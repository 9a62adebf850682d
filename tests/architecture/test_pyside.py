"""What we rely on in PySide6."""

import sys

import pytest
from PySide6.QtCore import QObject, QRectF

CALLS = 4_000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal there")
@pytest.mark.usefixtures("qapp")
def test_calls_that_return_none_keep_their_reference_to_it() -> None:
    """PySide6 6.12.0 loses one at each such call on 3.10 and 3.11, which kills the process."""
    thing, rect = QObject(), QRectF()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
        rect.setX(1)
    assert abs(sys.getrefcount(None) - before) < CALLS / 10
