"""A text as lines that know where they stood: line number, indentation, page.

What an extraction from PDF or Word leaves of a page break is a form feed, or one leading space where
the form feed was, or a run of blank lines.  All three become `starts_page`; only form feeds count pages.

Characters that no reader can see (controls, bidirectional overrides, private use) are taken out and
told: the importer uses private-use characters for its own marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..problems import Outcome, Problem, Severity
from .prose import starts_lower

LINE_END = re.compile("\r\n|\r|\n|\u2028|\u2029|\x85|\x0b")
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
SPACES = re.compile(r"[^\S\n]+")
INNER_FEED = re.compile(r"(?<=[^\r\n\f])\f")

# A run of this many blank lines stands for a page break where the text is otherwise set closer.
PAGE_GAP = 4
# A leading space marks a page where few lines have one.
RARE = 0.06
FEWEST_LINES = 8


@dataclass(frozen=True)
class Line:
    """One line without its margins. `number` counts from 1, `page` is the printed number if known."""

    text: str
    number: int
    indent: int = 0
    gap: int = 0
    """Blank lines before it."""
    starts_page: bool = False
    page: str = ""


@dataclass(frozen=True)
class Span:
    """Lines that belong together."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The lines joined by blanks, for decisions; publishing decides hyphens first."""
        return " ".join(line.text for line in self.lines)

    @property
    def number(self) -> int:
        """The line of the source where they begin."""
        return self.lines[0].number


def lines_of(text: str, path: str) -> Outcome[tuple[Line, ...]]:
    """The lines of `text` that hold something; what was taken out is told."""
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    text, problems = without_unseen(text, path)
    text = INNER_FEED.sub("\n\f", text)
    found: list[Line] = []
    gap, sheet, counts = 0, 1, "\f" in text
    fresh = False
    for number, raw in enumerate(LINE_END.split(text), 1):
        sheet += raw.count("\f")
        fresh = fresh or "\f" in raw
        raw = raw.replace("\f", "").expandtabs(4)
        body = SPACES.sub(" ", raw).strip()
        if not body:
            gap += 1
            continue
        indent = len(raw) - len(raw.lstrip())
        page = str(sheet) if counts else ""
        found.append(Line(body, number, indent, gap, fresh, page))
        gap, fresh = 0, False
    return Outcome(tuple(mark_pages(single_spaced(found))), problems)


def single_spaced(lines: list[Line]) -> list[Line]:
    """The lines without the blank line after each, where a text is set in double space."""
    gaps = sum(1 for line in lines if line.gap)
    filled = [len(line.text) for line in lines]
    margin = sorted(filled)[int(0.9 * (len(filled) - 1))] if filled else 0
    wrapped = sum(1 for length in filled if length > 0.82 * margin) > 0.5 * len(lines)
    # Paragraphs of one line each are parted by blank lines, too, but none begins in mid-sentence.
    goes_on = sum(1 for line in lines if starts_lower(line.text)) > 0.3 * len(lines)
    if len(lines) < FEWEST_LINES or gaps < 0.9 * len(lines) or not (wrapped and goes_on):
        return lines
    return [replace(line, gap=max(0, line.gap - 1)) for line in lines]


def without_unseen(text: str, path: str) -> tuple[str, tuple[Problem, ...]]:
    """`text` without characters that show nothing, and one problem for the first of them."""
    first = UNSEEN.search(text)
    if not first:
        return text, ()
    count = len(UNSEEN.findall(text))
    line = len(LINE_END.findall(text, 0, first.start())) + 1
    message = f"{count} control characters taken out, the first U+{ord(first[0]):04X}"
    return UNSEEN.sub("", text), (Problem(path, line, "E03", Severity.WARNING, message, "check the place"),)


def mark_pages(lines: Sequence[Line]) -> list[Line]:
    """The lines with `starts_page` set from what page breaks left behind."""
    spaced = [line for line in lines if line.indent == 1]
    leading = 0 < len(spaced) < RARE * len(lines) or len(spaced) == 1
    gaps = sum(1 for line in lines if line.gap >= PAGE_GAP) < RARE * len(lines)
    return [
        replace(line, starts_page=True)
        if not n or line.starts_page or (leading and line.indent == 1) or (gaps and line.gap >= PAGE_GAP)
        else line
        for n, line in enumerate(lines)
    ]
