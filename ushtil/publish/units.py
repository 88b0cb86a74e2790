"""A page's Markdown cut into the pieces that stand side by side: paragraphs, list items, quotations.

What is simple is recognised by its lines; whatever else a person wrote (tables, code, nested lists) stays
whole in a unit of its own, with all the numbers that stand in it.  Nothing is rendered here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ushtil.markup import attributes, reader
from ushtil.markup.anchors import NUMBER
from ushtil.publish import sections
from ushtil.publish.sections import Chunk


class Form(StrEnum):
    """What a unit is."""

    TITLE = "title"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    NUMBERED_ITEM = "numbered item"
    QUOTE = "quote"
    OTHER = "other"
    """Markdown that is not taken apart."""


@dataclass(frozen=True)
class Unit:
    """A piece; `text` is inline Markdown, in OTHER any. `place` is an item's number in its list."""

    form: Form
    text: str
    numbers: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    language: str = ""
    place: int = 1


@dataclass(frozen=True)
class Part:
    """A section without those below it. `id` is empty before the first pinned heading."""

    id: str
    level: int
    units: tuple[Unit, ...] = ()


@dataclass(frozen=True)
class Text:
    """A page taken apart: sections in reading order, notes and link definitions for all of them."""

    parts: tuple[Part, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    definitions: str = ""


_ITEM = re.compile(r"[-*+][ ]+(?=\S)")
_NUMBERED = re.compile(r"(?P<place>\d{1,9})\.[ ]+(?=\S)")
_INDENTED = re.compile(r"(?: {2,}|\t)")
_BLOCK = re.compile(r"[|<>]|!!!|\?\?\?|\*\[|```|~~~|[-*_][ ]*[-*_][ ]*[-*_]|=+$|-+$|:[ ]|\[[^\]^]+\]:|#")
_DEFINITION = re.compile(r" {0,3}\[[^\]^]+\]:[ \t]*\S")
_IN_ATTRIBUTES = re.compile(r'\{:[^{}\n]*?(?:#(?P<id>p\w+)|also="(?P<also>[^"]*)")[^{}\n]*\}')


def read(chunks: Sequence[Chunk]) -> Text:
    """The units of a page. A heading without a pinned id is a unit of the section before it."""
    notes: dict[str, str] = {}
    definitions: list[str] = []
    parts: list[Part] = []
    for chunk in chunks:
        units = list(_units(chunk, notes, definitions))
        if chunk.id or not parts:
            parts.append(Part(chunk.id, max(chunk.level, 1), tuple(units)))
        else:
            parts[-1] = replace(parts[-1], units=(*parts[-1].units, *units))
    return Text(tuple(parts), notes, "\n".join(definitions))


def _units(chunk: Chunk, notes: dict[str, str], definitions: list[str]) -> Iterator[Unit]:
    body = chunk.text
    if chunk.level:
        yield Unit(Form.TITLE, chunk.title)
        body = (
            sections.without_comments(body).partition("\n")[2] if "<!--" in body else body.partition("\n")[2]
        )
    held: list[str] = []
    for _, run in reader.parts_of(body.split("\n"), 0):
        if held and _INDENTED.match(run[0]):
            # What is indented after a blank line belongs to the list or the block before it.
            held += ["", *run]
            continue
        yield from _finish(held)
        held = []
        if reader.NOTE.match(run[0]):
            notes.update({note.id: note.text for note in reader.notes_of(run, 0)})
        elif all(map(_DEFINITION.match, run)):
            definitions += run
        else:
            held = run
    yield from _finish(held)


def _finish(lines: list[str]) -> Iterator[Unit]:
    """The units of lines that belong together."""
    if not lines:
        return
    if "" in lines or _INDENTED.match(lines[0]):
        yield _other(lines)
    elif _ITEM.match(lines[0]) or _NUMBERED.match(lines[0]):
        yield from _items(lines)
    elif all(line.startswith(">") for line in lines):
        inner = [line[1:].removeprefix(" ") for line in lines]
        simple = all(inner) and not _is_block(inner)
        yield _simple(Form.QUOTE, inner) if simple else _other(lines)
    elif _is_block(lines):
        yield _other(lines)
    else:
        yield _simple(Form.PARAGRAPH, lines)


def _is_block(lines: Sequence[str]) -> bool:
    """Whether a line begins something that is no plain paragraph."""
    first = lines[0]
    starts = _ITEM.match(first) or _NUMBERED.match(first)
    return bool(starts) or any(_BLOCK.match(line) for line in lines) or " | " in first


def _items(lines: list[str]) -> Iterator[Unit]:
    """The items of a flat list; a list of another build stays whole."""
    sign, form = (_ITEM, Form.ITEM) if _ITEM.match(lines[0]) else (_NUMBERED, Form.NUMBERED_ITEM)
    starts = [n for n, line in enumerate(lines) if sign.match(line)]
    rest = [line for n, line in enumerate(lines) if n not in starts]
    if not all(_INDENTED.match(line) and not _is_block([line.strip()]) for line in rest):
        yield _other(lines)
        return
    first = _NUMBERED.match(lines[0])
    for count, (start, end) in enumerate(zip(starts, [*starts[1:], len(lines)], strict=True)):
        held = [sign.sub("", lines[start], count=1), *(line.strip() for line in lines[start + 1 : end])]
        unit = _simple(form, held)
        yield replace(unit, place=int(first["place"]) + count) if first else unit


def _simple(form: Form, lines: Sequence[str]) -> Unit:
    held = attributes.parse(lines[-1]) if len(lines) > 1 else None
    if held is None:
        return Unit(form, "\n".join(lines))
    numbers = [held.id, *held.get("also").split()]
    found = tuple(number for number in numbers if NUMBER.fullmatch(number))
    return Unit(form, "\n".join(lines[:-1]), found, held.classes, held.get("lang"))


def _other(lines: Sequence[str]) -> Unit:
    text = "\n".join(lines)
    numbers: list[str] = []
    for found in _IN_ATTRIBUTES.finditer(text):
        held = attributes.parse(found[0])
        numbers += [held.id, *held.get("also").split()] if held else []
    return Unit(Form.OTHER, text, tuple(dict.fromkeys(n for n in numbers if NUMBER.fullmatch(n))))
