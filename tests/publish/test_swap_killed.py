"""Killed at any moment a site is whole: the old one or the new."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.killing import changes_of, killed_at, moments
from tests.sites import plant, read
from ushtil.publish import swap
from ushtil.publish.swap import Places

MOMENTS = 50
FILES = 24
OLD = dict.fromkeys(("index.html", "404.html", "assets/a.css", *map(str, range(FILES))), b"old")
NEW = dict.fromkeys(OLD, b"new") | {"added/a": b"new"}
NOTHING: dict[str, bytes] = {}


def put(site: Path, files: dict[str, bytes]) -> None:
    with swap.staged(site) as stage:
        plant(stage, files)


def state(site: Path) -> dict[str, bytes]:
    return read(site) if site.exists() else NOTHING


def left(site: Path) -> set[str]:
    return {path.name for path in (site.parent / swap.WORK).glob("*")} - {"site.lock"}


def prepared(tmp_path: Path, name: str, before: dict[str, bytes]) -> Path:
    (tmp_path / name).mkdir()
    site = tmp_path / name / "site"
    if before:
        put(site, before)
    return site


@pytest.fixture(params=["exchange", "renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How the names are changed: at once, or as on a system that cannot."""
    if request.param == "renames":
        monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    return str(request.param)


@pytest.mark.parametrize("before", [OLD, NOTHING], ids=["over the old one", "the first"])
def test_at_any_moment(tmp_path: Path, way: str, before: dict[str, bytes]) -> None:
    first = prepared(tmp_path, "first", before)
    total = changes_of(lambda: put(first, NEW), first.parent)
    outcomes = []
    for moment in moments(total, MOMENTS):
        site = prepared(tmp_path, f"at{moment}", before)
        assert killed_at(lambda site=site: put(site, NEW), site.parent, moment)
        allowed = (before, NEW) if way == "exchange" else (before, NEW, NOTHING)
        assert state(site) in allowed, moment
        swap.settle(site)
        assert state(site) in (before, NEW), moment
        assert left(site) == set(), moment
        outcomes.append(state(site) == NEW)
    assert outcomes == sorted(outcomes), "old after new"
    # Of the first site hardly anything is left to do once it is in place.
    assert set(outcomes) == {False, True} if before else False in outcomes


@pytest.mark.parametrize("next_command", [swap.settle, lambda site: put(site, NEW)], ids=["settle", "build"])
def test_the_next_command_may_be_killed_too(
    tmp_path: Path, way: str, next_command: Callable[[Path], None]
) -> None:
    first = prepared(tmp_path, "first", OLD)
    total = changes_of(lambda: put(first, NEW), first.parent)
    for place, moment in enumerate(moments(total, 20), 1):
        site = prepared(tmp_path, f"at{moment}", OLD)
        killed_at(lambda site=site: put(site, NEW), site.parent, moment)
        killed_at(lambda site=site: next_command(site), site.parent, place)
        next_command(site)
        assert state(site) in (OLD, NEW), moment
        assert left(site) == set(), moment


def test_no_lock_outlives_its_process(tmp_path: Path) -> None:
    site = prepared(tmp_path, "one", OLD)
    for moment in (1, 5, 10):
        killed_at(lambda: put(site, NEW), site.parent, moment)
        assert Places(site).lock.exists()
        put(site, OLD)
