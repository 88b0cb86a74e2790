"""The entries of the glossary as HTML: what a concept means, what it is called, where it is used.

Each is one line of raw HTML below its heading, which Markdown passes on as it is: the links are those of
built pages, and those to other languages would be faulty ones to MkDocs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from urllib.parse import quote, urlsplit

from ushtil.language import collation
from ushtil.languages import Language
from ushtil.publish import addresses
from ushtil.publish.glossary_strings import Strings, strings
from ushtil.publish.glossary_uses import Use
from ushtil.publish.heads import escape
from ushtil.publish.site import Site
from ushtil.terms.concepts import Concept, Entry, Status, Term
from ushtil.terms.termbase import Termbase

PATH = "glossary.md"
MOST_USES = 60
"""How many sections are listed of one concept; a word like "State" is in nearly every one."""

_URL = re.compile(r"https?://[^\s<>\"«»“”]+[^\s<>\"«»“”.,;:!?)\]’']")


@dataclass(frozen=True)
class Reader:
    """The glossary as it is read in one language."""

    site: Site
    termbase: Termbase
    language: Language

    @property
    def told(self) -> Strings:
        return strings(self.language.code)

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages of the site, the reader's first, then the default."""
        first = (self.language.code, self.site.languages.default.code)
        return tuple(dict.fromkeys((*first, *self.site.languages.codes)))

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
        """A link to an entry of this page, by the name that the reader knows."""
        code, entry = self.shown(concept)
        return f'<a href="#{concept.id}"{self.lang(code)}>{escape(entry.preferred)}</a>'

    def address(self, path: str, language: Language | None = None) -> str:
        """The way from the glossary of this language to a page."""
        return _way(path, language or self.language, self.language)


@lru_cache(maxsize=10_000)
def _way(path: str, language: Language, reader: Language) -> str:
    return escape(addresses.relative(addresses.page(path, language), addresses.page(PATH, reader)))


def tools(letters: Iterable[tuple[str, str]], count: int, told: Strings) -> str:
    """The field that narrows the list, which a script shows, and the ways into the page: id, name."""
    links = " ".join(f'<li><a href="#{escape(name)}">{escape(text)}</a></li>' for name, text in letters)
    return (
        f'<div class="glossary-tools"><p class="glossary-filter" hidden data-count="{escape(told.count)}"'
        f' data-none="{escape(told.none)}"><label for="glossary-filter">{escape(told.filter)}</label>'
        ' <input id="glossary-filter" type="search" autocomplete="off" spellcheck="false">'
        f' <output for="glossary-filter">{count}</output></p>'
        f'<nav aria-label="{escape(told.letters)}"><ul>{links}</ul></nav>'
        f'<p class="glossary-ways"><a href="#by-subject">{escape(told.by_subject)}</a>'
        f' <a href="#exports">{escape(told.exports)}</a></p></div>'
    )


def entry(reader: Reader, concept: Concept, uses: Sequence[Use]) -> str:
    """What stands below the heading of a concept."""
    code, shown = reader.shown(concept)
    told, lang = reader.told, reader.lang(code)
    meant = f"<p{lang}>{_text(shown.definition)}</p>" if shown.definition else ""
    note = f"<span{lang}>{_text(shown.note)}</span>"
    remark = f'<p class="remark">{escape(told.note)}: {note}</p>' if shown.note else ""
    rows = [*_named(reader, concept, [Status.PREFERRED]), *_elsewhere(reader, concept)]
    rows += _named(reader, concept, [status for status in Status if status is not Status.PREFERRED])
    if shown.source:
        rows.append(_row(told.source, f"<span{lang}>{_text(shown.source)}</span>", "source"))
    rows += _relations(reader, concept)
    return f'<div class="entry">{meant}{remark}<dl>{"".join(rows)}</dl>{_uses(reader, uses)}</div>'


def _named(reader: Reader, concept: Concept, statuses: Iterable[Status]) -> Iterator[str]:
    """Its other names by what is thought of them; `PREFERRED` are the abbreviations."""
    code, shown = reader.shown(concept)
    terms = [term for term in shown.terms() if term.is_abbreviation or term.status is not Status.PREFERRED]
    for status in statuses:
        names = "<br>".join(_name(term, reader.lang(code)) for term in terms if term.status is status)
        if names:
            yield _row(reader.told.statuses[status], names, f"name {status}")


def _name(term: Term, lang: str) -> str:
    source = (
        f' <span class="source"{lang} data-search-exclude>{_text(term.source)}</span>' if term.source else ""
    )
    return f'<span class="term-name"{lang}>{escape(term.text)}</span>{source}'


def _elsewhere(reader: Reader, concept: Concept) -> Iterator[str]:
    """What the other languages call it, each leading to the same concept there."""
    for language in reader.site.languages:
        entry = concept.terms.get(language.code)
        if not entry or language == reader.language:
            continue
        code = escape(language.code)
        name = f'<span lang="{code}">{escape(language.name)}</span>'
        href = f"{reader.address(PATH, language)}#{concept.id}"
        short = f" ({escape(', '.join(entry.abbreviations))})" if entry.abbreviations else ""
        link = f'<a class="term-name" href="{href}" hreflang="{code}">{escape(entry.preferred)}</a>'
        if language not in reader.site.languages.published:
            link = f'<span class="term-name">{escape(entry.preferred)}</span>'
        yield _row(name, f'<span lang="{code}">{link}{short}</span>', "other", is_html=True)


def _relations(reader: Reader, concept: Concept) -> Iterator[str]:
    told, related = reader.told, [reader.termbase.by_id[name] for name in concept.related]
    if related:
        yield _row(told.related, ", ".join(reader.link(one) for one in reader.sorted(related)), "related")
    links = [link for link in concept.links if urlsplit(link.url).scheme in {"http", "https"}]
    if links:
        yield _row(told.links, "<br>".join(_out(link.url, link.title) for link in links), "links")


_NAMES = {"other", *(f"name {status}" for status in Status)}


def _row(name: str, value: str, kind: str, is_html: bool = False) -> str:
    # Found by its names and its definition: what an entry refers to is found where it stands.
    row, head = ("", " data-search-exclude") if kind in _NAMES else (" data-search-exclude", "")
    return (
        f'<div class="{kind}"{row}><dt{head}>{name if is_html else escape(name)}</dt><dd>{value}</dd></div>'
    )


def _uses(reader: Reader, uses: Sequence[Use]) -> str:
    """The sections that name the concept, page by page, folded away."""
    if not uses:
        return ""
    told, listed = reader.told, uses[:MOST_USES]
    items = "".join(_page(reader, path, list(found)) for path, found in groupby(listed, lambda use: use.path))
    left = len(uses) - len(listed)
    more = f"<p>{escape(told.more_uses.format(count=left))}</p>" if left else ""
    summary = escape(told.uses.format(count=len(uses)))
    inner = f"<summary>{summary}</summary><ul>{items}</ul>{more}"
    return f'<details class="uses" data-search-exclude>{inner}</details>'


def _page(reader: Reader, path: str, uses: Sequence[Use]) -> str:
    address = reader.address(path)
    title = escape(reader.site.entries[path].title(reader.language.code))
    sections = ", ".join(
        f'<a href="{address}#{quote(use.section)}">{escape(use.title or use.section)}</a>'
        for use in uses
        if use.section
    )
    return f'<li><a href="{address}">{title}</a>{": " if sections else ""}{sections}</li>'


def subjects(reader: Reader) -> Mapping[tuple[str, str], str]:
    """Id and name of each subject that has concepts → the list of them."""
    named = reader.termbase.subjects
    groups: dict[str, list[Concept]] = {name: [] for name in (*named, "")}
    for concept in reader.sorted(reader.termbase.concepts):
        groups[concept.subject if concept.subject in named else ""].append(concept)
    return {
        (name or "none", _subject(reader, name)): "".join(f"<li>{reader.link(one)}</li>" for one in group)
        for name, group in groups.items()
        if group
    }


def _subject(reader: Reader, name: str) -> str:
    names = reader.termbase.subjects.get(name, {})
    return next((names[code] for code in reader.codes if code in names), name or reader.told.no_subject)


def _text(text: str) -> str:
    """Plain text as HTML, addresses in it as links."""
    parts, position = [], 0
    for match in _URL.finditer(text):
        parts += [escape(text[position : match.start()]), _out(match[0])]
        position = match.end()
    return "".join([*parts, escape(text[position:])]).replace("\n", " ")


def _out(url: str, title: str = "") -> str:
    return f'<a href="{escape(url)}">{escape(title or url.partition("//")[2].rstrip("/"))}</a>'
