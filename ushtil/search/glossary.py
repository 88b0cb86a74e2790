"""Glossary terms in a query: what else to look for in this language, and what to look for in others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ushtil.search.query import Kind, Slot

if TYPE_CHECKING:
    from ushtil.search.store import Store


@dataclass(frozen=True)
class Named:
    """A concept that a query names by the slots `first` to `last`; `preferred` are its term's stems.

    `is_preferred` tells that the query has that very term.
    """

    concept: str
    first: int
    last: int
    preferred: tuple[str, ...]
    is_preferred: bool


class Terms:
    """The glossary terms of one language, from its shard."""

    def __init__(self, store: Store) -> None:
        self.concepts: dict[str, list[tuple[str, tuple[str, ...]]]] = {
            name: [(shown, tuple(stems.split())) for shown, stems in terms]
            for name, terms in store.get("terms")["concepts"]
        }
        self.by_stems: dict[tuple[str, ...], str] = {}
        for name, terms in self.concepts.items():
            for _, stems in terms:
                self.by_stems.setdefault(stems, name)
        self.longest = max(map(len, self.by_stems), default=0)

    def named(self, slots: Sequence[Slot]) -> list[Named]:
        """The concepts that a query names, the longest terms first from its beginning on."""
        found: list[Named] = []
        at = 0
        while at < len(slots):
            one = self._named_at(slots, at)
            if one:
                found.append(one)
            at = one.last + 1 if one else at + 1
        return found

    def _named_at(self, slots: Sequence[Slot], first: int) -> Named | None:
        best: Named | None = None
        stems: tuple[str, ...] = ()
        for last in range(first, len(slots)):
            if slots[last].kind is Kind.PHRASE and last > first:
                break
            stems += slots[last].stems
            if len(stems) > self.longest:
                break
            name = self.by_stems.get(stems)
            if name is not None:
                preferred = self.concepts[name][0][1]
                best = Named(name, first, last, preferred, stems == preferred)
            if slots[last].kind is Kind.PHRASE:
                break
        return best
