"""Dialogs: as few as can be."""
