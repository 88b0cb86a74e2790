"""A zip that is the same whoever makes it, wherever and whenever; only one file is in memory at a time.

Nothing comes from the file system but names and contents: the time is the content's, the permissions are
those of a plain file, and what makes the order is the name.  The bytes also depend on zlib: its deflate has
been the same for many years, but another library of that interface may pack otherwise.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ushtil.archive import manifest

Moment = tuple[int, int, int, int, int, int]

LEVEL = zlib.Z_DEFAULT_COMPRESSION
UNIX, PLAIN_FILE = 3, 0o100644 << 16
EARLIEST, LATEST = 1980, 2107
"""The years that a zip can tell."""
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Item:
    """A file to be packed: its path in the archive's folder, its size if known, and what reads it."""

    name: str
    read: Callable[[], Iterable[bytes]]
    size: int = 0


def of_file(name: str, file: Path) -> Item:
    """A file as it is."""
    return Item(name, partial(chunks, file), file.stat().st_size)


def of_text(name: str, text: str) -> Item:
    return Item(name, lambda: (text.encode(),))


def chunks(file: Path) -> Iterator[bytes]:
    """The bytes of a file in pieces."""
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def moment(date: str) -> Moment:
    """The start of a day, a month or a year, as near as a zip can tell it; "" is the earliest time."""
    year, month, day = (*map(int, filter(None, date.split("-"))), 1, 1, 1)[:3] if date else (EARLIEST, 1, 1)
    return (min(max(year, EARLIEST), LATEST), month, day, 0, 0, 0)


def pack(target: Path, items: Iterable[Item], date: str) -> str:
    """Writes the items and their manifest below one folder, of the name of `target`; the manifest."""
    digests: dict[str, str] = {}
    top, when = target.stem, moment(date)
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        for item in sorted(items, key=lambda one: one.name):
            digests[item.name] = _add(archive, f"{top}/{item.name}", item, when)
        listed = manifest.text(digests)
        _add(archive, f"{top}/{manifest.NAME}", of_text(manifest.NAME, listed), when)
        # Written last, for it needs all others; listed where its name belongs.
        archive.filelist.sort(key=lambda info: info.filename)
    return listed


def _add(archive: ZipFile, name: str, item: Item, when: Moment) -> str:
    """Packs one file; its sha256."""
    info = ZipInfo(name, when)
    info.create_system, info.external_attr, info.compress_type = UNIX, PLAIN_FILE, ZIP_DEFLATED
    info.file_size = item.size
    digest = hashlib.sha256()
    with archive.open(info, "w") as entry:
        for chunk in item.read():
            digest.update(chunk)
            entry.write(chunk)
    return digest.hexdigest()
