"""Rejoinder: argument maps from articles. Everything here runs without Qt, but for `app.main`."""

__version__ = "0.1.0"
