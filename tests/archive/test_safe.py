"""`ushtil archive` loses no archive: killed, told to end, on a full disk."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.archive.archives import ROOT
from tests.disks import can_mount, disk, fill, refused
from tests.killing import changes, killed_at
from tests.sites import COMMAND, REPOSITORY, plant, read, run
from ushtil.archive import downloads, manifest, zips
from ushtil.publish import swap

MOMENTS = 50
NEWER = {"docs/newer.md": "---\ntitle: Newer\ndate: 2026-12-01\n---\n# Newer {#n}\n\nText.\n{: #p1 }\n"}
SITE = {"index.html": "<html><head></head><body>Newer</body></html>", "404.html": "", "assets/a.css": ""}


@dataclass(frozen=True)
class Outcomes:
    """The archives before and after the command, how many changes it makes, and which exchanges the two."""

    old: dict[str, bytes]
    new: dict[str, bytes]
    changes: int
    exchange: int


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


def left(root: Path) -> set[str]:
    return {path.name for path in (root / ".ushtil").iterdir()} - {"lock", "dist.lock"}


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


def sites_of(root: Path) -> Path:
    """Where it builds what it packs: how a build is killed is tested elsewhere."""
    return root / ".ushtil/dist.building/sites"


def whole(dist: Path) -> dict[str, bytes]:
    """The files of a folder of archives, each of which is there as it is listed, and in order."""
    offer = downloads.read(dist)
    assert offer.value and not offer.problems
    for one in offer.value.downloads:
        assert manifest.digest(dist / one.name) == one.sha256
        assert one.name.endswith(".epub") or not zips.verify(dist / one.name, None).problems
    return read(dist)


@pytest.fixture
def outcomes(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Outcomes:
    place = shutil.copytree(root, tmp_path / "first")
    made = changes(archiving(place, monkeypatch), place, sites_of(place))
    exchange = made.index(f"os.rename {place / 'dist'}") + 1
    return Outcomes(whole(root / "dist"), whole(place / "dist"), len(made), exchange)


def test_killed_before_any_of_its_changes(
    root: Path, tmp_path: Path, outcomes: Outcomes, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert outcomes.old != outcomes.new and outcomes.changes >= MOMENTS
    for moment in range(1, outcomes.changes + 1):
        place = shutil.copytree(root, tmp_path / f"at{moment}")
        assert killed_at(archiving(place, monkeypatch), place, moment, sites_of(place))
        wanted = outcomes.old if moment <= outcomes.exchange else outcomes.new
        assert read(place / "dist") == wanted, moment
        swap.settle(place / "dist")
        assert (read(place / "dist"), left(place)) == (wanted, set()), moment
        shutil.rmtree(place)


def test_after_a_kill_the_next_one_works(
    root: Path, tmp_path: Path, outcomes: Outcomes, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = outcomes.exchange
    for moment in (at // 2, at - 1, at, at + 1, (at + outcomes.changes) // 2):
        place = shutil.copytree(root, tmp_path / f"at{moment}")
        assert killed_at(archiving(place, monkeypatch), place, moment, sites_of(place))
        assert left(place) == {"dist.building"}, moment
        changes(archiving(place, monkeypatch), place)
        assert (read(place / "dist"), left(place)) == (outcomes.new, set()), moment


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
