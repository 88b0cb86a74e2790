"""Runs a command as on another machine: another clock, order of files, time zone, locale, umask, seed.

What a command starts is on that machine too: `elsewhere/sitecustomize.py`, which every Python reads at its
start, takes clock and order from the environment.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CUSTOM = Path(__file__).parent / "elsewhere"


@dataclass(frozen=True)
class Machine:
    """What differs between two machines that build the same texts."""

    clock: str
    order: str
    zone: str
    locale: str
    umask: int
    seed: str

    def run(self, checkout: Path, *arguments: str, **environment: str) -> str:
        """What Python, started in a checkout with these arguments, writes; it must succeed."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=checkout,
            env={
                "PATH": os.environ["PATH"],
                "HOME": os.environ.get("HOME", "/"),
                "PYTHONPATH": f"{CUSTOM}{os.pathsep}{checkout}",
                "PYTHONHASHSEED": self.seed,
                "ELSEWHERE_CLOCK": self.clock,
                "ELSEWHERE_ORDER": self.order,
                "TZ": self.zone,
                "LC_ALL": self.locale,
                "LANG": self.locale,
                # Or Python would take UTF-8 in the locale C, and hide what a file is opened as.
                "PYTHONUTF8": "0",
                "PYTHONCOERCECLOCALE": "0",
                "NO_MKDOCS_2_WARNING": "1",
                **environment,
            },
            umask=self.umask,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


HERE = Machine("2026-11-22T10:00:00", "forwards", "Etc/UTC", "C.UTF-8", 0o022, "0")
ELSEWHERE = Machine("2031-02-03T23:59:30", "backwards", "Asia/Almaty", "C", 0o077, "4242")
