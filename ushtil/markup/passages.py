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
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from itertools import accumulate
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from ushtil.language.passages import Passage, passages

_TAG = re.compile(
    r"<!--.*?-->|<[!?][^>]*>"
    r"|<(?P<close>/?)(?P<tag>[a-zA-Z][\w-]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL,
)
_LANG = re.compile(r"""(?<![\w:-])lang\s*=\s*["']?([\w-]*)""")
_CLASS = re.compile(r"""(?<![\w-])class\s*=\s*["']([^"']*)""")
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
    """An element that is open, and the language of what it holds."""

    tag: str
    language: str
    is_unread: bool = False
    is_drawing: bool = False


@dataclass
class _Piece:
    """A text of the line that is being read: where it stands in what goes out."""

    place: int
    text: str
    sets_off: bool
    """Whether the element that it begins with or follows sets it off."""


@dataclass
class _Pass:
    """One way through the tags; it changes nothing but to put spans into texts and `lang` on tags."""

    language: str
    reader: str
    out: list[str] = field(default_factory=list)
    line: list[_Piece] = field(default_factory=list)
    above: list[_Open] = field(default_factory=list)
    sets_off: bool = True

    @property
    def here(self) -> _Open:
        return self.above[-1] if self.above else _Open("", self.language)

    def over(self, html: str) -> str:
        at = 0
        for found in _TAG.finditer(html):
            self.text(html[at : found.start()])
            at = found.end()
            if found["tag"]:
                self.tag(found)
            else:
                self.out.append(found[0])
        self.text(html[at:])
        self.end_line()
        return "".join(self.out)

    def text(self, text: str) -> None:
        if text and not self.here.is_unread:
            self.line.append(_Piece(len(self.out), text, self.sets_off))
            self.sets_off = False
        self.out.append(text)

    def tag(self, found: re.Match[str]) -> None:
        name = found["tag"].lower()
        if name not in _INLINE and name != "br":
            self.end_line()
        self.sets_off = self.sets_off or name in _SETTING_OFF or name not in _INLINE
        written = found[0]
        if found["close"]:
            self.close(name)
        elif name not in _VOID:
            written = self.open(name, found)
        self.out.append(written)

    def open(self, name: str, found: re.Match[str]) -> str:
        """The tag as it is to be written."""
        above, attributes = self.here, found["attributes"]
        told, written = _LANG.search(attributes), found[0]
        language = told[1] if told else above.language
        if not told and above.language != self.reader and _is_said(attributes):
            language, written = self.reader, f'{written[:-1]} lang="{self.reader}">'
        if language != above.language:
            self.end_line()
        if not attributes.endswith("/"):
            unread = above.is_unread or name in _UNREAD
            self.above.append(_Open(name, language, unread, above.is_drawing or name == "svg"))
        return written

    def close(self, name: str) -> None:
        """What was left open within it is closed too; what was never opened closes nothing."""
        place = next((n for n in range(len(self.above) - 1, -1, -1) if self.above[n].tag == name), None)
        if place is not None:
            before, after = self.here, self.above[place - 1].language if place else self.language
            if before.language != after:
                self.end_line()
            del self.above[place:]

    def end_line(self) -> None:
        """Marks the passages of the line, piece by piece."""
        line, self.line, self.sets_off = self.line, [], True
        if not line:
            return
        texts = [_ENTITY.sub(_plain, piece.text) for piece in line]
        starts = list(accumulate(map(len, texts), initial=0))
        edges = {start for start, piece in zip(starts, line, strict=False) if piece.sets_off}
        found = passages("".join(texts), self.here.language, edges)
        if found:
            name = "tspan" if self.here.is_drawing else "span"
            for piece, start in zip(line, starts, strict=False):
                self.out[piece.place] = _spanned(piece.text, start, found, name)


def _is_said(attributes: str) -> bool:
    names = _CLASS.search(attributes)
    return names is not None and not _SAID.isdisjoint(names[1].split())


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
