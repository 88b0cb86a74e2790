"""Markdown to Document: the sections, numbered paragraphs and notes of a page, by their lines.

What Ushtil wrote is taken apart and can be written again letter for letter; what a person added in
forms of their own (tables, code, HTML) stays whole in blocks of kind `RAW`.  The ids it finds are
those that the site builds: a test compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..model import Block, Document, Kind, Page, Provenance, Section
from ..problems import Outcome
from . import attributes, frontmatter
from .writer import KICKER

HEADING = re.compile(
    r"^(?P<level>#{1,6})\s+(?P<title>.*?)\s*(?:(?<!\\)\{:?\s*#(?P<id>[\w.-]+)[^}]*\})?\s*#*\s*$"
)
FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})")
ITEM = re.compile(r"^[-*+]\s+")
NUMBERED = re.compile(r"^\d+\.\s+")
NOTE = re.compile(r"^\[\^(?P<label>[^\]]+)\]:\s*")
RAW = re.compile(r"^(?:\||///|<(?!https?:|mailto:)|!!!|\?\?\?|    |\t|\*\[|--8<--)")


@dataclass
class Open:
    """A section that is being read."""

    id: str
    level: int
    title: str
    line: int = 0
    blocks: list[Block] = field(default_factory=list)
    below: list[Open] = field(default_factory=list)

    def close(self) -> Section:
        """The section as a value."""
        below = tuple(section.close() for section in self.below)
        where = Provenance(line=self.line)
        return Section(self.id, self.level, self.title, tuple(self.blocks), below, where)


def read(text: str, path: str, language: str) -> Outcome[Document]:
    """The Document of one page. `path` is the page's within its tree; provenance lines are the file's."""
    front = frontmatter.parse(text, path)
    page = read_body(front.value.body, path, front.value.first_body_line)
    return Outcome(Document("", language, front.value.metadata, (page,)), front.problems)


def read_body(text: str, path: str = "", first_line: int = 1) -> Page:
    """The page that a body of Markdown makes; its root has level 1 even where no heading says so."""
    root = Open("", 1, "", first_line)
    stack = [root]
    notes: list[Block] = []
    for number, lines in parts_of(text.split("\n"), first_line):
        match = HEADING.match(lines[0])
        if match:
            section = Open(match["id"] or "", len(match["level"]), match["title"], number)
            if section.level == 1 and not root.title and not root.below and is_front(root.blocks):
                root.id, root.title, root.line = section.id, section.title, number
                continue
            while stack[-1].level >= section.level and len(stack) > 1:
                stack.pop()
            stack[-1].below.append(section)
            stack.append(section)
        elif NOTE.match(lines[0]):
            notes += notes_of(lines, number)
        else:
            stack[-1].blocks += blocks_of(lines, number)
    return Page(path, root.close(), tuple(notes))


def is_front(blocks: Sequence[Block]) -> bool:
    """Whether all that was read so far stands above the title."""
    return all(KICKER in block.classes for block in blocks)


def parts_of(lines: Sequence[str], first_line: int) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines between blank lines, with the number of their first; headings alone, fences whole."""
    run: list[str] = []
    fence = ""
    for number, line in enumerate([*lines, ""], first_line):
        mark = FENCE.match(line)
        if fence:
            run.append(line)
            fence = "" if mark and line.strip().startswith(fence) else fence
        elif not line.strip() or HEADING.match(line):
            if run:
                yield number - len(run), run
            run = []
            if line.strip():
                yield number, [line]
        else:
            fence = mark[1] if mark else ""
            run.append(line)
    if run:
        yield first_line + len(lines) - len(run), run


def blocks_of(lines: list[str], number: int) -> list[Block]:
    """The blocks of one run of lines."""
    where = Provenance(line=number)
    if RAW.match(lines[0]) or FENCE.match(lines[0]):
        return [Block(Kind.RAW, "\n".join(lines), provenance=where)]
    for pattern, kind in ((ITEM, Kind.ITEM), (NUMBERED, Kind.NUMBERED_ITEM)):
        if pattern.match(lines[0]):
            return items_of(lines, number, pattern, kind)
    if all(line.startswith(">") for line in lines):
        return [one([line[1:].removeprefix(" ") for line in lines], Kind.QUOTE, where)]
    return [one(lines, Kind.PARAGRAPH, where)]


def items_of(lines: list[str], number: int, sign: re.Pattern[str], kind: Kind) -> list[Block]:
    """The items of a list, each with its further lines."""
    starts = [n for n, line in enumerate(lines) if sign.match(line)]
    blocks = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        first = sign.sub("", lines[start], count=1)
        rest = [line.strip() for line in lines[start + 1 : end]]
        blocks.append(one([first, *rest], kind, Provenance(line=number + start)))
    return blocks


def one(lines: list[str], kind: Kind, where: Provenance) -> Block:
    """The block of `lines`, the last of which may hold its attributes."""
    held = attributes.parse(lines[-1])
    if held is None:
        return Block(kind, "\n".join(lines), provenance=where)
    block = attributes.apply(Block(kind, "\n".join(lines[:-1]), provenance=where), held)
    return replace(block, kind=Kind.CAPTION) if "caption" in block.classes else block


def notes_of(lines: list[str], number: int) -> list[Block]:
    """The footnotes of one run of lines."""
    notes: list[Block] = []
    for n, line in enumerate(lines):
        match = NOTE.match(line)
        if match:
            notes.append(
                Block(
                    Kind.FOOTNOTE, line[match.end() :], match["label"], provenance=Provenance(line=number + n)
                )
            )
        else:
            notes[-1] = replace(notes[-1], text=f"{notes[-1].text}\n{line}")
    return notes
