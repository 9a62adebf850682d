"""Icons: the signs of the roles, and one-colour pictures, in the colours of a theme."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.layout.signs import SIGNS
from app.layout.text import Font
from app.model.role import Role
from resources.files import ICONS
from resources.themes import Theme
from widgets.canvas.painting import draw_sign
from widgets.filtering import Mark
from widgets.fonts import qfont
from widgets.theme import colour

_SIDE = 64  # pixels; scaled down as needed


def role_icon(role: Role, theme: Theme) -> QIcon:
    """The sign of a role in its colour; a ring for a claim that is no premise."""
    icon = QIcon()
    inks = {
        QIcon.Mode.Normal: theme.roles[role.value].line,
        QIcon.Mode.Disabled: theme.ink.muted,
    }
    for mode, ink in inks.items():
        pixmap = _blank()
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(pixmap.rect()).adjusted(6, 6, -6, -6)
        if role in SIGNS:
            draw_sign(painter, role, area, colour(ink), 10)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(ink))
            painter.drawEllipse(area.adjusted(6, 6, -6, -6))
        painter.end()
        icon.addPixmap(pixmap, mode)
    return icon


def picture_icon(name: str, theme: Theme, *, ink: QColor | None = None) -> QIcon:
    """A picture from `resources/icons`, in the colour of the text."""
    icon = QIcon()
    inks = {
        QIcon.Mode.Normal: ink or colour(theme.ink.text),
        QIcon.Mode.Disabled: colour(theme.ink.muted),
    }
    source = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    for mode, tint in inks.items():
        renderer = QSvgRenderer(QByteArray(source.replace("currentColor", tint.name()).encode()))
        pixmap = _blank()
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        icon.addPixmap(pixmap, mode)
    return icon


def tint_icon(mark: Mark | None, theme: Theme) -> QIcon:
    """The swatch of a tint with the letter that stands for it; a dash for no tint."""
    pixmap = _blank()
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(pixmap.rect()).adjusted(4, 4, -4, -4)
    if mark is None:
        painter.setPen(QPen(colour(theme.ink.muted), 4))
        painter.drawLine(18, _SIDE // 2, _SIDE - 18, _SIDE // 2)
    else:
        colours = theme.tints[mark.number]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(colours.mark))
        painter.drawRoundedRect(area, 10, 10)
        painter.setPen(colour(colours.on_mark))
        painter.setFont(qfont(Font(42, bold=True)))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, mark.letter)
    painter.end()
    return QIcon(pixmap)


def _blank() -> QPixmap:
    pixmap = QPixmap(_SIDE, _SIDE)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
