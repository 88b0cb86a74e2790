"""The list of all concepts as HTML: of each what it means and what it is called, and the way to the rest.

Short, for all of them stand on one page: every element counts some hundred times on a cheap phone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ushtil.publish.glossary_reader import Reader, path
from ushtil.publish.glossary_strings import Strings
from ushtil.publish.heads import escape
from ushtil.terms.concepts import Concept, Status


def tools(letters: Iterable[tuple[str, str]], count: int, told: Strings) -> str:
    """The field that narrows the list, shown where scripts run, and the ways into the page: id, name."""
    links = " ".join(f'<li><a href="#{escape(name)}">{escape(text)}</a></li>' for name, text in letters)
    return (
        f'<div class="glossary-tools"><p class="glossary-filter" data-count="{escape(told.count)}"'
        f' data-none="{escape(told.none)}"><label for="glossary-filter">{escape(told.filter)}</label>'
        ' <input id="glossary-filter" type="search" autocomplete="off" spellcheck="false">'
        f' <output for="glossary-filter">{count}</output></p>'
        f'<nav aria-label="{escape(told.letters)}"><ul>{links}</ul></nav>'
        f'<p class="glossary-ways"><a href="#by-subject">{escape(told.by_subject)}</a>'
        f' <a href="#exports">{escape(told.exports)}</a></p></div>'
    )


def entry(reader: Reader, concept: Concept) -> str:
    """What stands below the heading of a concept."""
    code, shown = reader.shown(concept)
    lang = reader.lang(code)
    meant = escape(shown.definition).replace("\n", " ")
    names = "; ".join(filter(None, (*_named(reader, concept), *_elsewhere(reader, concept))))
    rest = f"{reader.address(path(reader.subject(concept)))}#{concept.id}"
    return (
        f'<div class="entry"><p{lang}>{meant}</p><p class="names">{names}</p>'
        f'<a class="rest" href="{rest}" data-search-exclude>{escape(reader.told.rest)}</a></div>'
    )


def _named(reader: Reader, concept: Concept) -> Iterator[str]:
    """Its other names, those that are thought well of first: a field and a search find it by each."""
    code, shown = reader.shown(concept)
    terms = list(shown.terms())[1:]
    for status in Status:
        found = [escape(term.text) for term in terms if term.status is status]
        if found:
            told = escape(reader.told.statuses[status])
            mark = "s" if status in {Status.DEPRECATED, Status.AVOID} else "span"
            listed = ", ".join(f"<{mark}{reader.lang(code)}>{name}</{mark}>" for name in found)
            yield f"<span data-search-exclude>{told}: </span>{listed}"


def _elsewhere(reader: Reader, concept: Concept) -> Iterator[str]:
    """What the other languages call it, each leading to the same concept there."""
    for language in reader.site.languages:
        found = concept.terms.get(language.code)
        if not found or language == reader.language:
            continue
        name, code = escape(found.preferred), escape(language.code)
        short = f" ({escape(', '.join(found.abbreviations))})" if found.abbreviations else ""
        if language not in reader.site.languages.published:
            yield f'<span lang="{code}">{name}{short}</span>'
        else:
            href = f"{reader.address(reader.page, language)}#{concept.id}"
            yield f'<a lang="{code}" hreflang="{code}" href="{href}">{name}{short}</a>'


def subjects(reader: Reader) -> str:
    """The pages of the subjects; each item has the address that its list once had."""
    items = (
        f'<li id="subject-{escape(name)}"><a href="{reader.address(path(name))}">'
        f"{escape(reader.title(name))}</a> ({len(found)})</li>"
        for name, found in reader.subjects().items()
    )
    return f'<ul class="subjects" data-search-exclude>{"".join(items)}</ul>'
