"""A process that kills itself right before one of the changes it makes to the file system."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

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
# Python tells no audit hook of an fsync: between it and the `open` before lies what was written.
SYNC = "tests.fsync"
WRITING = os.O_WRONLY | os.O_RDWR


def changes_of(work: Callable[[], object], root: Path) -> int:
    """How many changes `work` makes, run in a process of its own."""
    return forked(work, root, 0)[0]


def killed_at(work: Callable[[], object], root: Path, moment: int) -> bool:
    """Run `work` in a process that dies right before its change number `moment`, from 1; whether it did."""
    return forked(work, root, moment)[1] == signal.SIGKILL


def moments(total: int, count: int) -> Iterator[int]:
    """`count` numbers from 1 to `total`, spread evenly, first and last among them."""
    assert total >= count, f"only {total} changes: make more work"
    yield from sorted({1 + n * (total - 1) // (count - 1) for n in range(count)})


def forked(work: Callable[[], object], root: Path, moment: int) -> tuple[int, int]:
    """How many changes `work` made in a child process, and the signal that ended it."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        for stream in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        counted = count_changes(root, moment)
        try:
            work()
            os.write(writing, str(counted[0]).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with open(reading, "rb") as pipe:
        told = pipe.read()
    status = os.waitpid(child, 0)[1]
    assert told or os.WIFSIGNALED(status), "the work itself has failed"
    return int(told or 0), os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def count_changes(root: Path, moment: int) -> list[int]:
    """Count the changes from now on, and die at the one whose number is `moment`."""
    counted = [0]
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
        counted[0] += 1
        if counted[0] == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    os.fsync = audited_sync
    sys.addaudithook(hook)
    return counted
