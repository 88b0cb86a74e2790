"""A concept and what it is called in each language. One concept, many terms, as ISO 704 has it.

Concept upr
├─ en Entry  Universal Periodic Review (preferred), UPR (abbreviation)
└─ kk Entry  Әмбебап мерзімді шолу (preferred), ӘМШ (abbreviation),
             Жалпыға бірдей мерзімді шолу (variant, admitted)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Status(StrEnum):
    """What is thought of a term; a concept's preferred term and its abbreviations are `PREFERRED`."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    AVOID = "avoid"


@dataclass(frozen=True)
class Term:
    """One name of a concept in one language."""

    text: str
    status: Status = Status.PREFERRED
    is_abbreviation: bool = False
    source: str = ""


@dataclass(frozen=True)
class Variant:
    """Another name than the preferred one. `status` is never `PREFERRED`."""

    term: str
    status: Status = Status.ADMITTED
    source: str = ""


@dataclass(frozen=True)
class Entry:
    """What a concept is called in one language. `source` tells where the preferred term is attested."""

    preferred: str
    abbreviations: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    definition: str = ""
    source: str = ""
    note: str = ""

    def terms(self) -> Iterator[Term]:
        """All names: the preferred one, the abbreviations, the variants."""
        yield Term(self.preferred, source=self.source)
        for abbreviation in self.abbreviations:
            yield Term(abbreviation, is_abbreviation=True)
        for variant in self.variants:
            yield Term(variant.term, variant.status, _is_abbreviation(variant.term), variant.source)


def _is_abbreviation(term: str) -> bool:
    """Whether a variant is one by its looks: one word with two capitals («ӘКШ», «ҚазҰУ»)."""
    return not term.count(" ") and sum(map(str.isupper, term)) > 1


@dataclass(frozen=True)
class Link:
    """Where more about a concept stands. `title` may be empty."""

    url: str
    title: str = ""


@dataclass(frozen=True)
class Concept:
    """One concept. `terms` is by language code, in the site's order; `path` is the file it was read from."""

    id: str
    terms: Mapping[str, Entry]
    subject: str = ""
    related: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    path: str = field(default="", compare=False)
