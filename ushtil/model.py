"""The model that stands between all formats.

    Document ─ id, language, metadata
      └ Page ─ path within the language's tree ("upr.md", "report-2022/s1.md")
          └ Section ─ the root of the page, its `#` heading
              ├ Block ─ paragraph, item, quote …, numbered within its section
              └ Section ─ and so on

A reader of a format makes a Document, a writer takes one; they never meet.  Everything is frozen:
a step that changes a Document returns a new one.

Identity: a `Section.id` is unique in its document and the same in every language; a `Block.id` is
the paragraph's number within its section ("p3"), published as "<section id>-p3".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a block is; the value is its name in reports."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    """An item of a bulleted list."""
    NUMBERED_ITEM = "numbered item"
    """An item of a list that is numbered 1, 2, 3 …"""
    QUOTE = "quote"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    """The text of a note; its `id` is the label in `[^label]`. Notes carry no paragraph number."""
    RAW = "raw"
    """Markdown that a person wrote and no reader takes apart: tables, code, HTML, admonitions."""


@dataclass(frozen=True)
class Provenance:
    """Where a block stood in its source: printed page, own paragraph number, first line (from 1)."""

    page: str = ""
    number: str = ""
    line: int = 0


@dataclass(frozen=True)
class Block:
    """A paragraph or what stands in its place; `text` is escaped inline Markdown on one or more lines.

    `also` are numbers of paragraphs that were merged into this one, `removed` those of paragraphs
    that stood after it and are gone: their addresses lead here.
    """

    kind: Kind
    text: str
    id: str = ""
    children: tuple[Block, ...] = ()
    provenance: Provenance = Provenance()
    language: str = ""
    """Only where it differs from the document's."""
    also: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it. `level` is the heading's, from 1; `title` inline Markdown."""

    id: str
    level: int
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    provenance: Provenance = Provenance()

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True)
class Page:
    """One Markdown file: `path` within the tree of its language, with forward slashes."""

    path: str
    root: Section
    footnotes: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Document:
    """A text in one language. `metadata` is its front matter, the same names as in the schema."""

    id: str
    language: str
    metadata: Mapping[str, Any] = field(default_factory=dict)
    pages: tuple[Page, ...] = ()

    def sections(self) -> Iterator[Section]:
        """All sections in reading order, the pages' roots included."""
        for page in self.pages:
            yield from page.root.walk()
