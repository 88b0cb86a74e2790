"""Public addresses of paragraphs: `{: #p3 }` under one in section `s1-c` is published as `#s1-c-p3`.

    ## Torture {#s1-c}                  <h2 id="s1-c">Torture</h2>

    The report says …                   <p id="s1-c-p3"><span id="s1-c-p4"></span>
    {: #p3 also="p4" }                     <a class="address" href="#s1-c-p3">3</a> The report says …</p>

Numbers are p3, p12, p3a (put in later after p3), on a paragraph, a list item or a paragraph in a quotation.
`also` holds numbers of paragraphs merged into this one, `removed` those of paragraphs that stood here
and are gone.  The section is that of the nearest pinned heading before, a heading in a quotation or a list
apart: that one is quoted, it divides nothing.  An id is given once a page: a later claim to it is left
without, and recorded.  Any other id that a person wrote is left alone, and so are footnotes.

Runs after `attr_list` (8), which puts the attributes on the elements, and before `toc` (5), which takes no
slug for a heading that is taken already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

NUMBER = re.compile(r"p(?:[1-9][0-9]*[a-z]*|0[a-z]+)")
"""A paragraph's number as it is written under it, p0a being one put in before p1; fits whole."""

_PRIORITY = 7
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_NUMBERED = {"p", "li", "dd", "figcaption"}
_FOOTNOTE_MARKS = "fnref:"
_QUOTING = {"blockquote", "li", "dd"}


class What(StrEnum):
    """What an id of the index belongs to."""

    SECTION = "section"
    PARAGRAPH = "paragraph"
    ALSO = "also"
    REMOVED = "removed"
    OTHER = "other"


@dataclass(frozen=True)
class Anchor:
    """An id as it is published."""

    id: str
    what: What


@dataclass(frozen=True)
class Labels:
    """What is read out, in the reader's language; `{number}` is the paragraph's number without its p."""

    paragraph: str = "Paragraph {number}"
    removed: str = "Paragraph {number} was removed"
    note: str = "Note {number}"
    """The mark of a footnote."""
    notes: str = "Notes"


class ParagraphAnchors(Extension):
    """The extension. After each conversion `index` has the ids in reading order, `duplicates` the refused."""

    def __init__(self, labels: Labels | None = None) -> None:
        super().__init__()
        self.labels = labels or Labels()
        self.index: tuple[Anchor, ...] = ()
        self.duplicates: tuple[Anchor, ...] = ()

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Addresses(md, self), "paragraph_anchors", _PRIORITY)


class _Addresses(Treeprocessor):
    """One pass over the page in reading order."""

    def __init__(self, md: Markdown, extension: ParagraphAnchors) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        page = _Page(self.extension.labels)
        # Ids given by people are taken before any number is published.
        page.taken = {element.get("id", "") for element, _ in _walk(root) if not _number(element)}
        for element, quoted in list(_walk(root)):
            page.visit(element, quoted)
        self.extension.index, self.extension.duplicates = tuple(page.index), tuple(page.duplicates)


class _Page:
    """What is known of a page while it is walked."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.section = ""
        self.taken: set[str] = set()
        self.index: list[Anchor] = []
        self.duplicates: list[Anchor] = []

    def visit(self, element: Element, quoted: bool) -> None:
        """Give one element its address; a heading begins a section."""
        given = element.get("id", "")
        # What a maintainer accepts of `ushtil check` is for maintainers.
        element.attrib.pop("accept", None)
        if element.tag in _HEADINGS and not quoted and given:
            self.section = given
            self.record(given, What.SECTION)
        elif element.tag in _NUMBERED and _has_numbers(element):
            self.number(element)
        elif given and not given.startswith(_FOOTNOTE_MARKS):
            self.record(given, What.OTHER)

    def number(self, element: Element) -> None:
        """Turn the numbers on an element into published ids, its own address in front of its text."""
        own, also, removed = _number(element), _numbers(element, "also"), _numbers(element, "removed")
        for name in ("also", "removed"):
            element.attrib.pop(name, None)
        fronts = [self.empty(number, What.ALSO) for number in also]
        fronts += [self.empty(number, What.REMOVED) for number in removed]
        if own:
            fronts.append(self.own(element, own))
        elif element.get("id"):
            self.record(element.get("id", ""), What.OTHER)
        _prepend(element, [front for front in fronts if front is not None])

    def own(self, element: Element, number: str) -> Element | None:
        published = self.claim(number, What.PARAGRAPH)
        if not published:
            del element.attrib["id"]
            return None
        element.set("id", published)
        link = Element("a", {"class": "address", "href": f"#{published}"})
        link.set("aria-label", self.labels.paragraph.format(number=number[1:]))
        # The number is no word of the text: search leaves out what is marked so.
        link.set("data-search-exclude", "")
        link.text = number[1:]
        return link

    def empty(self, number: str, what: What) -> Element | None:
        """An anchor for a number that no paragraph of its own carries any more."""
        published = self.claim(number, what)
        if not published:
            return None
        # No <a>: MkDocs takes every one for a link and fails on one without an address.
        anchor = Element("span", {"id": published})
        if what is What.REMOVED:
            anchor.set("class", "removed")
            anchor.set("role", "note")
            anchor.set("aria-label", self.labels.removed.format(number=number[1:]))
        return anchor

    def claim(self, number: str, what: What) -> str:
        """The published id of a number of this section; "" where it is taken."""
        published = f"{self.section}-{number}" if self.section else number
        if published in self.taken:
            self.duplicates.append(Anchor(published, what))
            return ""
        self.taken.add(published)
        self.index.append(Anchor(published, what))
        return published

    def record(self, given: str, what: What) -> None:
        """Note an id that a person gave; twice the same is theirs to mend."""
        anchors = self.duplicates if any(anchor.id == given for anchor in self.index) else self.index
        anchors.append(Anchor(given, what))


def _walk(element: Element, quoted: bool = False) -> Iterator[tuple[Element, bool]]:
    """Elements in reading order, each with whether it stands in a quotation or a list; no footnotes."""
    for child in element:
        if child.get("class") == "footnote" and child.tag == "div":
            continue
        yield child, quoted
        yield from _walk(child, quoted or child.tag in _QUOTING)


def _number(element: Element) -> str:
    """The paragraph's number that an element carries, "" for none."""
    given = element.get("id", "")
    return given if element.tag in _NUMBERED and NUMBER.fullmatch(given) else ""


def _numbers(element: Element, name: str) -> list[str]:
    """The numbers that the attribute `name` holds; what is none is passed over."""
    return [number for number in (element.get(name) or "").split() if NUMBER.fullmatch(number)]


def _has_numbers(element: Element) -> bool:
    return bool(_number(element) or "also" in element.attrib or "removed" in element.attrib)


def _prepend(element: Element, fronts: list[Element]) -> None:
    """Put `fronts` before all that `element` holds, a space between them and its text."""
    if fronts:
        fronts[-1].tail = f" {(element.text or '').lstrip()}"
        element.text = None
        for place, front in enumerate(fronts):
            element.insert(place, front)
