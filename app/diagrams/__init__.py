"""Diagrams: a map as DOT, and as PNG, SVG and PDF through Graphviz, which only this package knows."""
