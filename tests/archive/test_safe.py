"""`ushtil archive` loses no archive: killed, told to end, on a full disk."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import sites
from tests.archive.archives import ROOT
from tests.disks import can_mount, disk, fill, refused
from tests.killing import changes_of, killed_at, moments
from tests.sites import COMMAND, REPOSITORY, plant, read, run

MOMENTS = 10
NEWER = {"docs/newer.md": "---\ntitle: Newer\ndate: 2026-12-01\n---\n# Newer {#n}\n\nText.\n{: #p1 }\n"}


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


@pytest.fixture(scope="module")
def ready(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site, to be packed for any edition: how it is built is tested elsewhere."""
    root = plant(shutil.copytree(made, tmp_path_factory.mktemp("ready") / "root"), NEWER)
    sites.build(root)
    return root / "site"


def left(root: Path) -> set[str]:
    return {path.name for path in (root / ".ushtil").iterdir()} - {"lock", "dist.lock"}


def archiving(root: Path, ready: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """The command within this process, for a fork of it to run; it takes a site that is built already."""
    from scripts import archive
    from scripts.main import cli

    def built(maker: archive.Maker, edition: str) -> Path:
        return Path(shutil.copytree(ready, maker.work / edition))

    def command() -> None:
        monkeypatch.setattr(archive.Maker, "_build", built)
        with pytest.raises(SystemExit) as ended:
            cli(["archive", "--root", str(root)])
        assert ended.value.code == 0

    return command


def test_killed_before_any_of_its_changes(
    root: Path, ready: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = read(root / "dist")
    first = archiving(shutil.copytree(root, tmp_path / "first"), ready, monkeypatch)
    total = changes_of(first, tmp_path / "first")
    new = read(tmp_path / "first/dist")
    assert new != old
    found = []
    for moment in moments(total, MOMENTS):
        place = shutil.copytree(root, tmp_path / "place")
        # Its threads take turns, so that the last of its changes may be one fewer.
        assert killed_at(archiving(place, ready, monkeypatch), place, moment) or moment == total
        found.append(read(place / "dist"))
        assert found[-1] in (old, new), moment
        shutil.rmtree(place)
    assert {dist == new for dist in found} == {False, True}


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
    old, place = read(root / "dist"), tmp_path / "disk"
    place.mkdir()
    with disk(place, "64m"):
        shutil.copytree(root / "dist", place / "dist")
        (place / ".ushtil").mkdir()
        fill(place, int(share * sum(map(len, old.values()))))
        refused(run("archive", "--root", str(root), "--out", str(place / "dist")), "No space left on device")
        assert read(place / "dist") == old
        assert not (place / ".ushtil/dist.building").exists()
