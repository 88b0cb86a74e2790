"""The download page: what it tells of each edition, and the lines that readers copy from it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests import sites
from ushtil.archive import editions, packing

NAME = "ushtil-0.1.0-2026-11-20"
EDITIONS = (
    (f"{NAME}.zip", "site", "", "", 12_345_678),
    (f"{NAME}-kk.zip", "language", "kk", "", 4_260_000),
    (f"{NAME}-ru.epub", "book", "ru", "", 1_000_000),
    (f"{NAME}-ru-report.epub", "document", "ru", "Доклад", 49_000),
    (f"{NAME}-sources.zip", "sources", "", "", 100_000_000),
)
PAGES = {"en": "download.html", "ru": "ru/download.html", "kk": "kk/download.html"}
BESIDE = ".sha256 .manifest.sha256"
ROWS = {
    "en": (
        ["Edition", "Suits", "Size", "Date of the texts"],
        [
            f"The pages of one language: Қазақша {BESIDE}",
            "An old or small computer, a slow line",
            "4.3 MB",
            "20 November 2026",
        ],
    ),
    "ru": (
        ["Издание", "Для чего", "Размер", "Дата текстов"],
        [
            f"Страницы на одном языке: Қазақша {BESIDE}",
            "Старый или слабый компьютер, медленная связь",
            "4,3 МБ",
            "20 ноября 2026\u202fг.",
        ],
    ),
    "kk": (
        ["Басылым", "Неге арналған", "Көлемі", "Мәтіндердің күні"],
        [
            f"Бір тілдегі беттер: Қазақша {BESIDE}",
            "Ескі немесе әлсіз компьютерге, баяу байланысқа",
            "4,3 МБ",
            "2026\u202fж. 20 қараша",
        ],
    ),
}
"""The names of the columns, and the row of the second edition."""
SIZES = {
    "en": ["12.3", "4.3", "1", "0.1", "100"],
    "ru": ["12,3", "4,3", "1", "0,1", "100"],
    "kk": ["12,3", "4,3", "1", "0,1", "100"],
}


class Page(HTMLParser):
    """The rows of a page's table and its blocks of code, as a reader sees them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.code: list[str] = []
        self.open: list[str] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.open = self.rows[-1]
            self.open.append("")
        elif tag == "pre":
            self.open = self.code
            self.open.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("th", "td", "pre"):
            self.open = None

    def handle_data(self, data: str) -> None:
        if self.open is not None:
            self.open[-1] += data


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """Of a site whose root has archives of known sizes; what they hold is no matter here."""
    root = sites.plant(tmp_path_factory.mktemp("offered"), sites.MIXED)
    keys = ("name", "kind", "language", "title", "size")
    listed = [{**dict(zip(keys, one, strict=True)), "sha256": "0" * 64} for one in EDITIONS]
    offer = {"version": "0.1.0", "date": "2026-11-20", "editions": listed}
    sites.plant(root, {"dist/downloads.json": json.dumps(offer)})
    for name, *_, size in EDITIONS:
        with (root / "dist" / name).open("wb") as file:
            file.truncate(size)
        sites.plant(root, {f"dist/{name.removesuffix('.zip')}.manifest.sha256": ""})
    sites.build(root)
    return {code: Page((root / "site" / path).read_text(encoding="utf-8")) for code, path in PAGES.items()}


@pytest.mark.parametrize("code", PAGES)
def test_a_row_tells_edition_device_size_and_date(pages: dict[str, Page], code: str) -> None:
    head, *rows = pages[code].rows
    assert (head, rows[1]) == ROWS[code]
    assert [row[2].rpartition(" ")[0] for row in rows] == SIZES[code]
    assert {row[3] for row in rows} == {rows[1][3]}
    assert all(cell for row in rows for cell in row)


def made(folder: Path) -> Path:
    """A zip of the name that the page tells, with its digest beside, unpacked there as well."""
    file = folder / f"{NAME}.zip"
    packing.pack(file, [packing.of_text("index.html", "first"), packing.of_text("kk/ә.html", "two")], "2026")
    editions.vouch(file)
    with ZipFile(file) as archive:
        archive.extractall(folder)
    return file


def typed(line: str, folder: Path) -> tuple[int, str]:
    done = subprocess.run(
        ["sh", "-c", line], cwd=folder, env=os.environ | {"LC_ALL": "C"}, capture_output=True
    )
    return done.returncode, done.stdout.decode()


@pytest.mark.parametrize("code", PAGES)
def test_the_lines_for_a_shell_tell_a_changed_zip(pages: dict[str, Page], code: str, tmp_path: Path) -> None:
    file, lines = made(tmp_path), pages[code].code[0].splitlines()
    assert [line.split()[0] for line in lines] == ["sha256sum", "shasum"]
    # What macOS has is seldom here.
    lines = [line for line in lines if shutil.which(line.split()[0])]
    assert [typed(line, tmp_path) for line in lines] == [(0, f"{file.name}: OK\n")] * len(lines)
    file.write_bytes(file.read_bytes() + b"more")
    assert [typed(line, tmp_path) for line in lines] == [(1, f"{file.name}: FAILED\n")] * len(lines)


@pytest.mark.parametrize("code", PAGES)
def test_the_line_for_a_shell_tells_a_changed_file(pages: dict[str, Page], code: str, tmp_path: Path) -> None:
    folder, (line,) = made(tmp_path).with_suffix(""), pages[code].code[2].splitlines()
    assert typed(line, folder) == (0, "")
    (folder / "index.html").write_text("changed")
    assert typed(line, folder) == (1, "index.html: FAILED\n")


@pytest.mark.parametrize("code", PAGES)
def test_the_lines_for_windows_are_those_of_the_readme(pages: dict[str, Page], code: str) -> None:
    """There is no PowerShell to run them here."""
    _, of_zip, of_shell, of_folder = pages[code].code
    power, old = of_zip.splitlines()
    assert power == f"(Get-FileHash {NAME}.zip).Hash -eq (Get-Content {NAME}.zip.sha256).Split()[0]"
    assert old == f"certutil -hashfile {NAME}.zip SHA256"
    readme = (sites.REPOSITORY / "README.md").read_text(encoding="utf-8")
    told = re.sub(r"ushtil-0\.1\.0-\d{4}-\d\d-\d\d", NAME, readme).splitlines()
    assert {power, of_folder.strip(), pages[code].code[0].splitlines()[0]} <= set(told)
    assert f"`{of_shell.strip()}`" in readme
