"""Links: they lead somewhere, stay in the reader's language, and run nothing.

A link in a page names another page's Markdown file relative to its own, `../upr/process.md#troika`.  The
target may be missing in the language: the site shows it in its original then, with the same ids.
"""

from __future__ import annotations

import html
import posixpath
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from ushtil.markup.sources import Sources, Text
from ushtil.problems import Problem
from ushtil.publish import evidence, glossary_reader, search_pages
from ushtil.status import page as status

# Markdown allows blanks and line breaks in a target: browsers pass over them, and "java\nscript:" runs.
_TARGET = (
    r"\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>(?:\\.|(?!\n\s*\n)[^()\\]|\([^()]*\))*?))"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
_LABEL = r"\[(?:\\.|[^\[\]\\]|\[[^\[\]]*\])*\]"
_LINK = re.compile(rf"(?<![!\\]){_LABEL}{_TARGET}")
_IMAGE = re.compile(rf"(?<!\\)!{_LABEL}{_TARGET}")
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[(?!\^)[^\]]+\]:\s*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>\S+))", re.MULTILINE
)
_HTML = re.compile(
    r"<(?P<tag>[a-zA-Z][\w-]*)\b[^<>]*?\b(?:href|src)\s*=\s*(?:\"(?P<angled>[^\"]*)\"|'(?P<bare>[^']*)')"
)
_SCHEME = re.compile(r"(?P<name>[a-z][a-z0-9+.-]*):", re.IGNORECASE)
_BLANK = re.compile(r"[\x00-\x20\x7f]+")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!-])")
ALLOWED = ("http", "https", "mailto")
FOOTNOTES = ("fn:", "fnref:")
MADE = frozenset({status.PATH, search_pages.RESULTS, search_pages.LIST})
"""Pages that the site writes itself."""


@dataclass(frozen=True)
class Link:
    """A link or an image as it is written; `target` has its escapes undone."""

    line: int
    target: str
    is_image: bool


def links(sources: Sources) -> Iterator[Problem]:
    """L01 to L06, in the order of the pages."""
    for text in sources.all():
        for link in links_of(text):
            problem = _fault(link, text, sources)
            if problem:
                yield problem


def links_of(text: Text) -> Iterator[Link]:
    """Every link and image of a page, code apart."""
    ends = [match.start() for match in re.finditer("\n", text.scan.text)]
    for pattern in (_LINK, _IMAGE, _DEFINITION, _HTML):
        for match in pattern.finditer(text.scan.text):
            line = text.scan.first_line + bisect_left(ends, match.start())
            written = match["angled"] if match["angled"] is not None else match["bare"]
            is_image = pattern is _IMAGE or match.groupdict().get("tag", "").lower() == "img"
            yield Link(line, html.unescape(_ESCAPED.sub(r"\1", written)), is_image)


def _fault(link: Link, text: Text, sources: Sources) -> Problem | None:
    """What is wrong with one link, if anything."""
    target = _BLANK.sub("", link.target)
    scheme = _SCHEME.match(target)
    if scheme:
        return None if scheme["name"].lower() in ALLOWED else _forbidden(link, target, text)
    path, _, anchor = link.target.partition("#")
    path = unquote(path.partition("?")[0])
    if path.startswith(("/", "\\")):
        message = f"the link {link.target} begins with a slash, which leads astray in a folder"
        return text.error(link.line, "L06", message, f"link from this page, for example {_example(text)}")
    place = posixpath.normpath(posixpath.join(posixpath.dirname(text.path), path)) if path else text.path
    if place == glossary_reader.PATH and sources.glossary.value.concepts:
        return _dead_concept(link, unquote(anchor), text, sources)
    if place in MADE:
        return None
    if place not in sources.everywhere:
        return _missing(link, place, text, sources)
    return _dead_anchor(link, place, unquote(anchor), text, sources)


def _forbidden(link: Link, target: str, text: Text) -> Problem:
    message = f"the link {target} may run something on the reader's machine"
    remedy = f"begin it with {', '.join(f'{scheme}:' for scheme in ALLOWED)} or link to a page of the site"
    return text.error(link.line, "L03", message, remedy)


def _missing(link: Link, place: str, text: Text, sources: Sources) -> Problem:
    """The fault of a link to a file that no tree has."""
    other = _other_tree(place, text, sources)
    if other:
        message = f"the link {link.target} leaves the reader's language"
        return text.error(link.line, "L04", message, f"link to {other}; the site finds it in each language")
    if link.is_image:
        message = f"the image {link.target} is not there"
        return text.error(
            link.line, "L05", message, f"put it at {text.language.tree}/{place}, or mend the name"
        )
    remedy = "mend the name, or take the link out"
    for near in (f"{place.removesuffix('.html')}.md", f"{place}.md", f"{place}/index.md"):
        if near in sources.everywhere:
            remedy = f"link to the Markdown file: {_relative(near, text)}"
    return text.error(link.line, "L01", f"the link {link.target} leads nowhere", remedy)


def _other_tree(place: str, text: Text, sources: Sources) -> str:
    """What to link to instead, where `place` lies in the tree or under the prefix of a language; else ""."""
    parts = [part for part in place.split("/") if part != ".."]
    names: Mapping[str, str] = {
        name: language.code
        for language in sources.languages
        for name in (language.tree, language.prefix)
        if name
    }
    for start, part in enumerate(parts[:-1]):
        rest = re.sub(r"\.html$", ".md", "/".join(parts[start + 1 :]))
        if part in names and rest in sources.everywhere:
            return _relative(rest, text)
    return ""


def _dead_anchor(link: Link, place: str, anchor: str, text: Text, sources: Sources) -> Problem | None:
    addresses = sources.addresses.get(place)
    if not anchor or addresses is None or anchor in addresses or anchor.startswith(FOOTNOTES):
        return None
    if place == evidence.SOURCES and anchor in sources.data.value.references:
        return None
    where = "this page" if place == text.path else place
    message = f"the link {link.target} leads to #{anchor}, which {where} has in no language"
    return text.error(
        link.line, "L02", message, "mend the id; a heading has it as {#id}, a paragraph as section-p3"
    )


def _dead_concept(link: Link, anchor: str, text: Text, sources: Sources) -> Problem | None:
    if not anchor or anchor in sources.glossary.value.by_id:
        return None
    message = f"the link {link.target} leads to a concept that the glossary has not"
    return text.error(link.line, "L02", message, "the id of a concept is the name of its file in glossary/")


def _relative(place: str, text: Text) -> str:
    return posixpath.relpath(place, posixpath.dirname(text.path) or ".")


def _example(text: Text) -> str:
    return "../" * text.path.count("/") + "upr/process.md"
