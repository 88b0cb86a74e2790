"""The folder of the archives is replaced whole, so it may hold nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import MIXED, plant
from ushtil.archive import downloads, editions, manifest, packing
from ushtil.archive.contents import Contents, Kind
from ushtil.archive.editions import Edition
from ushtil.problems import Unreadable

TOLD = Contents("1", "2026-11-22", (), {}, {})
BOOK, ZIP = Edition("texts.epub", Kind.BOOK), Edition("texts.zip", Kind.SITE)


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / BOOK.name).write_text("book")
    listed = packing.pack(folder / ZIP.name, [packing.of_text("index.html", "text")], "2026")
    (folder / manifest.beside("texts")).write_text(listed)
    made = [downloads.of(one, folder / one.name, editions.vouch(folder / one.name)) for one in (BOOK, ZIP)]
    (folder / downloads.LIST).write_text(downloads.text(TOLD, made))
    return folder


def test_what_was_made_may_be_replaced(dist: Path) -> None:
    downloads.refuse(dist)
    plant(dist, {".DS_Store": "", "Thumbs.db": ""})
    downloads.refuse(dist)


def test_a_folder_without_a_list_is_for_the_swap_to_judge(tmp_path: Path) -> None:
    downloads.refuse(tmp_path)
    downloads.refuse(tmp_path / "nowhere")


@pytest.mark.parametrize("name", ["ours.whl", "older.zip", "texts.zip.part", "sub/a.txt", ".hidden"])
def test_anything_else_is_named(dist: Path, name: str) -> None:
    plant(dist, {name: "mine"})
    with pytest.raises(Unreadable) as refused:
        downloads.refuse(dist)
    assert str(refused.value).startswith(f"{dist / name.partition('/')[0]}: is not one of the archives")
    assert "move or remove it" in str(refused.value)


def test_a_folder_of_the_name_of_an_archive_is_no_archive(dist: Path) -> None:
    (dist / ZIP.name).unlink()
    plant(dist / ZIP.name, {"mine.txt": "mine"})
    with pytest.raises(Unreadable, match="is not one of the archives"):
        downloads.refuse(dist)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"date": "", "editions": [{"name": "../../x"}]}', "\udcff"]
)
def test_a_list_that_is_none_vouches_for_nothing(dist: Path, text: str) -> None:
    (dist / downloads.LIST).write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(Unreadable, match=r"no list of downloads .*; empty .* or choose another --out"):
        downloads.refuse(dist)


def test_what_comes_while_archives_are_made_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from scripts import archive

    root = plant(tmp_path, {**MIXED, "dist/downloads.json": downloads.text(TOLD, ())})

    def make(*_: object) -> bool:
        plant(root, {"dist/ours.whl": "wheel"})
        return False

    monkeypatch.setattr(archive, "make", make)
    with pytest.raises(Unreadable, match=r"ours\.whl: is not one of the archives"):
        archive.command.main(["--root", str(root)], standalone_mode=False)
    assert (root / "dist/ours.whl").read_text() == "wheel"
    assert not (root / ".ushtil/dist.building").exists()
