"""Lines to chunks: the runs of lines that belong together before anyone knows what they are.

A chunk ends at a blank line, at an indented first line, or after a short line that ends a sentence
while the next begins one.  `rejoin` then takes back the breaks that only a page, a column or a note
at its foot has made: a sentence that stops in the middle goes on in the next chunk.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from .breaks import ADDRESS, BULLET, HALF, begins_apart, setting_of
from .lines import Line, Span
from .prose import HYPHEN_END, ends_sentence, starts_lower

# The end of a sentence inside a text; initials and numbers are followed by full stops, too.
INNER_END = re.compile(r"(?<=[^\W\d_]{2})[.!?…;]\s+\S")
ENUMERATED = re.compile(r"^(?:\(?(?:\d{1,3}|[^\W\d_]|[ivxlc]{1,5})\)|\d{1,3}[.)])\s+\S", re.IGNORECASE)


@dataclass(frozen=True)
class Chunk(Span):
    """Lines before anyone knows what they are. `width` is how long a full line is here."""

    width: int
    language: str = ""
    foreign: str = ""
    """The language of a quotation that is in another one than its document."""

    @property
    def starts_page(self) -> bool:
        return self.lines[0].starts_page

    def is_prose(self) -> bool:
        """Whether this is running text rather than a title or an entry: it fills lines or ends sentences."""
        return len(self.lines) > 3 or INNER_END.search(self.text) is not None or len(self.text) > 240


def chunks_of(lines: Sequence[Line]) -> list[Chunk]:
    """The chunks of a text, in order."""
    setting = setting_of(lines)
    runs: list[list[Line]] = []
    for line in lines:
        if not runs or line.gap or begins_apart(runs[-1][-1], line, setting):
            runs.append([line])
        else:
            runs[-1].append(line)
    found = []
    for run in runs:
        width = max(len(line.text) for line in run) if len(run) > 2 else setting.width
        found += [Chunk(tuple(part), width) for part in split_short(run, width)]
    return found


def split_short(run: Sequence[Line], width: int) -> list[list[Line]]:
    """A run parted after each short line that ends a sentence, and before each enumerated entry."""
    parts = [[run[0]]]
    entries = sum(1 for line in run if ENUMERATED.match(line.text)) > 1
    for before, line in itertools.pairwise(run):
        ended = ends_sentence(before.text) and not starts_lower(line.text) and not ADDRESS.match(line.text)
        short = len(before.text) < HALF * width
        entry = entries and ENUMERATED.match(line.text) is not None and ends_sentence(before.text)
        if (ended and short) or entry:
            parts.append([line])
        else:
            parts[-1].append(line)
    return parts


Test = Callable[[Chunk], bool]


def rejoin(chunks: Sequence[Chunk], closed: Test, opens: Test) -> tuple[list[Chunk], list[int]]:
    """The chunks with broken paragraphs made whole, and the lines (numbers) at which that was done.

    `closed` tells chunks that stand for themselves (captions), `opens` those that continue nothing.
    """
    whole: list[Chunk] = []
    joined: list[int] = []
    for chunk in chunks:
        if whole and not opens(chunk) and goes_on(whole[-1], chunk, closed):
            joined.append(chunk.number)
            before = whole.pop()
            chunk = replace(before, lines=before.lines + chunk.lines, width=max(before.width, chunk.width))
        whole.append(chunk)
    return whole, joined


def goes_on(before: Chunk, chunk: Chunk, closed: Test) -> bool:
    """Whether `chunk` continues the paragraph that `before` began."""
    if before.language != chunk.language and before.language and chunk.language:
        return False
    last = before.lines[-1].text
    if HYPHEN_END.search(last) and not closed(before):
        return True
    if closed(before) or closed(chunk) or BULLET.match(chunk.lines[0].text):
        return False
    if ends_sentence(last):
        return starts_lower(chunk.text) and not ENUMERATED.match(chunk.text) and not last.endswith((";", ":"))
    if starts_lower(chunk.text):
        return True
    # Running text ends its sentences; where it does not, a page or a column has cut it.
    return before.is_prose() or chunk.starts_page or is_full(before, chunk)


def is_full(before: Chunk, chunk: Chunk) -> bool:
    """Whether the last line of `before` has no room left for the first word of `chunk`."""
    last = before.lines[-1].text
    room = before.width - len(last)
    return last.endswith(",") or room <= len(chunk.text.split(" ", 1)[0]) + 1
