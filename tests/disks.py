"""A disk that is full, for who may mount one."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.sites import read, run


def refused(done: subprocess.CompletedProcess[str], words: str) -> None:
    assert done.returncode == 1, done.stderr
    assert words in done.stderr
    assert "what was there before is as it was" in done.stderr
    assert "Traceback" not in done.stderr


def can_mount() -> bool:
    """Whether a disk of a given size can be had: as root, and outside of some containers."""
    done = (
        subprocess.run(["unshare", "--mount", "true"], capture_output=True)
        if shutil.which("unshare")
        else None
    )
    return done is not None and done.returncode == 0


@contextlib.contextmanager
def disk(place: Path, size: str) -> Iterator[None]:
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


@contextlib.contextmanager
def full_disk(folder: Path, place: Path, size: str, share: float, *command: str) -> Iterator[Path]:
    """A copy of `folder` on a full disk, which the command, told it last, was to replace and left as it is.

    The disk has room for a share of the folder, and for all that is wanted as long as one is in the `with`.
    """
    old, there = read(folder), place / folder.name
    place.mkdir()
    with disk(place, size):
        shutil.copytree(folder, there)
        (place / ".ushtil").mkdir()
        fill(place, int(share * sum(map(len, old.values()))))
        refused(run(*command, str(there)), "No space left on device; make room")
        assert read(there) == old
        assert not (place / f".ushtil/{folder.name}.building").exists()
        (place / "fill").unlink()
        yield there


def fill(place: Path, room: int) -> None:
    """Leaves no more than `room` bytes on a disk."""
    free = shutil.disk_usage(place).free - room
    (place / "fill").write_bytes(bytes(free))
