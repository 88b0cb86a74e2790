"""Ids for a document that is new: taken from what is there, given where nothing is.

Sections and paragraphs that exist keep their ids for ever.  A new version or another language is
aligned to them and takes them over:

    one paragraph where two were    {: #p3 also="p4" }   both addresses lead to it
    two where one was               {: #p3 } {: #p3a }
    one put in after p3             {: #p3a }
    one that is gone                removed="p4" on the paragraph before it (same language only)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from ..markup.writer import title_text
from ..model import Block, Kind, Section
from .paragraphs import Match, align_paragraphs
from .sections import Pair, align_sections
from .text import plain_block

NUMBER = re.compile(r"^p(\d+)([a-z]*)$")
NUMBERLESS = {Kind.RAW, Kind.FOOTNOTE}
DOUBTFUL = 0.6


@dataclass(frozen=True)
class Doubt:
    """A correspondence that is uncertain, or one that is missing (confidence 0)."""

    section: str
    title: str
    confidence: float
    message: str


@dataclass(frozen=True)
class Pinned:
    """A tree with all its ids, and what is uncertain of them."""

    root: Section
    doubts: tuple[Doubt, ...] = ()


@dataclass
class Taken:
    """The ids in use: of sections, and per section the numbers of paragraphs, in any language."""

    sections: set[str] = field(default_factory=set)
    numbers: dict[str, set[str]] = field(default_factory=dict)


def taken_by(roots: Iterable[Section]) -> Taken:
    """All ids that the given versions of a document use."""
    taken = Taken()
    for root in roots:
        for section in root.walk():
            taken.sections.add(section.id)
            held = taken.numbers.setdefault(section.id, set())
            for block in section.blocks:
                held.update({block.id, *block.also, *block.removed} - {""})
    return taken


def pin(root: Section) -> Section:
    """A tree that has section ids with its paragraphs numbered p1, p2 … in each section."""
    counter = 0
    blocks = []
    for block in root.blocks:
        if block.kind not in NUMBERLESS:
            counter += 1
            block = replace(block, id=f"p{counter}")
        blocks.append(block)
    return replace(root, blocks=tuple(blocks), sections=tuple(pin(section) for section in root.sections))


def pin_to(root: Section, reference: Section, taken: Taken, same_language: bool) -> Pinned:
    """The tree with the ids of `reference`, a version that has them; what is new gets ids not yet `taken`."""
    pairs = align_sections(reference, root)
    old, new = list(reference.walk()), list(root.walk())
    partner = {pair.b: pair for pair in pairs}
    ids = section_ids(new, {n: old[pair.a].id for n, pair in partner.items()}, taken)
    doubts = [*uncertain(pairs, old, new), *missing(pairs, old)]
    numbered: dict[int, tuple[Block, ...]] = {}
    for n, section in enumerate(new):
        match = old[partner[n].a] if n in partner else None
        held = taken.numbers.get(ids[n], set())
        numbered[n] = number_blocks(section.blocks, match.blocks if match else (), held, same_language)
    return Pinned(rebuild(root, iter(range(len(new))), ids, numbered), tuple(doubts))


def uncertain(pairs: Sequence[Pair], old: Sequence[Section], new: Sequence[Section]) -> list[Doubt]:
    """Pairs of sections that little speaks for, and sections of the new version without a partner."""
    found = [
        Doubt(old[pair.a].id, title_text(new[pair.b]), round(pair.confidence, 2), "may not correspond")
        for pair in pairs
        if pair.confidence < DOUBTFUL
    ]
    partners = {pair.b for pair in pairs}
    return found + [
        Doubt("", title_text(section), 0.0, "stands in no other version")
        for n, section in enumerate(new)
        if n not in partners
    ]


def missing(pairs: Sequence[Pair], old: Sequence[Section]) -> list[Doubt]:
    """Sections that are there and have no partner in the new version."""
    partners = {pair.a for pair in pairs}
    return [
        Doubt(section.id, title_text(section), 0.0, "is missing here")
        for n, section in enumerate(old)
        if n not in partners
    ]


def section_ids(sections: Sequence[Section], given: dict[int, str], taken: Taken) -> list[str]:
    """The id of each section: the partner's, or its own one made unique below its parent's."""
    used = taken.sections | set(given.values())
    ids: list[str] = []
    own: dict[str, str] = {}
    for n, section in enumerate(sections):
        wanted = given.get(n) or below_parent(section.id, own)
        if n not in given:
            wanted = free(wanted, used)
            used.add(wanted)
        own[section.id] = wanted
        ids.append(wanted)
    return ids


def below_parent(identity: str, own: dict[str, str]) -> str:
    """An id with its parent's part as that parent is called now."""
    parent = identity.rpartition("-")[0]
    return own[parent] + identity[len(parent) :] if parent in own else identity


def free(wanted: str, used: set[str]) -> str:
    """`wanted`, or the next of its kind that is in use nowhere: s1-c-2 → s1-c-3, s1-c → s1-c-x."""
    stem, _, last = wanted.rpartition("-")
    if last.isdigit() and stem:
        n = int(last)
        while f"{stem}-{n}" in used:
            n += 1
        return f"{stem}-{n}"
    found, n = wanted, 2
    while found in used:
        found, n = f"{wanted}-x{n}", n + 1
    return found


def number_blocks(
    blocks: Sequence[Block], reference: Sequence[Block], taken: set[str], same_language: bool
) -> tuple[Block, ...]:
    """The blocks with numbers: those of the paragraphs they correspond to, new ones in between."""
    new = [n for n, block in enumerate(blocks) if block.kind not in NUMBERLESS]
    old = [block for block in reference if block.id]
    if not old and not taken:
        return pin(Section("", 1, "", tuple(blocks))).blocks
    matches = correspondence(
        [plain_block(b) for b in old], [plain_block(blocks[n]) for n in new], same_language
    )
    result = list(blocks)
    used = set(taken) | {number for block in old for number in (block.id, *block.also, *block.removed)}
    last, place = "p0", -1
    for match in matches:
        if not match.b:
            if same_language:
                drop(result, place, old[match.a[0]])
            continue
        first = new[match.b[0]]
        result[first], last = first_of(result[first], [old[k] for k in match.a], last, used)
        for k in match.b[1:]:
            last = after(last, used)
            result[new[k]] = replace(result[new[k]], id=last)
        place = new[match.b[-1]]
    return tuple(result)


def correspondence(old: Sequence[str], new: Sequence[str], same_language: bool) -> list[Match]:
    """Which paragraphs correspond; in one language those that are the same, and in between the likeliest."""
    if not same_language:
        return align_paragraphs(old, new)
    found: list[Match] = []
    for tag, a0, a1, b0, b1 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [Match((a0 + n,), (b0 + n,), 1.0) for n in range(a1 - a0)]
        else:
            inner = align_paragraphs(old[a0:a1], new[b0:b1])
            found += [replace(m, a=tuple(a0 + n for n in m.a), b=tuple(b0 + n for n in m.b)) for m in inner]
    return found


def first_of(block: Block, old: Sequence[Block], last: str, used: set[str]) -> tuple[Block, str]:
    """A block with the numbers of the paragraphs it corresponds to; a new number after `last` for none."""
    if not old:
        number = after(last, used)
        return replace(block, id=number), number
    also = [number for one in old for number in (one.id, *one.also)][1:]
    removed = [*block.removed, *(number for one in old for number in one.removed)]
    return replace(block, id=old[0].id, also=tuple(also), removed=tuple(removed)), old[-1].id


def drop(result: list[Block], place: int, old: Block) -> None:
    """Leave the numbers of a paragraph that is gone at the block before it, or at the one after."""
    where = place if place >= 0 else next((n for n, b in enumerate(result) if b.kind not in NUMBERLESS), -1)
    if where >= 0:
        gone = (*result[where].removed, old.id, *old.also, *old.removed)
        result[where] = replace(result[where], removed=gone)


def after(last: str, used: set[str]) -> str:
    """The next free number after `last`: p3 → p3a, p3a → p3b; taken from now on."""
    match = NUMBER.match(last)
    stem = f"p{match[1]}" if match else "p0"
    n = 0
    while True:
        n += 1
        number = stem + letters(n)
        if number not in used:
            used.add(number)
            return number


def letters(n: int) -> str:
    """1 → a, 26 → z, 27 → aa."""
    text = ""
    while n:
        n, rest = divmod(n - 1, 26)
        text = chr(97 + rest) + text
    return text


def rebuild(
    section: Section, places: Iterable[int], ids: Sequence[str], blocks: dict[int, tuple[Block, ...]]
) -> Section:
    """The tree with new ids and blocks, by place in reading order."""
    n = next(iter(places))
    below = tuple(rebuild(part, places, ids, blocks) for part in section.sections)
    return replace(section, id=ids[n], blocks=blocks[n], sections=below)
