"""Pieces of Markdown as the HTML of a cell.

Most paragraphs of a document are words with a few escapes, notes, links and stressed ones: these are written
out here, for Markdown would take a third of the time of a build to say the same again.  All others go through
Markdown together, a page's in one conversion, with marks between them.  A test holds the two ways together.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from ushtil.markup import extensions
from ushtil.markup.anchors import ParagraphAnchors
from ushtil.markup.outline import Outline
from ushtil.publish.units import Form, Unit

_OF_PAGES = (ParagraphAnchors, TocExtension, FootnoteExtension, Outline)
"""Extensions that give ids: in a page of several languages each would stand there twice."""

NOTE_ADDRESS = "#page:note-"
"""What the address of a note begins with, on the page that has its marks."""

_ESCAPE = r"\\[\\`*_{}\[\]()>#+.!-]"
_NOTE = r"\[\^(?P<label>[^\]\[\\]+)\]"
_URL = r"<(?P<url>https?://[^<>\s\\&*_`\[\]]+)>"
_AND = r"&(?:(?:lt|gt|amp);|(?=\s))"
_IN_WORD = r"(?<=[^\W_])_(?=[^\W_])"
_WORDS = rf"(?:[^\\`*_\[\]<&{{}}!\x02\x03]|!(?!\[)|{_AND}|{_IN_WORD}|{_ESCAPE})"
_STRESS = rf"(?<!\*)(?P<mark>\*\*?)(?!\s)(?P<stressed>{_WORDS}+)(?<![\s\\])(?P=mark)(?!\*)"
_LINK = rf"\[(?P<text>{_WORDS}+)\]\((?P<href>[^\s()<>\[\]\\\"'`*_&{{}}]+)\)"
_PLAIN = re.compile(rf"(?:{_WORDS}|{_NOTE}|{_URL}|{_STRESS}|{_LINK})*")
_SIGN = re.compile(rf"(?P<escape>{_ESCAPE})|{_NOTE}|{_URL}|{_STRESS}|{_LINK}|&(?=\s)|[<>]")
_TAGS = {"*": "em", "**": "strong"}
_BREAK = re.compile(r" {2,}\n")
_MARK = "\u00a4\u00a4{}\u00a4\u00a4"
_BETWEEN = re.compile(r"\s*<p>\u00a4\u00a4\d+\u00a4\u00a4</p>\s*")
_PARAGRAPH = re.compile(r"<(?P<tag>p|h1)>(?P<inner>(?:(?!<p>|<h1>).)*)</(?P=tag)>", re.DOTALL)


@dataclass(frozen=True)
class Context:
    """What rendering must know of a page: where its links lead, which notes it has, link definitions."""

    resolve: Callable[[str], str] = str
    notes: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """Label → address of the note, the number that is shown."""
    definitions: str = ""
    note: str = "{number}"
    """What a note's mark is called."""


class Renderer:
    """Renders units; one serves a whole build."""

    def __init__(self) -> None:
        self.context = Context()
        ours = [extension for extension in extensions() if not isinstance(extension, _OF_PAGES)]
        self._markdown = Markdown(extensions=[*ours, _Bare(self)])

    def render(self, units: Sequence[Unit], context: Context) -> list[str]:
        """The HTML of each unit."""
        self.context = context
        inner = [self.plain(unit.text) if unit.form is not Form.OTHER else None for unit in units]
        rest = [place for place, text in enumerate(inner) if text is None]
        for place, text in zip(rest, self._convert([units[place] for place in rest]), strict=True):
            inner[place] = text
        return [_wrapped(unit, text or "") for unit, text in zip(units, inner, strict=True)]

    def plain(self, text: str) -> str | None:
        """The HTML of inline Markdown without marks, None where it has any."""
        if not _PLAIN.fullmatch(text) or _BREAK.search(text):
            return None
        return self._signs(text)

    def _signs(self, text: str) -> str:
        return _SIGN.sub(self._sign, text)

    def _sign(self, found: re.Match[str]) -> str:
        if found["escape"]:
            return html.escape(found["escape"][1], quote=False)
        if found["url"]:
            url = html.escape(found["url"])
            return f'<a href="{url}">{url}</a>'
        if found["stressed"]:
            tag = _TAGS[found["mark"]]
            return f"<{tag}>{self._signs(found['stressed'])}</{tag}>"
        if found["href"]:
            target = html.escape(self.context.resolve(found["href"]))
            return f'<a href="{target}">{self._signs(found["text"])}</a>'
        if found["label"]:
            known = self.context.notes.get(found["label"])
            return self._mark(*known) if known else found[0]
        return html.escape(found[0])

    def _mark(self, address: str, number: int) -> str:
        label = html.escape(self.context.note.format(number=number))
        return f'<sup><a aria-label="{label}" href="{address}" role="doc-noteref">{number}</a></sup>'

    def _convert(self, units: Sequence[Unit]) -> list[str]:
        if not units:
            return []
        texts = [f"# {unit.text}" if unit.form is Form.TITLE else unit.text for unit in units]
        between = "".join(f"{text}\n\n{_MARK.format(n)}\n\n" for n, text in enumerate(texts))
        found = _BETWEEN.split(self._html(between))[:-1]
        # Raw HTML that is left open takes the marks in.
        found = found if len(found) == len(units) else [self._html(text) for text in texts]
        return [_unwrapped(unit, text) for unit, text in zip(units, found, strict=True)]

    def _html(self, text: str) -> str:
        self._markdown.reset()
        return self._markdown.convert(f"{text}\n\n{self.context.definitions}\n")


def _unwrapped(unit: Unit, text: str) -> str:
    """What stands in the paragraph that Markdown made of an inline text."""
    match = None if unit.form is Form.OTHER else _PARAGRAPH.fullmatch(text.strip())
    return match["inner"] if match else text


def _wrapped(unit: Unit, inner: str) -> str:
    names = f' class="{html.escape(" ".join(unit.classes))}"' if unit.classes else ""
    own = f' lang="{html.escape(unit.language)}"' if unit.language else ""
    match unit.form:
        case Form.PARAGRAPH:
            return f"<p{names}{own}>{inner}</p>"
        case Form.ITEM:
            return f"<ul><li{names}{own}>{inner}</li></ul>"
        case Form.NUMBERED_ITEM:
            return f'<ol start="{unit.place}"><li{names}{own}>{inner}</li></ol>'
        case Form.QUOTE:
            return f"<blockquote><p{names}{own}>{inner}</p></blockquote>"
        case _:
            return inner


class _Bare(Extension):
    """No ids, links as the page needs them, notes as links."""

    def __init__(self, renderer: Renderer) -> None:
        super().__init__()
        self.renderer = renderer

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Strip(md, self.renderer), "bare", -20)
        md.inlinePatterns.register(_Note(self.renderer, md), "note", 175)


class _Strip(Treeprocessor):
    def __init__(self, md: Markdown, renderer: Renderer) -> None:
        super().__init__(md)
        self.renderer = renderer

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in ("id", "also", "removed"):
                element.attrib.pop(name, None)
            for name in {"a": ("href",), "img": ("src",)}.get(element.tag, ()):
                target = element.get(name)
                # A note's mark has an address of the page that is being made already.
                if target and not target.startswith(NOTE_ADDRESS):
                    element.set(name, self.renderer.context.resolve(target))


class _Note(InlineProcessor):
    def __init__(self, renderer: Renderer, md: Markdown) -> None:
        super().__init__(_NOTE, md)
        self.renderer = renderer

    def handleMatch(  # type: ignore[override]
        self, found: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        known = self.renderer.context.notes.get(found["label"])
        if not known:
            return None, None, None
        mark = Element("sup")
        label = self.renderer.context.note.format(number=known[1])
        link = Element("a", {"href": known[0], "role": "doc-noteref", "aria-label": label})
        link.text = str(known[1])
        mark.append(link)
        return mark, found.start(0), found.end(0)
