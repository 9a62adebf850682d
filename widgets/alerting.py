"""Saying things aloud to those who hear the window."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


def announce(place: QObject, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say something that turned up at a place; urgent words cut in."""
    if not text:
        return
    event = QAccessibleAnnouncementEvent(place, text)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
