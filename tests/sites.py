"""Small made-up trees, and the site that the command builds of them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
COMMAND = (sys.executable, "-c", "from scripts.main import cli; cli(prog_name='ushtil')")
EDIT = "https://example.org/edit/"
TEXTS = ("docs", "docs_ru", "docs_kk", "glossary")
"""The folders of this repository that `ushtil build` makes the site of."""
# One red dot.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000003"
    "010100c9fe92ef0000000049454e44ae426082"
)

MIXED: Mapping[str, str | bytes] = {
    "docs/index.md": (
        "---\ntitle: Texts\n---\n# Texts {#home}\n\n"
        "[Both](both.md), [one](deep/only.md#s2), ![dot](i/dot.png)\n"
    ),
    "docs/both.md": "# Both {#both}\n\n[home](index.md), [Kazakh](kazakh.md)\n",
    "docs/i/dot.png": PICTURE,
    "docs_ru/index.md": "---\ntitle: Тексты\n---\n# Тексты {#home}\n\n[Один](deep/only.md)\n",
    "docs_ru/deep/only.md": (
        "---\ntitle: Только по-русски\noriginal: ru\nstatus: original\n---\n# Только по-русски {#only}\n\n"
        "Ссылки: [обе](../both.md#both), [казахская](../kazakh.md), [сюда](only.md#s2), [сноска][^1].\n\n"
        "![точка](i/own.png) ![чужая](../i/dot.png)\n\n"
        "## Часть вторая {#s2}\n\nТекст.\n{: #p1 }\n\n[^1]: Сноска.\n"
    ),
    "docs_ru/deep/i/own.png": PICTURE,
    "docs_kk/both.md": "# Екеуі де {#both}\n\nМәтін.\n{: #p1 }\n",
    "docs_kk/kazakh.md": "# Тек қазақша {#kazakh}\n\n[Екеуі де](both.md), [орысша](deep/only.md)\n",
}
"""Pages in English and Russian, English and Kazakh, Russian alone, Kazakh alone."""


def plant(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Writes the files under `root`."""
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def copied(folder: Path) -> Path:
    """This repository's own texts in a folder of their own, without the archives that may be made of them."""
    for name in TEXTS:
        shutil.copytree(REPOSITORY / name, folder / name)
    return folder


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command `ushtil`, whatever comes of it."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("USHTIL_")}
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=REPOSITORY,
        env={**clean, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def build(root: Path, *arguments: str, **environment: str) -> str:
    """Builds the site of `root`, which must succeed; what the command said."""
    done = run("build", "--root", str(root), *arguments, **environment)
    assert done.returncode == 0, done.stderr
    return done.stderr


def read(site: Path) -> dict[str, bytes]:
    """All files of a site by name."""
    return {
        file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()
    }


class Tags(HTMLParser):
    """All tags of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        return [
            attrs
            for name, attrs in self.tags
            if name == tag and all(attrs.get(key) == value for key, value in wanted.items())
        ]
