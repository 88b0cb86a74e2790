"""Files are written all or none, whenever the process is killed and whatever the disk says."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from tests.killing import changes_of, killed_at, moments
from tests.sites import plant
from ushtil import transaction
from ushtil.problems import Unreadable

MOMENTS = 50
TREES = ("docs", "docs_ru", "docs_kk")
OLD = {f"{tree}/doc/s{n}.md": f"old {n}\n" for tree in TREES for n in range(4)} | {"docs/other.md": "other\n"}
CHANGES = {
    **{f"{tree}/doc/s{n}.md": f"new {n}\n" for tree in TREES for n in range(2)},
    **{f"{tree}/doc/s3.md": None for tree in TREES},
    **{f"{tree}/doc/more/s{n}.md": f"added {n} — қосылды\n" for tree in TREES for n in range(2)},
}
NEW = {path: text for path, text in (OLD | CHANGES).items() if text is not None}


def files(root: Path) -> dict[str, str]:
    """All files below `root` but those of the transaction itself."""
    found = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    own = f"{transaction.FOLDER}/"
    return {
        name: path.read_text(encoding="utf-8") for name, path in found.items() if not name.startswith(own)
    }


def left(root: Path) -> set[str]:
    """What is left of the work, the lock apart."""
    return {path.name for path in (root / transaction.FOLDER).glob("*")} - {"lock"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return plant(tmp_path / "root", OLD)


def test_all_is_done(root: Path) -> None:
    transaction.commit(root, CHANGES)
    assert files(root) == NEW
    assert left(root) == set()
    assert transaction.recover(root) is False


def test_nothing_to_recover_makes_nothing(root: Path) -> None:
    assert transaction.recover(root) is False
    assert not (root / transaction.FOLDER).exists()


def test_deleting_what_is_not_there_is_no_fault(root: Path) -> None:
    transaction.commit(root, {"docs/nothing.md": None})
    assert files(root) == OLD


def test_killed_at_any_moment_all_is_old_or_new(tmp_path: Path) -> None:
    def planted(name: str) -> Path:
        return plant(tmp_path / name, OLD)

    first = planted("first")
    total = changes_of(lambda: transaction.commit(first, CHANGES), first)
    outcomes = []
    for moment in moments(total, MOMENTS):
        root = planted(f"root{moment}")
        assert killed_at(lambda root=root: transaction.commit(root, CHANGES), root, moment)
        torn = files(root) not in (OLD, NEW)
        transaction.recover(root)
        assert files(root) in (OLD, NEW), moment
        # The lock's file may not be there yet: nothing else is left of the work but what was never begun.
        assert left(root) <= {"journal.tmp"}, moment
        outcomes.append((files(root) == NEW, torn))
    assert [new for new, _ in outcomes] == sorted(new for new, _ in outcomes), "old after new"
    assert {new for new, _ in outcomes} == {False, True}
    assert any(torn for _, torn in outcomes), "no kill fell among the moves"


def test_recovery_itself_may_be_killed(tmp_path: Path) -> None:
    first = plant(tmp_path / "first", OLD)
    total = changes_of(lambda: transaction.commit(first, CHANGES), first)
    for place, moment in enumerate(moments(total, 20), 1):
        root = plant(tmp_path / f"root{moment}", OLD)
        killed_at(lambda root=root: transaction.commit(root, CHANGES), root, moment)
        killed_at(lambda root=root: transaction.recover(root), root, place)
        transaction.recover(root)
        assert files(root) in (OLD, NEW)


def test_the_next_commit_first_completes_or_undoes(tmp_path: Path) -> None:
    first = plant(tmp_path / "first", OLD)
    total = changes_of(lambda: transaction.commit(first, CHANGES), first)
    for moment in moments(total, 20):
        root = plant(tmp_path / f"root{moment}", OLD)
        killed_at(lambda root=root: transaction.commit(root, CHANGES), root, moment)
        transaction.commit(root, {"docs/late.md": "late\n"})
        assert files(root) in ({**OLD, "docs/late.md": "late\n"}, {**NEW, "docs/late.md": "late\n"})
        assert left(root) <= {"journal.tmp"}


@pytest.mark.parametrize(
    "path", ["../out.md", "docs/../../out.md", "/tmp/ushtil-out.md", "docs/link/a.md", "docs/a.md"]
)
def test_no_path_leads_out(tmp_path: Path, root: Path, path: str) -> None:
    outside = plant(tmp_path / "outside", {"a.md": "theirs\n"})
    (root / "docs/link").symlink_to(outside)
    (root / "docs/a.md").symlink_to(outside / "a.md")
    for text in ("ours\n", None):
        with pytest.raises(Unreadable, match="leads out of"):
            transaction.commit(root, {"docs/doc/s0.md": "new\n", path: text})
    assert files(outside) == {"a.md": "theirs\n"}
    assert (root / "docs/doc/s0.md").read_text() == "old 0\n"
    assert left(root) == set()


def test_a_dangling_link_is_refused(tmp_path: Path, root: Path) -> None:
    (root / "docs/a.md").symlink_to(tmp_path / "nothing.md")
    with pytest.raises(Unreadable, match="leads out of"):
        transaction.commit(root, {"docs/a.md": "new\n"})
    assert not (tmp_path / "nothing.md").exists()


def test_a_root_behind_a_link_is_one(tmp_path: Path, root: Path) -> None:
    (tmp_path / "link").symlink_to(root)
    transaction.commit(tmp_path / "link", CHANGES)
    assert files(root) == NEW


class FullDisk:
    """Lets `room` calls through, then fails as a full disk does."""

    def __init__(self, call, room: int) -> None:
        self.call, self.room = call, room

    def __call__(self, *arguments, **named):
        self.room -= 1
        if self.room < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return self.call(*arguments, **named)


STAGED = sum(1 for text in CHANGES.values() if text is not None)


@pytest.mark.parametrize("room", range(STAGED + 1))
def test_a_disk_that_is_full_changes_nothing(root: Path, monkeypatch, room: int) -> None:
    monkeypatch.setattr(os, "fsync", FullDisk(os.fsync, room))
    with pytest.raises(OSError, match="space"):
        transaction.commit(root, CHANGES)
    monkeypatch.undo()
    assert files(root) == OLD
    transaction.recover(root)
    assert files(root) == OLD
    transaction.commit(root, CHANGES)
    assert files(root) == NEW


def test_a_journal_that_cannot_be_put_in_place_decides_nothing(root: Path, monkeypatch) -> None:
    monkeypatch.setattr(os, "replace", FullDisk(os.replace, 0))
    with pytest.raises(OSError, match="space"):
        transaction.commit(root, CHANGES)
    monkeypatch.undo()
    transaction.recover(root)
    assert files(root) == OLD


@pytest.mark.parametrize("room", [1, 4, 8])
def test_a_disk_that_fails_after_the_decision_is_completed_later(root: Path, monkeypatch, room: int) -> None:
    monkeypatch.setattr(os, "replace", FullDisk(os.replace, room))
    with pytest.raises(OSError, match="space"):
        transaction.commit(root, CHANGES)
    monkeypatch.undo()
    assert transaction.recover(root) is True
    assert files(root) == NEW


def test_a_second_command_waits(root: Path) -> None:
    second = threading.Thread(target=transaction.commit, args=(root, CHANGES))
    with transaction.locked(root):
        second.start()
        second.join(0.1)
        assert second.is_alive()
        assert files(root) == OLD
    second.join(10)
    assert files(root) == NEW
