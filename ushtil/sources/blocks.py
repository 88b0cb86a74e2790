"""Chunks to blocks: what each is, and its text as escaped Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from ..language import alternatives, known, profile
from ..markup.escape import escape, paragraph
from ..model import Block, Kind, Provenance
from .breaks import BULLET, is_contents_entry
from .chunks import ENUMERATED, Chunk
from .joining import Joint, Vocabulary, join
from .lines import Line
from .notes import Note
from .prose import MARK_CLOSE, MARK_OPEN

NUMBERED = re.compile(r"^(?P<n>\d{1,4})(?P<sign>[.)])\s+(?=\S)")
QUOTE_INDENT = 4


@dataclass
class Setter:
    """Turns lines into text for one document, and keeps what was decided at line ends."""

    words: Vocabulary
    numbered: bool = False
    """Whether the document numbers its paragraphs through its sections."""
    joints: list[Joint] = field(default_factory=list)

    def text(self, lines: Sequence[Line]) -> str:
        """The lines as one plain text."""
        joined, joints = join(lines, self.words)
        self.joints += joints
        return joined

    def heading(self, lines: Sequence[Line]) -> str:
        """The lines of a title as escaped Markdown on one line."""
        return marks(escape(self.text(lines)).replace("#", r"\#"))

    def inline(self, lines: Sequence[Line]) -> str:
        """The lines as escaped Markdown, marks of notes as `[^label]`."""
        return marks(paragraph(self.text(lines)))


def marks(markdown: str) -> str:
    """Markdown with the importer's signs around labels made references to notes."""
    return markdown.replace(MARK_OPEN, "[^").replace(MARK_CLOSE, "]")


def blocks_of(chunks: Sequence[tuple[Chunk, tuple[str, ...]]], setter: Setter, indent: int) -> list[Block]:
    """The blocks of one section. Each chunk comes with its classes; `indent` is the usual margin."""
    found: list[Block] = []
    lists = set() if setter.numbered else list_items([chunk for chunk, _ in chunks])
    for n, (chunk, labels) in enumerate(chunks):
        if all(is_contents_entry(line.text) for line in chunk.lines):
            found += [block((line,), Kind.ITEM, chunk, setter) for line in chunk.lines]
        elif BULLET.match(chunk.lines[0].text):
            found.append(block(strip_first(chunk.lines, BULLET), Kind.ITEM, chunk, setter))
        elif n in lists:
            found.append(block(strip_first(chunk.lines, NUMBERED), Kind.NUMBERED_ITEM, chunk, setter))
        else:
            found.append(block(chunk.lines, kind_of(chunk, indent), chunk, setter, classes_of(chunk, labels)))
    return found


def block(
    lines: Sequence[Line], kind: Kind, chunk: Chunk, setter: Setter, classes: tuple[str, ...] = ()
) -> Block:
    """A block of `lines`, with where it stood."""
    numbered = NUMBERED.match(chunk.lines[0].text) if kind is Kind.PARAGRAPH else None
    where = Provenance(chunk.lines[0].page, numbered["n"] if numbered else "", chunk.number)
    text = setter.inline(lines)
    return Block(kind, text, provenance=where, language=chunk.foreign, classes=classes)


def strip_first(lines: Sequence[Line], pattern: re.Pattern[str]) -> tuple[Line, ...]:
    """The lines without the sign or number of an entry at their head."""
    first = lines[0]
    text = pattern.sub("", first.text, count=1)
    return (Line(text, first.number, first.indent, first.gap, first.starts_page, first.page), *lines[1:])


def list_items(chunks: Sequence[Chunk]) -> set[int]:
    """Which chunks are entries of a list that counts 1, 2, 3 …, each right after the other."""
    values = [int(match["n"]) if (match := NUMBERED.match(chunk.lines[0].text)) else 0 for chunk in chunks]
    found: set[int] = set()
    for n, value in enumerate(values):
        if value == 1:
            end = n
            while end < len(values) and values[end] == end - n + 1:
                end += 1
            if end - n >= 2:
                found |= set(range(n, end))
    return found


def numbered_through(sections: Sequence[Sequence[Chunk]]) -> bool:
    """Whether the numbers of paragraphs go on from one section to the next."""
    last = 0
    for chunks in sections:
        values = [int(match["n"]) for chunk in chunks if (match := NUMBERED.match(chunk.lines[0].text))]
        if values and values[0] > 1 and values[0] == last + 1:
            return True
        last = values[-1] if values else last
    return False


def kind_of(chunk: Chunk, indent: int) -> Kind:
    """Paragraph, caption or quotation."""
    if is_caption(chunk):
        return Kind.CAPTION
    if len(chunk.lines) > 1 and all(line.indent >= indent + QUOTE_INDENT for line in chunk.lines):
        return Kind.QUOTE
    return Kind.PARAGRAPH


def is_caption(chunk: Chunk) -> bool:
    """Whether a chunk is the caption of a figure or table: "Figure 2. …", short, one of those words."""
    return len(chunk.lines) <= 5 and len(chunk.text) < 250 and captions().match(chunk.text) is not None


@cache
def captions() -> re.Pattern[str]:
    """What captions begin with, in all languages; in Kazakh the number may come first."""
    word = alternatives([word for code in known() for word in profile(code).caption_words])
    return re.compile(rf"^(?:(?:{word})\s*№?\s*\d{{1,3}}\b|\d{{1,3}}-?\s?(?:{word})\b)", re.IGNORECASE)


def classes_of(chunk: Chunk, labels: tuple[str, ...]) -> tuple[str, ...]:
    """The classes of a paragraph: what it was found to be, "point" for "(a) …"."""
    if labels:
        return labels
    point = ENUMERATED.match(chunk.text) and not NUMBERED.match(chunk.text)
    return ("point",) if point else ("caption",) if is_caption(chunk) else ()


def footnotes_of(notes: Sequence[Note], setter: Setter) -> list[Block]:
    """The notes as blocks; their text stands on one line, as their Markdown form wants it."""
    return [
        Block(
            Kind.FOOTNOTE,
            setter.inline(note.lines).replace("\n", " "),
            note.label,
            provenance=Provenance(note.lines[0].page, "", note.lines[0].number),
        )
        for note in notes
    ]
