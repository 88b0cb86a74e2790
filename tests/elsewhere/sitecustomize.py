"""Python reads this at its start: another clock, and a disk that lists its files in an order of ours.

`tests.worlds.Machine` puts it in the way of a command and of all that the command starts.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import time_machine


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


order(os.environ["ELSEWHERE_ORDER"] == "backwards")
time_machine.travel(datetime.fromisoformat(os.environ["ELSEWHERE_CLOCK"])).start()
