"""The plain text of sections and blocks, as alignment compares it."""

from __future__ import annotations

from ..markup.escape import NOTE_MARK, unescape
from ..model import Block, Kind, Section


def plain_block(block: Block) -> str:
    """The words of a block without Markdown and marks of notes."""
    return unescape(NOTE_MARK.sub("", block.text))


def plain(section: Section) -> str:
    """The text that stands directly under a heading."""
    return " ".join(plain_block(block) for block in section.blocks if block.kind is not Kind.RAW)


def plain_section(section: Section) -> str:
    """The text under a heading and under all headings below it."""
    return " ".join(plain(part) for part in section.walk())
