"""Presenting a map on the whole screen, step by step."""
