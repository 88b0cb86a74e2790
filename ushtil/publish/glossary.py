"""The glossary of a site: a page in every language made from the termbase, and what marked terms show.

    glossary.html          every concept by letter: what it means, what it is called in each language
    glossary/un-bodies.html    those of a subject, whole: sources, related ones, the sections that use them
    glossary/terms-kk.js   what a reader is shown at a term in the text, asked for when the first one is
    glossary/glossary.tbx  and other forms, for other programs

The address of a concept is its id, the same in all languages.  A concept that a language has no term for
stands there in another one and says which.  A page that someone wrote at its place is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property

from ushtil.languages import Language
from ushtil.literals import literal
from ushtil.markup.terms import Find, Found, Place
from ushtil.problems import Outcome, Severity
from ushtil.publish import addresses, glossary_uses
from ushtil.publish.entries import Entry, Version
from ushtil.publish.glossary_pages import Composed, compose, export_path
from ushtil.publish.glossary_reader import PATH, Reader
from ushtil.publish.glossary_strings import Strings, strings
from ushtil.publish.heads import Head
from ushtil.publish.site import Site
from ushtil.terms import concepts, exports, termbase
from ushtil.terms.concepts import Concept
from ushtil.terms.matching import Matcher, Occurrence
from ushtil.terms.termbase import FOLDER, Termbase


@dataclass(frozen=True)
class Glossary:
    """The termbase over the site that uses it; texts are looked through once, whoever asks."""

    termbase: Termbase
    site: Site

    @cached_property
    def find(self) -> Mapping[str, Find]:
        """Language code → what finds the terms of that language, and remembers the texts it has seen."""
        return {code: self._finder(code) for code in self.site.languages.codes}

    def _finder(self, code: str) -> Find:
        matcher = Matcher(self.termbase, code)

        def find(text: str) -> tuple[Found, ...]:
            return tuple(self._found(occurrence, code) for occurrence in matcher.find(text))

        return cache(find)

    def _found(self, occurrence: Occurrence, code: str) -> Found:
        found = Found(occurrence.concept, occurrence.start, occurrence.end)
        if not occurrence.term.is_abbreviation:
            return found
        expansion = self.termbase.by_id[occurrence.concept].terms[code].preferred
        return found._replace(abbreviation=occurrence.term.text, expansion=expansion)

    @cached_property
    def pages(self) -> Mapping[str, Mapping[str, Composed]]:
        """Language code → path → the page in that language."""
        return {language.code: self._pages(language) for language in self.site.languages.published}

    def _pages(self, language: Language) -> Mapping[str, Composed]:
        uses = glossary_uses.uses(self.site, language.code, self.find[language.code])
        return compose(Reader(self.site, self.termbase, language), uses)

    def place(self, path: str, reader: Language) -> Place | None:
        """What the marks of a page must know; None for a page that Ushtil wrote itself."""
        version = self.site.entries[path].shown(reader.code) if path in self.site.entries else None
        if not version or not version.source:
            return None
        here, there = (addresses.page(one, reader) for one in (path, PATH))
        return Place(version.language, addresses.relative(there, here))


@dataclass(frozen=True)
class Needs:
    """What a page loads for the glossary. `data` is empty where no term is marked."""

    data: str
    has_entries: bool
    is_list: bool
    told: Strings


def load(site: Site) -> Outcome[Glossary | None]:
    """The glossary of a site: None where its root has no termbase.

    Of its problems only errors are told: the rest is for `ushtil check`.
    """
    folder = site.root / FOLDER
    if not folder.is_dir():
        return Outcome(None)
    outcome = termbase.read(folder, site.languages, FOLDER)
    errors = (problem for problem in outcome.problems if problem.severity is Severity.ERROR)
    return Outcome(Glossary(outcome.value, site), tuple(errors))


def needs(path: str, site: Site, language: Language, has_marks: bool) -> Needs | None:
    """What a page loads; None where it has nothing of the glossary."""
    if not has_marks and not is_ours(path, site):
        return None
    marks = _data_path(language) if has_marks else ""
    return Needs(marks, is_ours(path, site), is_list(path, site), strings(language.code))


def is_ours(path: str, site: Site) -> bool:
    """Whether a page is one of the glossary that Ushtil writes."""
    is_within = path == PATH or path.startswith(f"{FOLDER}/")
    return (
        is_within
        and path in site.entries
        and not any(version.source for version in site.entries[path].versions.values())
    )


def is_list(path: str, site: Site) -> bool:
    """Whether it is the list of all concepts, which is the one that searches and other sites find."""
    return path == PATH and is_ours(path, site)


def added(site: Site, glossary: Glossary) -> Site:
    """The site with its glossary: not where there are no concepts, or a page has its path."""
    if PATH in site.entries or not glossary.termbase.concepts:
        return site
    first = next(iter(glossary.pages.values()))
    entries = {path: _entry(path, glossary) for path in first if path not in site.entries}
    return replace(site, entries={**site.entries, **entries})


def _entry(path: str, glossary: Glossary) -> Entry:
    versions = {
        code: Version(code, Head(title=pages[path].title), text=pages[path].markdown)
        for code, pages in glossary.pages.items()
    }
    return Entry(path, versions, glossary.site.languages.default.code, is_listed=path == PATH)


def files(glossary: Glossary, language: Language) -> Iterator[tuple[str, str]]:
    """Path and text of each file that comes with a language: the default one brings those of all."""
    yield _data_path(language), data(glossary, language)
    if language.default:
        for form in exports.FORMATS.values():
            yield export_path(form), form.write(glossary.termbase, glossary.site.languages)


def _data_path(language: Language) -> str:
    return f"{FOLDER}/terms-{language.code}.js"


def data(glossary: Glossary, language: Language) -> str:
    """What is shown at a term in the text, as a script: id → language, definition, names by language."""
    reader = Reader(glossary.site, glossary.termbase, language)
    names = {one.code: one.name for one in glossary.site.languages}
    concepts = {concept.id: _explained(reader, concept) for concept in glossary.termbase.concepts}
    value = literal({"languages": names, "concepts": concepts})
    return f"(window.Ushtil = window.Ushtil || {{}}).terms = {value};\n"


def _explained(reader: Reader, concept: Concept) -> list[object]:
    code, shown = reader.shown(concept)
    named = {one: concept.terms[one] for one in reader.codes if one in concept.terms}
    return [code, shown.definition, {one: entry.preferred + _short(entry) for one, entry in named.items()}]


def _short(entry: concepts.Entry) -> str:
    return f" ({', '.join(entry.abbreviations)})" if entry.abbreviations else ""
