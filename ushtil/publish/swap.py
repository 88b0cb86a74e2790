"""Puts a finished site in the place of the old one, whole.

A site is built in a folder of its own, and only renames make it the site.  Where a kill came is told by
the names that are there; they are the journal:

    .ushtil/<site>.building   being built               → thrown away
    .ushtil/<site>.ready      built to the end           → put in place
    .ushtil/<site>.old        the site before, on its way out: put back if no site stands, else thrown away

so a reader finds the old site or the new, and never a part of one.  Between the two renames that swap
them, for less than a millisecond, there may be none; the next build, or `recover`, completes it.
"""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ushtil.problems import Unreadable

WORK = ".ushtil"
MARKS = ("index.html", "404.html", "assets")
"""What every site that Ushtil built has at its top."""


@dataclass(frozen=True)
class Places:
    """Where a site stands, and where it stands on its way."""

    site: Path

    @property
    def building(self) -> Path:
        return self._work("building")

    @property
    def ready(self) -> Path:
        return self._work("ready")

    @property
    def old(self) -> Path:
        return self._work("old")

    @property
    def lock(self) -> Path:
        return self._work("lock")

    def _work(self, state: str) -> Path:
        return self.site.parent / WORK / f"{self.site.name}.{state}"


@contextmanager
def staged(site: Path) -> Iterator[Path]:
    """A fresh folder to build in; on leaving without an exception it becomes `site`.

    Raises `Unreadable` where something else than a site stands there, or another build is at work.
    """
    places = Places(site.resolve())
    refuse(places.site)
    with _alone(places):
        recover(places)
        places.building.mkdir()
        try:
            yield places.building
        except BaseException:
            _remove(places.building)
            raise
        places.building.rename(places.ready)
        recover(places)


def recover(places: Places) -> None:
    """Completes or undoes what was cut short; nothing to do where nothing was."""
    if places.ready.exists():
        if places.site.exists():
            _remove(places.old)
            places.site.rename(places.old)
        places.ready.rename(places.site)
    if places.old.exists() and not places.site.exists():
        places.old.rename(places.site)
    _remove(places.old)
    _remove(places.building)


def refuse(site: Path) -> None:
    """Raises `Unreadable` where a build would wipe what is no site."""
    if not site.parent.is_dir():
        raise Unreadable(f"{site}: its folder does not exist; make {site.parent} first")
    if site.exists() and not site.is_dir():
        raise Unreadable(f"{site}: a file stands there; choose another --site")
    if site.is_dir() and any(site.iterdir()) and not all((site / mark).exists() for mark in MARKS):
        raise Unreadable(f"{site}: holds files that are no site; empty it or choose another --site")


@contextmanager
def _alone(places: Places) -> Iterator[None]:
    """One build at a time; the lock goes with the process that holds it, however that ends."""
    places.lock.parent.mkdir(exist_ok=True)
    with places.lock.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Unreadable(f"{places.site}: another build is at work; wait until it is done") from error
        yield


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
