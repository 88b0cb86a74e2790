"""A disk that is full, for who may mount one."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path


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


def fill(place: Path, room: int) -> None:
    """Leaves no more than `room` bytes on a disk."""
    free = shutil.disk_usage(place).free - room
    (place / "fill").write_bytes(bytes(free))
