"""What is searched: the sections of built pages, as a reader sees them.

Taken from the HTML, not from the Markdown: the ids are then those published, whatever made them, and the
text is what is shown.  What says nothing of the section is left out: paragraph numbers, links to other
versions, marks of notes, and whole sections that a translation borrows: those are found in their language.

A document is a heading with the text up to the next one.  A footnote belongs to the section that cites it
first.  A long section makes several documents with one id, cut between paragraphs, so that neither a snippet
nor a shard has to carry all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape

LONGEST = 1000
"""Words of a document."""

_TAG = re.compile(
    r"<!--.*?-->|<(?P<close>/?)(?P<tag>[a-zA-Z][\w-]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_QUOTING = {"blockquote", "li", "dd"}
_VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "source", "track", "wbr"}
# Whatever stands within a line; any other tag ends a paragraph.
_INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark",
    "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "img",
}  # fmt: skip
_SPACED = {"br", "td", "th"}
_UNREAD = {"script", "style", "template", "svg"}
# Classes of what the site itself says within a text.
_SAID = {"headerlink", "footnote-ref", "footnote-backref", "elsewhere", "borrowed", "notice", "address"}
_NOTE = "fn:"


@dataclass(frozen=True)
class Page:
    """A built page: `path` in the tree, `trail` the way to it in the navigation, `html` its content.

    `boost` is how much its words count beside those of other pages.
    """

    path: str
    title: str
    html: str
    trail: tuple[str, ...] = ()
    date: str = ""
    boost: float = 1.0


@dataclass(frozen=True)
class Section:
    """A document. `page` is the page's number; `headings` go from the top down to the section's own."""

    page: int
    id: str
    headings: tuple[str, ...]
    text: str
    """Paragraphs, one a line."""


@dataclass
class _Open:
    """A section that is being read; `cited` are the notes that it cites first, with where."""

    id: str
    headings: tuple[str, ...]
    paragraphs: list[str] = field(default_factory=list)
    cited: list[str] = field(default_factory=list)


def sections(pages: Iterable[Page]) -> Iterator[Section]:
    """The documents of all pages, in order."""
    for number, page in enumerate(pages):
        for section in _Reader(page).read():
            for text in _parts(section.paragraphs):
                yield Section(number, section.id, section.headings, text)


class _Reader:
    """One pass over the tags of a page."""

    def __init__(self, page: Page) -> None:
        self.html = page.html
        self.open = _Open("", (page.title,))
        self.found = [self.open]
        self.above: list[tuple[int, str]] = []
        self.title = page.title
        self.line: list[str] = []
        self.quoted = 0
        self.skipped = ("", 0)
        """The tag whose content is left out, and how many of its kind are open."""
        self.heading = ("", "")
        """The tag and the id of the heading that is being read."""
        self.notes: dict[str, list[str]] = {}
        self.note = ""

    def read(self) -> list[_Open]:
        """The sections of the page; a top without text is none where a heading follows."""
        at = 0
        for found in _TAG.finditer(self.html):
            if not self.skipped[1]:
                self.line.append(self.html[at : found.start()])
            at = found.end()
            if found["tag"]:
                self.meet(found["tag"].lower(), bool(found["close"]), found["attributes"])
        self.line.append(self.html[at:])
        self.end_line()
        self.place_notes()
        has_top = self.found[0].paragraphs or len(self.found) == 1
        return self.found if has_top else self.found[1:]

    def meet(self, tag: str, closes: bool, attributes: str) -> None:
        if self.skipped[1]:
            if tag == self.skipped[0] and not attributes.endswith("/"):
                self.skipped = tag, self.skipped[1] + (-1 if closes else 1)
            return
        if tag in _SPACED or (self.heading[0] and tag not in {*_INLINE, self.heading[0]}):
            self.line.append(" ")
        elif tag not in _INLINE:
            self.end_line()
        if tag in _QUOTING:
            self.quoted += -1 if closes else 1
        if closes:
            self.close(tag)
        elif attributes or tag in _UNREAD:
            self.begin(tag, dict(_attributes(attributes)))

    def close(self, tag: str) -> None:
        if tag == self.heading[0]:
            self.heading = "", ""
        elif tag == "li":
            self.note = ""

    def begin(self, tag: str, held: dict[str, str]) -> None:
        """A tag with attributes: a heading, a note, the mark of one, or what is left out."""
        classes = set(held.get("class", "").split())
        if "footnote-ref" in classes and held.get("href", "").startswith(f"#{_NOTE}"):
            self.open.cited.append(held["href"][1:])
        if tag in _UNREAD or "data-search-exclude" in held or classes & _SAID or "hidden" in held:
            if tag not in _VOID:
                self.skipped = tag, 1
        elif tag in _HEADINGS and held.get("id") and not self.quoted:
            self.heading = tag, held["id"]
        elif tag == "li" and held.get("id", "").startswith(_NOTE):
            self.note = held["id"]

    def end_line(self) -> None:
        """What was read since the last end: a heading, a paragraph of the section or of a note."""
        text = " ".join("".join(self.line).split())
        self.line.clear()
        if "&" in text:
            text = " ".join(unescape(text).split())
        if self.heading[0]:
            self.head(text)
        elif text and self.note:
            self.notes.setdefault(self.note, []).append(text)
        elif text:
            self.open.paragraphs.append(text)

    def head(self, text: str) -> None:
        level = int(self.heading[0][1])
        self.above = [above for above in self.above if above[0] < level]
        self.above.append((level, text))
        titles = tuple(title for _, title in self.above)
        top = self.above[0][0] == 1
        self.open = _Open(self.heading[1], titles if top else (self.title, *titles))
        self.found.append(self.open)

    def place_notes(self) -> None:
        """Each note to the section that cites it first; one that none cites stays with the last."""
        for section in self.found:
            for name in section.cited:
                section.paragraphs += self.notes.pop(name, [])
        for rest in self.notes.values():
            self.found[-1].paragraphs += rest


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    for name, double, single, bare in _ATTRIBUTE.findall(text):
        yield name.lower(), unescape(double or single or bare)


def _parts(paragraphs: list[str]) -> list[str]:
    """The text in parts of at most so many words."""
    parts: list[list[str]] = [[]]
    room = LONGEST
    for paragraph in paragraphs:
        for piece in _pieces(paragraph):
            size = piece.count(" ") + 1
            if size > room and parts[-1]:
                parts.append([])
                room = LONGEST
            parts[-1].append(piece)
            room -= size
    return ["\n".join(part) for part in parts]


def _pieces(paragraph: str) -> list[str]:
    """A paragraph, or what it must be cut into."""
    if paragraph.count(" ") < LONGEST:
        return [paragraph]
    words = paragraph.split(" ")
    return [" ".join(words[start : start + LONGEST]) for start in range(0, len(words), LONGEST)]
