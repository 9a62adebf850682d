"""The theme in Qt: colours, the palette, and the style sheet of the ordinary widgets."""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from resources.files import ICONS
from resources.themes import Theme, load_theme
from widgets.fonts import SANS, SERIF

ARROW = (ICONS / "arrow.svg").as_posix()
"""A down arrow that can be seen on light and on dark; style sheets cannot tint pictures."""
ARROW_UP = (ICONS / "arrow-up.svg").as_posix()


@cache
def colour(text: str) -> QColor:
    """A theme's colour (`#rrggbb` or `#rrggbbaa`) for Qt."""
    made = QColor(text[:7])
    if len(text) > len("#rrggbb"):
        made.setAlpha(int(text[7:9], 16))
    return made


def system_theme() -> Theme:
    """The theme that goes with the light or dark scheme of the system."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return load_theme("dark" if scheme is Qt.ColorScheme.Dark else "light")


def chosen_theme(choice: str) -> Theme:
    """The theme for the setting "light", "dark" or "system"."""
    return system_theme() if choice == "system" else load_theme(choice)


def palette(theme: Theme) -> QPalette:
    """The palette for widgets that Qt paints itself."""
    made = QPalette()
    surfaces, ink = theme.surfaces, theme.ink
    roles = {
        QPalette.ColorRole.Window: surfaces.window,
        QPalette.ColorRole.Base: surfaces.panel,
        QPalette.ColorRole.AlternateBase: surfaces.hover,
        QPalette.ColorRole.Button: surfaces.window,
        QPalette.ColorRole.ToolTipBase: surfaces.card,
        QPalette.ColorRole.WindowText: ink.text,
        QPalette.ColorRole.Text: ink.text,
        QPalette.ColorRole.ButtonText: ink.text,
        QPalette.ColorRole.ToolTipText: ink.text,
        QPalette.ColorRole.PlaceholderText: ink.muted,
        QPalette.ColorRole.Highlight: ink.accent,
        QPalette.ColorRole.HighlightedText: ink.on_accent,
        QPalette.ColorRole.Link: ink.accent,
    }
    for role, text in roles.items():
        made.setColor(role, colour(text))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, colour(ink.muted))
    return made


def _sign(name: str, theme: Theme) -> str:
    """What is drawn on the accent; style sheets cannot tint pictures."""
    return (ICONS / f"{name}-{'dark' if theme.dark else 'light'}.svg").as_posix()


def style_sheet(theme: Theme) -> str:
    """The style sheet for the whole window."""
    s, i = theme.surfaces, theme.ink
    return f"""
* {{ font-family: "{SANS}"; font-size: 13px; color: {i.text}; }}
QMainWindow, QDialog, #StartPage, #Bar, #Status {{ background: {s.window}; }}
#Bar {{ border-bottom: 1px solid {s.line}; }}
#Status {{ border-top: 1px solid {s.line}; }}
#Status QLabel, #Muted, #Hint {{ color: {i.muted}; font-size: 12px; }}
#Status QToolButton {{ color: {i.muted}; font-size: 12px; padding: 2px 6px; }}
#Status QLabel#Warning, #Panel QLabel#Warning {{ color: {i.warning}; }}
#Panel, #Panel QScrollArea, #Panel QWidget#Sheet {{ background: {s.panel}; border: none; }}
QSplitter::handle {{ background: {s.line}; }}
QDialog QLabel#Warning {{ color: {i.warning}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
#Notice {{ background: {s.panel}; border: 1px solid {i.warning}; border-radius: 6px; }}
QLabel#Heading {{ color: {i.muted}; font-size: 11px; }}
QLabel#Title {{ font-size: 26px; font-weight: bold; }}
QLabel#Lead {{ font-size: 15px; color: {i.muted}; }}
QLabel#PanelTitle {{ font-weight: bold; padding-bottom: 5px; border-bottom: 2px solid {i.accent}; }}
QPushButton, QToolButton {{
  background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px 9px;
}}
QPushButton:hover, QToolButton:hover {{ background: {s.hover}; }}
QPushButton:focus, QToolButton:focus {{ border: 1px solid {i.accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {i.muted}; }}
QPushButton#Outlined, QDialog QPushButton {{ border: 1px solid {s.line}; background: {s.panel}; }}
QPushButton#Outlined:hover, QDialog QPushButton:hover {{ background: {s.hover}; }}
QPushButton#Outlined:focus, QDialog QPushButton:default {{ border: 1px solid {i.accent}; }}
QDialog QPushButton:focus {{ border: 2px solid {i.accent}; padding: 4px 8px; }}
QPushButton#Primary {{ background: {i.accent}; color: {i.on_accent}; font-weight: bold; }}
QPushButton#Primary:focus {{ border: 3px double {i.on_accent}; padding: 3px 7px; }}
QToolButton::menu-indicator, QPushButton::menu-indicator {{ image: none; width: 0; }}
QToolButton#Link {{ color: {i.accent}; padding: 1px 3px; }}
QLineEdit, QPlainTextEdit, QTextBrowser, QComboBox, QSpinBox {{
  background: {s.field}; border: 1px solid {s.line}; border-radius: 5px; padding: 4px 6px;
  selection-background-color: {i.accent}; selection-color: {i.on_accent};
}}
QLineEdit:focus, QPlainTextEdit:focus, QTextBrowser:focus, QComboBox:focus, QSpinBox:focus {{
  border: 1px solid {i.accent};
}}
#ArticleWords {{ font-family: "{SERIF}"; font-size: 15px; }}
QComboBox::drop-down {{ border: none; width: 18px; }}
QComboBox::down-arrow, QSpinBox::down-arrow {{
  image: url("{ARROW}"); width: 10px; height: 10px;
}}
QSpinBox::up-arrow {{ image: url("{ARROW_UP}"); width: 10px; height: 10px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; background: transparent; width: 18px; }}
QComboBox QAbstractItemView, QListView#Completions {{
  background: {s.card}; border: 1px solid {s.line}; outline: none;
  selection-background-color: {i.accent}; selection-color: {i.on_accent};
}}
QCheckBox::indicator {{
  width: 13px; height: 13px; border: 1px solid {i.muted}; border-radius: 3px; background: {s.field};
}}
QCheckBox::indicator:checked, QCheckBox::indicator:indeterminate {{
  background: {i.accent}; border-color: {i.accent};
}}
QCheckBox::indicator:checked {{ image: url("{_sign("check", theme)}"); }}
QCheckBox::indicator:indeterminate {{ image: url("{_sign("dash", theme)}"); }}
QCheckBox:focus {{ color: {i.accent}; text-decoration: underline; }}
#Panel QScrollArea#Sheets {{ border: 1px solid {s.panel}; }}
#Panel QScrollArea#Sheets:focus {{ border: 1px solid {i.accent}; }}
MapView {{ border: none; border-top: 2px solid {s.canvas}; }}
MapView:focus, QTextEdit#Article:focus, QTreeView#Outline:focus,
QListView#Projects:focus {{ border-top: 2px solid {i.accent}; }}
QTextEdit#Article {{
  background: {s.panel}; border: none; border-top: 2px solid {s.panel};
  selection-background-color: {i.accent}; selection-color: {i.on_accent};
}}
QTextEdit#Beside {{ background: {s.panel}; border: none; border-left: 1px solid {s.line}; }}
QTextBrowser#Document {{ border-radius: 0; padding: 0; }}
QTableView {{
  background: {s.panel}; border: 1px solid {s.line}; gridline-color: {s.line};
  selection-background-color: {i.accent}; selection-color: {i.on_accent};
}}
QTableView:focus {{ border: 1px solid {i.accent}; }}
QFrame#Popup {{ border: 1px solid {s.line}; }}
QTreeWidget#Commands {{
  background: {s.card}; border: none; outline: none;
  selection-background-color: {i.accent}; selection-color: {i.on_accent};
}}
QTreeWidget#Commands::item {{ padding: 4px 2px; }}
QTreeWidget#Commands::item:selected {{ background: {i.accent}; color: {i.on_accent}; }}
#Side::pane {{ border: none; }}
#Side QTabBar {{ background: {s.panel}; }}
#Side QTabBar::tab {{
  background: transparent; color: {i.muted}; border: none; border-bottom: 2px solid transparent;
  padding: 9px 2px 5px 2px; margin: 0 7px;
}}
#Side QTabBar::tab:selected {{ color: {i.text}; border-bottom: 2px solid {i.accent}; }}
#Side QTabBar::tab:hover {{ color: {i.text}; }}
#Side QTabBar::tab:focus {{ border-bottom: 2px solid {i.text}; }}
QTreeView#Outline {{
  background: {s.panel}; border: none; border-top: 2px solid {s.panel}; outline: none;
  selection-background-color: transparent;
}}
QListView#Projects {{
  background: transparent; border: none; border-top: 2px solid transparent; outline: none;
}}
QMenu {{
  background: {s.card}; border: 1px solid {s.line}; border-radius: 6px; padding: 5px 0;
}}
QMenu::item {{ padding: 5px 22px 5px 16px; }}
QMenu::item:selected {{ background: {i.accent}; color: {i.on_accent}; }}
QMenu::item:disabled {{ color: {i.muted}; }}
QMenu::item:disabled:selected {{ background: {s.hover}; }}
QMenu::separator {{ height: 1px; background: {s.line}; margin: 5px 0; }}
QToolTip {{
  background: {s.card}; color: {i.text}; border: 1px solid {s.line}; padding: 4px 6px;
}}
#Sources {{ background: {s.panel}; border-bottom: 1px solid {s.line}; }}
QToolButton#ArticleMenu {{ padding: 8px 10px; border-radius: 0; background: {s.panel}; }}
QToolButton#ArticleMenu:hover {{ background: {s.hover}; }}
#Sources QTabBar {{ background: transparent; font-size: 12px; }}
#Sources QTabBar::tab {{
  background: transparent; color: {i.muted}; border: none; border-bottom: 2px solid transparent;
  padding: 6px 3px 4px 3px; margin: 0 5px;
}}
#Sources QTabBar::tab:selected {{ color: {i.text}; border-bottom: 2px solid {i.accent}; }}
#Sources QTabBar::tab:hover {{ color: {i.text}; }}
#Sources QTabBar::tab:focus {{ border-bottom: 2px solid {i.text}; }}
#Sources QTabBar::scroller {{ width: 40px; }}
#Sources QTabBar QToolButton {{ padding: 0; border-radius: 3px; background: {s.panel}; }}
#Sources QTabBar QToolButton:hover {{ background: {s.hover}; }}
#Checks {{ background: {s.window}; border-bottom: 1px solid {s.line}; }}
QListView#CheckRows, QListView#Comparison, QTreeWidget#Concerned {{
  background: {s.panel}; outline: none; border: none; border-top: 2px solid {s.panel};
}}
QListView#CheckRows:focus, QListView#Comparison:focus, QTreeWidget#Concerned:focus {{
  border-top: 2px solid {i.accent};
}}
QTreeWidget#Concerned::item {{ padding: 3px 2px; }}
QTreeWidget#Concerned::item:selected {{ background: {s.hover}; color: {i.text}; }}
QTreeWidget#Concerned::item:selected:focus {{ background: {i.accent}; color: {i.on_accent}; }}
#DraftHead {{ background: {s.panel}; }}
#DraftFoot {{ background: {s.window}; border-top: 1px solid {s.line}; }}
#DraftFoot QToolButton#Link {{ font-size: 12px; padding: 1px 0; }}
QListView#Suggestions {{
  background: {s.panel}; outline: none; border: none; border-top: 2px solid {s.panel};
}}
QListView#Suggestions:focus {{ border-top: 2px solid {i.accent}; }}
QLabel#Asking {{
  background: {s.hover}; border-left: 3px solid {i.accent}; padding: 7px 12px; font-weight: bold;
}}
#PastBar {{ background: {s.hover}; border-left: 3px solid {i.accent}; }}
#PastBar QLabel {{ font-weight: bold; }}
#GuestBar {{ background: {s.window}; border-bottom: 1px solid {s.line}; }}
#GuestBar QToolButton {{ color: {i.accent}; padding: 4px 6px; }}
#FindBar {{ background: {s.window}; border-bottom: 1px solid {s.line}; }}
#FindBar QToolButton {{ padding: 5px 6px; }}
#Legend {{ background: {s.card}; border: 1px solid {s.card_border}; border-radius: 8px; }}
QPushButton#LegendLine {{ text-align: left; padding: 2px 5px; border-radius: 4px; }}
#Legend QToolButton {{ padding: 4px 5px; }}
QPushButton#LegendLine:checked {{ background: {s.hover}; font-weight: bold; }}
QPushButton#LegendLine:focus {{ border: 1px solid {i.accent}; }}
#MarkingBar {{ background: {s.card}; border: 1px solid {s.card_border}; border-radius: 8px; }}
QProgressBar {{ background: {s.line}; border: none; border-radius: 3px; max-height: 6px; }}
QProgressBar::chunk {{ background: {i.accent}; border-radius: 3px; }}
#Banner {{ background: {i.warning}; }}
#Banner QLabel, #Banner QPushButton {{ color: {s.panel}; }}
#Banner QPushButton {{ border: 1px solid {s.panel}; }}
#Banner QPushButton:hover {{ background: transparent; text-decoration: underline; }}
#Banner[kind="good"] {{ background: {i.accent}; }}
#Banner[kind="good"] QLabel, #Banner[kind="good"] QPushButton {{ color: {i.on_accent}; }}
#Banner[kind="good"] QPushButton {{ border: 1px solid {i.on_accent}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{
  background: {s.card_border}; border-radius: 4px; min-height: 28px; min-width: 28px; margin: 1px;
}}
QScrollBar::handle:hover {{ background: {i.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  background: transparent; border: none; width: 0; height: 0;
}}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
"""
