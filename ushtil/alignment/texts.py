"""The paragraphs that correspond in two whole texts, with all that headings and ids tell.

    equal id of a paragraph           one pair, for certain
    equal id of a section             its paragraphs are aligned with those of its partner
    no ids, but headings              sections are aligned first; a pair of paragraphs in sections that
                                      correspond gains by it, and one across them is still possible
    no headings                       one sequence

What stays alone in pinned sections is compared once more over the whole: it may have moved.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .. import languages
from ..language import known
from ..markup import reader
from ..markup.trees import read_text
from ..model import Section
from .anchors import longest_chain
from .paragraphs import Match, Stretch, links_of, match_of, nothing, with_gaps
from .sections import Pair, align_sections
from .text import Paragraph, paragraphs
from .tokens import Side, side

SAME, OTHER = 1.2, -1.5
# A hint stronger than any evidence: the paragraph has its partner already.
TAKEN = -60.0
SURE_SECTIONS, SURELY_MOVED, CERTAIN = 0.55, 0.8, 1.0


@dataclass(frozen=True)
class Text:
    """A text to be aligned; `language` is "" where only its words can tell."""

    root: Section
    language: str = ""


def load(path: Path) -> Text:
    """The text of a Markdown or plain text file. Raises `Unreadable`."""
    document = reader.read(read_text(path), path.name, "").value
    told = document.metadata.get("language")
    code = told if isinstance(told, str) and told in known() else tree_language(path)
    return Text(document.pages[0].root, code)


def tree_language(path: Path) -> str:
    """The language of the tree that a file stands in, "" where it stands in none."""
    for folder in path.resolve().parents:
        if found := languages.load(folder.parent).by_tree(folder.name):
            return found.code
    return ""


def align_texts(a: Text, b: Text) -> list[Match]:
    """The correspondence of all paragraphs of two texts, gaps included, numbered in reading order."""
    ours, theirs = paragraphs(a.root), paragraphs(b.root)
    pairs = section_pairs(a.root, b.root)
    fixed = pinned(ours, theirs)
    if fixed or any(pair.confidence == CERTAIN for pair in pairs[1:]):
        stretches = within(pairs, ours, theirs, fixed)
    else:
        stretches = across(pairs, ours, theirs)
    left, right = side([p.text for p in ours], a.language), side([p.text for p in theirs], b.language)
    found = [*fixed, *(match_of(link) for link in links_of(left, right, stretches))]
    found += moved(left, right, found)
    return with_gaps(found, len(ours), len(theirs))


def section_pairs(a: Section, b: Section) -> list[Pair]:
    """The roots; sections with equal ids; of the rest those that are alike."""
    left, right = list(a.walk()), list(b.walk())
    places = {section.id: place for place, section in enumerate(right) if place and section.id}
    pairs = [Pair(0, 0, CERTAIN)]
    pairs += [Pair(n, places[s.id], CERTAIN) for n, s in enumerate(left) if n and s.id in places]
    rest_a = set(range(len(left))) - {pair.a for pair in pairs}
    rest_b = set(range(len(right))) - {pair.b for pair in pairs}
    if rest_a and rest_b:
        alike = align_sections(a, b)
        pairs += [
            replace(p, confidence=0.99 * p.confidence) for p in alike if p.a in rest_a and p.b in rest_b
        ]
    return pairs


def pinned(ours: Sequence[Paragraph], theirs: Sequence[Paragraph]) -> list[Match]:
    """The paragraphs that share published ids; one that was merged holds several."""
    places = {identity: n for n, paragraph in enumerate(theirs) for identity in paragraph.ids}
    groups: list[tuple[set[int], set[int]]] = []
    for n, paragraph in enumerate(ours):
        others = {places[identity] for identity in paragraph.ids if identity in places}
        if others:
            touching = [group for group in groups if group[1] & others]
            groups = [group for group in groups if not group[1] & others]
            a = {n}.union(*(group[0] for group in touching))
            groups.append((a, others.union(*(group[1] for group in touching))))
    return [Match(tuple(sorted(a)), tuple(sorted(b)), CERTAIN) for a, b in groups]


def within(
    pairs: Sequence[Pair], ours: Sequence[Paragraph], theirs: Sequence[Paragraph], fixed: Sequence[Match]
) -> list[Stretch]:
    """A stretch for each pair of sections, cut where paragraphs are fixed."""
    taken_a = {n for match in fixed for n in match.a}
    taken_b = {n for match in fixed for n in match.b}
    chain = longest_chain(sorted((match.a[0], match.b[0]) for match in fixed))

    def hint(i: int, j: int, di: int, dj: int) -> float:
        free = taken_a.isdisjoint(range(i, i + di)) and taken_b.isdisjoint(range(j, j + dj))
        return 0.0 if free else TAKEN

    found: list[Stretch] = []
    for pair in pairs:
        a0, a1 = extent(ours, pair.a)
        b0, b1 = extent(theirs, pair.b)
        for i, j in chain:
            if a0 <= i < a1 and b0 <= j < b1:
                found.append(Stretch(a0, i, b0, j, hint))
                a0, b0 = i + 1, j + 1
        found.append(Stretch(a0, a1, b0, b1, hint))
    return [part for part in found if part.a0 < part.a1 and part.b0 < part.b1]


def across(pairs: Sequence[Pair], ours: Sequence[Paragraph], theirs: Sequence[Paragraph]) -> list[Stretch]:
    """One stretch over all sections that stand in the same order; one for each that stands elsewhere."""
    partner = {pair.a: pair for pair in pairs}
    held = {pair.b for pair in pairs}
    chain = set(longest_chain(sorted((pair.a, pair.b) for pair in pairs)))
    swapped = [pair for pair in pairs if (pair.a, pair.b) not in chain and pair.confidence >= SURE_SECTIONS]
    away_a, away_b = {pair.a for pair in swapped}, {pair.b for pair in swapped}

    def hint(i: int, j: int, di: int, dj: int) -> float:
        total = 0.0
        for x in {ours[n].section for n in range(i, i + di)}:
            for y in {theirs[n].section for n in range(j, j + dj)}:
                if x in away_a or y in away_b:
                    return TAKEN
                pair = partner.get(x)
                if pair and pair.b == y:
                    total += SAME * min(1.0, pair.confidence)
                elif pair and y in held:
                    total += OTHER * min(1.0, pair.confidence)
        return total

    whole = Stretch(0, len(ours), 0, len(theirs), hint if len(pairs) > 1 else nothing)
    return [whole, *(Stretch(*extent(ours, pair.a), *extent(theirs, pair.b)) for pair in swapped)]


def extent(paragraphs: Sequence[Paragraph], section: int) -> tuple[int, int]:
    """Where the paragraphs of a section begin and end."""
    places = [paragraph.section for paragraph in paragraphs]
    return bisect_left(places, section), bisect_right(places, section)


def moved(a: Side, b: Side, found: Sequence[Match]) -> list[Match]:
    """Pairs among what stayed alone, where their words say so beyond doubt."""
    left = sorted(set(range(len(a.units))) - {n for match in found for n in match.a})
    right = sorted(set(range(len(b.units))) - {n for match in found for n in match.b})
    if not left or not right:
        return []
    ours, theirs = (
        replace(a, units=tuple(a.units[n] for n in left)),
        replace(b, units=tuple(b.units[n] for n in right)),
    )
    links = links_of(ours, theirs, [Stretch(0, len(left), 0, len(right), strangers)])
    return [
        Match((left[link.a],), (right[link.b],), round(link.probability, 3))
        for link in links
        if link.da == link.db == 1 and link.probability >= SURELY_MOVED
    ]


def strangers(_i: int, _j: int, _di: int, _dj: int) -> float:
    """What stayed alone has its partner elsewhere seldom."""
    return -5.0
