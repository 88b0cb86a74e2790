"""The glossary as it is read in one language: which pages it has, what stands on them, and in which order.

glossary.html              every concept, short: what it means, what it is called in each language
glossary/un-bodies.html    the concepts of one subject, whole: sources, notes, related ones, uses
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from ushtil.language import collation
from ushtil.languages import Language
from ushtil.publish import addresses
from ushtil.publish.glossary_strings import Strings, strings
from ushtil.publish.heads import escape
from ushtil.publish.site import Site
from ushtil.terms.concepts import Concept, Entry
from ushtil.terms.termbase import FOLDER, Termbase

PATH = "glossary.md"
_UNNAMED = "other"
"""The page of the concepts whose subject has no name."""


@dataclass(frozen=True)
class Reader:
    """One language's reader on one page of the glossary."""

    site: Site
    termbase: Termbase
    language: Language
    page: str = PATH

    @property
    def told(self) -> Strings:
        return strings(self.language.code)

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages of the site, the reader's first, then the default."""
        first = (self.language.code, self.site.languages.default.code)
        return tuple(dict.fromkeys((*first, *self.site.languages.codes)))

    def at(self, page: str) -> Reader:
        """The same reader on another page."""
        return replace(self, page=page)

    def shown(self, concept: Concept) -> tuple[str, Entry]:
        """What a reader is shown of a concept, and the language of that."""
        code = next(code for code in self.codes if code in concept.terms)
        return code, concept.terms[code]

    def sorted(self, concepts: Iterable[Concept]) -> list[Concept]:
        """In the order of the reader's alphabet."""
        return sorted(
            concepts, key=lambda one: collation.key(self.shown(one)[1].preferred, self.language.code)
        )

    def lang(self, code: str) -> str:
        """The attribute that tells a text's language, where it is not the reader's."""
        return "" if code == self.language.code else f' lang="{escape(code)}"'

    def link(self, concept: Concept) -> str:
        """A link to a concept's place in the list, by the name that the reader knows."""
        code, entry = self.shown(concept)
        page = "" if self.page == PATH else self.address(PATH)
        return f'<a href="{page}#{concept.id}"{self.lang(code)}>{escape(entry.preferred)}</a>'

    def address(self, path: str, language: Language | None = None) -> str:
        """The way from this page to another."""
        return _way(path, language or self.language, self.page, self.language)

    def subjects(self) -> Mapping[str, list[Concept]]:
        """Subject → its concepts in the reader's order: those that have any, the unnamed one last."""
        groups: dict[str, list[Concept]] = {name: [] for name in (*self.termbase.subjects, _UNNAMED)}
        for concept in self.sorted(self.termbase.concepts):
            groups[self.subject(concept)].append(concept)
        return {name: group for name, group in groups.items() if group}

    def subject(self, concept: Concept) -> str:
        """The subject that a concept stands under."""
        return concept.subject if concept.subject in self.termbase.subjects else _UNNAMED

    def title(self, subject: str) -> str:
        """What a subject is called."""
        names = self.termbase.subjects.get(subject, {})
        return next((names[code] for code in self.codes if code in names), self.told.no_subject)


def path(subject: str) -> str:
    """The page of a subject."""
    return f"{FOLDER}/{subject}.md"


@lru_cache(maxsize=10_000)
def _way(there: str, language: Language, here: str, reader: Language) -> str:
    return escape(addresses.relative(addresses.page(there, language), addresses.page(here, reader)))
