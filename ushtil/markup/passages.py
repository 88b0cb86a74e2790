"""Passages of other languages in HTML, told by `lang` (WCAG 2.2, 3.1.2).

    <p>Human Rights <em>Watch</em> есебі</p>
    →  <p><span lang="en">Human Rights</span> <em><span lang="en">Watch</span></em> есебі</p>

What a `lang` stands on already is in that language.  A line is looked at as a whole, over its emphasis, and
each piece of it marked apart, so that no element is crossed.  Of code and scripts nothing is marked, nor in
what can hold no element.  The names that the site itself gives to links within a text, a paragraph's address
say, are in the reader's language, also where the text around is in another.

It reads finished HTML, for a page's text is not all made by Markdown: pictures, the glossary, lists.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import accumulate
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from ushtil.language.passages import passages
from ushtil.language.relatives import Passage

_TAG = re.compile(
    r"<!--.*?-->|<[!?][^>]*>"
    r"|<(?P<close>/?)(?P<tag>[a-zA-Z][\w-]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""(?P<name>[^\s"'>/=]+)(?:\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s"'>]+))?""")
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")
_VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "cite", "data", "del", "dfn", "em", "i", "ins", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "time", "tspan", "u", "var", "wbr",
}  # fmt: skip
_SETTING_OFF = {"a", "b", "cite", "em", "i", "q", "strong"}
_UNREAD = {"code", "desc", "kbd", "option", "pre", "samp", "script", "style", "template", "textarea", "title"}
_SAID = {"address", "beside", "elsewhere", "facing", "footnote-backref", "footnote-ref", "headerlink"}
"""Classes of what the site itself says within a text."""


def marked(html: str, language: str, reader: str = "") -> str:
    """The HTML of a text in `language`, its passages in other ones marked; `reader` is who reads it."""
    return _Pass(language, reader or language).over(html)


@lru_cache(maxsize=10_000)
def titled(html: str, language: str, reader: str) -> str:
    """The HTML of a title that stands in `language` in a page for another reader."""
    inner = marked(html, language, reader)
    return inner if language == reader else f'<span lang="{language}">{inner}</span>'


@dataclass
class _Open:
    """An element that is open and tells something of what it holds; `depth` counts its namesakes in it."""

    tag: str
    language: str
    is_unread: bool = False
    is_drawing: bool = False
    depth: int = 0


@dataclass
class _Piece:
    """A text of the line that is being read: where it stands in what goes out."""

    place: int
    text: str
    sets_off: bool
    """Whether the element that it begins with or follows sets it off."""


class _Pass:
    """One way through the tags; it changes nothing but to put spans into texts and `lang` on tags.

    Of the elements only those are kept that tell something; most tags are only passed by.
    """

    def __init__(self, language: str, reader: str) -> None:
        self.reader = reader
        self.out: list[str] = []
        self.line: list[_Piece] = []
        self.here = _Open("", language)
        self.above: list[_Open] = []
        self.sets_off = True

    def over(self, html: str) -> str:
        at = 0
        for found in _TAG.finditer(html):
            if found.start() > at:
                self.text(html[at : found.start()])
            at = found.end()
            self.out.append(self.tag(found) if found["tag"] else found[0])
        self.text(html[at:])
        self.end_line()
        return "".join(self.out)

    def text(self, text: str) -> None:
        if not self.here.is_unread:
            self.line.append(_Piece(len(self.out), text, self.sets_off))
            self.sets_off = False
        self.out.append(text)

    def tag(self, found: re.Match[str]) -> str:
        """The tag as it is to be written."""
        name, attributes = found["tag"].lower(), found["attributes"]
        if name not in _INLINE:
            self.end_line()
        elif name in _SETTING_OFF:
            self.sets_off = True
        if found["close"]:
            self.close(name)
        elif name in _UNREAD or name == "svg" or "lang" in attributes or self.here.language != self.reader:
            return self.open(name, attributes, found[0])
        elif name == self.here.tag and not attributes.endswith("/"):
            self.here.depth += 1
        return found[0]

    def open(self, name: str, attributes: str, written: str) -> str:
        """The same of an element that may tell something."""
        told, here = _value(attributes, "lang"), self.here
        language = here.language if told is None else told
        if told is None and here.language != self.reader and _is_said(attributes):
            language, written = self.reader, f'{written[:-1]} lang="{self.reader}">'
        if name in _VOID or attributes.endswith("/"):
            return written
        if language != here.language:
            self.end_line()
        self.above.append(here)
        is_unread, is_drawing = here.is_unread or name in _UNREAD, here.is_drawing or name == "svg"
        self.here = _Open(name, language, is_unread, is_drawing)
        return written

    def close(self, name: str) -> None:
        """What was never opened closes nothing."""
        if name != self.here.tag:
            return
        if self.here.depth:
            self.here.depth -= 1
            return
        if self.here.language != self.above[-1].language:
            self.end_line()
        self.here = self.above.pop()

    def end_line(self) -> None:
        """Marks the passages of the line, piece by piece."""
        self.sets_off = True
        if not self.line:
            return
        line, self.line = self.line, []
        texts = [_ENTITY.sub(_plain, piece.text) for piece in line]
        starts = list(accumulate(map(len, texts), initial=0))
        edges = frozenset(start for start, piece in zip(starts, line, strict=False) if piece.sets_off)
        found = passages("".join(texts), self.here.language, edges)
        if found:
            name = "tspan" if self.here.is_drawing else "span"
            for piece, start in zip(line, starts, strict=False):
                self.out[piece.place] = _spanned(piece.text, start, found, name)


def _is_said(attributes: str) -> bool:
    return not _SAID.isdisjoint((_value(attributes, "class") or "").split())


def _value(attributes: str, name: str) -> str | None:
    """The value of an attribute; None where there is no such attribute."""
    for found in _ATTRIBUTE.finditer(attributes):
        if found["name"].lower() == name:
            return (found["value"] or "").strip("\"'")
    return None


def _plain(entity: re.Match[str]) -> str:
    """What an entity stands for, as long as it is written."""
    return unescape(entity[0])[:1].ljust(len(entity[0]))


def _spanned(text: str, offset: int, found: Sequence[Passage], name: str) -> str:
    """A piece of a line that begins at `offset`, with what of the passages stands in it."""
    parts, at = [], 0
    for passage in found:
        start, end = max(passage.start - offset, at), min(passage.end - offset, len(text))
        inner = text[start:end].strip() if start < end else ""
        if any(map(str.isalpha, inner)):
            start = text.index(inner, start)
            parts += [text[at:start], f'<{name} lang="{passage.code}">{inner}</{name}>']
            at = start + len(inner)
    return "".join([*parts, text[at:]])


class Told(Extension):
    """A passage whose language an author tells: `[слово]{lang=kk}` → `<span lang="kk">слово</span>`."""

    def extendMarkdown(self, md: Markdown) -> None:
        # Before links (160), which would take the brackets for one.
        md.inlinePatterns.register(_Told(_TOLD, md), "told", 165)


_TOLD = (
    r"\[(?P<text>(?:\\.|[^\[\]\\^])(?:\\.|[^\[\]\\])*)\]"
    r"\{:? ?lang=[\"']?(?P<code>[A-Za-z]+(?:-[A-Za-z0-9]+)*)[\"']? ?\}"
)


class _Told(InlineProcessor):
    def handleMatch(  # type: ignore[override]
        self, found: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        span = Element("span", {"lang": found["code"]})
        span.text = found["text"]
        return span, found.start(0), found.end(0)
