"""Fixtures for the pure parts and the command line."""

from tests.app.command_line import keep, run

__all__ = ["keep", "run"]
