"""Small indexes for tests: from Markdown pages to a site's shards on disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from markdown import Markdown

from ushtil.markup import extensions
from ushtil.search import documents, index, layout, shards
from ushtil.search.store import Store


def texts(
    code: str, pages: Mapping[str, str], concepts: Mapping[str, Sequence[str]] | None = None
) -> dict[str, str]:
    """The files of an index of these pages by name."""
    html = {path: Markdown(extensions=extensions()).convert(text) for path, text in pages.items()}
    held = [documents.Page(path, Path(path).stem, content) for path, content in html.items()]
    return shards.files(index.build(code, held, list(documents.sections(held)), concepts), f"{code}/")


def plant(
    site: Path, code: str, pages: Mapping[str, str], concepts: Mapping[str, Sequence[str]] | None = None
) -> Store:
    """The index of these pages, written below `site`."""
    folder = site / layout.FOLDER / code
    folder.mkdir(parents=True)
    for name, text in texts(code, pages, concepts).items():
        (folder / name).write_text(text, encoding="utf-8")
    return Store(site, code)
