"""The same contents make the same zip, wherever and however they lie."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.sites import plant
from ushtil.archive import manifest, packing

FILES = {"b/two.html": "<p>two</p>" * 500, "B.html": "", "a.html": "ә", "z.js": "1"}


def packed(folder: Path, names: list[str], date: str = "2026-11-22") -> Path:
    target = folder.parent / f"{folder.name}-out" / "top.zip"
    target.parent.mkdir()
    packing.pack(target, [packing.of_file(name, folder / name) for name in names], date)
    return target


def test_neither_order_nor_times_nor_rights_change_a_byte(tmp_path: Path) -> None:
    one, other = plant(tmp_path / "one", FILES), plant(tmp_path / "far/away/other", FILES)
    for file in other.rglob("*.html"):
        os.utime(file, (0, 10**9))
        file.chmod(0o600)
    assert packed(one, sorted(FILES)).read_bytes() == packed(other, sorted(FILES, reverse=True)).read_bytes()


def test_entries_are_sorted_plain_and_of_one_day(tmp_path: Path) -> None:
    with ZipFile(packed(plant(tmp_path / "one", FILES), list(FILES))) as archive:
        entries = archive.infolist()
        names = [entry.filename for entry in entries]
        assert names == sorted(names) == sorted(f"top/{name}" for name in (*FILES, manifest.NAME))
        told = {
            (one.date_time, one.create_system, one.external_attr, one.extra, one.comment) for one in entries
        }
        assert told == {((2026, 11, 22, 0, 0, 0), 3, 0o100644 << 16, b"", b"")}
        assert archive.testzip() is None
        listed = manifest.parse(archive.read(f"top/{manifest.NAME}").decode())
    assert listed == {name: manifest.digest(tmp_path / "one" / name) for name in FILES}


@pytest.mark.parametrize(
    ("date", "told"),
    [("2026-11-22", (2026, 11, 22)), ("2026-11", (2026, 11, 1)), ("1948", (1980, 1, 1)), ("", (1980, 1, 1))],
)
def test_a_date_is_one_that_a_zip_can_tell(date: str, told: tuple[int, int, int]) -> None:
    assert packing.moment(date) == (*told, 0, 0, 0)


def test_memory_does_not_grow_with_the_files(tmp_path: Path) -> None:
    def peak(name: str, megabytes: int) -> int:
        folder = plant(tmp_path / name, {f"{n}.bin": os.urandom(1 << 20) for n in range(megabytes)})
        tracemalloc.start()
        packed(folder, sorted(file.name for file in folder.iterdir()))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak("large", 24) < peak("small", 6) + (1 << 20)
