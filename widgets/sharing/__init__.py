"""Copies to share, and shared files that are open in place."""
