"""Document to Markdown: the one form in which Ushtil writes, and which `reader` takes back unchanged.

---
title: …
---
# Title {#s1}

A paragraph, a sentence a line.
{: #p1 data-page="3" }

- an item
  {: #p2 }

[^1]: A note.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from ..model import Block, Kind, Page, Section
from . import attributes, frontmatter
from .escape import NOTE_MARK, unescape

TIGHT = {Kind.ITEM, Kind.NUMBERED_ITEM}
MOST_HASHES = 6
KICKER = "kicker"
"""The class of a line that stands above the title of a page."""


def write(page: Page, metadata: Mapping[str, Any]) -> str:
    """The Markdown file of a page, front matter included."""
    return frontmatter.render(metadata) + body(page)


def body(page: Page) -> str:
    """The Markdown of a page without its front matter."""
    parts = section_parts(page.root)
    parts += [f"[^{note.id}]: {note.text}" for note in page.footnotes]
    return "\n" + "\n\n".join(parts) + "\n"


def body_hash(text: str) -> str:
    """What `imported:` records of a body: 16 hexadecimal digits of its sha256, blank ends apart."""
    return sha256(text.strip().encode("utf-8")).hexdigest()[:16]


def section_parts(section: Section) -> list[str]:
    """The heading and blocks of a section and of those below, each one part between blank lines."""
    above = [block for block in section.blocks if KICKER in block.classes]
    parts = block_parts(above)
    parts += [heading(section)] if section.title else []
    parts += block_parts([block for block in section.blocks if KICKER not in block.classes])
    for below in section.sections:
        parts += section_parts(below)
    return parts


def title_text(section: Section) -> str:
    """The title of a section as plain text on one line."""
    return unescape(NOTE_MARK.sub("", section.title))


def heading(section: Section) -> str:
    """The heading line, its id pinned."""
    return f"{'#' * min(section.level, MOST_HASHES)} {section.title} {{#{section.id}}}"


def block_parts(blocks: Sequence[Block]) -> list[str]:
    """Blocks as text; the items of one list stand together."""
    parts: list[str] = []
    place, before = 0, None
    for block in blocks:
        place = place + 1 if block.kind is before else 1
        text = block_text(block, place)
        if block.kind in TIGHT and block.kind is before:
            parts[-1] += f"\n{text}"
        else:
            parts.append(text)
        before = block.kind
    return parts


def block_text(block: Block, place: int = 1) -> str:
    """One block with its attribute line; `place` is an item's number in its list."""
    line = attributes.render(block)
    text = f"{block.text}\n{line}" if line else block.text
    match block.kind:
        case Kind.ITEM:
            return hang("- ", text)
        case Kind.NUMBERED_ITEM:
            return hang(f"{place}. ", text)
        case Kind.QUOTE:
            return "\n".join(f"> {row}".rstrip() for row in text.split("\n"))
        case _:
            return text


def hang(sign: str, text: str) -> str:
    """`text` behind the sign of an item, its further lines indented as deep."""
    return sign + text.replace("\n", "\n" + " " * len(sign))
