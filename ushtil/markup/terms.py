"""Terms of the glossary in running text: the first of each in every section becomes a link to its entry.

    the Council      →    the <a class="term" href="glossary.html#council">Council</a>
    the UPR          →    the <a class="term" href="glossary.html#upr"><abbr title="Universal
                          Periodic Review">UPR</abbr></a>

An abbreviation is expanded the first time it stands on a page, whether it is a link there or not.  Which
terms are looked for is told by the language of the passage, its nearest `lang`; the links all lead to one
glossary, the reader's.  Nothing is marked in headings, links, code, captions, notes of the site and the
raw HTML of an author, nor in what carries the class `unmarked`.

A term that begins in one element and ends in another is marked where the marks can be closed in order,
and left alone elsewhere.  Runs after all else (−20), when links have the addresses of built pages and
passages in other languages their `lang`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from ushtil.markup.runs import INLINE, Ends, Run, enclose

_PRIORITY = -20
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_QUOTING = {"blockquote", "li", "dd"}
_LEFT = {"a", "abbr", "button", "code", "figcaption", "img", "kbd", "pre", "samp", "script", "style", "sup"}
_LEFT_CLASSES = {"byline", "caption", "dateline", "elsewhere", "notice", "removed", "unmarked"}
_STASHED = re.compile("\x02[^\x02\x03]*?(?P<number>[0-9]*)\x03")
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)\b[^>]*?(?P<empty>/?)>")
_VOID = {"br", "hr", "img", "input", "wbr"}


class Found(NamedTuple):
    """A term in a text, half-open; `abbreviation` and what it stands for are empty for other terms."""

    concept: str
    start: int
    end: int
    abbreviation: str = ""
    expansion: str = ""


Find = Callable[[str], Sequence[Found]]
"""The terms of one language in a text, in order and apart."""


@dataclass(frozen=True)
class Place:
    """A page to be marked: the language of its text, the address of its reader's glossary."""

    language: str
    glossary: str


class Terms(Extension):
    """The extension; `page` is set before each conversion, `count` tells after it how many are links."""

    def __init__(self, find: Mapping[str, Find]) -> None:
        super().__init__()
        self.find = find
        self.page: Place | None = None
        self.count = 0

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_PutMarks(md, self), "terms", _PRIORITY)


class _PutMarks(Treeprocessor):
    def __init__(self, md: Markdown, extension: Terms) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        page, self.extension.count = self.extension.page, 0
        if not page:
            return
        walk = _Walk(self.extension.find, self.md.htmlStash.rawHtmlBlocks)
        walk.block(root, page.language)
        for mark in reversed(walk.marks):
            _put(mark, page)
        self.extension.count = sum(mark.is_link for mark in walk.marks)


class _Mark(NamedTuple):
    """What becomes of a term. An expanded one holds nothing but text."""

    found: Found
    ends: Ends
    is_link: bool
    is_expanded: bool


class _Walk:
    """One way through a page in reading order; it changes nothing, and gathers `marks`."""

    def __init__(self, find: Mapping[str, Find], stash: Sequence[object]) -> None:
        self.find, self.stash = find, stash
        self.marks: list[_Mark] = []
        self.seen: set[str] = set()
        """The concepts that are links in this section."""
        self.expanded: set[tuple[str, str]] = set()
        """Language and abbreviation."""
        self.parents: dict[Element, Element] = {}
        self.open = 0
        """How many raw elements are open: they are no part of the tree."""
        self.run = Run("")

    def block(self, element: Element, language: str, quoted: bool = False) -> None:
        """What is no part of a line begins and ends a run."""
        self.run, self.open = Run(language), 0
        self.line(element, quoted)
        self.close()

    def line(self, element: Element, quoted: bool) -> None:
        """Adds what an element says to the run; what interrupts the run is visited in between."""
        language = self.run.language
        self.run.add(element, 0)
        for gap, child in enumerate(element, 1):
            self.parents[child] = element
            if _is_part(child, language):
                self.line(child, quoted)
            else:
                self.close()
                self.visit(child, language, quoted)
                self.run = Run(language)
            self.run.add(element, gap)

    def visit(self, child: Element, language: str, quoted: bool) -> None:
        if (child.tag in _HEADINGS and not quoted) or child.get("class") == "footnote":
            self.seen.clear()
        if child.tag not in _HEADINGS | _LEFT and not _is_left_out(child):
            self.block(child, child.get("lang") or language, quoted or child.tag in _QUOTING)

    def close(self) -> None:
        """Looks for terms in the run, between its raw tags."""
        find, start = self.find.get(self.run.language), 0
        if not find or not self.run.text.strip():
            return
        for stashed in [*_STASHED.finditer(self.run.text), None]:
            if not self.open:
                self.look(find, start, stashed.start() if stashed else len(self.run.text))
            if stashed:
                number = int(stashed["number"] or -1)
                raw = str(self.stash[number]) if 0 <= number < len(self.stash) else ""
                self.open, start = max(0, self.open + _opened(raw)), stashed.end()

    def look(self, find: Find, start: int, end: int) -> None:
        """Notes what is to be marked in a part of the run."""
        part = self.run.text[start:end]
        text = part.strip()
        start += len(part) - len(part.lstrip())
        for found in find(text) if text else ():
            name = (self.run.language, found.abbreviation)
            is_link = found.concept not in self.seen
            is_new = bool(found.abbreviation) and name not in self.expanded
            ends = self.run.ends(start + found.start, start + found.end, self.parents)
            is_expanded = is_new and ends is not None and ends[0].gap == ends[1].gap
            if ends and (is_link or is_expanded):
                self.marks.append(_Mark(found, ends, is_link, is_expanded))
                self.seen.add(found.concept)
                if is_expanded:
                    self.expanded.add(name)


def _is_left_out(element: Element) -> bool:
    return not _LEFT_CLASSES.isdisjoint(element.get("class", "").split())


def _is_part(child: Element, language: str) -> bool:
    """Whether an element is part of the line that it stands in, in the same language."""
    return child.tag in INLINE and child.get("lang", language) == language and not _is_left_out(child)


def _opened(raw: str) -> int:
    """How many elements the tags of a piece of raw HTML leave open; closed ones count below zero."""
    tags = [tag for tag in _TAG.finditer(raw) if not tag["empty"] and tag["name"].lower() not in _VOID]
    return sum(-1 if tag["close"] else 1 for tag in tags)


def _put(mark: _Mark, page: Place) -> None:
    """Makes a term a link, an `abbr`, or one in the other."""
    address = f"{page.glossary}#{mark.found.concept}"
    whole = Element("a", {"class": "term", "href": address}) if mark.is_link else Element("abbr")
    enclose(mark.ends, whole)
    if mark.is_expanded:
        _expand(whole, mark.found)


def _expand(whole: Element, found: Found) -> None:
    """An ending that follows the abbreviation is no part of it: «ӘМШ-ның»."""
    text, length = whole.text or "", len(found.abbreviation)
    abbreviation = whole if whole.tag == "abbr" else Element("abbr")
    abbreviation.text, ending = text[:length], text[length:]
    abbreviation.set("title", found.expansion)
    if abbreviation is whole:
        whole.tail = f"{ending}{whole.tail}"
    else:
        whole.text, abbreviation.tail = None, ending
        whole.append(abbreviation)
