"""Runs a command as on another machine: another clock, and a disk that lists its files in another order.

    python tests/worlds.py 2031-05-06T07:08:09 backwards scripts.main build --root DIR

The rest of a machine (time zone, locale, umask, seed of hashes, place) is set from outside, by `Machine`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Machine:
    """What differs between two machines that build the same texts."""

    clock: str
    order: str
    zone: str
    locale: str
    umask: int
    seed: str

    def run(self, checkout: Path, module: str, *arguments: str) -> None:
        """Runs the command line `module`.cli of a checkout, which must succeed."""
        done = subprocess.run(
            [sys.executable, __file__, self.clock, self.order, module, *arguments],
            cwd=checkout,
            env={
                "PATH": os.environ["PATH"],
                "HOME": os.environ.get("HOME", "/"),
                "PYTHONPATH": str(checkout),
                "PYTHONHASHSEED": self.seed,
                "TZ": self.zone,
                "LC_ALL": self.locale,
                "LANG": self.locale,
                # Or Python would take UTF-8 in the locale C, and hide what a file is opened as.
                "PYTHONUTF8": "0",
                "PYTHONCOERCECLOCALE": "0",
                "NO_MKDOCS_2_WARNING": "1",
            },
            umask=self.umask,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr


HERE = Machine("2026-11-22T10:00:00", "forwards", "Etc/UTC", "C.UTF-8", 0o022, "0")
ELSEWHERE = Machine("2031-02-03T23:59:30", "backwards", "Asia/Almaty", "C", 0o077, "4242")


class Listing:
    """What `os.scandir` gives, in an order of ours."""

    def __init__(self, found: Any, backwards: bool) -> None:
        with found:
            self._entries = iter(sorted(found, key=lambda entry: os.fspath(entry.name), reverse=backwards))

    def __iter__(self) -> Iterator[Any]:
        return self._entries

    def __next__(self) -> Any:
        return next(self._entries)

    def __enter__(self) -> Listing:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """All was read when it was made."""


def order(backwards: bool) -> None:
    """Makes the disk list its files from first to last, or from last to first."""
    scandir, listdir = os.scandir, os.listdir
    os.scandir = lambda *where: Listing(scandir(*where), backwards)  # type: ignore[assignment, misc]
    os.listdir = lambda *where: sorted(listdir(*where), reverse=backwards)  # type: ignore[assignment]


def main(clock: str, listed: str, module: str, *arguments: str) -> None:
    import time_machine

    sys.path[0] = os.getcwd()
    order(listed == "backwards")
    with time_machine.travel(datetime.fromisoformat(clock)):
        import_module(module).cli(list(arguments))


if __name__ == "__main__":
    main(*sys.argv[1:])
