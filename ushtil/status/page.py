"""The page of the site that shows what is translated: languages, pages, and the sections with work to do.

It is made from the Markdown sources and shows states, no differences: those come from git, on which nothing
that is built may depend.  A page that someone wrote at its place is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import quote

from ushtil.languages import Language
from ushtil.markup.escape import escape_anywhere
from ushtil.markup.sources import read
from ushtil.publish import heads
from ushtil.publish.entries import Entry, Version
from ushtil.publish.heads import Head
from ushtil.publish.site import Site
from ushtil.status.report import PageStatus, SectionStatus, State, Total, report, totals
from ushtil.status.strings import Strings, strings

PATH = "status.md"
NOTHING = "–"


@dataclass(frozen=True)
class Overview:
    """The statuses of all pages of a site."""

    site: Site

    @cached_property
    def pages(self) -> Mapping[str, tuple[PageStatus, ...]]:
        """Path → the statuses of the page in the languages that are not its original's."""
        trees: dict[str, dict[str, str | None]] = {}
        for entry in self.site.entries.values():
            for code, version in entry.versions.items():
                if version.source:
                    trees.setdefault(code, {})[entry.path] = version.text
        found: dict[str, list[PageStatus]] = {}
        for page in report(read(trees, self.site.languages)):
            found.setdefault(page.path, []).append(page)
        return {path: tuple(pages) for path, pages in found.items()}

    @property
    def totals(self) -> tuple[Total, ...]:
        """How much of each language is done."""
        all_pages = [page for pages in self.pages.values() for page in pages]
        return totals(all_pages, self.site.languages.codes)

    def states(self, path: str, code: str) -> dict[str, State]:
        """Section id → state, of a page as it stands in one language."""
        found = (page for page in self.pages.get(path, ()) if page.language == code and page.exists)
        return {section.id: section.state for page in found for section in page.sections}


def added(site: Site, overview: Overview) -> Site:
    """The site with the page that shows the status: not where no page is translated, or one has its path."""
    if PATH in site.entries or not any(page.exists for pages in overview.pages.values() for page in pages):
        return site
    versions = {
        language.code: Version(
            language.code, Head(title=strings(language.code).title), text=markdown(overview, language)
        )
        for language in site.languages.published
    }
    entry = Entry(PATH, versions, site.languages.default.code)
    return replace(site, entries={**site.entries, PATH: entry})


def markdown(overview: Overview, language: Language) -> str:
    """The Markdown of the page in one language."""
    told = strings(language.code)
    rows = list(_sections(overview, language, told))
    work = _table([told.page, told.section, *_names(overview)], rows) if rows else [told.all_current]
    parts = [
        [f"# {escape_anywhere(told.title)} {{#status}}"],
        [escape_anywhere(told.about)],
        [f"## {escape_anywhere(told.languages)} {{#languages}}"],
        _table([told.language, told.translated, told.percent, told.reviewed], _languages(overview, told)),
        [f"## {escape_anywhere(told.pages)} {{#pages}}"],
        _table([told.page, *_names(overview)], _pages(overview, language, told)),
        [f"## {escape_anywhere(told.sections)} {{#sections}}"],
        work,
    ]
    return "\n".join("\n".join([*part, ""]) for part in parts)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table; its cells are Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return [f"| {' | '.join(cells)} |" for cells in lines]


def _names(overview: Overview) -> list[str]:
    return [language.name for language in overview.site.languages]


def _languages(overview: Overview, told: Strings) -> Iterator[list[str]]:
    for total in overview.totals:
        name = overview.site.languages.by_code(total.language).name
        if total.pages:
            yield [
                name,
                told.count.format(done=total.existing, all=total.pages),
                f"{total.percent} %",
                told.count.format(done=total.reviewed, all=total.existing),
            ]
        else:
            yield [name, NOTHING, NOTHING, NOTHING]


def _pages(overview: Overview, language: Language, told: Strings) -> Iterator[list[str]]:
    for path, statuses in overview.pages.items():
        held = {page.language: page for page in statuses}
        cells = [
            _page(held[one.code], told) if one.code in held else told.original
            for one in overview.site.languages
        ]
        yield [_page_link(overview.site.entries[path], language), *cells]


def _page(page: PageStatus, told: Strings) -> str:
    """How far one translation is."""
    if not page.exists:
        return told.page_missing
    of_original = [section for section in page.sections if section.state is not State.EXTRA]
    done = told.count.format(done=page.count(State.CURRENT), all=len(of_original))
    return done if page.is_reviewed else f"{done}, {told.not_reviewed}"


def _sections(overview: Overview, language: Language, told: Strings) -> Iterator[list[str]]:
    """The sections that are not current everywhere; a page that is missing as a whole is told above."""
    for path, statuses in overview.pages.items():
        there = {page.language: page for page in statuses if page.exists}
        held = {code: {section.id: section for section in page.sections} for code, page in there.items()}
        for name in dict.fromkeys(name for sections in held.values() for name in sections):
            found = {code: sections[name] for code, sections in held.items() if name in sections}
            if any(section.state is not State.CURRENT for section in found.values()):
                originals = {page.original for page in there.values()}
                cells = [_state(one.code, found, originals, told) for one in overview.site.languages]
                entry = overview.site.entries[path]
                original = next(iter(originals))
                yield [_page_link(entry, language), _section_link(entry, found, original, language), *cells]


def _state(code: str, found: Mapping[str, SectionStatus], originals: set[str], told: Strings) -> str:
    if code in found:
        return told.states[found[code].state]
    is_extra = all(section.state is State.EXTRA for section in found.values())
    return told.original if code in originals and not is_extra else NOTHING


def _page_link(entry: Entry, language: Language) -> str:
    shown = entry.shown(language.code).language
    return _link(entry.title(language.code), entry.path, "", shown, language)


def _section_link(entry: Entry, found: Mapping[str, SectionStatus], original: str, language: Language) -> str:
    """A link to a section, by its title in the reader's language where there is one.

    What one translation has alone is only named: no page in the reader's language has such a place.
    """
    own = found.get(language.code)
    if own and own.own_title and own.state is not State.UNTRANSLATED:
        return _link(heads.plain(own.own_title), entry.path, own.id, language.code, language)
    code, some = next(iter(found.items()))
    if some.state is State.EXTRA:
        return f'<span lang="{code}">{escape_anywhere(heads.plain(some.title) or some.id)}</span>'
    return _link(heads.plain(some.title), entry.path, some.id, original, language)


def _link(title: str, path: str, section: str, shown: str, language: Language) -> str:
    """A link with the language of its text, where that is not the reader's."""
    address = quote(path) + (f"#{quote(section)}" if section else "")
    mark = "" if shown == language.code else f'{{: lang="{shown}" }}'
    return f"[{escape_anywhere(title or section or path)}]({address}){mark}"
