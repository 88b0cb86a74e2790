"""Checks a folder that an archive was unpacked into."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from ushtil.archive import manifest, verifying
from ushtil.archive.verifying import AGAIN, Verdict, fault
from ushtil.problems import Outcome, Problem, Unreadable


def verify(folder: Path, expected: str | None) -> Outcome[Verdict]:
    """Compares a folder with its manifest, and that with the digest `expected`, or a copy beside the folder.

    No link is followed. Raises `Unreadable` where there is no manifest.
    """
    file = folder / manifest.NAME
    if file.is_symlink() or not file.is_file():
        remedy = f"name the unpacked folder that holds {manifest.NAME}, or the zip itself"
        raise Unreadable(f"{folder}: no {manifest.NAME} in it; {remedy}")
    resolved = folder.resolve()
    beside = resolved.with_name(manifest.beside(resolved.name))
    told = manifest.digest(beside) if beside.is_file() else ""
    who, problems = verifying.vouched(manifest.digest(file), expected, beside, told, manifest.NAME)
    try:
        listed = manifest.parse(file.read_text(encoding="utf-8"))
    except ValueError as error:
        torn = fault(manifest.NAME, "V08", f"is no manifest: {error}", AGAIN)
        return Outcome(Verdict(0, who), (*problems, torn))
    found, strange = _digests(folder)
    bad = [*verifying.unsafe(listed), *strange, *verifying.compare(listed, found)]
    whole = sum(listed.get(name) == digest for name, digest in found.items())
    return Outcome(Verdict(whole, who), (*problems, *bad))


def _digests(folder: Path) -> tuple[dict[str, str], list[Problem]]:
    """Name → digest of each plain file; V04 for whatever is neither file nor folder."""
    found, strange = dict[str, str](), list[Problem]()
    for path in _walk(folder):
        name = path.relative_to(folder).as_posix()
        if stat.S_ISREG(path.lstat().st_mode):
            found[name] = manifest.digest(path)
        else:
            remedy = "remove it: no archive of ours has any"
            strange.append(fault(name, "V04", "is a link or no plain file, and was not followed", remedy))
    return found, strange


def _walk(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        for name in sorted([*files, *(one for one in folders if Path(here, one).is_symlink())]):
            yield Path(here, name)
