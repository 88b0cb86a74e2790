"""A query taken apart: words, compounds and phrases, what is excluded, what is left out.

әмбебап "адам құқықтары" -сот A/HRC/44/10      word · phrase · excluded · compound
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from ushtil.language.words import fold, words

_PIECE = re.compile(
    r'(?P<minus>(?<!\S)-(?=\S))?(?:"(?P<a>[^"]*)"?|«(?P<b>[^»]*)»?|“(?P<c>[^”]*)”?|(?P<plain>[^\s"«“]+))'
)


class Kind(StrEnum):
    """What a slot is."""

    WORD = "word"
    COMPOUND = "compound"
    PHRASE = "phrase"


@dataclass(frozen=True)
class Slot:
    """What a document should have. `forms` are folded; `is_begun` is true of a last word being typed."""

    kind: Kind
    forms: tuple[str, ...]
    stems: tuple[str, ...]
    is_begun: bool = False
    is_last: bool = False
    """Whether nothing follows it, so that more letters might."""
    is_stop: bool = False


@dataclass(frozen=True)
class Query:
    """All slots in order, stop words among them, and what is excluded."""

    all: tuple[Slot, ...] = ()
    excluded: tuple[Slot, ...] = ()

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Those that count: no stop words where there is anything else."""
        return tuple(slot for slot in self.all if not slot.is_stop) or self.all


def parse(text: str, stem: Callable[[str], str], stop: Collection[str], typing: bool) -> Query:
    """The query that a reader wrote; `typing` while the last word may go on."""
    slots: list[Slot] = []
    excluded: list[Slot] = []
    for piece in _PIECE.finditer(text):
        plain = piece["plain"]
        held = plain or piece["a"] or piece["b"] or piece["c"] or ""
        found = list(words(held))
        if not found:
            continue
        forms = tuple(fold(word.form) for word in found)
        kind = Kind.PHRASE if plain is None else Kind.COMPOUND if len(forms) > 1 else Kind.WORD
        ends = plain is not None and piece.end() == len(text) and found[-1].end == len(held)
        slot = Slot(
            kind,
            forms,
            tuple(stem(form) or form for form in forms),
            is_begun=ends and typing,
            is_last=ends,
            is_stop=kind is Kind.WORD and forms[0] in stop,
        )
        (excluded if piece["minus"] else slots).append(slot)
    return Query(tuple(slots), tuple(excluded))


def apart(slot: Slot) -> tuple[Slot, ...]:
    """A compound as so many words; only the last can be begun."""
    last = len(slot.forms) - 1
    return tuple(
        replace(
            slot,
            kind=Kind.WORD,
            forms=(form,),
            stems=(stem,),
            is_begun=slot.is_begun and n == last,
            is_last=slot.is_last and n == last,
        )
        for n, (form, stem) in enumerate(zip(slot.forms, slot.stems, strict=True))
    )
