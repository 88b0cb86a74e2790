"""Footnotes that extraction left in mid-sentence, and their marks glued to words and numbers.

    … forty witnesses1 had sent more than 10,0002 letters, and the com-
    1 Register of letters // URL: …         ← a chunk that begins with its number
    2 Those that bear no name are counted.
    mission answered each …                   ← the sentence goes on

A chunk is a note only if the text near it holds its mark, and notes and marks come in the same order:
a paragraph that happens to begin with a number ("5 January …") has no mark, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..language.enumerators import enumerator
from .chunks import Chunk
from .lines import Line
from .prose import MARK_CLOSE, MARK_OPEN

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
TO_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
NOTE = re.compile(rf"^(?P<n>\d{{1,3}}|[{SUPERSCRIPTS}]{{1,3}})(?:\s+|(?<=[{SUPERSCRIPTS}]))(?=\S)")
# How far from its note a mark may stand, in lines: columns put notes before or after their page's text.
REACH = 150
GLUED = re.compile(
    rf"(?P<raised>[{SUPERSCRIPTS}]{{1,3}})"
    r"|(?<=[^\W\d_])(?P<word>\d{1,3})(?![\w-])"
    r"|(?<=[^\W\d_][.,;:!?»”\")\]])(?P<sign>\d{1,3})(?=[\s.,;]|$)"
    r"|(?<![\d.,])(?:1[89]|20)\d\d(?P<year>\d{1,2})(?!\d|[.,]\d)"
    r"|(?<=,\d{3})(?P<thousand>\d{1,2})(?!\d|[.,]\d)"
)
SURE = ("raised", "word", "sign")


@dataclass(frozen=True)
class Note:
    """A footnote: its label, unique in the document, its lines without the number."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Mark:
    """A place where a mark may be: which chunk and line of it, which characters, how sure."""

    chunk: int
    line: int
    start: int
    end: int
    value: int
    sure: bool
    number: int


def extract(chunks: Sequence[Chunk]) -> tuple[list[Chunk], list[Note]]:
    """The chunks without notes, their marks set, and the notes."""
    candidates = [(n, note) for n, chunk in enumerate(chunks) for note in entries(chunk)]
    candidates = in_sequence(candidates)
    if not candidates:
        return list(chunks), []
    holders = {n for n, _ in candidates}
    marks = marks_of(chunks, holders)
    found = pair(candidates, marks)
    kept_whole = {n for n, note in candidates if (n, note) not in found}
    found = {key: mark for key, mark in found.items() if key[0] not in kept_whole}
    labels = {key: str(place) for place, key in enumerate(found, 1)}
    texts = set_marks(chunks, {mark: labels[key] for key, mark in found.items()})
    gone = {n for n, _ in found}
    notes = [Note(labels[key], key[1].lines) for key in found]
    return [break_before(chunk, n, gone) for n, chunk in enumerate(texts) if n not in gone], notes


def break_before(chunk: Chunk, n: int, gone: set[int]) -> Chunk:
    """The chunk, told that a page may have ended before it where a note was taken out."""
    if n - 1 not in gone:
        return chunk
    return replace(chunk, lines=(replace(chunk.lines[0], starts_page=True), *chunk.lines[1:]))


@dataclass(frozen=True)
class Entry:
    """What may be a note: the number it begins with and its lines."""

    value: int
    lines: tuple[Line, ...]


def entries(chunk: Chunk) -> list[Entry]:
    """The notes that a chunk would hold: it begins with one, and each further number is one more."""
    if not NOTE.match(chunk.lines[0].text) or enumerator(chunk.lines[0].text):
        return []
    found: list[Entry] = []
    for line in chunk.lines:
        match = NOTE.match(line.text)
        value = int(match["n"].translate(TO_DIGITS)) if match else -1
        if match and (not found or value == found[-1].value + 1):
            found.append(Entry(value, (replace(line, text=line.text[match.end() :]),)))
        else:
            found[-1] = replace(found[-1], lines=(*found[-1].lines, line))
    return found


def in_sequence(candidates: Sequence[tuple[int, Entry]]) -> list[tuple[int, Entry]]:
    """Those that count 1, 2, 3 …; a new 1 begins a new page's or section's notes."""
    kept: list[tuple[int, Entry]] = []
    last = 0
    for chunk, entry in candidates:
        if entry.value in (last + 1, 1):
            kept.append((chunk, entry))
            last = entry.value
    return kept


def marks_of(chunks: Sequence[Chunk], holders: set[int]) -> dict[int, list[Mark]]:
    """All places outside `holders` where a mark may be, by value, in reading order."""
    found: dict[int, list[Mark]] = {}
    for n, chunk in enumerate(chunks):
        if n in holders:
            continue
        for k, line in enumerate(chunk.lines):
            for match in GLUED.finditer(line.text):
                group = match.lastgroup or "word"
                value = int(match[group].translate(TO_DIGITS))
                mark = Mark(n, k, match.start(group), match.end(group), value, group in SURE, line.number)
                found.setdefault(value, []).append(mark)
    return found


def pair(
    candidates: Sequence[tuple[int, Entry]], marks: dict[int, list[Mark]]
) -> dict[tuple[int, Entry], Mark]:
    """Each note with its mark; marks in the order of the notes, the surest kind first."""
    found: dict[tuple[int, Entry], Mark] = {}
    last = (-1, 0)
    for key in candidates:
        near = [
            mark
            for mark in marks.get(key[1].value, [])
            if (mark.number, mark.start) > last and abs(mark.number - key[1].lines[0].number) <= REACH
        ]
        chosen = next((mark for mark in near if mark.sure), near[0] if near else None)
        if chosen:
            found[key] = chosen
            last = (chosen.number, chosen.start)
    return found


def set_marks(chunks: Sequence[Chunk], labels: dict[Mark, str]) -> list[Chunk]:
    """The chunks with the digits of marks replaced by labels between the importer's own signs."""
    result = list(chunks)
    for mark, label in sorted(labels.items(), key=lambda item: -item[0].start):
        chunk = result[mark.chunk]
        line = chunk.lines[mark.line]
        text = f"{line.text[: mark.start]}{MARK_OPEN}{label}{MARK_CLOSE}{line.text[mark.end :]}"
        lines = (*chunk.lines[: mark.line], replace(line, text=text), *chunk.lines[mark.line + 1 :])
        result[mark.chunk] = replace(chunk, lines=lines)
    return result
