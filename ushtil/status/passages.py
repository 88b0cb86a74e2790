"""The sections of a page as a translator sees them: what stands in each, and a hash that tells of a change.

A passage is what stands between a heading and the next one that has an id, the heading included:

    ## Torture {#s1-c}                         Torture
                                        →
    The report says so.                        The report says so. Twice.[^]
    Twice.[^1]                                 [^] A note.
    {: #p3 data-page="12" }

Left out is what no translation follows: ids, attributes, comments, the numbers of notes, the level of the
heading, where lines break.  So pinning, importing again or moving a section to a page of its own makes no
translation stale.  A note counts where it is referred to: to correct it changes that section.

A hash is 12 hexadecimal digits of the text's SHA-256; any 8 or more of them are understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from ushtil.markup import attributes

if TYPE_CHECKING:
    from ushtil.markup.scan import Scan

DIGITS = 12
UNTRANSLATED = "untranslated"
"""The class of a heading or a paragraph that still stands in the language of the original."""

_CODE = "\0"
_COMMENT = re.compile(r"<!--.*?-->")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]")
_DEFINITION = re.compile(r"\[\^(?P<label>[^\]\s]+)\]:\s*")
# What begins a line of its own: an item, a row of a table, a block of HTML.
_APART = re.compile(r"(?:[-*+]|\d+[.)])\s|\||<")
_QUOTE = re.compile(r"[ ]{0,3}>[ >]*")
_HELD = re.compile(r"\{:?[^{}]*\}")


@dataclass(frozen=True)
class Passage:
    """One section's own text, without those below it. `line` is its heading's in the file."""

    id: str
    title: str
    line: int
    text: str
    is_untranslated: bool = False
    """Whether its heading or a paragraph still stands in the language of the original."""

    @property
    def hash(self) -> str:
        """What `translated_from` records."""
        return self._digest[:DIGITS]

    def is_what(self, recorded: str) -> bool:
        """Whether the hash that was recorded is that of this text."""
        return self._digest.startswith(recorded.removeprefix("sha256:"))

    @property
    def _digest(self) -> str:
        return sha256(self.text.encode("utf-8")).hexdigest()


@dataclass
class _Row:
    """A line as it is shown; an empty one parts paragraphs."""

    number: int
    text: str
    is_code: bool = False


@dataclass
class _Open:
    """A passage that is being read. `joins` tells whether the next line goes on with the last one."""

    id: str
    title: str
    line: int
    is_untranslated: bool = False
    lines: list[str] = field(default_factory=list)
    cited: list[str] = field(default_factory=list)
    joins: bool = False

    def take_heading(self, title: str) -> None:
        """Put a heading on a line of its own."""
        self.joins = False
        self.put(title)
        self.joins = False

    def take(self, row: _Row) -> None:
        """Take a line: text that goes on is joined, attributes are left out, code stands as it is."""
        if row.is_code:
            self.lines.append(row.text)
            self.joins = False
            return
        sign = _QUOTE.match(row.text) if ">" in row.text else None
        inner = _spaced(row.text[sign.end() :] if sign else row.text)
        # Most lines are neither: a look before each pattern halves the time of a site.
        held = attributes.parse(inner) if inner.startswith("{:") else None
        if held:
            self.is_untranslated |= UNTRANSLATED in held.classes
        elif not inner:
            self.joins = False
        elif sign and not (self.joins and self.lines[-1].startswith(">")):
            self.joins = False
            self.put(f"> {inner}")
        else:
            self.put(inner)

    def put(self, text: str) -> None:
        """Add text to the last line, or as a new one."""
        if "[^" in text:
            self.cited += _NOTE.findall(text)
            text = _NOTE.sub("[^]", text)
        if self.joins and not _APART.match(text):
            self.lines[-1] += f" {text}"
        else:
            self.lines.append(text)
        self.joins = True

    def close(self, notes: Mapping[str, str]) -> Passage:
        """The passage, the notes that it refers to at its end."""
        told = [f"[^] {_NOTE.sub('[^]', notes[label])}" for label in self.cited if label in notes]
        text = "\n".join([*self.lines, *told])
        return Passage(self.id, self.title, self.line, text, self.is_untranslated)


def hashes(body: str, scan: Scan) -> dict[str, str]:
    """Section id → hash, in reading order: what a translation of `body` made today records."""
    return {name: passage.hash for name, passage in passages(body, scan).items()}


def passages(body: str, scan: Scan) -> dict[str, Passage]:
    """The passages of a page by section id, in reading order; `scan` is what was found in `body`.

    What stands before the first heading that has an id belongs to none.
    """
    rows, notes = _without_notes(list(_rows(body, scan)))
    headings = {heading.line: heading for heading in scan.headings}
    found: dict[str, _Open] = {}
    current = _Open("", "", 0)
    for row in rows:
        heading = headings.get(row.number)
        if not heading:
            current.take(row)
            continue
        title = _spaced(heading.title)
        if heading.id and heading.id not in found:
            current = found[heading.id] = _Open(heading.id, _NOTE.sub("", title), row.number)
        current.is_untranslated |= any(map(_is_untranslated, _HELD.findall(row.text)))
        current.take_heading(title)
    return {name: passage.close(notes) for name, passage in found.items()}


def _rows(body: str, scan: Scan) -> Iterator[_Row]:
    """The lines of a page as they are shown, code as it stands."""
    written = body.replace("\r\n", "\n").split("\n")
    shown = scan.text.split("\n")
    for number, (line, visible) in enumerate(zip(written, shown, strict=True), scan.first_line):
        if visible == _CODE:
            yield _Row(number, line.rstrip(), is_code=True)
        else:
            # Code within a line is masked in `visible`: there the line itself is taken.
            yield _Row(number, _COMMENT.sub("", line) if _CODE in visible else visible)


def _without_notes(rows: list[_Row]) -> tuple[list[_Row], dict[str, str]]:
    """The rows without the definitions of notes, and the notes by label."""
    kept: list[_Row] = []
    notes: dict[str, list[str]] = {}
    label = ""
    before = _Row(0, "")
    for row in rows:
        match = _DEFINITION.match(row.text) if row.text.startswith("[^") and not row.is_code else None
        if match:
            label = match["label"]
            notes[label] = [row.text[match.end() :]]
        elif label and _goes_on(row, before):
            notes[label].append(row.text)
        else:
            label = "" if row.text.strip() else label
            kept.append(row)
        before = row
    return kept, {name: _spaced(" ".join(lines)) for name, lines in notes.items()}


def _goes_on(row: _Row, before: _Row) -> bool:
    """Whether a row below the first of a note belongs to it: no blank line, or indented after one."""
    if row.is_code or not row.text.strip():
        return False
    return bool(before.text.strip()) or row.text.startswith(("    ", "\t"))


def _is_untranslated(held: str) -> bool:
    return bool(re.search(rf"\.{UNTRANSLATED}(?![\w-])", held))


def _spaced(text: str) -> str:
    return " ".join(text.split())
