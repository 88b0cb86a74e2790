"""A process that kills itself right before one of the changes it makes to the file system."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.sites import read
from ushtil.publish import swap

CHANGES = {
    "os.rename",
    "os.mkdir",
    "os.remove",
    "os.rmdir",
    "os.truncate",
    "os.link",
    "os.symlink",
    "shutil.rmtree",
}
TO_ANOTHER = {"os.rename", "os.link", "os.symlink"}
# Python tells no audit hook of an fsync: between it and the `open` before lies what was written.
SYNC = "tests.fsync"
WRITING = os.O_WRONLY | os.O_RDWR


def changes(work: Callable[[], object], root: Path, aside: Path | None = None) -> list[str]:
    """The changes `work` makes, run in a process of its own: what is done and to what, "os.mkdir /a/b".

    Files count if they are written below `root`; nothing counts that is done below `aside`.
    """
    return forked(work, root, 0, aside)[0]


def changes_of(work: Callable[[], object], root: Path) -> int:
    """How many changes `work` makes, run in a process of its own."""
    return len(changes(work, root))


def killed_at(work: Callable[[], object], root: Path, moment: int, aside: Path | None = None) -> bool:
    """Run `work` in a process that dies right before its change number `moment`, from 1; whether it did."""
    return forked(work, root, moment, aside)[1] == signal.SIGKILL


def moments(total: int, count: int) -> Iterator[int]:
    """`count` numbers from 1 to `total`, spread evenly, first and last among them."""
    assert total >= count, f"only {total} changes: make more work"
    yield from sorted({1 + n * (total - 1) // (count - 1) for n in range(count)})


def left(root: Path) -> set[str]:
    """What commands have left of their work, locks apart."""
    return {path.name for path in (root / ".ushtil").iterdir() if path.suffix != ".lock"} - {"lock"}


@dataclass(frozen=True)
class Replacing:
    """A command that replaces the folder `name` of a root: what was there, what is, in which changes."""

    root: Path
    name: str
    command: Callable[[Path], Callable[[], object]]
    """Root → the command there, for a fork of this process to run."""
    aside: str
    """Where in a root its changes do not count; "" for nowhere."""
    old: dict[str, bytes]
    new: dict[str, bytes]
    changes: int
    exchange: int
    """The number of the change that exchanges old and new."""

    def killed(self, place: Path, moment: int) -> None:
        """Leaves in `place` a copy of the root whose command was killed before its change `moment`."""
        shutil.copytree(self.root, place)
        assert killed_at(self.command(place), place, moment, place / self.aside if self.aside else None)

    def hold(self, place: Path, moment: int) -> None:
        """Killed at the moment, and put in order by the next command, the folder is the old or the new."""
        self.killed(place, moment)
        wanted = self.old if moment <= self.exchange else self.new
        assert read(place / self.name) == wanted, moment
        swap.settle(place / self.name)
        assert (read(place / self.name), left(place)) == (wanted, set()), moment
        shutil.rmtree(place)


def replacing(
    root: Path, place: Path, name: str, command: Callable[[Path], Callable[[], object]], aside: str = ""
) -> Replacing:
    """The same, found by running the command in `place`, a copy of the root that stays."""
    shutil.copytree(root, place)
    made = changes(command(place), place, place / aside if aside else None)
    exchange = made.index(f"os.rename {place / name}") + 1
    old, new = read(root / name), read(place / name)
    assert old != new
    return Replacing(root, name, command, aside, old, new, len(made), exchange)


def forked(work: Callable[[], object], root: Path, moment: int, aside: Path | None) -> tuple[list[str], int]:
    """The changes `work` made in a child process, and the signal that ended it."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        for stream in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        made = note_changes(root, moment, aside)
        try:
            work()
            with open(writing, "wb") as pipe:
                pipe.write(b"\0".join(os.fsencode(change) for change in ["done", *made]))
        finally:
            os._exit(0)
    os.close(writing)
    with open(reading, "rb") as pipe:
        told = pipe.read()
    status = os.waitpid(child, 0)[1]
    assert told or os.WIFSIGNALED(status), "the work itself has failed"
    made = [os.fsdecode(change) for change in told.split(b"\0")[1:]]
    return made, os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def note_changes(root: Path, moment: int, aside: Path | None) -> list[str]:
    """Note the changes from now on, and die at the one whose number is `moment`."""
    made: list[str] = []
    # Whose threads work side by side is met at each number once.
    turn = threading.Lock()
    sync = os.fsync

    def audited_sync(handle: int) -> None:
        sys.audit(SYNC)
        sync(handle)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            if not (isinstance(flags, int) and flags & WRITING and str(path).startswith(str(root))):
                return
        elif event not in CHANGES and event != SYNC:
            return
        place = changed(event, arguments)
        if aside and Path(place).is_relative_to(aside):
            return
        with turn:
            made.append(f"{event} {place}")
            if len(made) == moment:
                os.kill(os.getpid(), signal.SIGKILL)

    os.fsync = audited_sync
    sys.addaudithook(hook)
    return made


def changed(event: str, arguments: tuple[object, ...]) -> str:
    """What an audited change is done to; "" where it is told by a handle alone."""
    if event == SYNC:
        return ""
    path = arguments[1 if event in TO_ANOTHER else 0]
    folder = None if event in ("open", "os.truncate") else arguments[-1]
    # A tree is removed by names within folders that are open.
    within = os.readlink(f"/proc/self/fd/{folder}") if isinstance(folder, int) and folder >= 0 else ""
    return os.path.join(within, os.fspath(path)) if isinstance(path, str | os.PathLike) else str(path)
