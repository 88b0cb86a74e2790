"""Where concepts are named: the pages of a language, and their sections, from the Markdown sources.

The texts that are looked through are, as far as can be told without converting the page, those that its
marks are made from (`ushtil.markup.terms`): whoever finds terms remembers them, and each is looked through
once a build.  Headings are looked through too; code, links and notes are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ushtil.markup import reader
from ushtil.markup.terms import Find
from ushtil.markup.visible import CODE, visible
from ushtil.model import Kind
from ushtil.publish import heads, navigation
from ushtil.publish.sections import Chunk
from ushtil.publish.site import Site

_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}")
_CELL = re.compile(r"(?<!\\)\|")
_HIDDEN = re.compile(r"[`~<\t]|    ")
_MARKED = re.compile(r"[\\*_`{\[]")
# Where a run of text ends: code, images and links, notes, raw HTML, entities.
_INTERRUPTED = re.compile(
    rf"{CODE}+|!?\[[^\[\]]*\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\])"
    r"|(?<!\\)\[\^[^\]]+\]|<[^<>\n]*>|&#?\w+;"
)


@dataclass(frozen=True)
class Use:
    """A section that names a concept. `section` is empty for what stands below the title of the page."""

    path: str
    section: str = ""
    title: str = ""


def uses(site: Site, code: str, find: Find) -> Mapping[str, tuple[Use, ...]]:
    """Concept id → the sections of this language that name it, in the order of the navigation."""
    found: dict[str, dict[Use, None]] = {}
    for path in navigation.paths(site.navigation(code)):
        version = site.entries[path].versions.get(code)
        if not version or not version.source:
            continue
        use = Use(path)
        for chunk in version.chunks:
            if chunk.id:
                use = Use(path, chunk.id, heads.plain(chunk.title)) if chunk.level > 1 else Use(path)
            for concept in _concepts(chunk, find):
                found.setdefault(concept, {})[use] = None
    return {concept: tuple(sections) for concept, sections in found.items()}


def _concepts(chunk: Chunk, find: Find) -> set[str]:
    return {found.concept for text in texts(chunk) for found in find(text)}


def texts(chunk: Chunk) -> Iterator[str]:
    """The runs of plain text of a section, its title first."""
    if chunk.title:
        yield heads.plain(chunk.title)
    lines = visible(chunk.text) if _HIDDEN.search(chunk.text) else chunk.text.split("\n")
    for _, part in reader.parts_of(lines, 1):
        if not reader.HEADING.match(part[0]) and not reader.NOTE.match(part[0]):
            for text in _inline(part):
                yield from filter(None, (_plain(run) for run in _INTERRUPTED.split(text)))


def _inline(lines: list[str]) -> Iterator[str]:
    """The inline Markdown of a run of lines: of each item, each cell, each paragraph."""
    for block in reader.blocks_of(lines, 0):
        if block.kind is not Kind.RAW:
            yield block.text
        elif block.text.startswith("|"):
            yield from _CELL.split(block.text.replace("\n", "|"))
        elif not block.text.startswith("<"):
            yield block.text


def _plain(run: str) -> str:
    return heads.plain(_ATTRIBUTES.sub("", run)) if _MARKED.search(run) else run.strip()
