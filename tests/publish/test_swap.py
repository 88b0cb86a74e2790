"""A finished site takes the place of the old one whole, whenever the process is killed."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.sites import REPOSITORY, plant
from ushtil.problems import Unreadable
from ushtil.publish import swap
from ushtil.publish.swap import Places

SITE = {"index.html": "old", "404.html": "", "assets/a.css": ""}
FILES = 120
MOMENTS = 50

# Builds one site after another, each of FILES files that all say its number.
BUILDER = f"""
import sys
from pathlib import Path
from ushtil.publish import swap
print(flush=True)
for number in range(1, 10**6):
    with swap.staged(Path(sys.argv[1])) as stage:
        (stage / "assets").mkdir()
        for name in ["index.html", "404.html", *map(str, range({FILES}))]:
            (stage / name).write_text(f"{{sys.argv[2]}}.{{number}}")
"""


def put(site: Path, text: str) -> None:
    with swap.staged(site) as stage:
        plant(stage, {**SITE, "index.html": text})


def states(site: Path) -> set[str]:
    """What is left of the work: names without the site's own."""
    return {path.suffix for path in (site.parent / swap.WORK).iterdir()} - {".lock"}


def test_the_new_site_replaces_the_old_one(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for text in ("first", "second"):
        put(site, text)
        assert (site / "index.html").read_text() == text
    assert states(site) == set()


def test_a_build_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(site, "old")

    def fail() -> None:
        with swap.staged(site) as stage:
            (stage / "index.html").write_text("half")
            raise RuntimeError("a fault")

    with pytest.raises(RuntimeError, match="a fault"):
        fail()
    assert (site / "index.html").read_text() == "old"
    assert states(site) == set()


@pytest.mark.parametrize(
    ("left", "then"),
    [
        ({"site": "old", ".ushtil/site.building": "half"}, "old"),
        ({"site": "old", ".ushtil/site.ready": "new"}, "new"),
        ({".ushtil/site.old": "old", ".ushtil/site.ready": "new"}, "new"),
        ({"site": "new", ".ushtil/site.old": "old"}, "new"),
        ({".ushtil/site.old": "old"}, "old"),
        ({".ushtil/site.building": "half"}, None),
    ],
)
def test_what_was_cut_short_is_completed_or_undone(
    tmp_path: Path, left: dict[str, str], then: str | None
) -> None:
    site = tmp_path / "site"
    for folder, text in left.items():
        plant(tmp_path / folder, {"index.html": text})
    swap.recover(Places(site))
    assert (site / "index.html").read_text() == then if then else not site.exists()
    assert states(site) == set()


@pytest.mark.parametrize("holds", [{"letter.odt": "dear"}, {"index.html": "somebody's own"}])
def test_what_is_no_site_is_not_wiped(tmp_path: Path, holds: dict[str, str]) -> None:
    site = plant(tmp_path / "home", holds)
    with pytest.raises(Unreadable, match="holds files that are no site"):
        put(site, "new")
    assert {path.name for path in site.iterdir()} == set(holds)


def test_a_file_or_a_missing_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unreadable, match="a file stands there"):
        put(tmp_path / "file", "new")
    with pytest.raises(Unreadable, match="its folder does not exist"):
        put(tmp_path / "no/site", "new")


def test_one_build_at_a_time(tmp_path: Path) -> None:
    with swap.staged(tmp_path / "site") as stage:
        plant(stage, SITE)
        with pytest.raises(Unreadable, match="another build is at work"):
            put(tmp_path / "site", "new")


def test_killed_at_any_moment_the_site_is_old_or_new(tmp_path: Path) -> None:
    site, chance, unfinished = tmp_path / "site", random.Random(2), 0
    put(site, "old")
    (site / "index.html").write_text("0.0")
    for moment in range(MOMENTS):
        command = [sys.executable, "-S", "-c", BUILDER, str(site), str(moment)]
        with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE) as builder:
            # However long a busy machine takes to start it.
            assert builder.stdout and builder.stdout.readline()
            time.sleep(0.08 * chance.random())
            builder.send_signal(signal.SIGKILL)
        if site.exists() and moment:
            assert_whole(site)
        unfinished += bool(states(site))
        swap.recover(Places(site))
        assert states(site) == set()
        if (site / "0").exists():
            assert_whole(site)
    assert (site / "0").exists(), "no build was ever put in place: wait longer"
    assert unfinished > MOMENTS / 5, "hardly a build was cut short: kill sooner"


def assert_whole(site: Path) -> None:
    texts = {path.name: path.read_text() for path in site.iterdir() if path.is_file()}
    if len(texts) > len(SITE):
        assert len(texts) == FILES + 2
        assert len(set(texts.values())) == 1
