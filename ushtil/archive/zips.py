"""Checks a zip without unpacking it, and without believing what it says of itself.

Programs that unpack read a zip in different ways: some by the directory at its end, some from the start,
entry by entry.  A hostile one tells them different things, so each must be told twice, the same, and
without a gap:

    entry entry … entry | directory | end        no byte before, between or behind; no comment, no extra field

Only then is anything read, a piece at a time and never to disk.  A bomb, which unpacks to thousands of
times its size, or whose entries share their bytes, is seen from the sizes, before it is read.
"""

from __future__ import annotations

import hashlib
import stat
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from ushtil.archive import manifest, verifying
from ushtil.archive.verifying import AGAIN, Verdict, fault
from ushtil.problems import Outcome, Problem

MOST, SMALL = 100, 1 << 20
"""Pages and data unpack to some ten times their size; only what is small may unpack to more."""
ENCRYPTED, NAME_IN_UTF8, SIZES_BEHIND = 0x1, 0x800, 0x8
_LOCAL = struct.Struct("<4s5H3L2H")
_SIGNATURE, _ZIP64 = b"PK\x03\x04", 1
_DIRECTORY_ENTRY, _END, _ZIP64_END = 46, 22, 76
_LARGE = 0xFFFFFFFF
_CHUNK = 1 << 20


def verify(file: Path, expected: str) -> Outcome[Verdict]:
    """Compares a zip with its manifest, and itself with the digest `expected` or that in `.sha256` beside it.

    Raises OSError, and `Unreadable` for a digest that is none.
    """
    beside = file.with_name(file.name + manifest.ENDING)
    who, problems = verifying.vouched(manifest.digest(file), expected, beside, _told(beside), file.name)
    try:
        with ZipFile(file) as archive, file.open("rb") as stream:
            strange = [*_structure(archive, stream, file.stat().st_size)]
            if strange:
                return Outcome(Verdict(0, who), (*problems, *strange))
            whole, faults = _contents(archive)
            return Outcome(Verdict(whole, who), (*problems, *faults))
    # What `zipfile` raises at damage, whatever it meets first.
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, struct.error) as error:
        damaged = fault(file.name, "V01", f"is damaged, or no zip: {error}", AGAIN)
        return Outcome(Verdict(0, who), (*problems, damaged))


def _told(beside: Path) -> str:
    """The digest in a file as `sha256sum` writes it; "" where there is no file."""
    if not beside.is_file():
        return ""
    with beside.open(encoding="utf-8", errors="replace") as stream:
        return (stream.read(200).split() or ["nothing"])[0].lower()


def _structure(archive: ZipFile, stream: IO[bytes], size: int) -> Iterator[Problem]:
    """V02 to V07, from the directory and the heads of the entries."""
    entries = archive.infolist()
    yield from verifying.unsafe(entry.orig_filename for entry in entries)
    for entry in entries:
        yield from (fault(ascii(entry.orig_filename), code, what) for code, what in _of_entry(entry))
    if len({entry.orig_filename.partition("/")[0] for entry in entries}) != 1:
        yield fault(str(archive.filename), "V07", "has more than the one folder that it should have")
    packed, unpacked = (sum(getattr(one, key) for one in entries) for key in ("compress_size", "file_size"))
    if unpacked > max(packed, size) * MOST + SMALL:
        what = f"claims to unpack from {size} bytes to {unpacked}"
        yield fault(str(archive.filename), "V06", what)
    if not _is_tiled(archive, stream, size):
        what = "has bytes that no entry owns, that two own, or that it tells two things of"
        yield fault(str(archive.filename), "V06", what)


def _of_entry(entry: ZipInfo) -> Iterator[tuple[str, str]]:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        yield "V04", "is a link or no plain file"
    if entry.flag_bits & ENCRYPTED:
        yield "V05", "is encrypted"
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        yield "V05", f"is packed in a way that old programs do not know: {entry.compress_type}"
    if entry.file_size > entry.compress_size * MOST + SMALL:
        yield "V06", f"claims to unpack from {entry.compress_size} bytes to {entry.file_size}"


def _is_tiled(archive: ZipFile, stream: IO[bytes], size: int) -> bool:
    """Whether entries, directory and end fill the file, and each entry's head tells the same."""
    at = 0
    for entry in sorted(archive.infolist(), key=lambda one: one.header_offset):
        length = _head(entry, stream) if entry.header_offset == at else 0
        if not length:
            return False
        at += length + entry.compress_size
    directory = sum(
        _DIRECTORY_ENTRY + len(_raw(entry)) + len(entry.extra) + len(entry.comment)
        for entry in archive.infolist()
    )
    return archive.start_dir == at and size - at - directory in (_END, _END + _ZIP64_END)


def _head(entry: ZipInfo, stream: IO[bytes]) -> int:
    """The length of an entry's head; 0 where it is not as the directory tells, or has more than it needs."""
    stream.seek(entry.header_offset)
    head = stream.read(_LOCAL.size)
    if len(head) < _LOCAL.size:
        return 0
    signature, _, flags, packing, _, _, crc, packed, size, name_length, extra = _LOCAL.unpack(head)
    name, rest = stream.read(name_length), stream.read(extra)
    sizes = (
        struct.unpack_from("<QQ", rest, 4)[::-1]
        if _LARGE in (packed, size) and extra >= 20
        else (packed, size)
    )
    told = (signature, flags, packing, crc, *sizes, name)
    known = (
        _SIGNATURE,
        entry.flag_bits,
        entry.compress_type,
        entry.CRC,
        entry.compress_size,
        entry.file_size,
    )
    is_plain = not flags & SIZES_BEHIND and all(map(_is_zip64, (rest, entry.extra))) and not entry.comment
    return _LOCAL.size + name_length + extra if told == (*known, _raw(entry)) and is_plain else 0


def _is_zip64(extra: bytes) -> bool:
    """Whether an extra field is none, or the one that very large files need."""
    return not extra or (struct.unpack_from("<H", extra)[0] == _ZIP64 and len(extra) <= 28)


def _raw(entry: ZipInfo) -> bytes:
    return entry.orig_filename.encode("utf-8" if entry.flag_bits & NAME_IN_UTF8 else "cp437")


def _contents(archive: ZipFile) -> tuple[int, list[Problem]]:
    """How many files are as the manifest tells, and V08 to V11."""
    top = f"{archive.infolist()[0].filename.partition('/')[0]}/" if archive.infolist() else ""
    found = {}
    for entry in archive.infolist():
        found[entry.filename.removeprefix(top)] = _digest(archive, entry)
    if manifest.NAME not in found:
        return 0, [fault(manifest.NAME, "V08", "is not there")]
    try:
        listed = manifest.parse(archive.read(top + manifest.NAME).decode())
    except ValueError as error:
        return 0, [fault(manifest.NAME, "V08", f"is no manifest: {error}")]
    whole = sum(listed.get(name) == digest for name, digest in found.items())
    return whole, [*verifying.unsafe(listed), *verifying.compare(listed, found)]


def _digest(archive: ZipFile, entry: ZipInfo) -> str:
    digest = hashlib.sha256()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
