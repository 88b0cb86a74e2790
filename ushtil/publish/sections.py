"""The sections of a page's Markdown by their lines, and a translation completed with those it lacks.

    original            translation          completed
    # Report {#r}       # Есеп {#r}          # Есеп {#r}
    ## Torture {#a}                          ## Torture {#a}      ← borrowed
    ## Courts {#b}      ## Соттар {#b}       ## Соттар {#b}

A borrowed section stands after the one that it follows in the original, with its own notes and link
definitions.  Text is moved by whole lines and never parsed: what a person wrote arrives as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from ushtil.markup import attributes, reader
from ushtil.markup.anchors import NUMBER
from ushtil.markup.visible import visible

K = TypeVar("K")

_SKIPPED = re.compile(
    r"^(?P<mark>```+|~~~+).*?(?:^(?P=mark)[`~]*[ \t]*$|\Z)|<!--.*?(?:-->|\Z)", re.MULTILINE | re.DOTALL
)
_NOTE = re.compile(r"^\[\^(?P<label>[^\]]+)\]:.*(?:\n(?!#|\[\^)\S.*|\n+(?: {4}|\t).*)*", re.MULTILINE)
_DEFINITION = re.compile(r"^ {0,3}\[(?P<label>[^\]^][^\]]*)\]:[ \t]*\S.*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}")
CITED = re.compile(r"(?<!\\)\[\^(?P<label>[^\]]+)\](?!:)")
"""The mark of a footnote in the text."""


@dataclass(frozen=True)
class Chunk:
    """A heading with the lines up to the next one; the first of a page may have no heading (level 0)."""

    id: str
    level: int
    text: str
    title: str = ""

    @property
    def numbers(self) -> Iterator[str]:
        """Those of its paragraphs, of merged and removed ones as well."""
        lines = visible(self.text) if _ATTRIBUTES.search(self.text) else ()
        for held in filter(None, map(attributes.parse, _ATTRIBUTES.findall("\n".join(lines)))):
            told = (held.id, *held.get("also").split(), *held.get("removed").split())
            yield from (number for number in told if NUMBER.fullmatch(number))


@dataclass(frozen=True)
class Completed:
    """A page's Markdown, and the ids of the sections that stand there in the original."""

    text: str
    borrowed: tuple[str, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    """Address of a paragraph that the translation lacks → the one before it that it has."""


def chunks(body: str) -> tuple[Chunk, ...]:
    """The sections of a body of Markdown, each without those below it, in reading order."""
    lines = body.split("\n")
    found, start, open_ = [], 0, ("", 0, "")
    for number, run in reader.parts_of(without_comments(body).split("\n"), 0):
        match = reader.HEADING.match(run[0])
        if match:
            if number:
                found.append(_chunk(lines[start:number], *open_))
            start, open_ = number, (match["id"] or "", len(match["level"]), match["title"])
    return (*found, _chunk(lines[start:], *open_))


def _chunk(lines: Sequence[str], name: str, level: int, title: str) -> Chunk:
    return Chunk(name, level, "\n".join(lines), title)


def without_comments(text: str) -> str:
    """The text with its HTML comments emptied, those in code apart; lines keep their numbers."""
    if "<!--" not in text:
        return text
    return _SKIPPED.sub(lambda found: found[0] if found["mark"] else "\n" * found[0].count("\n"), text)


def merged(sequences: Iterable[Sequence[K]]) -> list[K]:
    """All keys, in the order of the first sequence; what others have besides follows its predecessor."""
    order: list[K] = []
    for sequence in sequences:
        known, own = set(order), set(sequence)
        place = 0
        for key in sequence:
            if key in known:
                place = order.index(key) + 1
            else:
                # What an earlier sequence alone put in here stays before it.
                while place < len(order) and order[place] not in own:
                    place += 1
                order.insert(place, key)
                known.add(key)
                place += 1
    return order


def complete(own: Sequence[Chunk], original: Sequence[Chunk], tag: str) -> Completed:
    """A translation with the sections that it lacks, from the original; `tag` tells their notes apart."""
    there = {chunk.id for chunk in own if chunk.id}
    lacking = {
        chunk.id: chunk for chunk in original if chunk.level > 1 and chunk.id and chunk.id not in there
    }
    places = _places(_addresses(own), _addresses(original))
    if not lacking:
        return Completed("\n".join(chunk.text for chunk in own), places=places)
    parts: list[Chunk] = list(own)
    before = ""
    for chunk in original:
        if chunk.id in lacking:
            parts.insert(_place(parts, before, {chunk.id for chunk in original}), chunk)
        before = chunk.id or before
    source = "\n".join(chunk.text for chunk in original)
    texts = [_borrowed(part.text, tag) if part.id in lacking else part.text for part in parts]
    cited = {label for part in lacking.values() for label in CITED.findall(_NOTE.sub("", part.text))}
    own_text = "\n".join(chunk.text for chunk in own)
    ends = [*_notes(source, cited, tag), *_definitions(source, own_text)]
    return Completed("\n".join([*texts, *ends]), tuple(lacking), places)


def _addresses(chunks: Iterable[Chunk]) -> dict[str, list[str]]:
    """Section id → the addresses of its paragraphs."""
    found: dict[str, list[str]] = {}
    name = ""
    for chunk in chunks:
        name = chunk.id or name
        there = found.setdefault(name, [])
        there += [f"{name}-{number}" for number in chunk.numbers if name]
    return found


def _places(own: Mapping[str, Sequence[str]], original: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Where the addresses lead that only the original has, in sections that both have."""
    places = {}
    for name in original.keys() & own.keys() - {""}:
        there, before = set(own[name]), name
        for address in original[name]:
            if address in there:
                before = address
            else:
                places[address] = before
    return places


def _place(parts: Sequence[Chunk], before: str, shared: set[str]) -> int:
    """Where what follows the section `before` is put in: after it and what only the translation has there."""
    place = next((n for n, part in enumerate(parts) if before and part.id == before), 0) + 1
    while place < len(parts) and parts[place].id not in shared and parts[place].level > 1:
        place += 1
    return place


def _borrowed(text: str, tag: str) -> str:
    """A section's lines without definitions, its notes renamed, blank lines around."""
    text = _DEFINITION.sub("", _NOTE.sub("", text))
    return "\n" + CITED.sub(lambda found: f"[^{tag}-{found['label']}]", text).rstrip() + "\n"


def _notes(source: str, cited: set[str], tag: str) -> list[str]:
    notes = [found for found in _NOTE.finditer(source) if found["label"] in cited]
    return [f"\n[^{tag}-{note['label']}]:{note[0].partition(']:')[2]}" for note in notes]


def _definitions(source: str, own: str) -> list[str]:
    taken = {found["label"].casefold() for found in _DEFINITION.finditer(own)}
    return [
        f"\n{found[0]}" for found in _DEFINITION.finditer(source) if found["label"].casefold() not in taken
    ]
