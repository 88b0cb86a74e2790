"""What epubcheck, the validator of those who wrote the standard, says of our books: nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.casefiles import case_params, load
from tests.epub.test_books import TREES
from tests.sites import REPOSITORY, plant
from ushtil import epub, languages
from ushtil.publish import site

EPUBCHECK = os.environ.get("EPUBCHECK", "/usr/bin/epubcheck")
"""A jar, as Debian's command is."""
GET_IT = "epubcheck is not installed; on Debian: apt-get install epubcheck default-jre-headless"
pytestmark = pytest.mark.skipif(not (shutil.which("java") and Path(EPUBCHECK).is_file()), reason=GET_IT)

# Starts in a third of the time, and a book is read in two seconds.
JAVA = ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


def said(book: Path) -> list[str]:
    """What is wrong with a book, remarks on its use included."""
    told = book.with_suffix(".json")
    done = subprocess.run(
        [*JAVA, "-jar", EPUBCHECK, str(book), "--json", str(told), "--quiet"],
        capture_output=True,
        text=True,
        check=False,
    )
    messages = json.loads(told.read_text(encoding="utf-8"))["messages"]
    assert done.returncode == 0 or messages, done.stderr
    return [
        f"{one['severity']} {one['ID']} {one['message']} {one['locations'][:2]}"
        for one in messages
        if one["severity"] not in {"SUPPRESSED", "USAGE"}
    ]


def written(root: Path, folder: Path) -> dict[str, Path]:
    plan = site.plan(root, languages.load(root)).value
    books = {book.name: (book, folder / book.name) for book in epub.books(plan, "https://ushtil.example/")}
    for book, path in books.values():
        epub.write(book, path)
    return {name: path for name, (_, path) in books.items()}


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    return written(REPOSITORY, tmp_path_factory.mktemp("texts"))


@pytest.mark.parametrize("code", languages.read(languages.SHIPPED).codes)
def test_the_books_of_the_texts(texts, code):
    found = {name: said(path) for name, path in texts.items() if name.startswith(code)}
    assert found == {f"{code}.epub": [], f"{code}-report-2022.epub": []}


HOSTILE = """---
title: "<b>&amp; \u2028 \x41"
original: en
status: original
author: ["<i>", "&"]
date: 2026
source: {title: "<a & b>", url: "javascript:alert(1)"}
---

# A <b>title</b> & more {#1.top onclick="x()" style="color:red"}

Text with a mark[^a:b] and one[^2] more[^2] and none[^3].
{: #p1 lang="no such" }

| a | b |
|--:|:-:|
| 1 [x](no.md) | <ul><li>two |

> # Quoted {#q}
>
> - [empty]()
> - ![far](https://example.org/x.png)
> - ![data](data:image/png;base64,AAAA)

<div class="footnote"><ol><li id="fn:9">fake</li></ol></div>

[term](ushtil-term:#nothing){.term} [none](#nowhere) [x](http://[bad) [y](https://a_b.example/%zz|)

## {#empty}

###### Deep {#deep}

[^a:b]: Note with `code` & <b>open.

[^2]:
    - item
    - item

    > quoted
"""


def test_hostile_texts(tmp_path):
    raw = "".join(f"\n\n<div>\n{load(one.values[0])['html']}\n</div>\n\n" for one in case_params("xhtml"))
    drawn = {one.id: load(one.values[0])["svg"] for one in case_params("drawings")}
    files = {
        **TREES,
        **{f"docs/i/{name}.svg": text for name, text in drawn.items()},
        "docs/drawn.md": "# Drawn\n\n" + " ".join(f"![{name}](i/{name}.svg)" for name in drawn),
        "docs/hostile.md": HOSTILE,
        "docs/raw.md": f"---\ntitle: Raw\n---\n{raw}",
        "docs/\u049b\u04b1\u049b\u044b\u049b \u0431.md": "No title & nothing.\n",
        "docs/_/---.md": "None here, either.\n",
        "docs/A/index.md": "",
        "docs/a-/b.md": "# \n",
        "docs/quoted.md": "---\ntitle: Quoted\n---\n\n> # A heading in a quotation\n\nSome text.\n",
        "docs/cell.md": "<table><caption><h1>In a caption</h1></caption><tr><td><h1>In a cell</h1></table>\n",
        "docs/notes.md": "# A {#note-1}\n\n## B {#mark-1}\n\nText[^a].\n\n[^a]: See[^b].\n\n[^b]: Other.\n",
        "docs/table.md": "| a | b |\n|---|---|\n| 1 | 2 |\n",
        "docs_kk/raw.md": "# Raw\n\n<p>open <b>\n",
    }
    found = {name: said(path) for name, path in written(plant(tmp_path, files), tmp_path).items()}
    assert found == {name: [] for name in ("en.epub", "en-r.epub", "ru.epub", "ru-r.epub", "kk.epub")}
