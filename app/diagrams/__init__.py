"""Diagrams: a map as DOT, and as PNG, SVG and PDF; only this package knows Graphviz."""
