"""The digests of an archive's files, in the form that `sha256sum` writes and checks.

    9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  ru/index.html

One line a file, two spaces, the path from the manifest's own folder, sorted by code points.  A copy of it
stands beside the zip, so that a folder's manifest can be compared with one that came another way.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

NAME = "MANIFEST.sha256"
ENDING = ".sha256"

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def beside(folder: str) -> str:
    """Where the copy stands: beside the folder of this name, or beside the zip that it was unpacked from."""
    return f"{folder}.manifest{ENDING}"


def text(digests: Mapping[str, str]) -> str:
    """The manifest of files: name → digest."""
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests))


def parse(manifest: str) -> dict[str, str]:
    """Name → digest. Raises `ValueError` that names the line which is none of a manifest's."""
    found: dict[str, str] = {}
    # Not `splitlines`, for which a name may hold the end of a line.
    for number, line in enumerate(manifest.removesuffix("\n").split("\n"), 1):
        match = _LINE.fullmatch(line.removesuffix("\r"))
        if not match or match[2] in found:
            raise ValueError(f"line {number} is not a digest and a name of its own")
        found[match[2]] = match[1]
    return found


def digest(file: Path) -> str:
    """The sha256 of a file, read in pieces."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
