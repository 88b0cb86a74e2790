"""The parts of a page that are compared with another language's: paragraphs, headings, tables, notes.

    docs_kk/a.md:9    Text 6233.                  Unit(PARAGRAPH, section "s1", keys {"p3", "p4"}, line 9)
                      {: #p3 also="p4" }

Units that share a key correspond.  One without keys, or with a number that only its language has ("p3a"),
belongs to its section alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ushtil.markup import attributes
from ushtil.markup.anchors import NUMBER
from ushtil.markup.scan import Paragraph
from ushtil.markup.sources import Text

_NOTE = re.compile(r"\s*\[\^(?P<label>[^\]]+)\]:")
_ITEM = re.compile(r"\A[\s>]*(?:[-*+]|\d+\.)[ \t]+")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*\|[\s|:-]*$")
# What shows no text of its own: targets of links, tags, marks of notes, citations and figures, attributes.
HIDDEN = re.compile(
    r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|</?[a-zA-Z][^<>\n]*>|\[[\^@=][^\]\n]*\]|\{[:#.][^{}\n]*\}|(?:https?://|www\.)\S+"
    r"|^[ ]*\[[^\]\n]+\]:[ ]*\S+",
    re.MULTILINE,
)


class Sort(StrEnum):
    """What a unit is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADING = "heading"
    TABLE = "table"
    NOTE = "note"
    REST = "rest"


@dataclass(frozen=True, eq=False)
class Unit:
    """A part of a page; `rows` are its lines as they are written, the first of which is `line`."""

    page: Text
    sort: Sort
    section: str
    keys: frozenset[str]
    line: int
    rows: tuple[str, ...]
    attributes: str = ""
    attributes_line: int = 0

    @property
    def place(self) -> str:
        return f"{self.page.place}:{self.line}"

    @property
    def address(self) -> str:
        """The published address of a numbered paragraph, a section's for anything else."""
        number = min((key for key in self.keys if NUMBER.fullmatch(key)), key=_natural, default="")
        return "-".join(part for part in (self.section, number) if part)

    def shown(self) -> str:
        """The text that a reader sees, every sign at its place in its row."""
        text = HIDDEN.sub(_blank, "\n".join(self.rows))
        return _ITEM.sub(_blank, text, count=1) if self.sort is Sort.ITEM else text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _natural(number: str) -> tuple[int, str]:
    return int(re.sub(r"\D", "", number)), number


def units_of(page: Text) -> tuple[Unit, ...]:
    """All units of a page in reading order."""
    lines = page.scan.text.split("\n")
    first = page.scan.first_line
    covered: set[int] = set()
    found: list[Unit] = []
    for heading in page.scan.headings:
        row = lines[heading.line - first]
        found.append(
            Unit(page, Sort.HEADING, heading.id, frozenset("#"), heading.line, (row,), row, heading.line)
        )
        covered.add(heading.line)
    for paragraph in page.scan.paragraphs:
        rows = lines[paragraph.line - first : paragraph.last_line - first + 1]
        found.append(_paragraph(page, paragraph, rows))
        covered.update(range(paragraph.line, paragraph.last_line + 1))
    found += _rest(page, lines, covered)
    return tuple(_with_tables(sorted(found, key=lambda unit: unit.line)))


def _paragraph(page: Text, paragraph: Paragraph, rows: list[str]) -> Unit:
    held = attributes.parse(rows[-1].lstrip("> "))
    keys = {number for number in (paragraph.number, *(held.get("also").split() if held else ())) if number}
    sort = Sort.ITEM if _ITEM.match(rows[0]) else Sort.PARAGRAPH
    last = rows[-1] if held else ""
    shown = tuple(rows[:-1] if held else rows) or ("",)
    return Unit(
        page, sort, paragraph.section, frozenset(keys), paragraph.line, shown, last, paragraph.last_line
    )


def _rest(page: Text, lines: list[str], covered: set[int]) -> Iterator[Unit]:
    """Runs of lines that are neither headings nor paragraphs, a note a unit."""
    starts = [heading.line for heading in page.scan.headings]
    run: list[str] = []
    begin = 0
    for line, row in enumerate([*lines, ""], page.scan.first_line):
        ends = line in covered or not row.strip() or bool(_NOTE.match(row))
        if run and ends:
            place = bisect_right(starts, begin)
            section = page.scan.headings[place - 1].id if place else ""
            yield _piece(page, section, begin, tuple(run))
            run = []
        if row.strip() and line not in covered:
            begin = begin if run else line
            run.append(row)


def _piece(page: Text, section: str, line: int, rows: tuple[str, ...]) -> Unit:
    note = _NOTE.match(rows[0])
    if note:
        return Unit(page, Sort.NOTE, "", frozenset([f"^{note['label']}"]), line, rows)
    is_table = len(rows) > 1 and bool(_TABLE_RULE.match(rows[1]))
    return Unit(page, Sort.TABLE if is_table else Sort.REST, section, frozenset(), line, rows)


def _with_tables(units: list[Unit]) -> Iterator[Unit]:
    """The units, the tables of each section numbered."""
    counted: dict[str, int] = {}
    for unit in units:
        if unit.sort is Sort.TABLE:
            counted[unit.section] = counted.get(unit.section, 0) + 1
            key = frozenset([f"|{counted[unit.section]}"])
            unit = Unit(unit.page, unit.sort, unit.section, key, unit.line, unit.rows)
        yield unit
