"""`ushtil import`: what it writes, prints and refuses, and its exit codes."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scripts.main import cli
from tests.killing import changes_of, killed_at, moments
from tests.test_transaction import FullDisk, files
from ushtil import transaction
from ushtil.markup import frontmatter, paging

MOMENTS = 50
EN = """THE COUNT OF CELLS

1. Method

The inspectors walked through every corridor twice and wrote down what they saw, 17 pages in all.

Nobody was told of the visit before it began. The governor himself opened the gate at 6 in the morning.

2. Findings

The inspectors found 40 cells and two yards, of which one was closed in 2019 for repair by Serik Abenov.

Every cell had a window. In 12 of them it could not be opened, as the governor explained to the visitors.
"""
RU = """СЧЁТ КАМЕР

1. Метод

Инспекторы дважды прошли по каждому коридору и записали всё, что увидели: всего 17 страниц.

О посещении никого не предупреждали. Начальник сам открыл ворота в 6 часов утра и никого не ждал.

2. Выводы

Инспекторы нашли 40 камер и два двора, один из которых Серик Абенов закрыл в 2019 году на ремонт.

В каждой камере было окно. В 12 из них оно не открывалось, как объяснил посетителям начальник.
"""
KK = """КАМЕРАЛАР САНАҒЫ

1. Әдіс

Инспекторлар әр дәлізден екі рет өтіп, көргендерінің бәрін жазып алды, барлығы 17 бет болды.

Бұл сапар туралы ешкімге алдын ала айтылған жоқ. Қақпаны таңғы сағат 6-да бастықтың өзі ашты.

2. Нәтижелер

Инспекторлар 40 камера мен екі аула тапты, оның бірін 2019 жылы Серік Әбенов жөндеуге жапқан еді.

Әр камерада терезе бар. Олардың 12-сінде ол ашылмайды, мұны келгендерге бастық түсіндіріп берді.
"""
SOURCES = {"en": EN, "ru": RU, "kk": KK}
PAGES = {"docs/count.md", "docs_ru/count.md", "docs_kk/count.md"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "root").mkdir()
    return tmp_path / "root"


def source(root: Path, text: str | bytes, name: str = "a.txt") -> str:
    """A source document beside the root."""
    file = root.parent / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(file)


def sources(root: Path, *codes: str) -> list[str]:
    return [source(root, SOURCES[code], f"{code}.txt") for code in codes or SOURCES]


def run(root: Path, *arguments: str, doc: str = "count") -> Result:
    result = CliRunner().invoke(cli, ["import", *arguments, "--doc", doc, "--root", str(root)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def check(root: Path) -> list[str]:
    """The codes of the errors that `ushtil check` finds."""
    result = CliRunner().invoke(cli, ["check", "--root", str(root), "--json"])
    return [p["code"] for p in json.loads(result.stdout)["problems"] if p["severity"] == "error"]


def test_help_has_an_example() -> None:
    result = CliRunner().invoke(cli, ["import", "--help"])
    assert result.exit_code == 0
    assert "Example: ushtil import" in result.stdout
    assert "--check" in result.stdout and "--json" in result.stdout


def test_three_languages_become_one_document(root: Path) -> None:
    result = run(root, *sources(root))
    assert (result.exit_code, result.stdout) == (0, "")
    assert set(files(root)) == PAGES
    held = [re.findall(r"#(s1|s2|methods|results|p\d+)\b", text) for text in files(root).values()]
    assert held[0] == held[1] == held[2]
    assert len(held[0]) == 6
    assert check(root) == []


def test_the_front_matter_tells_the_source(root: Path) -> None:
    run(root, *sources(root, "ru"))
    about = frontmatter.parse(files(root)["docs_ru/count.md"], "").value.metadata
    assert about["doc"] == "count"
    assert about["title"] == "СЧЁТ КАМЕР"
    assert (about["original"], about["status"]) == ("ru", "original")
    assert about["source"]["file"] == "ru.txt"
    assert len(about["source"]["sha256"]) == 64


def test_a_document_in_a_folder(root: Path) -> None:
    assert run(root, *sources(root, "en"), doc="reports/count-1").exit_code == 0
    assert set(files(root)) == {"docs/reports/count-1.md"}
    assert check(root) == []


def test_languages_one_by_one_are_as_all_at_once(root: Path) -> None:
    together = root.parent / "together"
    together.mkdir()
    run(together, *sources(root, "en", "ru"))
    for code in ("en", "ru"):
        assert run(root, *sources(root, code)).exit_code == 0
    bodies = [
        {path: frontmatter.split(text)[1] for path, text in files(place).items()}
        for place in (together, root)
    ]
    assert bodies[0] == bodies[1]


def test_twice_changes_nothing(root: Path) -> None:
    run(root, *sources(root))
    before, times = files(root), {path: path.stat().st_mtime_ns for path in root.rglob("*.md")}
    result = run(root, *sources(root))
    assert (result.exit_code, files(root)) == (0, before)
    assert "nothing to change" in result.stderr
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*.md")} == times


def test_check_writes_nothing_and_prints_the_diff(root: Path) -> None:
    result = run(root, *sources(root), "--check")
    assert result.exit_code == 0
    assert files(root) == {}
    assert {line[6:] for line in result.stdout.splitlines() if line.startswith("+++ b/")} == PAGES
    run(root, *sources(root))
    before = files(root)
    changed = source(root, EN.replace("40 cells", "41 cells"), "en.txt")
    result = run(root, changed, "--check")
    assert files(root) == before
    told = [line for line in result.stdout.splitlines() if line[:1] in "+-" and "cells" in line]
    assert [line[0] for line in told] == ["-", "+"]
    assert "+++ b/docs/count.md" in result.stdout


def test_json_stands_alone_on_standard_output(root: Path) -> None:
    result = run(root, *sources(root), "--json")
    assert result.stderr == ""
    told = json.loads(result.stdout)
    assert set(told) == {"documents", "problems"}
    for document in told["documents"]:
        keys = {"language", "pages", "sections", "paragraphs", "footnotes", "joined", "removed", "uncertain"}
        assert set(document) == keys
        assert (document["sections"], document["paragraphs"], document["footnotes"]) == (3, 4, 0)
    assert {page for document in told["documents"] for page in document["pages"]} == PAGES
    assert {document["language"] for document in told["documents"]} == set(SOURCES)


def test_the_report_goes_to_standard_error(root: Path) -> None:
    result = run(root, *sources(root, "en"))
    assert result.stdout == ""
    assert "en: 3 sections, 4 paragraphs, 0 footnotes in 1 page (docs/count.md)" in result.stderr


def test_what_was_removed_and_joined_is_told(root: Path) -> None:
    walk = "The warden of ward {n} walked his usual round at dawn and noted the prison-\ners by name.\n\n"
    rounds = ["".join(walk.format(n=name * k) for k in (1, 2, 3, 4)) for name in "abc"]
    text = (
        "\f".join(f"{page}Page {n} of 9\n" for n, page in enumerate(rounds, 1)) + "\fThe prisoners slept.\n"
    )
    told = json.loads(run(root, source(root, text), "--json").stdout)["documents"][0]
    assert [(row["text"], row["reason"]) for row in told["removed"]] == [
        (f"Page {n} of 9", "page number") for n in range(1, 4)
    ]
    assert {row["how"] for row in told["joined"]} == {"hyphen removed"}


def test_a_maintainers_edit_is_kept(root: Path) -> None:
    run(root, *sources(root))
    page = root / "docs_ru/count.md"
    page.write_text(page.read_text().replace("два двора", "два больших двора"))
    before = files(root)
    result = run(root, *sources(root))
    assert result.exit_code == 1
    assert files(root) == before, "all or none: the other languages wait, too"
    assert "docs_ru/count.md S10 was edited" in result.stderr
    assert "--root DIR" in result.stderr, "no remedy is given"


def test_an_edit_of_the_front_matter_is_kept(root: Path) -> None:
    run(root, *sources(root))
    page = root / "docs_kk/count.md"
    page.write_text(page.read_text().replace("---\n", "---\ntranslator: Ә. Аударман\n", 1))
    assert run(root, *sources(root)).exit_code == 0
    assert "translator: Ә. Аударман" in page.read_text()
    run(root, source(root, KK.replace("40", "41"), "kk.txt"))
    assert "translator: Ә. Аударман" in page.read_text()
    assert "41 камера" in page.read_text()


def test_a_new_version_keeps_every_id(root: Path) -> None:
    run(root, *sources(root))
    text = EN.replace("Nobody was told", "A guard kept the keys in a box behind the door.\n\nNobody was told")
    assert run(root, source(root, text, "en.txt")).exit_code == 0
    body = files(root)["docs/count.md"]
    assert re.search(r"A guard kept.*\n\{: #p1a", body)
    assert re.search(r"Nobody was told.*\n.*\n\{: #p2", body)
    assert check(root) == []


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("a.pdf", "pdftotext a.pdf"),
        ("a.docx", "soffice .* a.docx"),
        ("a.html", "pandoc .* a.html"),
        ("A.PDF", "pdftotext A.PDF"),
        ("a.md", "give a .txt file"),
    ],
)
def test_another_format_is_told_how_to_convert(root: Path, name: str, way: str) -> None:
    result = run(root, source(root, EN, name))
    assert result.exit_code == 2
    assert re.search(way, result.stderr)
    assert files(root) == {}


@pytest.mark.parametrize(("head", "way"), [(b"%PDF-1.7\n", "pdftotext"), (b"PK\x03\x04rest", "soffice")])
def test_a_wrong_name_hides_no_format(root: Path, head: bytes, way: str) -> None:
    result = run(root, source(root, head))
    assert result.exit_code == 2
    assert way in result.stderr


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\x00\x01\x02", KK.encode() + b"\xd0", b"a" * 2_000_000])
def test_what_is_no_text_is_refused(root: Path, data: bytes) -> None:
    result = run(root, source(root, data))
    assert result.exit_code == 2
    assert result.stderr.startswith("ushtil: ") and "; " in result.stderr
    assert "Traceback" not in result.output
    assert files(root) == {}


@pytest.mark.parametrize(
    "doc",
    [
        "",
        "A",
        "a b",
        "../a",
        "/a",
        "a/../b",
        "ru",
        "a/kk",
        "index",
        "con",
        "-a",
        "a-",
        "a.md",
        "отчёт",
        "a//b",
    ],
)
def test_a_wrong_id_is_refused(root: Path, doc: str) -> None:
    result = run(root, *sources(root, "en"), doc=doc)
    assert result.exit_code == 2
    assert "for example --doc" in result.stderr
    assert files(root) == {}


@pytest.mark.parametrize("lang", ["de", "", "RU", "russian"])
def test_a_language_that_the_site_has_not_is_refused(root: Path, lang: str) -> None:
    result = run(root, *sources(root, "en"), "--lang", lang)
    assert result.exit_code == 2
    assert "auto, en, ru, kk" in result.stderr


def test_a_language_may_be_told(root: Path) -> None:
    assert run(root, *sources(root, "en"), "--lang", "kk").exit_code == 0
    assert set(files(root)) == {"docs_kk/count.md"}


def test_a_folder_and_a_missing_file_are_refused(root: Path) -> None:
    assert "is a folder" in run(root, str(root)).stderr
    assert "can't be read" in run(root, str(root / "none.txt")).stderr
    assert run(root, str(root)).exit_code == run(root, str(root / "none.txt")).exit_code == 2


def test_a_root_that_is_not_there_is_refused(root: Path) -> None:
    result = run(root / "none", *sources(root, "en"))
    assert result.exit_code == 2
    assert not (root / "none").exists()


def test_one_language_twice_is_refused(root: Path) -> None:
    result = run(root, source(root, EN, "one.txt"), source(root, EN.replace("40", "41"), "two.txt"))
    assert result.exit_code == 2
    assert "one.txt" in result.stderr and "two.txt" in result.stderr
    assert files(root) == {}


@pytest.mark.parametrize("arguments", [["import"], ["import", "a.txt"], ["import", "--doc", "a"]])
def test_wrong_usage_has_exit_code_2(arguments: list[str]) -> None:
    assert CliRunner().invoke(cli, arguments).exit_code == 2


HOSTILE = """---
title: not yours
---

<script>alert(1)</script> stood in the letter {#s9} that the prisoner wrote to | his | lawyer.

[press](javascript:alert(1)) and ![](http://example.com/a.png) were typed by hand into the margin of it.

[^1]: no note, and [TOC] no contents were meant by the clerk {: #p9 onclick=alert(1) } of the court.
"""


def test_a_hostile_text_is_harmless(root: Path) -> None:
    assert run(root, source(root, HOSTILE), doc="hostile").exit_code == 0
    text = files(root)["docs/hostile.md"]
    body = frontmatter.split(text)[1]
    assert frontmatter.parse(text, "").value.metadata.get("title") != "not yours"
    assert re.search(r"(?<!\\)[\[{](?!: #p\d|#)|<(?!https?:)", body) is None
    assert all(
        word in body for word in ("alert(1)", "javascript:", "example.com/a.png", "TOC", "title: not yours")
    )
    assert check(root) == []


def test_a_link_in_a_tree_leads_nowhere(root: Path) -> None:
    (root.parent / "outside").mkdir()
    (root / "docs").symlink_to(root.parent / "outside")
    result = run(root, *sources(root, "en"))
    assert result.exit_code == 2
    assert "leads out of" in result.stderr
    assert list((root.parent / "outside").iterdir()) == []


def test_a_full_disk_changes_nothing(root: Path, monkeypatch) -> None:
    run(root, *sources(root))
    before = files(root)
    changed = [source(root, text.replace("40", "41"), f"{code}.txt") for code, text in SOURCES.items()]
    monkeypatch.setattr(os, "fsync", FullDisk(os.fsync, 2))
    result = run(root, *changed)
    assert result.exit_code == 2
    assert "can't be written: No space left" in result.stderr
    assert files(root) == before


def test_a_disk_that_fills_after_the_decision_is_not_called_unchanged(root: Path, monkeypatch) -> None:
    monkeypatch.setattr(os, "replace", FullDisk(os.replace, 2))
    result = run(root, *sources(root))
    assert result.exit_code == 2
    assert files(root) != {}
    assert "nothing was changed" not in result.stderr


MORE = {
    "en": ["Air", "Light", "Water", "Food"],
    "ru": ["Воздух", "Свет", "Вода", "Пища"],
    "kk": ["Ауа", "Жарық", "Су", "Тамақ"],
}


def versions() -> tuple[dict[str, str], dict[str, str]]:
    """Two versions of a document of six sections, in each language."""
    old = {
        code: text
        + "".join(
            f"\n{n}. {name}\n\n{text.split(chr(10) * 2)[n % 2 + 2].replace('17', str(n * 111))}\n"
            for n, name in enumerate(MORE[code], 3)
        )
        for code, text in SOURCES.items()
    }
    return old, {code: text.replace("40", "41").replace("17", "18") for code, text in old.items()}


def test_killed_at_any_moment_the_three_trees_are_old_or_new(tmp_path: Path, monkeypatch) -> None:
    """The next command finds all old or all new, and the import done again finds all new."""
    monkeypatch.setattr(paging, "LONG", 500)
    texts = versions()

    def planted(name: str, version: int) -> Path:
        (tmp_path / name / "root").mkdir(parents=True)
        root = tmp_path / name / "root"
        for text in texts[: version + 1]:
            assert run(root, *given(root, text)).exit_code == 0
        return root

    def given(root: Path, version: dict[str, str]) -> list[str]:
        return [source(root, text, f"{code}.txt") for code, text in version.items()]

    def renew(root: Path) -> None:
        cli(["import", *given(root, texts[1]), "--doc", "count", "--root", str(root)], standalone_mode=False)

    old, new = files(planted("old", 0)), files(planted("new", 1))
    assert len(old) > 12 and set(old) == set(new) and old != new
    root = planted("killed", 0)
    total = changes_of(lambda: renew(root), root)
    seen = []
    for moment in moments(total, MOMENTS):
        transaction.commit(root, old)
        assert killed_at(lambda: renew(root), root, moment)
        torn = files(root) not in (old, new)
        assert check(root) == []
        assert files(root) in (old, new), moment
        seen.append((files(root) == new, torn))
    renew(root)
    assert files(root) == new
    assert {now for now, _ in seen} == {False, True}
    assert any(torn for _, torn in seen), "no kill fell among the moves"
