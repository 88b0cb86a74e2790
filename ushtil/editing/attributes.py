"""Ids and attributes put into Markdown by lines: what stands there stays byte for byte.

## Torture              →   ## Torture {#s1-c}
## Torture {.wide} ##   →   ## Torture {#s1-c .wide} ##

- an item               →   - an item
                              {: #p3 }
> quoted                →   > quoted
                            > {: #p3 }
Text                    →   Text
{: .note }                  {: #p3 .note }
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ushtil.markup import attributes
from ushtil.markup.scan import Heading, Paragraph

_QUOTE = re.compile(r"(?:[ ]{0,3}>[ ]?)*")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+\.)[ \t]+")
_HELD = re.compile(r"\{:?(?P<held>[^{}\n]*)\}(?P<end>[ ]*#*[ ]*)$")
_LINE = re.compile(r"(?P<sign>[> \t]*)\{:(?P<held>.*)\}\s*$")
_CLOSING = re.compile(r"(?P<title>.*?\S)(?P<end>[ ]+#+[ ]*|[ ]*)$")


@dataclass(frozen=True)
class Text:
    """A file as lines with their ends; lines count from 1, as problems count them."""

    lines: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Text:
        """The lines of a file, nothing lost."""
        return cls(tuple(re.split(r"(?<=\n)", text)))

    def bare(self, number: int) -> str:
        """A line without its end."""
        return self.lines[number - 1].rstrip("\r\n")

    def end(self, number: int) -> str:
        """How a line ends; the last one of a file may not, and then as the first one does."""
        line = self.lines[number - 1] if self.lines[number - 1].endswith("\n") else self.lines[0]
        return "\r\n" if line.endswith("\r\n") else "\n"


def apply(
    text: str, headings: Mapping[Heading, str], paragraphs: Mapping[Paragraph, str], behind: bool = False
) -> str:
    """The file `text` with attributes (`#p3 also="p4"`) on these headings and paragraphs, found in it.

    They go in front of the attributes that are there, or `behind` them.
    """
    held = Text.of(text)
    lines = list(held.lines)
    for heading, given in headings.items():
        n = heading.line
        lines[n - 1] = _heading(held.bare(n), given, behind) + lines[n - 1][len(held.bare(n)) :]
    for paragraph, given in paragraphs.items():
        n = paragraph.last_line
        lines[n - 1] = _paragraph(held, paragraph, given, behind)
    return "".join(lines)


def _heading(line: str, given: str, behind: bool) -> str:
    """A heading's line with attributes put to those it has."""
    match = _HELD.search(line)
    if match and attributes.parse(f"{{: {match['held']}}}"):
        held = _joined(match["held"].strip(), given, behind)
        return f"{line[: match.start()]}{{{held}}}{match['end']}"
    closing = _CLOSING.match(line)
    # `#` alone is an empty heading, whose id stands behind it.
    title, end = (
        (closing["title"], closing["end"]) if closing and closing["title"].strip("# ") else (line, "")
    )
    return f"{title} {{{given}}}{end if '#' in end else ''}"


def _joined(held: str, given: str, behind: bool) -> str:
    return f"{held} {given}" if behind else f"{given} {held}"


def _paragraph(text: Text, paragraph: Paragraph, given: str, behind: bool) -> str:
    """The last line of a paragraph with its attributes: in the line of them that it has, or in one below."""
    n = paragraph.last_line
    line, first = text.bare(n), text.bare(paragraph.line)
    quote = _sign(line) or _sign(first)
    match = _LINE.match(line)
    if match and attributes.parse(line.lstrip("> ")):
        held = _joined(match["held"].strip(), given, behind)
        return f"{match['sign']}{{: {held} }}{text.lines[n - 1][len(line) :]}"
    item = _ITEM.match(first[len(_sign(first)) :])
    indent = " " * len(item[0].expandtabs(4)) if item else ""
    prefix = f"{quote.rstrip()} " if quote.strip() else ""
    last = text.end(n) if text.lines[n - 1].endswith("\n") else ""
    return f"{line}{text.end(n)}{prefix}{indent}{{: {given} }}{last}"


def _sign(line: str) -> str:
    """What marks a line as quoted, "" for none."""
    match = _QUOTE.match(line)
    return match[0] if match else ""
