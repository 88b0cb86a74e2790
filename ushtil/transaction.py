"""Files written all or none, also when the process is killed in the middle.

    .ushtil/lock           held while a command writes
    .ushtil/stage/0, 1 …   the new contents, on disk before anything else happens
    .ushtil/journal.json   its appearance is the moment of decision: before it, all is undone by
                           forgetting the stage; from it on, all is done by moving the staged files

`recover` does whichever of the two is due; every command that reads or writes the trees calls it first.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from .problems import Unreadable

FOLDER = ".ushtil"


def commit(root: Path, changes: Mapping[str, str | None]) -> None:
    """Write the files of `changes` (path relative to `root` → text, None to delete), all or none.

    Raises `Unreadable` for a path that leads out of `root`, OSError (nothing is changed) on a full disk.
    """
    for path in changes:
        refuse_outside(root, path)
    with locked(root):
        settle(root)
        stage = root / FOLDER / "stage"
        try:
            stage.mkdir()
            entries = [
                stage_file(stage, n, path, text) for n, (path, text) in enumerate(sorted(changes.items()))
            ]
            write_through(root / FOLDER / "journal.tmp", json.dumps(entries).encode())
        except OSError:
            shutil.rmtree(stage, ignore_errors=True)
            raise
        os.replace(root / FOLDER / "journal.tmp", root / FOLDER / "journal.json")
        sync_folder(root / FOLDER)
        settle(root)


def recover(root: Path) -> bool:
    """Complete or undo what a killed command left; whether there was anything."""
    if not (root / FOLDER / "stage").exists() and not (root / FOLDER / "journal.json").exists():
        return False
    with locked(root):
        settle(root)
    return True


def is_decided(root: Path) -> bool:
    """Whether a change was decided and is not complete, so that `recover` will complete it."""
    return (root / FOLDER / "journal.json").exists()


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Hold the lock of a root; a second command waits."""
    folder = root / FOLDER
    if folder.is_symlink():
        raise Unreadable(f"{folder} is a link; remove it: Ushtil writes nothing outside {root}")
    folder.mkdir(exist_ok=True)
    with open(folder / "lock", "w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def refuse_outside(root: Path, path: str) -> None:
    """Raise `Unreadable` if `path` leads out of `root`, by its name or through a link."""
    target = (root / path).resolve()
    if not target.is_relative_to(root.resolve()) or (root / path).is_symlink():
        raise Unreadable(f"{path} leads out of {root}; remove the link or name another document")


def stage_file(stage: Path, n: int, path: str, text: str | None) -> dict[str, str | None]:
    """Put one file on disk and return its journal entry; a deletion stages nothing."""
    if text is None:
        return {"path": path, "staged": None}
    write_through(stage / str(n), text.encode("utf-8"))
    return {"path": path, "staged": str(n)}


def write_through(file: Path, data: bytes) -> None:
    """Write a file and wait until it is on disk."""
    with open(file, "wb") as handle:
        handle.write(data)
        handle.flush()
        os.fsync(handle.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def settle(root: Path) -> None:
    """Move what the journal lists, then forget stage and journal. May be killed and called again."""
    folder = root / FOLDER
    journal = folder / "journal.json"
    if journal.exists():
        for entry in read_journal(journal):
            refuse_outside(root, str(entry["path"]))
            move(root, folder / "stage", entry)
        journal.unlink()
    shutil.rmtree(folder / "stage", ignore_errors=True)


def read_journal(journal: Path) -> list[dict[str, str | None]]:
    """The entries of a journal. Raises `Unreadable` for one that `commit` has not written."""
    try:
        entries = json.loads(journal.read_text(encoding="utf-8"))
        if all(
            isinstance(e["path"], str) and (e["staged"] is None or e["staged"].isdigit()) for e in entries
        ):
            return list(entries)
    except (ValueError, KeyError, TypeError, AttributeError):
        pass
    raise Unreadable(f"{journal} is no journal of Ushtil; move the folder {journal.parent} away")


def move(root: Path, stage: Path, entry: Mapping[str, str | None]) -> None:
    """Put one staged file in its place; one that is no longer staged was moved before."""
    target = root / str(entry["path"])
    if entry["staged"] is None:
        target.unlink(missing_ok=True)
        return
    staged = stage / entry["staged"]
    if staged.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(staged, target)
        sync_folder(target.parent)
