"""Tables as comma-separated values (RFC 4180), in UTF-8 with the mark that Excel knows it by.

A cell that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises
("CSV Injection"): so no text of a map can run there. Who reads the file with a program takes the
apostrophe off again where one of these signs follows.
"""

import csv
from collections.abc import Iterable
from io import StringIO

from app.documents.escaping import plain
from app.documents.tables import Row

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def written(rows: Iterable[Row]) -> bytes:
    """Make a file of rows."""
    text = StringIO(newline="")
    writer = csv.writer(text, dialect="excel", lineterminator="\r\n")
    writer.writerows(tuple(map(guarded, row)) for row in rows)
    return text.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """Put an apostrophe before what would be a formula.

    >>> guarded("=1+1"), guarded("1+1")
    ("'=1+1", '1+1')
    """
    cell = plain(cell)
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell
