"""The plain form after ГОСТ Р 7.0.100–2018, as Russian has it, and Kazakh in its own words.

    Report : A/HRC/28/10 / Council. – Geneva : United Nations, 2014. – П. 12. – URL: https://…. – Текст : …
    Title : digest / Author. – Текст : … // Site : [сайт]. – 2026. – 22 ноября. – Ред. 1a2b. – URL: … (…: …).

Areas are parted by a point, a space, a dash and a space; there is one point only where the area ends in one.
Other information on the title follows " : ", responsibility " / ", each further kind of it " ; ".  What is
part of a journal, newspaper or site is described before " // ", with the medium, and the whole after it.
Up to four authors are named, of more the first three; the first of up to three heads the description, if it
is known which of their names is the family's.  A description speaks the language of what it describes, notes
in it that of the reader; what no source says of itself stands in brackets, in that language, too.  The day of
reading stands at our page alone: nobody told that they opened the document, too.
"""

from __future__ import annotations

from collections.abc import Iterable

from ushtil.citing.model import Citation
from ushtil.citing.words import besides, capital, located, words
from ushtil.language import formatting
from ushtil.references.works import Name, Work

COMPONENTS = frozenset(
    {
        "article",
        "article-journal",
        "article-newspaper",
        "chapter",
        "paper-conference",
        "post-weblog",
        "webpage",
    }
)
"""Kinds that are parts of something else, if it is known of what."""

_HEADING, _NAMED, _ALL = 3, 3, 4


def ours(citation: Citation) -> str:
    """Our page."""
    page, said = citation.page, words(citation.language)
    people = [_names(page.authors, page.language)]
    people += [said.translated.format(names=_names(page.translators, page.language))] * bool(page.translators)
    read = said.read.format(day=citation.day.shown if citation.day else said.blank)
    way = (said.url if page.is_on_the_web else said.file).format(address=citation.address)
    issue = [
        *_when(page.date, page.language), said.revision.format(revision=page.revision), f"{way} {read}"
    ]  # fmt: skip
    if not page.site:
        return _point(
            _areas([_title(page.title, [said.site, *besides(citation)], people), *issue, said.medium])
        )
    part = _areas([_title(page.title, besides(citation), people), said.medium])
    return _point(f"{part} // {_areas([f'{page.site} : {said.site}', *issue])}")


def original(citation: Citation, work: Work) -> str:
    """The document of which it tells."""
    said = words(citation.language)
    medium = said.medium if work.url else ""
    link = said.url.format(address=work.url) if work.url else ""
    doi = f"DOI {work.doi}" if work.doi else ""
    people = [_names(work.authors, work.language)]
    called = work.called(citation.language)
    host = work.container or work.publisher
    if work.kind in COMPONENTS and host:
        part = _areas([_heading(work) + _title(called, [], people), medium])
        by = work.publisher if work.container else ""
        issue = [*_published(work.place, by), *_when(work.issued, work.language), *_number(work)]
        return _point(f"{part} // {_areas([host, *issue, located(citation), doi, link])}")
    day = [formatting.day(work.issued, work.language)] if len(work.issued) > 1 else []
    issue = [", ".join([*_published(work.place, work.publisher), *map(str, work.issued[:1])])]
    title = _heading(work) + _title(called, [*_number(work), *day], people)
    return _point(_areas([title, *issue, located(citation), doi, link, medium]))


def _heading(work: Work) -> str:
    first = work.authors[0] if work.authors else Name()
    return f"{_point(first.sorted)} " if first.family and len(work.authors) <= _HEADING else ""


def _title(title: str, infos: Iterable[str], people: Iterable[str]) -> str:
    """The area of the title and of responsibility."""
    responsible = " ; ".join(filter(None, people))
    described = " : ".join([title, *infos])
    return f"{described} / {responsible}" if responsible else described


def _number(work: Work) -> list[str]:
    """A symbol speaks for itself; a mere number does not."""
    return [work.number if "/" in work.number else f"№ {work.number}"] if work.number else []


def _names(names: tuple[Name, ...], language: str) -> str:
    named = names if len(names) <= _ALL else names[:_NAMED]
    rest = f" {words(language).others}" if len(named) < len(names) else ""
    return ", ".join(name.plain for name in named) + rest


def _published(place: str, publisher: str) -> list[str]:
    return [" : ".join(filter(None, (place, publisher)))] if place or publisher else []


def _when(date: tuple[int, ...], language: str) -> list[str]:
    """The year, and the day in it, as parts of journals and sites have them."""
    return [str(date[0]), capital(formatting.day_of_year(date, language))] if date else []


def _areas(parts: Iterable[str]) -> str:
    """The areas of a description, without the point that ends the last."""
    joined = ""
    for part in filter(None, parts):
        joined = f"{_point(joined)} – {part}" if joined else part
    return joined


def _point(text: str) -> str:
    return text if text.endswith((".", "…")) else f"{text}."
