"""Parallel pages: the versions of a page side by side, made from their Markdown.

    entry ─ units ─ rows ─┬─ cells ── HTML of one language's piece
                          └─ one page, or several where it is long (`parts`)

A row has the address of its paragraph (`#s1-c-p3`), the same as on the pages; in each cell its number leads
back there.  A long page's table of parts stands on each of them.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ushtil.languages import Language
from ushtil.markup import passages
from ushtil.publish import addresses, heads, links, strings, units
from ushtil.publish.cells import NOTE_ADDRESS, Context, Renderer
from ushtil.publish.entries import Entry
from ushtil.publish.parts import Part
from ushtil.publish.rows import Row, rows
from ushtil.publish.sections import CITED, merged
from ushtil.publish.site import HOME, Site
from ushtil.publish.strings import Interface
from ushtil.publish.units import Form, Text, Unit


@dataclass(frozen=True)
class Column:
    """A language that the page stands in; `address` is that of its page, relative."""

    language: Language
    interface: Interface
    title: str
    address: str


@dataclass(frozen=True)
class Step:
    """A part of a long page; `title` by language code, `sections` the ids that it holds."""

    address: str
    titles: tuple[tuple[str, str], ...]
    current: bool
    sections: tuple[str, ...]


@dataclass(frozen=True)
class ParallelPage:
    """One page, all addresses but its own relative to it. `rows` and `notes` are HTML.

    What it says of itself to browsers and searches is in the language `reader`.
    """

    address: str
    canonical: str
    """Absolute; empty where the site does not know its own address."""
    base: str
    home: str
    reader: Language
    site_name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: str
    notes: str
    steps: tuple[Step, ...]
    has_doubts: bool
    labels: tuple[tuple[Language, Interface], ...]
    """What the site says itself, in each of its languages."""

    @property
    def interface(self) -> Interface:
        """What it says to the reader of its frame."""
        return strings.interface(self.reader.code)


def pages(
    entry: Entry, site: Site, renderer: Renderer, site_url: str = "", site_name: str = ""
) -> Iterator[ParallelPage]:
    """The parallel pages of a page: none where it stands in one language only.

    `site_name` is for a site whose home page gives it none.
    """
    if not entry.parts:
        return
    texts = {code: units.read(version.chunks) for code, version in entry.leading}
    found = rows({code: text.parts for code, text in texts.items()})
    for part in entry.parts:
        held = [row for row in found if row.section in part.sections]
        yield _Maker(entry, site, texts, part, held).page(renderer, site_url, site_name)


class _Maker:
    """Makes one page."""

    def __init__(
        self, entry: Entry, site: Site, texts: Mapping[str, Text], part: Part, held: Sequence[Row]
    ) -> None:
        self.entry, self.site, self.texts, self.part, self.held = entry, site, texts, part, held
        self.address = addresses.parallel(entry.path, part.name)
        self.languages = [language for language in site.languages if language.code in entry.versions]
        self.back = {code: self._way(self._page(code)) for code in entry.versions}
        self.taken: set[str] = set()

    def page(self, renderer: Renderer, site_url: str, site_name: str) -> ParallelPage:
        rendered = self._render(renderer)
        body = "".join(self._row(row, rendered[n]) for n, row in enumerate(self.held))
        reader = self.site.languages.default
        titles = list(dict.fromkeys(self._title(self.part, language.code) for language in self.languages))
        interface = strings.interface(reader.code)
        return ParallelPage(
            address=self.address,
            canonical=addresses.absolute(self.address, site_url) if site_url else "",
            base=self._way("index.html").removesuffix("index.html"),
            home=self._way(addresses.page(HOME, reader)),
            reader=reader,
            site_name=self.site.name(reader.code) or site_name,
            title=f"{' · '.join(filter(None, titles))} – {interface.parallel}",
            description=interface.parallel_about.format(
                title=next(filter(None, titles), ""), count=len(self.languages)
            ),
            columns=tuple(self._column(language) for language in self.languages),
            rows=body,
            notes=self._notes(renderer),
            steps=tuple(self._steps()),
            has_doubts=any(row.uncertain for row in self.held),
            labels=tuple((language, strings.interface(language.code)) for language in self.site.languages),
        )

    def _render(self, renderer: Renderer) -> list[dict[str, str]]:
        """Row by row the HTML of each language."""
        found: list[dict[str, str]] = [{} for _ in self.held]
        self.labels = self._labels()
        for code, text in self.texts.items():
            pieces = [(n, unit) for n, row in enumerate(self.held) for unit in row.cells.get(code, ())]
            context = Context(
                partial(self._resolve, code),
                self._numbered(code),
                text.definitions,
                strings.interface(code).note,
            )
            for (n, unit), shown in zip(
                pieces, renderer.render([u for _, u in pieces], context), strict=True
            ):
                found[n][code] = found[n].get(code, "") + self._piece(code, self.held[n], unit, shown)
        return found

    def _piece(self, code: str, row: Row, unit: Unit, shown: str) -> str:
        """A unit's HTML with the way back to it."""
        if unit.form is Form.TITLE:
            level = min(row.level or 6, 6)
            return f"<h{level}>{self._mark(code, row.section, '§', '')}{shown}</h{level}>"
        if not unit.numbers:
            return shown
        number = unit.numbers[0]
        label = strings.interface(code).paragraph.format(number=number[1:])
        return self._mark(code, _published(row.section, number), number[1:], label) + shown

    def _mark(self, code: str, name: str, text: str, label: str) -> str:
        if not name:
            return ""
        label = html.escape(label or strings.interface(code).permalink)
        return f'<a class="n" href="{self.back[code]}#{name}" aria-label="{label}">{text}</a>'

    def _row(self, row: Row, shown: Mapping[str, str]) -> str:
        names = [_published(row.section, number) for number in row.numbers]
        names = [row.section] if row.level and row.section else names
        names = [name for name in names if name not in self.taken]
        self.taken.update(names)
        own = f' id="{names[0]}"' if names else ""
        also = "".join(f'<span id="{name}"></span>' for name in names[1:])
        kinds = "row" + (" title" if row.level else "") + (" uncertain" if row.uncertain else "")
        doubt = '<a class="doubt" href="#page:doubt">≈</a>' if row.uncertain else ""
        cells = self._cells(shown)
        return f'<div class="{kinds}"{own}>{also}{doubt}{cells}</div>\n'

    def _cells(self, shown: Mapping[str, str]) -> str:
        """One cell a language; its column's number is what the boxes and the script hide and order it by."""
        codes = (language.code for language in self.languages)
        return "".join(_cell(number, code, shown.get(code)) for number, code in enumerate(codes, 1))

    def _labels(self) -> dict[str, int]:
        """Footnotes that this part refers to, in order, alike in all languages: label → place."""
        cited = [
            [
                label
                for row in self.held
                for unit in row.cells.get(code, ())
                for label in CITED.findall(unit.text)
                if label in text.notes
            ]
            for code, text in self.texts.items()
        ]
        order = merged(list(dict.fromkeys(labels)) for labels in cited)
        return {label: place for place, label in enumerate(order, 1)}

    def _numbered(self, code: str) -> dict[str, tuple[str, int]]:
        notes = self.texts[code].notes
        return {label: (f"{NOTE_ADDRESS}{n}", n) for label, n in self.labels.items() if label in notes}

    def _notes(self, renderer: Renderer) -> str:
        """The footnotes as rows, label by label."""
        shown: dict[str, dict[str, str]] = {label: {} for label in self.labels}
        for code, text in self.texts.items():
            there = [label for label in self.labels if label in text.notes]
            pieces = [Unit(Form.PARAGRAPH, text.notes[label]) for label in there]
            context = Context(
                partial(self._resolve, code),
                self._numbered(code),
                text.definitions,
                strings.interface(code).note,
            )
            for label, piece in zip(there, renderer.render(pieces, context), strict=True):
                shown[label][code] = f'<span class="n">{self.labels[label]}</span>{piece}'
        return "".join(
            f'<div class="row" id="{NOTE_ADDRESS[1:]}{n}">' + self._cells(shown[label]) + "</div>\n"
            for label, n in self.labels.items()
        )

    def _column(self, language: Language) -> Column:
        interface = strings.interface(language.code)
        return Column(language, interface, self.entry.title(language.code), self.back[language.code])

    def _steps(self) -> Iterator[Step]:
        for part in self.entry.parts if len(self.entry.parts) > 1 else ():
            address = self._way(addresses.parallel(self.entry.path, part.name))
            titles = tuple((language.code, self._title(part, language.code)) for language in self.languages)
            yield Step(address, titles, part == self.part, part.sections)

    def _title(self, part: Part, code: str) -> str:
        if not part.name:
            return self.entry.title(code)
        found = (chunk.title for chunk in self.entry.versions[code].chunks if chunk.id == part.name)
        return heads.plain(next(found, ""))

    def _resolve(self, code: str, href: str) -> str:
        return links.resolve(href, self.entry.path, code, self.site, self.address, self.back[code])

    def _page(self, code: str) -> str:
        return addresses.page(self.entry.path, self.site.languages.by_code(code))

    def _way(self, address: str) -> str:
        return addresses.relative(address, self.address)


def _published(section: str, number: str) -> str:
    return f"{section}-{number}" if section else number


def _cell(number: int, code: str, shown: str | None) -> str:
    if shown is None:
        absent = html.escape(strings.interface(code).absent)
        return f'<div class="c c{number} gap" lang="{code}"><p>{absent}</p></div>'
    return f'<div class="c c{number}" lang="{code}">{passages.marked(shown, code)}</div>'
