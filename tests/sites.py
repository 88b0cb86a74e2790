"""Small made-up trees, and the site that the command builds of them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

from ushtil import languages
from ushtil.publish.site import Site, plan

REPOSITORY = Path(__file__).resolve().parent.parent
COMMAND = (sys.executable, "-c", "from scripts.main import cli; cli(prog_name='ushtil')")
EDIT = "https://example.org/edit/"
TEXTS = ("docs", "docs_ru", "docs_kk", "glossary")
"""The folders of this repository that `ushtil build` makes the site of."""
PREFIXES = {"en": "", "ru": "ru/", "kk": "kk/"}
"""Where the pages of each language stand."""
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

_LONG = "Слово за словом. " * 60
GROWING: Mapping[str, str | bytes] = {
    "docs_ru/doc.md": "---\ntitle: Доклад\noriginal: ru\nstatus: original\n---\n# Доклад {#r}\n\n"
    "Закон «Қазақстан туралы» и Human Rights Watch.[^1]\n{: #p1 }\n\n| А | Б |\n|---|---|\n| 1 | 2 |\n\n"
    + "".join(
        f"## Раздел {n} {{#s{n}}}\n\n{_LONG}\n{{: #p1 }}\n\n{_LONG}\n{{: #p2 }}\n\n{_LONG}\n{{: #p3 }}\n\n"
        f"{_LONG}\n{{: #p4 }}\n\n"
        for n in range(4)
    )
    + "[^1]: Сноска.\n",
    "docs_kk/doc.md": "---\ntitle: Есеп\noriginal: ru\nstatus: unofficial\n---\n# Есеп {#r}\n\n"
    + "".join(
        f'## Бөлім {n} {{#s{n}}}\n\n{_LONG}\n{{: #p1 }}\n\n{_LONG}\n{{: #p2 also="p3" }}\n\n'
        for n in (0, 1, 3)
    )
    + f"## Қосымша {{#own}}\n\n{_LONG}\n{{: #p1 }}\n",
    "docs/index.md": "# Texts {#home}\n\nText.\n{: #p1 }\n",
    "dist/texts-kk.zip": "zip",
    "dist/texts-kk.manifest.sha256": f"{'0' * 64}  index.html\n",
    "dist/downloads.json": json.dumps(
        {
            "version": "1",
            "date": "2026-11-22",
            "editions": [
                {
                    "name": "texts-kk.zip",
                    "kind": "language",
                    "language": "kk",
                    "title": "",
                    "size": 3,
                    "sha256": "0" * 64,
                }
            ],
        }
    ),
}
"""A Russian report, its Kazakh translation without section 2 and with one more, nothing in English;
an archive to download."""


def plant(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Writes the files under `root`."""
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def planned(root: Path, files: Mapping[str, str | bytes]) -> Site:
    """What is known of the site of these files, in the languages that are shipped."""
    return plan(plant(root, files), languages.read(languages.SHIPPED)).value


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
