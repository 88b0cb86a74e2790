"""A root with all that an archive has to carry, and what is looked up in one that is unpacked."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

from tests import glossaries, sites

PREFIX = "ushtil-0.1.0-2026-11-20"
DATED = "---\ntitle: Права\noriginal: ru\nstatus: original\ndate: 2026-11-20\n---\n"
ROOT: Mapping[str, str | bytes] = {
    **sites.MIXED,
    **glossaries.ROOT,
    "docs/rights.md": "---\ntitle: Rights\noriginal: ru\nstatus: unofficial\n---\n# Rights {#rights}\n\n"
    "All people have rights.\n{: #p1 }\n",
    "docs_ru/rights.md": f"{DATED}# Права {{#rights}}\n\nУ всех людей есть права.\n{{: #p1 }}\n\n"
    "## Суды {#courts}\n\nСуд защищает человека.\n{: #p1 }\n",
    "docs_kk/rights.md": "---\ntitle: Құқықтар\noriginal: ru\nstatus: unofficial\ndate: 2026-11-19\n---\n"
    "# Құқықтар {#rights}\n\nБарлық адамның құқықтары бар.\n{: #p1 }\n",
    "LICENSE-TEXTS": "free\n",
}
"""A page with a section that one language lacks, pages in one language, terms, pictures, a licence."""
_LINK = re.compile(r'\b(?:href|src|action)="([^"]*)"')


def unpack(archive: Path, folder: Path) -> Path:
    """Unpacks a zip; its one folder."""
    with ZipFile(archive) as held:
        held.extractall(folder)
    (top,) = {name.partition("/")[0] for name in held.namelist()}
    return folder / top


def dead_links(folder: Path) -> set[tuple[str, str]]:
    """Page and link of all that lead nowhere, or to a place of the machine's own."""
    return {(page, link) for page, link, there in links(folder) if not there.is_file()}


def links(folder: Path) -> Iterator[tuple[str, str, Path]]:
    """Page, link and file of all that lead to another file; one that is absolute leads to no file."""
    for file in folder.rglob("*.html"):
        page = file.relative_to(folder).as_posix()
        for link in map(html.unescape, _LINK.findall(file.read_text(encoding="utf-8"))):
            split = urlsplit(link)
            if split.scheme in ("http", "https", "mailto", "data") or not (split.path or split.scheme):
                continue
            is_relative = not (split.scheme or split.netloc or split.path.startswith("/"))
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(split.path)))
            inside = is_relative and not path.startswith("..")
            yield page, link, folder / path if inside else Path("/nowhere")
