"""`ushtil search`: its JSON, its words for people, and what it says of an index that is not whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import sites
from tests.search import indexes

PAGES = {
    "a.md": "# Комитет {#a}\n\nЖалоба в комитет.\n\n## Порядок {#order}\n\nЖалобы рассматривают по порядку.\n"
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    indexes.plant(tmp_path, "ru", PAGES)
    return tmp_path


def test_json_is_a_list_of_sections(site: Path) -> None:
    done = sites.run("search", "--lang", "ru", "жалобам", "--site", str(site), "--json")
    assert done.returncode == 0 and done.stderr == ""
    found = json.loads(done.stdout)
    assert [list(row) for row in found] == [["language", "page", "id", "title", "score", "snippet"]] * 2
    assert {(row["language"], row["page"], row["id"], row["title"]) for row in found} == {
        ("ru", "a.md", "a", "Комитет"),
        ("ru", "a.md", "order", "Порядок"),
    }
    assert all(isinstance(row["score"], int) and "Жалоб" in row["snippet"] for row in found)


def test_nothing_found_is_an_empty_list(site: Path) -> None:
    done = sites.run("search", "--lang", "ru", "дирижабль", "--site", str(site), "--json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


def test_people_are_told_what_was_made_of_a_query(site: Path) -> None:
    done = sites.run("search", "--lang", "ru", "камитет дирижабль", "--site", str(site))
    assert done.returncode == 0 and "#a" in done.stdout
    assert "комитет" in done.stderr and "no section has дирижабль" in done.stderr


def test_a_language_that_is_not_there_names_those_that_are(site: Path) -> None:
    done = sites.run("search", "--lang", "en", "court", "--site", str(site))
    assert done.returncode == 2 and "there are ru" in done.stderr


def test_a_folder_without_an_index_is_told(tmp_path: Path) -> None:
    done = sites.run("search", "--lang", "ru", "суд", "--site", str(tmp_path))
    assert done.returncode == 2 and "no search index" in done.stderr


@pytest.mark.parametrize("how", ["missing", "cut", "old", "format"])
def test_a_broken_index_is_told_in_a_line(site: Path, how: str) -> None:
    shard = site / "search/ru/lex-0.js"
    if how == "missing":
        shard.unlink()
    elif how == "cut":
        shard.write_bytes(shard.read_bytes()[:-40])
    elif how == "old":
        text = shard.read_text(encoding="utf-8")
        build = text.split('"')[3]
        shard.write_text(text.replace(build, "000000000000"), encoding="utf-8")
    else:
        manifest = site / "search/ru/manifest.js"
        text = manifest.read_text(encoding="utf-8")
        manifest.write_text(text.replace('"format":1', '"format":0'), encoding="utf-8")
    done = sites.run("search", "--lang", "ru", "жалоба", "--site", str(site), "--json")
    assert done.returncode == 2 and done.stdout == "" and len(done.stderr.splitlines()) == 1
    assert "search/ru" in done.stderr and "build the site" in done.stderr
