"""Keeping the library from being lost: backups, and rescue from a damaged file."""
