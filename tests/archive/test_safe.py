"""`ushtil archive` loses no archive: killed, told to end, on a full disk."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.archive.archives import ROOT
from tests.disks import can_mount, full_disk
from tests.killing import Replacing, changes, left, replacing
from tests.sites import COMMAND, REPOSITORY, plant, read, run
from ushtil.archive import downloads, manifest, zips

MOMENTS = 50
NEWER = {"docs/newer.md": "---\ntitle: Newer\ndate: 2026-12-01\n---\n# Newer {#n}\n\nText.\n{: #p1 }\n"}
SITE = {"index.html": "<html><head></head><body>Newer</body></html>", "404.html": "", "assets/a.css": ""}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = plant(tmp_path_factory.mktemp("made"), ROOT)
    done = run("archive", "--root", str(root))
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    """Texts with archives of theirs, that have changed since."""
    return plant(shutil.copytree(made, tmp_path / "root"), NEWER)


def archiving(root: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """The command within this process, for a fork of it to run; its sites are built already."""
    from scripts import archive
    from scripts.main import cli

    def built(maker: archive.Maker, edition: str) -> Path:
        return plant(maker.work / edition, SITE)

    def command() -> None:
        monkeypatch.setattr(archive.Maker, "_build", built)
        with pytest.raises(SystemExit) as ended:
            cli(["archive", "--root", str(root)])
        assert ended.value.code == 0

    return command


def check(dist: Path) -> None:
    """That all archives of a folder are there as they are listed, and in order."""
    offer = downloads.read(dist)
    assert offer.value and not offer.problems
    for one in offer.value.downloads:
        assert manifest.digest(dist / one.name) == one.sha256
        assert one.name.endswith(".epub") or not zips.verify(dist / one.name, None).problems


@pytest.fixture
def archived(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Replacing:
    """How a site is built that it packs does not count: how that is killed is tested elsewhere."""
    command = partial(archiving, monkeypatch=monkeypatch)
    found = replacing(root, tmp_path / "first", "dist", command, ".ushtil/dist.building/sites")
    for dist in (root / "dist", tmp_path / "first/dist"):
        check(dist)
    return found


def test_killed_before_any_of_its_changes(tmp_path: Path, archived: Replacing) -> None:
    assert archived.changes >= MOMENTS
    for moment in range(1, archived.changes + 1):
        archived.hold(tmp_path / f"at{moment}", moment)


def test_after_a_kill_the_next_one_works(tmp_path: Path, archived: Replacing) -> None:
    at = archived.exchange
    for moment in (at // 2, at - 1, at, at + 1, (at + archived.changes) // 2):
        place = tmp_path / f"at{moment}"
        archived.killed(place, moment)
        assert left(place) == {"dist.building"}, moment
        changes(archived.command(place), place)
        assert (read(place / "dist"), left(place)) == (archived.new, set()), moment


def start(root: Path) -> subprocess.Popen[str]:
    """The command at work, its builds begun."""
    at_work = subprocess.Popen(
        [*COMMAND, "archive", "--root", str(root)], cwd=REPOSITORY, stderr=subprocess.PIPE, text=True
    )
    while not list((root / ".ushtil/dist.building/sites").glob(".ushtil/*.building/*.html")):
        assert at_work.poll() is None, "it was over too soon"
        time.sleep(0.005)
    return at_work


def workers(root: Path) -> list[int]:
    """The processes that work for a root, by what they were started with."""
    found = []
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            told = process.read_bytes()
        except OSError:
            continue
        if str(root).encode() in told:
            found.append(int(process.parent.name))
    return found


def gone(root: Path) -> bool:
    """Whether all its processes end, within a time."""
    end = time.monotonic() + 10
    while workers(root) and time.monotonic() < end:
        time.sleep(0.05)
    return not workers(root)


def test_killed_it_takes_its_builds_along_and_the_next_one_works(root: Path) -> None:
    old, at_work = read(root / "dist"), start(root)
    assert len(workers(root)) > 1
    at_work.kill()
    at_work.communicate()
    assert gone(root)
    assert (read(root / "dist"), left(root)) == (old, {"dist.building"})
    done = run("archive", "--root", str(root))
    assert (done.returncode, left(root)) == (0, set()), done.stderr
    assert any("2026-12-01" in name for name in read(root / "dist"))


def test_told_to_end_it_leaves_nothing(root: Path) -> None:
    old, at_work = read(root / "dist"), start(root)
    at_work.terminate()
    _, errors = at_work.communicate()
    assert at_work.returncode == 128 + signal.SIGTERM
    assert "Traceback" not in errors
    assert gone(root)
    assert (read(root / "dist"), left(root)) == (old, set())


@pytest.mark.parametrize("share", [0, 0.3] if can_mount() else [])
def test_a_full_disk_says_so_and_keeps_the_archives(root: Path, tmp_path: Path, share: float) -> None:
    with full_disk(root / "dist", tmp_path / "disk", "64m", share, "archive", "--root", str(root), "--out"):
        pass
