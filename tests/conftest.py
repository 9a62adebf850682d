"""What all tests share: the platform, marks, and a look for what a test leaves behind."""

import os
import threading
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("REJOINDER_LIBRARY", None)
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # never the system's

import pytest
from hypothesis import settings
from PySide6.QtWidgets import QApplication

from widgets.application import Application

settings.register_profile("steady", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("steady")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "qapp" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.gui)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return Application


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test with a window, no window is visible and no work goes on in a thread."""
    yield
    if "qapp" in request.fixturenames:
        others = [t for t in threading.enumerate() if t is not threading.main_thread()]
        for thread in others:
            thread.join(20)
        assert not [t for t in others if t.is_alive()], "work is left in a thread"
        left = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        for widget in left:
            widget.close()
        assert not left, f"left on the screen: {left}"
