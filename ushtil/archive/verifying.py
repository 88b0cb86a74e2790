"""Whether an archive, or the folder that it was unpacked into, is what was made.

A manifest inside tells damage, not malice: who changes a file can change its line there.  What vouches is a
digest from elsewhere.  That of an archive is told by the file `.sha256` beside it; that of a folder's
manifest is the digest of the file `.manifest.sha256` beside the folder, which must be the same; or the
reader names one.  Where there is none, that is told, and the rest is checked all the same.

    V01 damaged   V02 a name that escapes   V03 one name twice   V04 a link   V05 encrypted, unknown packing
    V06 bytes that no entry owns, or that claim to be more than they can   V07 more than the one folder
    V08 no manifest   V09 changed   V10 missing   V11 extra   V12 another digest outside   V13 nobody vouches
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ushtil.archive import manifest, names
from ushtil.problems import Problem, Severity, Unreadable

_DRIVE = re.compile(r"[A-Za-z]:")
_DIGEST = re.compile(r"[0-9a-f]{64}")
LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}
"""What macOS and Windows leave in a folder that someone looks into."""

UNPACK = "do not unpack it; take the archive anew from where it is published"
AGAIN = "take the archive anew, and unpack it into an empty folder"


@dataclass(frozen=True)
class Verdict:
    """What was found: how many files are as the manifest tells, and whose digest vouches for the manifest."""

    files: int
    vouched: str
    """"given", "beside", or "" where nobody does."""


def fault(place: str, code: str, message: str, remedy: str = UNPACK) -> Problem:
    """An error of an archive."""
    return Problem(place, 0, code, Severity.ERROR, message, remedy)


def escapes(name: str) -> str:
    """How a name would leave the folder that it is unpacked into; "" if it stays."""
    if "\0" in name or "\\" in name:
        return "a backslash or a zero byte stands in the name"
    if name.startswith("/") or _DRIVE.match(name):
        return "the name is absolute"
    if any(part in ("", ".", "..") for part in name.removesuffix("/").split("/")):
        return "the name leads out of its folder"
    return ""


def unsafe(found: Iterable[str]) -> Iterator[Problem]:
    """V02, V03: names that escape, that no machine should be given, or that stand for one file."""
    taken: dict[str, str] = {}
    for name in found:
        why = escapes(name) or next((what for code, what, _ in names.faults(name) if code == "Z02"), "")
        if why:
            yield fault(_shown(name), "V02", why)
        other = taken.setdefault(names.folded(name.removesuffix("/")), name)
        if other is not name:
            yield fault(_shown(name), "V03", f"is there twice, also as {_shown(other)}")


def compare(listed: Mapping[str, str], found: Mapping[str, str]) -> Iterator[Problem]:
    """V09 to V11: what differs between a manifest and the digests of the files."""
    for name in sorted(listed.keys() | found.keys() - {manifest.NAME}):
        if name not in found:
            yield fault(_shown(name), "V10", "is missing", AGAIN)
        elif name not in listed:
            yield _extra(name)
        elif found[name] != listed[name]:
            yield fault(_shown(name), "V09", "is not as it was made: it is changed or damaged", AGAIN)


def _extra(name: str) -> Problem:
    if name.rpartition("/")[2] in LITTER:
        return Problem(name, 0, "V11", Severity.NOTE, "is no file of the archive; the system put it there")
    remedy = "do not open it; if it is of an older archive, unpack this one into an empty folder"
    return fault(_shown(name), "V11", "is no file of this archive", remedy)


def vouched(
    digest: str, expected: str | None, beside: Path, told_beside: str, what: str
) -> tuple[str, tuple[Problem, ...]]:
    """Whose digest that of `what` is compared with, and V12 or V13.

    It is the `expected` one, else the one that is told by the file `beside`; None and "" stand for none.
    Raises `Unreadable` for a digest that is none.
    """
    who, told = ("beside", told_beside) if expected is None else ("given", expected.lower())
    if expected is None and not told:
        remedy = f"put {beside.name} beside it, from where the archive is published; or --sha256 DIGEST"
        note = (
            f"nothing vouches for it: no {beside.name} beside it, and whoever changed it could change {what}"
        )
        return "", (Problem(what, 0, "V13", Severity.WARNING, note, remedy),)
    if not _DIGEST.fullmatch(told):
        source = str(beside) if expected is None else "--sha256"
        raise Unreadable(f"{source}: expected a sha256 of 64 digits, 0 to 9 and a to f; found {told[:80]!r}")
    if told != digest:
        message = f"is not what the digest {who} is of: expected {told}, found {digest}"
        return who, (
            fault(what, "V12", message, "do not open it; take the archive anew from where it is published"),
        )
    return who, ()


def _shown(name: str) -> str:
    """A name that may be hostile, for a terminal."""
    return name if name.isprintable() else ascii(name)
