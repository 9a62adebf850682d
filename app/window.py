"""Starting the window: Qt, fonts, settings, the hooks for bugs, and then the library."""

from __future__ import annotations

import faulthandler
import gc
import logging
import sys
from functools import partial
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from app.settings import load_settings, save_settings
from widgets.application import Application
from widgets.backing import Backing, Carrying, Upkeep
from widgets.bugs import install_hooks
from widgets.fonts import load_fonts
from widgets.main_window import MainWindow
from widgets.translating import load_translations

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from app.model.argument_map import ArgumentMap
    from app.model.elements import ProjectId
    from app.places import Places, WindowRequest
    from app.ports import Library, RescueReport, Sharing


_log = logging.getLogger(__name__)

COLLECT_AFTER = 50_000
"""Objects made before Python looks for unused circles of them. With its own 700 it looks through
the whole map again and again while that is opened: 10,000 claims took half as long again."""


def run(request: WindowRequest) -> int:
    """Show the window and work until it is closed; the library is opened once it is painted."""
    there = Application.instance()
    application = there if isinstance(there, Application) else Application(sys.argv[:1])
    application.setApplicationName("rejoinder")
    gc.set_threshold(COLLECT_AFTER, 20, 20)
    _start_log(request.places.logs)
    load_fonts()
    load_translations(application)
    window = make_window(request.places, request.path)
    install_hooks(window)
    window.painted.connect(lambda: application.hand_files_to(window.beginning.open_file))
    window.show()
    return Application.exec()


def make_window(places: Places, path: Path | None = None) -> MainWindow:
    """Join the window with the library and the settings; it opens that when first painted."""
    settings = load_settings(places.settings)
    backing = Backing(
        open_library=_open_library,
        open_in_place=_open_in_place,
        read_shared=_read_shared,
        write_shared=_write_shared,
        keep_setting=partial(_keep_setting, places.settings),
        upkeep=Upkeep(
            back_up=partial(_back_up, places.settings),
            backups=_backups,
            folder=_folder,
            restore=_restore,
            rescue=_rescue,
        ),
        carrying=Carrying(share=_share, take=_take),
        graphviz=settings.dot,
    )
    kept = QSettings(str(places.window), QSettings.Format.IniFormat)
    window = MainWindow(backing, settings, kept)

    def begin() -> None:
        window.libraries.begin(places.library, is_named=places.is_named)
        if path is not None:
            window.beginning.open_file(path)

    window.painted.connect(begin)
    return window


def _open_library(where: Path | str, *, create: bool = True) -> Library:
    from storage.library import open_library  # noqa: PLC0415  the database takes half a second

    return open_library(where, create=create)


def _open_in_place(path: Path) -> Library:
    from storage.shared import open_in_place  # noqa: PLC0415  as above

    return open_in_place(path)


def _read_shared(path: Path) -> ArgumentMap:
    from storage.shared import read_shared_project  # noqa: PLC0415  as above

    return read_shared_project(path)


def _write_shared(argument_map: ArgumentMap, path: Path) -> None:
    from storage.shared import write_shared_project  # noqa: PLC0415  as above

    write_shared_project(argument_map, path)


def _share(
    where: Path | str,
    project_id: ProjectId,
    path: Path,
    what: Sharing,
    progress: Callable[[float], None],
) -> None:
    from storage.shared import share_project  # noqa: PLC0415  as above

    share_project(where, project_id, path, what, progress=progress)


def _take(
    path: Path,
    where: Path | str,
    as_another: bool,  # noqa: FBT001  as `Carrying` has it
    progress: Callable[[float], None],
) -> ProjectId:
    from storage.shared import take_project  # noqa: PLC0415  as above

    return take_project(path, where, as_another=as_another, progress=progress)


def _back_up(settings: Path, library: Path, progress: Callable[[float], None]) -> object:
    from storage.backups import Keep, look_after  # noqa: PLC0415  as above

    chosen = load_settings(settings)
    keep = Keep(chosen.backup_hours, chosen.backup_days, chosen.backup_weeks)
    return look_after(library, keep=keep, progress=progress)


def _backups(library: Path) -> Sequence[tuple[datetime, Path]]:
    from storage.backups import backups_of  # noqa: PLC0415  as above

    return [(backup.at, backup.path) for backup in backups_of(library)]


def _folder(library: Path) -> Path:
    from storage.backups import folder_of  # noqa: PLC0415  as above

    return folder_of(library)


def _restore(backup: Path, library: Path, progress: Callable[[float], None]) -> Path | None:
    from storage.backups import restore  # noqa: PLC0415  as above

    return restore(backup, library, progress=progress)


def _rescue(library: Path, progress: Callable[[float], None]) -> RescueReport:
    from storage.rescue import rescue_in_place  # noqa: PLC0415  as above

    return rescue_in_place(library, progress=progress)


def _keep_setting(path: Path, name: str, value: object) -> None:
    """Keep a choice for the next start; it holds for this one even if that cannot be."""
    try:
        save_settings(path, load_settings(path).changed(**{name: value}))
    except OSError:
        _log.exception("A setting could not be kept.")


def _start_log(folder: Path) -> None:
    """Log to a file, where a crash of Python itself leaves its trace too; or else to nowhere."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        crashes = (folder / "crash.log").open("a", encoding="utf-8")
    except OSError:  # no reason not to show the window
        logging.getLogger().addHandler(logging.NullHandler())
        return
    handler = RotatingFileHandler(
        folder / "rejoinder.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    faulthandler.enable(crashes)
