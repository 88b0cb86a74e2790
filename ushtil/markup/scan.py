"""What a page's Markdown holds, line by line: headings, paragraphs, links, ids.

A scanner and no parser: it is made for the line numbers that a Document does not keep, and for text that
is wrong.  A test holds its ids to those that Markdown builds (`anchors.ParagraphAnchors.index`).

    line  text                        found
    7     ## Torture {#s1-c}          Heading(7, 2, "s1-c")
    9     The report says …           Paragraph(9, "s1-c", "p3", last_line=10)
    10    {: #p3 also="p4" }
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ushtil.markup import attributes
from ushtil.markup.anchors import NUMBER
from ushtil.markup.visible import CODE, visible

_HEADING = re.compile(r"(?P<hashes>#{1,6})(?P<title>(?:\\.|[^\\])*?)#*\s*$")
_UNDERLINE = re.compile(r"(?:=+|-+)[ ]*$")
_PINNED = re.compile(r"[ ]+\{:?[ ]*(?P<held>[^}\n ][^}\n]*)\}[ ]*#*[ ]*$")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+\.)[ \t]+")
_QUOTED = re.compile(r"^(?:[ ]{0,3}>[ ]?)+")
_RULE = re.compile(r"[ ]{0,3}(?:(?:\*[ ]*){3,}|(?:-[ ]*){3,}|(?:_[ ]*){3,})$")
# Tables, HTML, footnotes, definitions, abbreviations, admonitions, what is drawn from data: no paragraph of
# theirs has a number.
_APART = re.compile(
    rf"\s*(?:\||///|</?[a-zA-Z][\w-]*[\s>/]|<[!?]|\[[^\]]+\]:|\*\[|!!!|\?\?\?|--8<--|{CODE}$)"
)
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*\|[\s|:-]*$")
_GIVEN = re.compile(
    r"""\{:?[^{}\n]*?#(?P<attribute>[^\s{}"']+)[^{}\n]*\}|<[^<>]*\bid\s*=\s*["'](?P<html>[^"']+)"""
)


@dataclass(frozen=True)
class Heading:
    """A heading and its pinned id, "" for none."""

    line: int
    level: int
    id: str
    title: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, item or quoted paragraph that may carry a number; `section` is the id of its heading."""

    line: int
    last_line: int
    section: str
    number: str = ""
    others: tuple[str, ...] = ()
    """Numbers merged into it (`also`) and removed after it (`removed`)."""
    id: str = ""
    stray: int = 0
    """The line of attributes that Markdown will show as text, because it is not the last of its block."""


@dataclass(frozen=True)
class Scan:
    """All that a page holds, in reading order; lines are the file's."""

    headings: tuple[Heading, ...]
    paragraphs: tuple[Paragraph, ...]
    given: tuple[tuple[int, str], ...]
    """Ids that a person gave to something within a line, an image say, each with its line."""
    text: str
    """The visible lines as one text, whose first line is `first_line` of the file."""
    first_line: int

    def ids(self) -> Iterator[tuple[int, str]]:
        """Every id that is published, with its line, in no order; one that is claimed twice comes twice."""
        yield from ((heading.line, heading.id) for heading in self.headings if heading.id)
        yield from self.given
        for paragraph in self.paragraphs:
            numbers = [paragraph.number] if paragraph.number else []
            if paragraph.id and not paragraph.number:
                yield paragraph.last_line, paragraph.id
            yield from ((paragraph.last_line, published(paragraph, n)) for n in (*numbers, *paragraph.others))


def published(paragraph: Paragraph, number: str) -> str:
    """The address of a number of this paragraph."""
    return f"{paragraph.section}-{number}" if paragraph.section else number


def scan(body: str, first_line: int = 1) -> Scan:
    """What the Markdown `body` holds, whose first line is `first_line` of its file."""
    lines = visible(body)
    found: list[Heading | Paragraph] = []
    section = ""
    for start, run in _runs(lines):
        for item in _read(run, start + first_line, section):
            found.append(item)
            section = item.id or section if isinstance(item, Heading) else section
    headings = tuple(item for item in found if isinstance(item, Heading))
    paragraphs = tuple(item for item in found if isinstance(item, Paragraph))
    taken = {heading.line for heading in headings}
    given = tuple((line, name) for line, name in _given(lines, first_line) if line not in taken)
    return Scan(headings, paragraphs, given, "\n".join(lines), first_line)


def _runs(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Lines that stand together, with the index of their first; a heading is a run of its own."""
    run: list[str] = []
    for index, line in enumerate([*lines, ""]):
        underlined = len(run) == 1 and bool(_UNDERLINE.match(line)) and not _ITEM.match(run[0])
        if underlined:
            yield index - 1, [run[0], line]
            run = []
        elif not line.strip() or line.startswith("#"):
            if run:
                yield index - len(run), run
            run = []
            if line.strip():
                yield index, [line]
        else:
            run.append(line)


def _read(run: list[str], line: int, section: str) -> list[Heading] | list[Paragraph]:
    """The heading or the paragraphs of one run."""
    match = _HEADING.match(run[0])
    if match and len(run) == 1:
        return [_heading(match["title"], len(match["hashes"]), line)]
    if len(run) == 2 and _UNDERLINE.match(run[1]) and not run[0].startswith((">", " ")):
        return [_heading(run[0], 1 if run[1].startswith("=") else 2, line)]
    if _APART.match(run[0]) or _RULE.match(run[0]) or (len(run) > 1 and _TABLE_RULE.match(run[1])):
        return []
    if run[0].startswith(">"):
        quoted = [_QUOTED.sub("", row, count=1) for row in run]
        inner = (_read(part, line + start, section) for start, part in _runs(quoted))
        # A heading in a quotation is quoted; it divides nothing.
        return [item for items in inner for item in items if isinstance(item, Paragraph)]
    if _ITEM.match(run[0]):
        starts = [n for n, row in enumerate(run) if _ITEM.match(row)]
        pairs = zip(starts, [*starts[1:], len(run)], strict=True)
        return [_paragraph(run[start:end], line + start, section) for start, end in pairs]
    # An indented run goes on with the item above, which carries the number.
    carried = run[0].startswith("  ") and attributes.parse(run[-1]) is None
    return [] if carried else [_paragraph(run, line, section)]


def _heading(title: str, level: int, line: int) -> Heading:
    match = _PINNED.search(title)
    held = attributes.parse(f"{{: {match['held']} }}") if match else None
    return Heading(line, level, held.id if held else "", _PINNED.sub("", title).strip())


def _paragraph(rows: list[str], line: int, section: str) -> Paragraph:
    last = line + len(rows) - 1
    stray = next((line + n for n, row in enumerate(rows[:-1]) if attributes.parse(row)), 0)
    held = attributes.parse(rows[-1])
    if held and len(rows) == 1:
        return Paragraph(line, last, section, stray=line)
    if not held:
        return Paragraph(line, last, section, stray=stray)
    others = [name for key in ("also", "removed") for name in held.get(key).split() if NUMBER.fullmatch(name)]
    number = held.id if NUMBER.fullmatch(held.id) else ""
    return Paragraph(line, last, section, number, tuple(others), held.id, stray)


def _given(lines: list[str], first_line: int) -> Iterator[tuple[int, str]]:
    """Ids within lines; a line that is nothing but attributes is a paragraph's."""
    for number, line in enumerate(lines, first_line):
        if attributes.parse(line.lstrip("> ")):
            continue
        for match in _GIVEN.finditer(line):
            yield number, match["attribute"] or match["html"]
