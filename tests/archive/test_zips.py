"""A zip that is not as it was made is refused, however it was changed."""

from __future__ import annotations

import hashlib
import io
import random
import struct
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from ushtil.archive import editions, folders, manifest, packing, zips
from ushtil.problems import Severity, Unreadable

FILES = {"index.html": "<p>first</p>", "kk/a.html": "ә" * 500, "search/kk/1.js": "x" * 90}
TOP = "top"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    target = tmp_path / f"{TOP}.zip"
    packing.pack(target, [packing.of_text(name, text) for name, text in FILES.items()], "2026")
    editions.vouch(target)
    return target


def codes(file: Path, expected: str | None = None) -> list[str]:
    problems = zips.verify(file, expected).problems
    return sorted({one.code for one in problems if one.severity is not Severity.NOTE})


def repacked(good: Path, change: Callable[[ZipFile, dict[str, bytes]], None], follow: bool = True) -> Path:
    """The zip as `change` leaves it: it may edit the contents, or add entries of its own.

    The manifest and the digest beside follow the change, as those of who means harm would.
    """
    with ZipFile(good) as archive:
        contents = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    bad = good.with_name("bad.zip")
    with ZipFile(bad, "w", ZIP_DEFLATED) as archive:
        change(archive, contents)
        if follow:
            digests = {
                name: hashlib.sha256(data).hexdigest()
                for name, data in contents.items()
                if name != manifest.NAME
            }
            contents[manifest.NAME] = manifest.text(digests).encode()
        for name, data in contents.items():
            archive.writestr(plain(f"{TOP}/{name}"), data)
    editions.vouch(bad)
    return bad


def plain(name: str) -> ZipInfo:
    info = ZipInfo(name)
    info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, 3, 0o100644 << 16
    return info


def test_what_was_made_is_whole(good: Path) -> None:
    outcome = zips.verify(good, None)
    assert (outcome.value.files, outcome.value.vouched, outcome.problems) == (len(FILES), "beside", ())
    digest = manifest.digest(good)
    good.with_name(good.name + manifest.ENDING).unlink()
    assert zips.verify(good, digest.upper()).value.vouched == "given"


def test_where_nobody_vouches_it_is_told(good: Path) -> None:
    good.with_name(good.name + manifest.ENDING).unlink()
    problems = zips.verify(good, None).problems
    assert [(one.code, one.severity) for one in problems] == [("V13", Severity.WARNING)]


def test_another_digest_outside_fails(good: Path) -> None:
    assert codes(good, "0" * 64) == ["V12"]
    with pytest.raises(Unreadable, match="expected a sha256 of 64 digits"):
        codes(good, "123")


def test_a_change_that_takes_the_manifest_along_fails_by_the_digest_outside(good: Path) -> None:
    def change(_: ZipFile, contents: dict[str, bytes]) -> None:
        contents["index.html"] = b"<p>forged</p>"

    bad = repacked(good, change)
    assert codes(bad) == []
    assert codes(bad, manifest.digest(good)) == ["V12"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda one: one.update({"index.html": b"changed"}), "V09"),
        (lambda one: one.pop("kk/a.html"), "V10"),
        (lambda one: one.update({"extra.js": b"alert(1)"}), "V11"),
        (lambda one: one.pop(manifest.NAME), "V08"),
        (lambda one: one.update({manifest.NAME: b"nonsense"}), "V08"),
    ],
)
def test_changed_missing_extra(good: Path, change: Callable[[dict[str, bytes]], None], told: str) -> None:
    assert codes(repacked(good, lambda _, contents: change(contents), follow=False)) == [told]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("../out.html", "V02"),
        (f"{TOP}/../../out.html", "V02"),
        ("/etc/passwd", "V02"),
        ("C:/windows/out.html", "V02"),
        (f"{TOP}\\..\\out.html", "V02"),
        (f"{TOP}//a.html", "V02"),
        (f"{TOP}/./a.html", "V02"),
        (f"{TOP}/nul.html", "V02"),
        (f"{TOP}/INDEX.html", "V03"),
        (f"{TOP}/a\u0301.html", ""),
        ("beside.html", "V07"),
    ],
)
def test_names_that_escape_or_clash(good: Path, name: str, told: str) -> None:
    found = codes(repacked(good, lambda archive, _: archive.writestr(plain(name), b"x")))
    assert (told or "V11") in found


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_twice(good: Path) -> None:
    bad = repacked(good, lambda archive, _: archive.writestr(plain(f"{TOP}/index.html"), b"x"))
    assert codes(bad) == ["V03"]


def test_a_link(good: Path) -> None:
    link = plain(f"{TOP}/link.html")
    link.external_attr = 0o120777 << 16
    assert codes(repacked(good, lambda archive, _: archive.writestr(link, b"/etc/passwd"))) == ["V04"]


def test_packed_in_another_way(good: Path) -> None:
    odd = plain(f"{TOP}/odd.html")
    odd.compress_type = ZIP_BZIP2
    assert codes(repacked(good, lambda archive, _: archive.writestr(odd, b"x"))) == ["V05"]


EXTRA = struct.pack("<HHL", 0xCAFE, 4, 0)


@pytest.mark.parametrize(
    ("head_has", "directory_has"),
    [
        ({"extra": EXTRA}, {"extra": EXTRA}),
        ({"extra": EXTRA}, {"extra": b""}),
        ({"extra": b""}, {"extra": EXTRA}),
        ({}, {"comment": b"hello"}),
    ],
    ids=["extra field", "extra field at the head", "extra field in the directory", "comment"],
)
def test_an_entry_that_carries_more_than_its_file(
    good: Path, head_has: dict[str, bytes], directory_has: dict[str, bytes]
) -> None:
    entry = plain(f"{TOP}/odd.html")

    def change(archive: ZipFile, _: dict[str, bytes]) -> None:
        give(entry, head_has)
        archive.writestr(entry, b"x")
        # The directory is written when the zip is closed.
        give(entry, directory_has)

    assert codes(repacked(good, change)) == ["V06"]


def give(entry: ZipInfo, values: dict[str, bytes]) -> None:
    for name, value in values.items():
        setattr(entry, name, value)


class Pipe(io.RawIOBase):
    """Takes what is written and cannot go back, so that sizes stand behind the data."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        return self.file.write(data)


def test_sizes_behind_the_data(good: Path) -> None:
    bad = good.with_name("streamed.zip")
    with bad.open("wb") as file, ZipFile(Pipe(file), "w", ZIP_DEFLATED) as archive:
        for name, data in read(good).items():
            archive.writestr(plain(name), data)
    assert read(bad) == read(good)
    assert codes(bad, manifest.digest(bad)) == ["V06"]


@pytest.mark.parametrize(
    "bombs",
    [
        {"zeros.html": bytes(1 << 26)},
        {"zeros.html": bytes(1 << 22), "noise.bin": random.Random(1).randbytes(100_000)},
        {f"{n}.html": bytes(1_000_000) for n in range(100)},
    ],
    ids=["alone", "beside what cannot be packed", "many, each of them small"],
)
def test_a_bomb_is_seen_before_it_is_read(
    good: Path, monkeypatch: pytest.MonkeyPatch, bombs: dict[str, bytes]
) -> None:
    bad = repacked(good, lambda _, contents: contents.update(bombs))

    def read(*_: object) -> None:
        raise AssertionError("it was read")

    monkeypatch.setattr(ZipFile, "open", read)
    assert codes(bad) == ["V06"]


def patched(good: Path, change: Callable[[bytearray], None]) -> Path:
    data = bytearray(good.read_bytes())
    change(data)
    bad = good.with_name("patched.zip")
    bad.write_bytes(data)
    editions.vouch(bad)
    return bad


def central(data: bytearray) -> int:
    """Where the directory tells of the first file; the manifest is told of before it."""
    at = data.index(b"PK\x01\x02")
    while struct.unpack_from("<L", data, at + 42) != (0,):
        at = data.index(b"PK\x01\x02", at + 1)
    return at


def encrypt(data: bytearray) -> None:
    data[6] |= 1
    data[central(data) + 8] |= 1


def say_that_sizes_are_behind(data: bytearray) -> None:
    data[6] |= 8
    data[central(data) + 8] |= 8


def claim_other_size_at_the_head(data: bytearray) -> None:
    data[22:26] = struct.pack("<L", 7)


def other_name_at_the_head(data: bytearray) -> None:
    data[30 + len(TOP) + 1] ^= 1


def one_entry_for_two(data: bytearray) -> None:
    """The last entry of the directory points at the first: as in a bomb whose entries overlap."""
    last = data.rindex(b"PK\x01\x02")
    data[last + 42 : last + 46] = struct.pack("<L", 0)


def program_in_front(data: bytearray) -> None:
    data[0:0] = b"MZ" + bytes(100)


def comment_behind(data: bytearray) -> None:
    data[-2:] = struct.pack("<H", 5)
    data += b"hello"


def zero_in_a_name(data: bytearray) -> None:
    for at in (30, central(data) + 46):
        data[at + len(TOP) + 2] = 0


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (encrypt, "V05"),
        (say_that_sizes_are_behind, "V06"),
        (claim_other_size_at_the_head, "V06"),
        (other_name_at_the_head, "V06"),
        (one_entry_for_two, "V06"),
        (program_in_front, "V06"),
        (comment_behind, "V06"),
        (zero_in_a_name, "V02"),
    ],
)
def test_what_tells_two_things(good: Path, change: Callable[[bytearray], None], told: str) -> None:
    assert told in codes(patched(good, change))


END = struct.Struct("<4s4H2LH")


def larger(count: int, length: int, offset: int, record: int | None = None) -> bytes:
    """The other form of a zip's end, and what tells where it stands: `record`."""
    end = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, length, offset)
    return end + struct.pack("<4sLQL", b"PK\x06\x07", 0, offset + length if record is None else record, 1)


def ended(good: Path, end: Callable[[int, int, int], bytes]) -> Path:
    """The zip with another end, made of the number of its entries, its directory's length and place."""

    def change(data: bytearray) -> None:
        _, _, _, _, count, length, offset, _ = END.unpack(data[-END.size :])
        data[-END.size :] = end(count, length, offset)

    return patched(good, change)


def classic(count: int, length: int, offset: int, comment: bytes = b"") -> bytes:
    return END.pack(b"PK\x05\x06", 0, 0, count, count, length, offset, len(comment)) + comment


@pytest.mark.parametrize(
    "told", [(None, None, None), (0xFFFF, None, 0xFFFFFFFF), (0xFFFF, *[0xFFFFFFFF] * 2)]
)
def test_an_end_may_be_told_in_two_forms(good: Path, told: tuple[int | None, ...]) -> None:
    def end(*known: int) -> bytes:
        return larger(*known) + classic(*(known[n] if one is None else one for n, one in enumerate(told)))

    outcome = zips.verify(ended(good, end), None)
    assert (outcome.value.files, outcome.problems) == (len(FILES), ())


@pytest.mark.parametrize(
    "end",
    [
        lambda n, length, at: classic(n, length, at, bytes(76)),
        lambda n, length, at: classic(n - 1, length, at),
        lambda n, length, at: larger(n, length, at) + classic(n - 1, length, at),
        lambda n, length, at: larger(n, length, at) + classic(n, 0, at),
        lambda n, length, at: larger(n, length, at) + classic(n, length, 0),
        lambda n, length, at: larger(n - 1, length, at) + classic(n, length, at),
        lambda n, length, at: larger(n, length, at, record=0) + classic(n, length, at),
        lambda n, length, at: larger(n, length, at) + classic(n, length, at, b"a"),
    ],
)
def test_an_end_that_tells_anything_else(good: Path, end: Callable[[int, int, int], bytes]) -> None:
    assert codes(ended(good, end)) == ["V06"]


def hiding(good: Path) -> tuple[Path, bytes]:
    """A zip with a file that holds another zip's entry and directory, and the end that leads there."""
    bad, name = good.with_name("hiding.zip"), f"{TOP}/hidden.bin"
    at = struct.calcsize("<4s5H3L2H") + len(name)
    other = io.BytesIO(bytes(at))
    other.seek(at)
    with ZipFile(other, "w") as archive:
        archive.writestr("../../evil.html", "evil")
    hidden = other.getvalue()[at:]
    with ZipFile(bad, "w") as archive:
        archive.writestr(ZipInfo(name), hidden)
        listed = manifest.text({"hidden.bin": hashlib.sha256(hidden).hexdigest()})
        archive.writestr(ZipInfo(f"{TOP}/{manifest.NAME}"), listed)
    assert codes(bad, manifest.digest(bad)) == []
    return bad, hidden[-END.size :]


def test_two_ends_that_lead_to_two_directories(good: Path) -> None:
    """`unzip` believes the one, and would write two folders above its own; Python the other."""
    bad, other_end = hiding(good)
    bad = ended(bad, lambda *known: larger(*known) + other_end)
    with ZipFile(bad) as archive:
        assert archive.namelist() == [f"{TOP}/hidden.bin", f"{TOP}/{manifest.NAME}"]
    assert codes(bad) == ["V06"]


def test_an_extra_field_that_a_program_may_take_for_a_part_of_the_end(good: Path) -> None:
    locator = larger(1, 1, 1, record=0)[-20:]
    extra = struct.pack("<HHL", 1, 24, 0) + locator

    def change(data: bytearray) -> None:
        signature, *disks, count, length, offset, comment = END.unpack(data[-END.size :])
        last = data.rindex(b"PK\x01\x02")
        data[last + 30 : last + 32] = struct.pack("<H", len(extra))
        end = END.pack(signature, *disks, count, length + len(extra), offset, comment)
        data[-END.size :] = extra + end

    assert codes(patched(good, change)) == ["V06"]


def read(file: Path) -> dict[str, bytes]:
    with ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_what_is_damaged_is_told_unless_the_files_are_the_same(good: Path) -> None:
    """Also without a digest outside. Times, and the bits behind the end of a packed text, are in no file."""
    data, files = good.read_bytes(), read(good)
    bad = good.with_name("damaged.zip")
    for at in range(len(data)):
        for broken in (data[:at], data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1 :]):
            bad.write_bytes(broken)
            problems = zips.verify(bad, None).problems
            is_told = any(one.severity is Severity.ERROR for one in problems)
            assert is_told or read(bad) == files, (at, len(broken))


def unpacked(good: Path) -> Path:
    folder = good.parent / "there"
    with ZipFile(good) as archive:
        archive.extractall(folder)
    return folder / TOP


def test_an_unpacked_folder(good: Path) -> None:
    folder = unpacked(good)
    (folder / "index.html").write_text("changed")
    (folder / "kk/a.html").unlink()
    (folder / "old.html").write_text("left over")
    (folder / ".DS_Store").write_text("")
    (folder / "link.html").symlink_to("/etc/passwd")
    problems = folders.verify(folder, None).problems
    found = {one.path: (one.code, one.severity) for one in problems}
    assert found == {
        manifest.NAME: ("V13", Severity.WARNING),
        "index.html": ("V09", Severity.ERROR),
        "kk/a.html": ("V10", Severity.ERROR),
        "old.html": ("V11", Severity.ERROR),
        ".DS_Store": ("V11", Severity.NOTE),
        "link.html": ("V04", Severity.ERROR),
    }


def test_a_folder_is_vouched_for_from_outside(good: Path) -> None:
    folder = unpacked(good)
    digest = manifest.digest(folder / manifest.NAME)
    assert folders.verify(folder, digest).problems == ()
    beside = folder.with_name(manifest.beside(TOP))
    beside.write_bytes((folder / manifest.NAME).read_bytes())
    outcome = folders.verify(folder, None)
    assert (outcome.value.vouched, outcome.problems) == ("beside", ())
    beside.write_text(manifest.text({"index.html": digest}))
    assert [one.code for one in folders.verify(folder, None).problems] == ["V12"]


def test_a_folder_without_manifest_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="name the unpacked folder"):
        folders.verify(tmp_path, None)
