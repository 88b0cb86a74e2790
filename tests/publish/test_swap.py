"""A finished site takes the place of the old one, and nothing else's."""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.sites import plant
from ushtil.problems import Unreadable
from ushtil.publish import swap
from ushtil.publish.swap import Places

SITE = {"index.html": "old", "404.html": "", "assets/a.css": ""}


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
    with pytest.raises(Unreadable, match="holds files that Ushtil has not made"):
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


def test_a_reader_never_finds_no_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where names can be exchanged, which is wherever this is tested: no rename moves the site away."""
    put(tmp_path / "site", "old")
    monkeypatch.setattr(Path, "rename", lambda *_: pytest.fail("moved"))
    put(tmp_path / "site", "new")
    assert (tmp_path / "site/index.html").read_text() == "new"


def refusing(error: int) -> Callable[..., object]:
    """A C library of a system that answers so when two names are to be exchanged."""

    def renameat2(*_: object) -> int:
        ctypes.set_errno(error)
        return -1

    return lambda *_, **__: SimpleNamespace(renameat2=renameat2)


@pytest.mark.parametrize(
    "library",
    [refusing(errno.EINVAL), refusing(errno.ENOSYS), lambda *_, **__: SimpleNamespace()],
    ids=["this file system cannot", "this kernel cannot", "this library cannot"],
)
def test_two_renames_do_it_where_names_cannot_be_exchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: Callable[..., object]
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", library)
    for text in ("old", "new"):
        put(tmp_path / "site", text)
        assert (tmp_path / "site/index.html").read_text() == text
    assert states(tmp_path / "site") == set()


@pytest.mark.parametrize("error", [errno.EIO, errno.EACCES, errno.ENOSPC])
def test_another_error_at_the_exchange_is_told_and_moves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    put(tmp_path / "site", "old")
    with monkeypatch.context() as patched:
        patched.setattr(ctypes, "CDLL", refusing(error))
        patched.setattr(Path, "rename", lambda *_: pytest.fail("moved"))
        with pytest.raises(OSError) as told:
            put(tmp_path / "site", "new")
    assert (told.value.errno, told.value.filename) == (error, str(tmp_path / "site"))
    assert (tmp_path / "site/index.html").read_text() == "old"
    swap.settle(tmp_path / "site")
    assert states(tmp_path / "site") == set()


def test_what_the_kernel_itself_answers(tmp_path: Path) -> None:
    """A folder and one within it cannot change names; nor can one that is not there."""
    plant(tmp_path, {"one/index.html": "1", "other/index.html": "2", "one/within/index.html": "3"})
    assert swap._exchange(tmp_path / "one", tmp_path / "other")
    assert [(tmp_path / name / "index.html").read_text() for name in ("one", "other")] == ["2", "1"]
    assert not swap._exchange(tmp_path / "other", tmp_path / "other/within")
    with pytest.raises(FileNotFoundError, match="nowhere"):
        swap._exchange(tmp_path / "one", tmp_path / "nowhere")


def test_a_link_stays_and_what_it_names_is_replaced(tmp_path: Path) -> None:
    place = tmp_path / "elsewhere/www"
    place.parent.mkdir()
    (tmp_path / "site").symlink_to(place)
    for text in ("old", "new"):
        put(tmp_path / "site", text)
        assert (tmp_path / "site").is_symlink()
        assert (place / "index.html").read_text() == text
    assert states(place) == set()
    assert not (tmp_path / swap.WORK).exists()


def test_a_link_within_a_site_is_removed_and_not_followed(tmp_path: Path) -> None:
    theirs = plant(tmp_path / "theirs", {"dear.txt": "you"})
    put(tmp_path / "site", "old")
    (tmp_path / "site/link").symlink_to(theirs)
    put(tmp_path / "site", "new")
    assert not (tmp_path / "site/link").exists()
    assert (theirs / "dear.txt").exists()


def test_the_folder_of_the_work_is_no_link(tmp_path: Path) -> None:
    (tmp_path / swap.WORK).symlink_to(plant(tmp_path / "theirs", {"site.building/dear.txt": "you"}))
    with pytest.raises(Unreadable, match="is a link; remove it"):
        put(tmp_path / "site", "new")
    assert (tmp_path / "theirs/site.building/dear.txt").exists()


def test_other_folders_have_marks_of_their_own(tmp_path: Path) -> None:
    for text in ("old", "new"):
        with swap.staged(tmp_path / "dist", marks=("MANIFEST",)) as stage:
            plant(stage, {"MANIFEST": text})
    assert (tmp_path / "dist/MANIFEST").read_text() == "new"
    with pytest.raises(Unreadable, match="has not made"):
        put(tmp_path / "dist", "a site")


@pytest.mark.parametrize("wanted", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_waits_until_the_site_is_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: signal.Signals
) -> None:
    exchange = swap._exchange
    put(tmp_path / "site", "old")

    def interrupted(one: Path, other: Path) -> bool:
        os.kill(os.getpid(), wanted)
        return exchange(one, other)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(swap, "_exchange", interrupted)
    before = signal.signal(wanted, stop)
    # A thread more, which may be the one that gets the signal.
    done = threading.Event()
    threading.Thread(target=done.wait).start()
    try:
        with pytest.raises(KeyboardInterrupt):
            put(tmp_path / "site", "new")
    finally:
        signal.signal(wanted, before)
        done.set()
    assert (tmp_path / "site/index.html").read_text() == "new"
    assert states(tmp_path / "site") == set()


def test_a_site_that_is_read_is_not_replaced_meanwhile(tmp_path: Path) -> None:
    put(tmp_path / "site", "old")
    with swap.held(tmp_path / "site"):
        with pytest.raises(swap.Busy):
            put(tmp_path / "site", "new")
        swap.settle(tmp_path / "site")
    put(tmp_path / "site", "new")


def test_nothing_to_settle_makes_nothing(tmp_path: Path) -> None:
    swap.settle(tmp_path / "site")
    assert list(tmp_path.iterdir()) == []
