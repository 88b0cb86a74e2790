"""Puts a finished folder, a site or a set of archives, in the place of the old one, whole.

It is built in a folder of its own beside the place, and one system call makes the two change names.
Where a kill came is told by the names that are there; they are the journal:

    .ushtil/<site>.building   being built, or the site before  → thrown away

so a reader finds the old site or the new, and never a part of one or none.  Where the system or the file
system cannot exchange two names, two renames do it, and two more names tell how far they came:

    .ushtil/<site>.ready      built to the end                 → put in place
    .ushtil/<site>.old        the site before, on its way out: put back if no site stands, else thrown away

Between these two, for less than a millisecond, there may be no site; the next command completes it.

What is built is on disk before it is put in place, so that a power cut leaves no names of empty files.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ushtil.problems import Unreadable
from ushtil.transaction import sync_folder

WORK = ".ushtil"
MARKS = ("index.html", "404.html", "assets")
"""What every site that Ushtil built has at its top."""

# From linux/fs.h and fcntl.h.
RENAME_EXCHANGE = 2
AT_FDCWD = -100
CANNOT_EXCHANGE = {errno.EINVAL, errno.ENOSYS}
INTERRUPTIONS = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}


class Busy(Unreadable):
    """Another command holds the folder."""


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
def staged(site: Path, marks: tuple[str, ...] = MARKS) -> Iterator[Path]:
    """A fresh folder to build in; on leaving without an exception it becomes `site`, or what `site` links to.

    `marks` are the names by which a folder is known to be ours. Raises `Unreadable` where something else
    stands there, `Busy` where another build is at work, OSError (and the old site stays) on a full disk.
    """
    places = Places(site.resolve())
    refuse(places.site, marks)
    with _alone(places):
        recover(places)
        places.building.mkdir()
        try:
            yield places.building
            os.sync()
        except BaseException as error:
            with _undisturbed():
                shutil.rmtree(places.building, ignore_errors=True)
            # A write that fails names no file.
            if isinstance(error, OSError) and error.filename is None:
                error.filename = str(places.site)
            raise
        with _undisturbed():
            _put(places)


@contextmanager
def held(site: Path) -> Iterator[None]:
    """Keeps a site as it is while it is read. Raises `Busy` where a build is at work."""
    places = Places(site.resolve())
    with _alone(places):
        recover(places)
        yield


def settle(site: Path) -> None:
    """Completes or undoes what a killed build left, unless another is at work."""
    places = Places(site.resolve())
    if any(left.exists() for left in (places.building, places.ready, places.old)):
        with suppress(Busy), held(site):
            pass


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


def refuse(site: Path, marks: tuple[str, ...] = MARKS) -> None:
    """Raises `Unreadable` where a build would wipe what is no site."""
    if not site.parent.is_dir():
        raise Unreadable(f"{site}: its folder does not exist; make {site.parent} first")
    if site.exists() and not site.is_dir():
        raise Unreadable(f"{site}: a file stands there; choose another place")
    if site.is_dir() and any(site.iterdir()) and not all((site / mark).exists() for mark in marks):
        raise Unreadable(f"{site}: holds files that Ushtil has not made; empty it or choose another place")


def _put(places: Places) -> None:
    """Puts what is built in place, and throws away what stood there."""
    if not places.site.exists() or not _exchange(places.building, places.site):
        places.building.rename(places.ready)
    recover(places)
    sync_folder(places.site.parent)


def _exchange(one: Path, other: Path) -> bool:
    """Lets two folders change names at once; whether this system and file system can."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    # As os.rename tells it, so that a test which counts changes sees this one.
    sys.audit("os.rename", one, other, -1, -1)
    if call(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    error = ctypes.get_errno()
    if error in CANNOT_EXCHANGE:
        return False
    raise OSError(error, os.strerror(error), str(other))


@contextmanager
def _alone(places: Places) -> Iterator[None]:
    """One build at a time; the lock goes with the process that holds it, however that ends."""
    work = places.lock.parent
    if work.is_symlink():
        raise Unreadable(f"{work} is a link; remove it: Ushtil builds beside the site and nowhere else")
    work.mkdir(exist_ok=True)
    with places.lock.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Busy(f"{places.site}: another build is at work; wait until it is done") from error
        yield


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Lets Ctrl+C and its like wait for an end, or they would leave what the next command must clear."""
    # Not by a mask, which holds for one thread, while any may receive a signal. Handlers run in the main one.
    came: list[int] = []
    before = {number: signal.getsignal(number) for number in INTERRUPTIONS if _is_main()}
    for number in before:
        signal.signal(number, lambda number, _: came.append(number))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for one in came:
            signal.raise_signal(one)


def _is_main() -> bool:
    return threading.current_thread() is threading.main_thread()


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
