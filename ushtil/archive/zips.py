"""Checks a zip without unpacking it, and without believing what it says of itself.

Programs that unpack read a zip in different ways: some by the directory at its end, some from the start,
entry by entry.  A hostile one tells them different things, so each must be told twice, the same, and
without a gap:

    entry entry … entry | directory | end        no byte before, between or behind; no comment, no extra field
                                                 but those that very large files need

A zip of very many files or bytes has its end in two forms, of which a program may believe either: they must
tell of one directory, the one that is there.

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
_LOCAL, _LOCAL_SIGNATURE = struct.Struct("<4s5H3L2H"), b"PK\x03\x04"
_END, _END_SIGNATURE = struct.Struct("<4s4H2LH"), b"PK\x05\x06"
_ZIP64_END = struct.Struct("<4sQ2H2L4Q")
_ZIP64_LOCATOR = struct.Struct("<4sLQL")
_DIRECTORY_ENTRY = 46
_MANY, _LARGE = 0xFFFF, 0xFFFFFFFF
"""What stands for a number that the older form has no room for."""
_CHUNK = 1 << 20


def verify(file: Path, expected: str | None) -> Outcome[Verdict]:
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
    stream.seek(at + directory)
    end = stream.read(_END.size + _ZIP64_END.size + _ZIP64_LOCATOR.size + 1)
    is_there = archive.start_dir == at and at + directory + len(end) == size
    return is_there and _is_end(end, len(archive.infolist()), directory, at)


def _is_end(end: bytes, count: int, length: int, offset: int) -> bool:
    """Whether the end tells, in each of its forms, the directory's number of entries, length and place."""
    if len(end) < _END.size:
        return False
    told, larger = _END.unpack(end[-_END.size :]), end[: -_END.size]
    known = (_END_SIGNATURE, 0, 0, count, count, length, offset, 0)
    if not larger:
        return told == known
    record = _ZIP64_END.pack(b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, length, offset)
    locator = _ZIP64_LOCATOR.pack(b"PK\x06\x07", 0, offset + length, 1)
    elsewhere = (_END_SIGNATURE, 0, 0, _MANY, _MANY, _LARGE, _LARGE, 0)
    is_same = all(one in either for one, *either in zip(told, known, elsewhere, strict=True))
    return larger == record + locator and is_same


def _head(entry: ZipInfo, stream: IO[bytes]) -> int:
    """The length of an entry's head; 0 where it is not as the directory tells, or has more than it needs."""
    stream.seek(entry.header_offset)
    head = stream.read(_LOCAL.size)
    if len(head) < _LOCAL.size:
        return 0
    signature, _, flags, packing, _, _, crc, packed, size, name_length, extra = _LOCAL.unpack(head)
    name, rest = stream.read(name_length), stream.read(extra)
    known_sizes = (entry.compress_size, entry.file_size)
    large = _zip64(entry.file_size, entry.compress_size)
    sizes = known_sizes if rest == large and (packed, size) == (_LARGE, _LARGE) else (packed, size)
    told = (signature, flags, packing, crc, *sizes, name)
    known = (_LOCAL_SIGNATURE, entry.flag_bits, entry.compress_type, entry.CRC, *known_sizes, _raw(entry))
    is_plain = (
        not flags & SIZES_BEHIND
        and rest in (b"", large)
        and entry.extra in (b"", large, *_zip64_at(entry))
        and not entry.comment
    )
    return _LOCAL.size + name_length + extra if told == known and is_plain else 0


def _zip64_at(entry: ZipInfo) -> tuple[bytes, bytes]:
    """The extra fields of the directory for an entry that stands behind gigabytes."""
    at = entry.header_offset
    return _zip64(at), _zip64(entry.file_size, entry.compress_size, at)


def _zip64(*numbers: int) -> bytes:
    """The extra field for what an entry's own fields have no room for."""
    return struct.pack(f"<HH{len(numbers)}Q", 1, 8 * len(numbers), *numbers)


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
