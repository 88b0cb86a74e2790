"""Runs of text: what a line says, taken together over its emphasis, and parts of it put into new elements.

<p>Every <em>Member</em> State <a href="#x">reports</a> to the Council</p>
   └──────────── one run ────┘                        └──── another ──┘
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

INLINE = frozenset({"em", "strong", "b", "i", "u", "s", "del", "ins", "mark", "small", "span", "q", "cite"})
"""Elements that interrupt no run."""


class Spot(NamedTuple):
    """A place in the text of `parent`: `gap` counts its children before, `offset` the signs in between."""

    parent: Element
    gap: int
    offset: int


Ends = tuple[Spot, Spot]
"""The ends of a text, both in one parent."""


@dataclass
class Run:
    """Text of one language that nothing interrupts, and where each part of it stands."""

    language: str
    text: str = ""
    parts: list[tuple[int, Element, int]] = field(default_factory=list)
    """Offset in the text, parent, gap."""

    def add(self, parent: Element, gap: int) -> None:
        """Goes on with the text of `parent` after so many of its children."""
        self.parts.append((len(self.text), parent, gap))
        self.text += _text(parent, gap)

    def ends(self, start: int, end: int, parents: Mapping[Element, Element]) -> Ends | None:
        """Where a part of the text stands, up from the edges of emphasis; None where it crosses one."""
        first, last = self._start(start), self._end(end)
        while first.parent is not last.parent:
            higher = _before(first, parents)
            if higher:
                first = higher
                continue
            higher = _after(last, parents)
            if not higher:
                return None
            last = higher
        return first, last

    def _start(self, offset: int) -> Spot:
        return next(Spot(element, gap, offset - at) for at, element, gap in self.parts[::-1] if at <= offset)

    def _end(self, offset: int) -> Spot:
        return next(Spot(element, gap, offset - at) for at, element, gap in self.parts[::-1] if at < offset)


def enclose(ends: Ends, whole: Element) -> None:
    """Puts what lies between two ends into `whole`, an empty element, and that in its place.

    Of several texts in one tree the last comes first: the places of those before it stay what they are.
    """
    (parent, first, offset), (_, last, stop) = ends
    before, after = _text(parent, first), _text(parent, last)
    inner = list(parent)[first:last]
    whole.text = before[offset:] if inner else before[offset:stop]
    whole.tail = after[stop:]
    for child in inner:
        parent.remove(child)
        whole.append(child)
    if inner:
        inner[-1].tail = after[:stop]
    if first:
        parent[first - 1].tail = before[:offset]
    else:
        parent.text = before[:offset]
    parent.insert(first, whole)


def _before(spot: Spot, parents: Mapping[Element, Element]) -> Spot | None:
    """The same place, right before the emphasis that begins there."""
    above = parents.get(spot.parent)
    if spot.gap or spot.offset or spot.parent.tag not in INLINE or above is None:
        return None
    gap = list(above).index(spot.parent)
    return Spot(above, gap, len(_text(above, gap)))


def _after(spot: Spot, parents: Mapping[Element, Element]) -> Spot | None:
    """The same place, right after the emphasis that ends there."""
    above = parents.get(spot.parent)
    is_edge = spot.gap == len(spot.parent) and spot.offset == len(_text(spot.parent, spot.gap))
    if not is_edge or spot.parent.tag not in INLINE or above is None:
        return None
    return Spot(above, list(above).index(spot.parent) + 1, 0)


def _text(parent: Element, gap: int) -> str:
    return (parent[gap - 1].tail if gap else parent.text) or ""
