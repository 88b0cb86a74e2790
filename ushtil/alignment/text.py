"""The plain text of sections and blocks, as alignment compares it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..markup.escape import NOTE_MARK, unescape
from ..model import Block, Kind, Section

# Markdown that shows nothing by itself.
UNSEEN = ("<!--", "*[", "--8<--")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in its place: plain text, the section by its place in reading order, published ids."""

    text: str
    section: int
    ids: frozenset[str] = frozenset()


def paragraphs(root: Section) -> list[Paragraph]:
    """The paragraphs of a text in reading order, tables and the like included, headings not."""
    return [
        Paragraph(plain_block(block), place, published(section.id, block))
        for place, section in enumerate(root.walk())
        for block in seen(section)
    ]


def seen(section: Section) -> Iterator[Block]:
    """The blocks under a heading that a reader sees in their place."""
    for block in section.blocks:
        if block.kind is not Kind.FOOTNOTE and not (
            block.kind is Kind.RAW and block.text.lstrip().startswith(UNSEEN)
        ):
            yield block


def published(section: str, block: Block) -> frozenset[str]:
    """The addresses of a paragraph, the same in every language; none without a pinned section."""
    numbers = (block.id, *block.also) if section and block.id else ()
    return frozenset(f"{section}-{number}" for number in numbers)


def plain_block(block: Block) -> str:
    """The words of a block without Markdown and marks of notes."""
    return unescape(NOTE_MARK.sub("", block.text))


def plain(section: Section) -> str:
    """The text that stands directly under a heading."""
    return " ".join(plain_block(block) for block in section.blocks if block.kind is not Kind.RAW)
