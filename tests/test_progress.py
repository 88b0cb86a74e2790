"""Long work shows on a terminal how far it is, and nowhere else."""

from __future__ import annotations

import contextlib
import os
import pty
import re
import select
import subprocess
from pathlib import Path

import pytest

from tests.sites import COMMAND, MIXED, REPOSITORY, plant, run

TEXT = "THE COUNT OF CELLS\n\n1. Method\n\nThe inspectors walked through every corridor twice.\n"
ESCAPE = "\x1b"


def on_a_terminal(*arguments: str) -> tuple[int, str]:
    """What the command prints where it sees a terminal."""
    ours, its = pty.openpty()
    with subprocess.Popen([*COMMAND, *arguments], cwd=REPOSITORY, stdout=its, stderr=its) as process:
        os.close(its)
        told = b""
        # On Linux the end of a terminal is an error.
        with contextlib.suppress(OSError):
            while select.select([ours], [], [], 120)[0] and (part := os.read(ours, 4096)):
                told += part
    os.close(ours)
    return process.returncode, told.decode()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    plant(tmp_path, {"report.txt": TEXT})
    return plant(tmp_path / "root", MIXED)


def test_a_build_counts_its_pages(root: Path) -> None:
    code, told = on_a_terminal("build", "--root", str(root))
    assert code == 0
    pages = 3 * len({path.name for path in (root / "site").glob("*.html")} - {"404.html"})
    pages += 3 * len(list((root / "site/deep").glob("*.html")))
    assert "building  [" in told
    assert f" {pages // 2} of {pages} pages" in told
    assert f"{pages} of {pages} pages" in told
    assert told.rstrip().endswith(f"built {root / 'site'}")


def test_a_warning_has_a_line_of_its_own(root: Path) -> None:
    plant(root, {"docs/index.md": "# Texts {#home}\n\n[dead](nowhere.md)\n"})
    _, told = on_a_terminal("build", "--root", str(root))
    (line,) = {line for line in told.replace("\r", "\n").split("\n") if "nowhere.md" in line}
    assert line.removeprefix(f"{ESCAPE}[K").startswith("warning: ")


def test_an_archive_counts_its_sites_and_books(root: Path) -> None:
    code, told = on_a_terminal("archive", "--root", str(root))
    assert code == 0
    shown = [int(percent) for percent in re.findall(r"archiving  \[[#-]*\] +(\d+)%", told)]
    # Four sites are built and packed, the sources packed, and each language has a book.
    steps = 2 * 4 + 1 + 3
    assert shown == sorted(shown)
    assert {0, 100} < set(shown) <= {100 * step // steps for step in range(steps + 1)}
    assert told.rstrip().endswith(f"archived {root / 'dist'}")


def test_an_import_counts_its_files(root: Path) -> None:
    code, told = on_a_terminal(
        "import", str(root.parent / "report.txt"), "--doc", "cells", "--root", str(root)
    )
    assert code == 0
    assert "reading  [" in told
    assert "100%" in told


@pytest.mark.parametrize("command", ["build", "import"])
def test_a_file_gets_none(root: Path, command: str) -> None:
    named = [str(root.parent / "report.txt"), "--doc", "cells"] if command == "import" else []
    done = run(command, *named, "--root", str(root))
    assert done.returncode == 0, done.stderr
    assert not {ESCAPE, "\r", "["} & set(done.stdout + done.stderr)
