"""What a text draws from data: figures, citations, and the tables and lists that are made of them.

    received almost [=recommendations-2025] recommendations [@baq-2025, para. 3].
        →   received almost 300 recommendations[^baq-2025--para-3].

    /// figures | kazakhstan       →   | What | Figure | When | Source | …
    ///

Everything becomes Markdown before a page is cut into sections, so that pages, parallel pages and search all
see the same text.  What is not known stays as it was written; `ushtil check` tells of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from ushtil.data import Data
from ushtil.figures import values
from ushtil.markup.escape import escape_plain
from ushtil.markup.visible import visible
from ushtil.pictures import figure
from ushtil.publish import addresses
from ushtil.references import citations, formatting
from ushtil.references.bibliography import Bibliography, Reference
from ushtil.references.citations import Citation

SOURCES = "sources.md"
"""The page that lists the bibliography; notes lead to it."""

FIGURE = re.compile(r"(?<!\\)\[=(?P<id>[a-z0-9][a-z0-9-]*)\]")
BLOCK = re.compile(r"///[ ]+(?P<kind>[a-z]+)(?:[ ]*\|[ ]*(?P<what>[a-z0-9-]+))?[ ]*")
END = re.compile(r"///[ ]*")


class Version(Protocol):
    """What is asked of a page in one language."""

    @property
    def text(self) -> str: ...

    @property
    def ids(self) -> frozenset[str]: ...


class Page(Protocol):
    """What is asked of a page."""

    @property
    def versions(self) -> Mapping[str, Version]: ...


@dataclass(frozen=True)
class Evidence:
    """The data of a site, and what its pages say of themselves."""

    data: Data = field(default_factory=Data)
    sections: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Path of a page → the ids that it has."""
    cited: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Reference → the pages that cite it, in the order of paths."""

    def put_in(self, text: str, path: str, code: str, titles: Mapping[str, str]) -> str:
        """The Markdown of a page with what it draws on; `titles` are the pages' in this language."""
        page = _Page(self, path, code, titles)
        lines = "\n".join(page.lines(text))
        return citations.replaced(lines, page.note)


def draws(text: str) -> bool:
    """Whether a text may draw on data: a quick look, for most do not."""
    return "[@" in text or "[=" in text or "\n/// " in text


def gather(pages: Mapping[str, Page], data: Data) -> Evidence:
    """The data of a site, and what its pages cite."""
    ids = {
        path: frozenset().union(*(version.ids for version in page.versions.values()))
        for path, page in pages.items()
    }
    return Evidence(data, ids, _cited(pages, data.references))


def _cited(pages: Mapping[str, Page], references: Bibliography) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {name: {} for name in references}
    for path, page in pages.items():
        for version in page.versions.values():
            for citation in citations.citations(version.text) if "[@" in version.text else ():
                found.get(citation.key, {})[path] = None
    return {name: tuple(paths) for name, paths in found.items()}


@dataclass(frozen=True)
class _Page:
    evidence: Evidence
    path: str
    code: str
    titles: Mapping[str, str]

    def lines(self, text: str) -> Iterator[str]:
        """The lines with figures and blocks put in."""
        block: re.Match[str] | None = None
        for written, shown in zip(text.split("\n"), visible(text), strict=True):
            if block and END.fullmatch(shown):
                yield from self.drawn(block)
                block = None
            elif not block and (found := BLOCK.fullmatch(shown)) and found["kind"] in BLOCKS:
                block = found
            elif not block:
                yield self.numbered(written, shown) if "[=" in shown else written
        if block:
            yield block[0]

    def drawn(self, block: re.Match[str]) -> Iterator[str]:
        """The Markdown of a block, blank lines around it."""
        yield from ("", BLOCKS[block["kind"]](self, block["what"] or ""), "")

    def numbered(self, written: str, shown: str) -> str:
        """A line with the numbers of its figures; in `shown` its code is masked."""
        if len(written) != len(shown):
            return written
        parts, position = [], 0
        for found in FIGURE.finditer(shown):
            known = self.evidence.data.figures.get(found["id"])
            number = values.shown(known, self.code) if known else found[0]
            parts += [written[position : found.start()], number]
            position = found.end()
        return "".join([*parts, written[position:]])

    def note(self, citation: Citation) -> str:
        """The text of a note."""
        source = self.evidence.data.references.get(citation.key)
        if not source:
            return ""
        told = formatting.reference(source, self.code, self.listed(source))
        place = self.locator(source, citation.locator) if citation.locator else ""
        return _sentence(", ".join(filter(None, (told, place))))

    def cite(self, key: str, locator: str) -> str:
        """A citation as it is written."""
        return f"[@{key}, {locator}]" if locator else f"[@{key}]"

    def locator(self, source: Reference, locator: str) -> str:
        """The place in a source, linked to the digest of that place where there is one."""
        said = formatting.locator(locator, self.code)
        digest = self.digest(source, locator)
        return f"[{said}]({digest})" if digest else said

    def digest(self, source: Reference, section: str = "") -> str:
        """The way to what the site tells of a source; "" where it tells nothing."""
        page = self.digest_page(source, section)
        anchor = f"#{section}" if section else ""
        return addresses.relative(page, self.path) + anchor if page else ""

    def digest_page(self, source: Reference, section: str = "") -> str:
        """The path of the page that tells it; "" where none does."""
        pages = (
            path
            for path, ids in self.evidence.sections.items()
            if source.is_told_on(path) and (not section or section in ids)
        )
        return next(pages, "")

    def listed(self, source: Reference) -> str:
        """The way to the entry of a source in the list of all of them."""
        if SOURCES not in self.evidence.sections:
            return ""
        return f"{'' if self.path == SOURCES else addresses.relative(SOURCES, self.path)}#{source.id}"

    def figures(self, area: str) -> str:
        """The table of an area's figures."""
        there = (one for one in self.evidence.data.figures.values() if one.area == area)
        return values.table(there, self.code, self.cite)

    def timeline(self, _: str) -> str:
        """The list of events."""
        return values.timeline(self.evidence.data.events, self.code, self.cite)

    def picture(self, name: str) -> str:
        """A picture with its table and sources."""
        there = self.evidence.data.pictures.get(name)
        return (
            figure.markdown(
                there, self.evidence.data.figures, self.evidence.data.events, self.code, self.cite
            )
            if there
            else ""
        )

    def bibliography(self, _: str) -> str:
        """A heading for each source, by which notes lead to it, and what is known of it."""
        return "\n\n".join(self._entry(source) for source in self.evidence.data.references.values())

    def _entry(self, source: Reference) -> str:
        said = formatting.words(self.code)
        language = f' lang="{source.language}"' if source.language else ""
        lines = [f"### {escape_plain(source.title)} {{#{source.id}{language}}}", ""]
        details = formatting.details(source, self.code)
        lines += [_sentence(details)] if details else []
        ways = {
            said.original: source.url and f"<{source.url}>",
            said.digest: self._linked(self.digest_page(source)),
        }
        lines += [f"\n{name}: {way}" for name, way in ways.items() if way]
        pages = self.evidence.cited.get(source.id, ())
        if pages:
            lines.append(f"\n{said.cited_on}: {', '.join(map(self._linked, pages))}.")
        return "\n".join(lines)

    def _linked(self, page: str) -> str:
        return f"[{self.titles[page]}]({addresses.relative(page, self.path)})" if page else ""


def _sentence(text: str) -> str:
    """The text with a full stop, unless an abbreviation ends it already."""
    return text if text.endswith(".") else f"{text}."


BLOCKS: Mapping[str, Callable[[_Page, str], str]] = {
    "bibliography": _Page.bibliography,
    "figures": _Page.figures,
    "picture": _Page.picture,
    "timeline": _Page.timeline,
}
