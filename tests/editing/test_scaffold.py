"""`ushtil new` and `ushtil translate`: what they begin, and what they refuse."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scripts.main import cli
from tests.sites import plant
from ushtil.markup import frontmatter

RU = """---
title: Доклад
original: ru
status: original
author: А. Ахметова
reviewed_by: Б. Омаров
abstract: Кратко.
imported: 9f86d081884c7d65
order: 3
source:
  publisher: Коалиция
  file: report.txt
---

# Доклад {#report}

Было 14 жалоб[^1].
{: #p1 data-page="3" also="p2" }

## Списки {#lists .wide}

- один
  {: #p1 }
- два
  {: #p2 accept="14 15 so it is" }

> Цитата.
> {: #p3 removed="p4" }

Без номера.

| a | b |
|---|---|
| 1 | 2 |

```
{: #p9 }
```

[^1]: Сноска.
"""


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, [*arguments, "--root", str(root)])


def states(root: Path) -> set[str]:
    pages = json.loads(run(root, "status", "--json").stdout)["pages"]
    return {section["state"] for page in pages if page["exists"] for section in page["sections"]}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return plant(tmp_path, {"docs_ru/report.md": RU})


def test_a_new_page_is_one_that_the_checks_like(tmp_path: Path) -> None:
    result = run(tmp_path, "new", "reviews/review-2022", "--lang", "kk")
    assert (result.exit_code, result.stdout) == (0, "docs_kk/reviews/review-2022.md\n")
    text = (tmp_path / "docs_kk/reviews/review-2022.md").read_text("utf-8")
    assert text == (
        "---\ntitle: Review 2022\ndoc: reviews/review-2022\noriginal: kk\nstatus: original\n---\n\n"
        "# Review 2022 {#review-2022}\n\nОсында жазыңыз.\n{: #p1 }\n"
    )
    assert json.loads(run(tmp_path, "check", "--json").stdout)["problems"] == []
    assert run(tmp_path, "pin").stderr == "nothing to pin\n"


@pytest.mark.parametrize(
    ("name", "place", "heading"),
    [
        ("upr", "docs/upr.md", "# Upr {#upr}"),
        ("docs_ru/upr.md", "docs_ru/upr.md", "# Upr {#upr}"),
        ("2022/index", "docs/2022/index.md", "# 2022 {#page-2022}"),
        ("index", "docs/index.md", "# Home {#home}"),
    ],
)
def test_where_a_new_page_goes(tmp_path: Path, name: str, place: str, heading: str) -> None:
    assert run(tmp_path, "new", name).exit_code == 0
    assert f"\n{heading}\n" in (tmp_path / place).read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["report", "--lang", "ru"], "docs_ru/report.md is there already; edit it"),
        (["report"], "to translate it: ushtil translate report.md --lang CODE"),
        (["Report"], "can't be part of a page's name"),
        (["a.ts"], "can't be part of a page's name"),
        (["kk/a"], "can't be part of a page's name"),
        (["con"], "can't be part of a page's name"),
        (["../a"], "names no page"),
        (["/etc/a"], "is no page below"),
        (["a", "--lang", "xx"], "is no language of this site; take en, ru, kk"),
    ],
)
def test_what_new_refuses(root: Path, arguments: list[str], told: str) -> None:
    before = sorted(root.rglob("*.md"))
    result = run(root, "new", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert sorted(root.rglob("*.md")) == before


def test_a_translation_has_ids_numbers_and_marks(root: Path) -> None:
    result = run(root, "translate", "report", "--lang", "kk")
    assert (result.exit_code, result.stdout) == (0, "docs_kk/report.md\n")
    head, body, _ = frontmatter.split((root / "docs_kk/report.md").read_text("utf-8"))
    assert re.sub("[0-9a-f]{12}", "HASH", head) == (
        "title: Доклад\ndoc: report\noriginal: ru\nstatus: unofficial\n# translator: your name\n"
        "# updated: the day of the translation, which the feed tells\n"
        "author: А. Ахметова\norder: 3\nsource:\n  publisher: Коалиция\n"
        "translated_from:\n  report: HASH\n  lists: HASH\n"
    )
    mark = '.untranslated lang="ru"'
    assert f"# Доклад {{#report {mark}}}\n" in body
    assert f'Было 14 жалоб[^1].\n{{: #p1 also="p2" {mark} }}\n' in body
    assert f"## Списки {{#lists .wide {mark}}}\n" in body
    assert f"- два\n  {{: #p2 {mark} }}\n" in body
    assert f'> Цитата.\n> {{: #p3 removed="p4" {mark} }}\n' in body
    assert f"Без номера.\n{{: {mark} }}\n" in body
    assert "\n```\n{: #p9 }\n```\n\n[^1]: Сноска.\n" in body


def test_a_translation_is_current_once_its_marks_are_gone(root: Path) -> None:
    run(root, "translate", "report", "--lang", "kk")
    assert states(root) == {"untranslated"}
    text = (root / "docs_kk/report.md").read_text("utf-8")
    plant(root, {"docs_kk/report.md": text.replace(' .untranslated lang="ru"', "")})
    assert states(root) == {"current"}


def test_a_translation_of_what_has_changed_meanwhile_is_stale(root: Path) -> None:
    run(root, "translate", "report", "--lang", "kk")
    text = (root / "docs_kk/report.md").read_text("utf-8")
    plant(root, {"docs_ru/report.md": RU.replace("14", "15")})
    plant(root, {"docs_kk/report.md": text.replace(' .untranslated lang="ru"', "")})
    assert states(root) == {"current", "stale"}


def test_a_scaffolded_translation_has_no_errors(root: Path) -> None:
    run(root, "translate", "report", "--lang", "kk")
    problems = json.loads(run(root, "check", "--json").stdout)["problems"]
    assert [problem for problem in problems if problem["severity"] == "error"] == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["report", "--lang", "ru"], "docs_ru/report.md is the original"),
        (["report", "--lang", "xx"], "is no language of this site"),
        (["none", "--lang", "kk"], "no page none.md in any language"),
        (["there", "--lang", "kk"], "docs_kk/there.md is there already"),
        (["lost", "--lang", "en"], "docs_kk/lost.md: its original (ru) is not here"),
        (["../report", "--lang", "kk"], "names no page"),
        (["broken", "--lang", "kk"], "docs/broken.md:3 F02"),
    ],
)
def test_what_translate_refuses(root: Path, arguments: list[str], told: str) -> None:
    plant(root, {"docs/there.md": "# A {#a}\n", "docs_kk/there.md": "# A {#a}\n"})
    plant(root, {"docs_kk/lost.md": "---\ntitle: A\noriginal: ru\n---\n# A {#a}\n"})
    plant(root, {"docs/broken.md": "---\ntitle: [\n---\n# A {#a}\n"})
    before = {file: file.read_bytes() for file in root.rglob("*.md")}
    result = run(root, "translate", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert {file: file.read_bytes() for file in root.rglob("*.md")} == before
