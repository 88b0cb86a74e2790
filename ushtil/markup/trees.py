"""A document as it stands in the trees: its pages in each language, read back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..languages import Language, Languages
from ..model import Page, Section
from ..problems import Unreadable
from . import paging, reader, writer
from .frontmatter import split


@dataclass(frozen=True)
class Version:
    """One language's version of a document; paths of pages are within its tree, of texts from the root."""

    language: Language
    root: Section
    metadata: Mapping[str, Any]
    paths: Mapping[str, str]
    """Section id → the page that it opens, or the index."""
    texts: Mapping[str, str] = field(default_factory=dict)
    is_folder: bool = False
    edited: frozenset[str] = frozenset()
    """The files whose body is no longer the one that import wrote."""
    metadata_of: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def versions_of(document: str, root: Path, languages: Languages) -> dict[str, Version]:
    """The versions of a document under `root`, by language. Raises `Unreadable` for a broken file."""
    found = {language.code: version_of(document, root, language) for language in languages}
    return {code: version for code, version in found.items() if version}


def version_of(document: str, root: Path, language: Language) -> Version | None:
    """One version, None where the tree has no page of the document."""
    tree = root / language.tree
    files = pages_of(document, tree)
    if not files:
        return None
    texts = {path: read_text(tree / path) for path in files}
    documents = {path: reader.read(text, path, language.code).value for path, text in texts.items()}
    pages = [documents[path].pages[0] for path in files]
    joined = paging.join(pages)
    return Version(
        language,
        joined.root,
        documents[files[0]].metadata,
        opened(pages),
        {f"{language.tree}/{path}": text for path, text in texts.items()},
        files[0].endswith("/index.md"),
        frozenset(
            f"{language.tree}/{path}"
            for path, text in texts.items()
            if is_edited(text, documents[path].metadata)
        ),
        {path: documents[path].metadata for path in files},
    )


def pages_of(document: str, tree: Path) -> list[str]:
    """The pages of a document within its tree: one file, or a folder's with the index first."""
    if (tree / f"{document}.md").is_file():
        return [f"{document}.md"]
    folder = tree / document
    if not (folder / "index.md").is_file():
        return []
    others = sorted((file.name for file in folder.glob("*.md") if file.name != "index.md"), key=natural)
    return [f"{document}/{name}" for name in ("index.md", *others)]


def natural(name: str) -> list[tuple[int, int | str]]:
    """A key that sorts s2 before s10."""
    return [(0, int(part)) if part.isdigit() else (1, part) for part in re.split(r"(\d+)", name) if part]


def opened(pages: list[Page]) -> dict[str, str]:
    """Section id → the page that begins with it, or the index where it stands."""
    index, *others = pages
    found = {page.root.id: page.path for page in others if page.root.id}
    return found | {section.id: index.path for section in index.root.sections}


def is_edited(text: str, metadata: Mapping[str, Any]) -> bool:
    """Whether the body of a file is not the one that import wrote."""
    return writer.body_hash(split(text)[1]) != metadata.get("imported")


def read_text(file: Path) -> str:
    """The text of a page. Raises `Unreadable`."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"{file} can't be read: {error}; mend or remove it") from None
