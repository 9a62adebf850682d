"""A server on this machine, for as long as somebody asks it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from typing_extensions import override


class Loopback(ThreadingHTTPServer):
    """Answers at a free port; those of its answers that wait go on once `closing` is set."""

    daemon_threads = True

    def __init__(self, answers: type[BaseHTTPRequestHandler]) -> None:
        super().__init__(("127.0.0.1", 0), answers)
        self.closing = threading.Event()

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @contextmanager
    def serving(self) -> Iterator[None]:
        with self:
            thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01})
            thread.start()
            yield
            self.closing.set()
            self.shutdown()
            thread.join()


class Quiet(BaseHTTPRequestHandler):
    """Writes no log."""

    @override
    def log_message(self, format: str, *args: object) -> None:
        pass
