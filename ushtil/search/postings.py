"""Postings: which documents have a term, how much it weighs in each, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ushtil.search.layout import LARGEST_IMPACT, SIGNS

SATURATION = 1.2


@dataclass
class Term:
    """A stem with its forms by frequency, and its postings as layout draws them, document by document."""

    stem: str
    forms: dict[str, int] = field(default_factory=dict)
    postings: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    @property
    def df(self) -> int:
        """How many documents have the term themselves: each has places, if none but its count."""
        return len(self.places)


class Writer:
    """Writes documents down with their terms, in the order of their numbers."""

    def __init__(self, terms: list[Term]) -> None:
        self.postings = [term.postings for term in terms]
        self.places = [term.places for term in terms]
        self.last = [-1] * len(terms)

    def write(
        self,
        document: int,
        places: Mapping[int, list[int]],
        joined: set[int],
        boosts: Mapping[int, float],
        norm: float,
    ) -> None:
        """One document. The loop runs for every word of the site, so that it calls little."""
        plain = [SIGNS[impact(count / norm)] for count in range(4)]
        postings, written, last = self.postings, self.places, self.last
        for number, found in places.items():
            count = len(found)
            if count > 3 or number in boosts:
                sign = SIGNS[impact(count / norm + boosts.get(number, 0.0))]
            else:
                sign = plain[count]
            postings[number].append(SIGNS[document - last[number] - 1] + sign)
            written[number].append(_ONCE[found[0]] if count == 1 else _gaps(found))
            last[number] = document
        for number in joined - places.keys():
            self.write_bare(document, number, plain[1])
            written[number].append(SIGNS[0])
        for number in boosts.keys() - places.keys() - joined:
            self.write_bare(document, number, SIGNS[0])

    def write_bare(self, document: int, number: int, sign: str) -> None:
        """A term that has no places in the document."""
        self.postings[number].append(SIGNS[document - self.last[number] - 1] + sign)
        self.last[number] = document


class _Once(dict[int, str]):
    """A place → how it is written down where the term has no other."""

    def __missing__(self, place: int) -> str:
        self[place] = signs = SIGNS[1] + SIGNS[place]
        return signs


_ONCE = _Once()


def _gaps(found: list[int]) -> str:
    gaps = [after - before - 1 for before, after in zip([-1, *found], found, strict=False)]
    return SIGNS[len(found)] + "".join(map(SIGNS.__getitem__, gaps))


def impact(frequency: float) -> int:
    """The saturated frequency as a whole number from 1 on."""
    return max(1, round(LARGEST_IMPACT * frequency / (SATURATION + frequency)))
