"""One sentence or two of what a page is about, as plain text, in the language of its text.

The front matter's `description`; where there is none, the beginning of the first paragraph.
"""

from __future__ import annotations

import html
import re

from ushtil.markup import reader
from ushtil.model import Block, Kind
from ushtil.publish import heads
from ushtil.publish.entries import Version
from ushtil.publish.sections import without_comments
from ushtil.status.passages import UNTRANSLATED

LENGTH = 160
"""What result lists show of a description."""
LONGEST = 200
"""A description that an author wrote is one sentence, and is left whole up to here."""

_SENTENCE = re.compile(r"[.!?…][»”\"')\]]*(?=\s)")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->", re.DOTALL)
# Short of this a sentence says too little, and the next is begun.
_LEAST = 60
_PROSE = (Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTE)


def description(version: Version) -> str:
    """That of a page in one language; its title where it has no text at all."""
    written = _joined(str(version.head.metadata.get("description") or ""))
    if written:
        return cut(written, LONGEST)
    return cut(_beginning(version)) or cut(version.head.title)


def cut(text: str, length: int = LENGTH) -> str:
    """The text up to the end of a sentence, else of a word, that lies within `length` characters."""
    text = _joined(text)
    if len(text) <= length:
        return text
    ends = [found.end() for found in _SENTENCE.finditer(text, 0, length + 1)]
    if ends and ends[-1] >= _LEAST:
        return text[: ends[-1]]
    whole = text[:length].rpartition(" ")[0] or text[: length - 1]
    return whole.rstrip(" ,;:–—-(«“") + "…"


def plain(inline: str) -> str:
    """Inline Markdown as the text that a reader sees."""
    return _joined(html.unescape(_TAG.sub("", heads.plain(inline))))


def _beginning(version: Version) -> str:
    root = reader.read_body(without_comments(heads.body(version.drawn or version.text))).root
    blocks = (block for section in root.walk() for block in section.blocks)
    texts = (plain(block.text) for block in blocks if _says(block))
    return next(filter(None, texts), "")


def _says(block: Block) -> bool:
    return block.kind in _PROSE and UNTRANSLATED not in block.classes


def _joined(text: str) -> str:
    return " ".join(text.split())
