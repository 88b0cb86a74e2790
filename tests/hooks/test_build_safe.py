"""`ushtil build` loses no site: killed, interrupted, twice at once, on a disk that is full or refuses."""

from __future__ import annotations

import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import build
from tests import sites
from tests.disks import can_mount, full_disk, refused
from tests.hooks.test_serve import ours, preview
from tests.killing import left, moments, replacing
from tests.sites import COMMAND, REPOSITORY, plant, read, run
from ushtil.publish import swap

MOMENTS = 12
OLD = {"docs/index.md": "# Old {#t}\n", "docs/a.md": "# A {#a}\n"}
NEW = {"docs/index.md": "# New {#t}\n"}
SITE = dict.fromkeys(("index.html", "404.html", "assets/a.css", *map(str, range(20))), "new")
MANY = {f"docs/p{n}.md": "# P\n" for n in range(30)}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = plant(tmp_path_factory.mktemp("built"), OLD)
    sites.build(root)
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """Texts with a site of their own, that have changed since."""
    return plant(shutil.copytree(built, tmp_path / "root"), NEW)


def said(root: Path) -> str:
    page = (root / "site/index.html").read_text(encoding="utf-8")
    return next(word for word in ("Old", "New") if f">{word}" in page)


def start(root: Path) -> subprocess.Popen[str]:
    """A build that is at work, with enough to do to be met at it."""
    plant(root, MANY)
    builder = subprocess.Popen(
        [*COMMAND, "build", "--root", str(root)], cwd=REPOSITORY, stderr=subprocess.PIPE, text=True
    )
    while not list((root / ".ushtil/site.building").glob("*.html")):
        assert builder.poll() is None, "the build was over too soon"
        time.sleep(0.005)
    return builder


def building(root: Path) -> Callable[[], None]:
    """The command within this process, for a fork of it to run."""
    from scripts.main import cli

    def command() -> None:
        with pytest.raises(SystemExit) as ended:
            cli(["build", "--root", str(root)])
        assert ended.value.code == 0

    return command


def test_killed_before_some_of_its_changes(root: Path, tmp_path: Path) -> None:
    # Within this process, whose forks then find what is imported and read once.
    building(shutil.copytree(root, tmp_path / "here"))()
    built = replacing(root, tmp_path / "first", "site", building)
    at = built.exchange
    for moment in sorted({*moments(built.changes, MOMENTS), at - 1, at, at + 1}):
        built.hold(tmp_path / f"at{moment}", moment)


def test_killed_before_any_of_the_changes_around_a_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a build that writes a few files only, as fast as can be: each moment."""
    monkeypatch.setattr(build, "make", lambda _, stage, __: 0 if plant(stage, SITE) else 1)
    root = plant(tmp_path / "root", OLD)
    with swap.staged(root / "site") as stage:
        plant(stage, dict.fromkeys(SITE, "old"))
    built = replacing(root, tmp_path / "first", "site", building)
    assert built.changes >= 50
    for moment in range(1, built.changes + 1):
        built.hold(tmp_path / f"at{moment}", moment)


def test_the_next_build_clears_what_a_killed_one_left(root: Path) -> None:
    builder = start(root)
    builder.kill()
    builder.communicate()
    assert left(root) == {"site.building"}
    sites.build(root)
    assert (said(root), left(root)) == ("New", set())


def test_a_preview_clears_it_too(root: Path, tmp_path: Path) -> None:
    (root / ".ushtil/site.building").mkdir()
    with preview(tmp_path, ours(root)) as shown:
        shown.wait("index.html", "New")
    assert (said(root), left(root)) == ("Old", set())


@pytest.mark.parametrize("wanted", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_leaves_nothing(root: Path, wanted: signal.Signals) -> None:
    builder = start(root)
    builder.send_signal(wanted)
    _, errors = builder.communicate()
    assert builder.returncode not in (0, -wanted)
    assert "Traceback" not in errors
    assert (said(root), left(root)) == ("Old", set())


def test_two_at_once(root: Path) -> None:
    first = start(root)
    second = run("build", "--root", str(root))
    assert (second.returncode, "another build is at work" in second.stderr) == (2, True)
    assert first.wait() == 0
    assert (said(root), left(root)) == ("New", set())


# Where no disk can be mounted, the limit below stands for it: a write fails just so, in the kernel.
@pytest.mark.parametrize("share", [0, 0.5] if can_mount() else [])
def test_a_full_disk_says_so_and_keeps_the_site(root: Path, tmp_path: Path, share: float) -> None:
    command = ("build", "--root", str(root), "--site")
    with full_disk(root / "site", tmp_path / "disk", "24m", share, *command) as there:
        sites.build(root, "--site", str(there))
        assert read(there) != read(root / "site")


@pytest.mark.parametrize("share", [0, 0.5])
def test_a_limit_of_the_size_of_files_says_so_and_keeps_the_site(root: Path, share: float) -> None:
    old = read(root / "site")
    largest = int(share * max(map(len, old.values())))
    done = subprocess.run(
        [*COMMAND, "build", "--root", str(root)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest)),
    )
    refused(done, "File too large; let files be larger")
    assert (read(root / "site"), left(root)) == (old, set())


def test_a_folder_that_cannot_be_written_says_so(root: Path) -> None:
    """Root may write everywhere but where the kernel shows what it knows."""
    done = run("build", "--root", str(root), "--site", "/sys/site")
    assert done.returncode == 1
    assert "/sys/" in done.stderr
    assert "or choose another place" in done.stderr or "choose a folder" in done.stderr
    assert "Traceback" not in done.stderr
