"""References and locators as notes and lists show them, in the reader's language, as inline Markdown.

The words are in `ushtil/language/<code>/references.toml`; what a language lacks comes from the default.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ushtil.language import formatting, tables
from ushtil.markup.escape import escape_anywhere, escape_plain
from ushtil.references.bibliography import Reference

_SECTION = re.compile(r"s(\d+)((?:-[a-z0-9]+)*)")


@dataclass(frozen=True)
class Words:
    """What references need to say. `locators`: the label in a citation → its form with {n}."""

    locators: Mapping[str, str]
    original: str
    """Leads to a source where it stands on the web."""
    cited_on: str
    """Before the list of pages that cite a source."""
    digest: str
    """Leads to what the site tells of a source."""


@cache
def words(code: str) -> Words:
    """The words of a language, gaps filled from the default language."""
    return Words(**tables.filled(code, "references"))


def reference(source: Reference, code: str, link: str = "") -> str:
    """Who, what, where, when: `A. Author. [Title](link). Journal. Publisher, December 2025`."""
    authors = _authors(source)
    return ". ".join(filter(None, (authors, title(source, code, link), _issue(source, code))))


def details(source: Reference, code: str) -> str:
    """The same below the title: without it, but with what it means in the reader's language."""
    authors = _authors(source)
    told = source.titles.get(code, "")
    meaning = escape_plain(told) if told != source.title else ""
    return ". ".join(filter(None, (meaning, authors, _issue(source, code))))


def _authors(source: Reference) -> str:
    return ", ".join(escape_plain(author.plain) for author in source.authors)


def _issue(source: Reference, code: str) -> str:
    doi = f"DOI {source.doi}" if source.doi else ""
    end = ", ".join(filter(None, (source.publisher, source.number, doi, issued(source, code))))
    return ". ".join(escape_plain(part) for part in (source.container, end) if part)


def title(source: Reference, code: str, link: str = "") -> str:
    """The title in its own language, and in the reader's where the two differ."""
    own = escape_anywhere(source.title)
    tagged = f'<cite lang="{source.language}">{own}</cite>' if source.language else f"<cite>{own}</cite>"
    linked = f"[{tagged}]({link})" if link else tagged
    told = source.titles.get(code, "")
    return f"{linked} ({escape_plain(told)})" if told and told != source.title else linked


def issued(source: Reference, code: str) -> str:
    """When it came out; "" where that is not known."""
    return formatting.day(source.issued, code) if source.issued else ""


def locator(text: str, code: str) -> str:
    """`p. 4` → "с. 4"; the id of a section, `s1-c` → "раздел 1.c"; any other text as it is."""
    section = _SECTION.fullmatch(text)
    if section:
        return words(code).locators["section"].format(n=section[1] + section[2].replace("-", "."))
    label, _, rest = text.partition(" ")
    form = words(code).locators.get(label.rstrip("."))
    # "summary" needs no number.
    return form.format(n=rest) if form and bool(rest) == ("{n}" in form) else text
