"""What the check of a quotation found: that it is word for word, or which words differ."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from app.articles.quotations import Fault
from app.model.text import shortened
from widgets.labels import breakable, plain_label

_MOST, _LONGEST = 4, 120  # faults that are told, and characters of each


def _tr(text: str) -> str:
    return QCoreApplication.translate("quotations", text)


def quotation_label(faults: Sequence[Fault]) -> QLabel:
    """Make a label that says what is wrong with a quotation."""
    if not faults:
        return plain_label(_tr("Quotation checked ✓"), name="Muted")
    lines = [f"! {told(fault)}" for fault in faults[:_MOST]]
    if len(faults) > _MOST:
        lines.append(_tr("… and {n} more").format(n=len(faults) - _MOST))
    return plain_label(breakable("\n".join(lines)), name="Warning")


def told(fault: Fault) -> str:
    """Say how a quotation differs from the words of the article."""
    if not fault.words:
        words = _tr("“{source}” is left out without a sign.")
    elif not fault.source:
        words = _tr("“{words}” is not in the article there.")
    else:
        words = _tr("“{words}” is not in the article there: it says “{source}”.")
    said, stands = shortened(fault.words, _LONGEST), shortened(fault.source, _LONGEST)
    return words.format(words=said, source=stands)
