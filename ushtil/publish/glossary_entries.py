"""All that is told of a concept, as HTML: what it means, its names and who uses them, where it stands.

Each is one line of raw HTML below its heading, which Markdown passes on as it is: the links are those of
built pages, and those to other languages would be faulty ones to MkDocs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from urllib.parse import quote, urlsplit

from ushtil.publish.glossary_reader import Reader
from ushtil.publish.glossary_uses import Use
from ushtil.publish.heads import escape
from ushtil.terms.concepts import Concept, Status, Term

MOST_USES = 60
"""How many sections are listed of one concept; a word like "State" is in nearly every one."""

_URL = re.compile(r"https?://[^\s<>\"«»“”]+[^\s<>\"«»“”.,;:!?)\]’']")


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
    source = f' <span class="source"{lang}>{_text(term.source)}</span>' if term.source else ""
    return f'<span class="term-name"{lang}>{escape(term.text)}</span>{source}'


def _elsewhere(reader: Reader, concept: Concept) -> Iterator[str]:
    """What the other languages call it, each leading to the same concept there."""
    for language in reader.site.languages:
        entry = concept.terms.get(language.code)
        if not entry or language == reader.language:
            continue
        code = escape(language.code)
        name = f'<span lang="{code}">{escape(language.name)}</span>'
        href = f"{reader.address(reader.page, language)}#{concept.id}"
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


def _row(name: str, value: str, kind: str, is_html: bool = False) -> str:
    return f'<div class="{kind}"><dt>{name if is_html else escape(name)}</dt><dd>{value}</dd></div>'


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
    return f'<details class="uses">{inner}</details>'


def _page(reader: Reader, path: str, uses: Sequence[Use]) -> str:
    address = reader.address(path)
    title = escape(reader.site.entries[path].title(reader.language.code))
    sections = ", ".join(
        f'<a href="{address}#{quote(use.section)}">{escape(use.title or use.section)}</a>'
        for use in uses
        if use.section
    )
    return f'<li><a href="{address}">{title}</a>{": " if sections else ""}{sections}</li>'


def _text(text: str) -> str:
    """Plain text as HTML, addresses in it as links."""
    parts, position = [], 0
    for match in _URL.finditer(text):
        parts += [escape(text[position : match.start()]), _out(match[0])]
        position = match.end()
    return "".join([*parts, escape(text[position:])]).replace("\n", " ")


def _out(url: str, title: str = "") -> str:
    return f'<a href="{escape(url)}">{escape(title or url.partition("//")[2].rstrip("/"))}</a>'
