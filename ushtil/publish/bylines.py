"""Who wrote a text, how it was translated and who reviewed it, told under the text in the reader's language.

    author: Ushtil            Written by Ushtil. Unofficial translation from English by Ushtil. No native
    status: unofficial   →    speaker has reviewed it yet. 22 November 2026.
    original: en

The words are in `ushtil/language/<code>/byline.toml`; what a language lacks comes from the default.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ushtil.language import formatting, tables
from ushtil.languages import Languages
from ushtil.markup import frontmatter

ORIGINAL = "original"


@dataclass(frozen=True)
class Words:
    """The sentences, with {names}, {date} and {source}, which is "from" a language."""

    written: str
    original: str
    reviewed: str
    not_reviewed: str
    updated: str
    by: str
    """Behind a translation, who made it."""
    statuses: Mapping[str, str]
    sources: Mapping[str, str]


@cache
def words(code: str) -> Words:
    """The words of a language, gaps filled from the default language."""
    return Words(**tables.filled(code, "byline"))


def byline(metadata: Mapping[str, Any], code: str, known: Languages) -> str:
    """What is said below a text; "" where its front matter tells nothing of it."""
    # A name, or a year in Russian, may end in a full stop of its own.
    return " ".join(_sentences(metadata, code, known)).replace("..", ".")


def _sentences(metadata: Mapping[str, Any], code: str, known: Languages) -> Iterator[str]:
    said = words(code)
    status = str(metadata.get("status") or "")
    authors, reviewers = _names(metadata, "author"), _names(metadata, "reviewed_by")
    if authors:
        yield said.written.format(names=authors)
    if status == ORIGINAL:
        yield said.original
    elif status in said.statuses:
        yield _translation(metadata, said, code, known)
    if reviewers:
        yield said.reviewed.format(names=reviewers)
    elif status in said.statuses:
        yield said.not_reviewed
    yield from _dates(metadata, said, code)


def translation(metadata: Mapping[str, Any], code: str, known: Languages) -> str:
    """What kind of translation a text is, from which language; "" where it is none."""
    said, status = words(code), str(metadata.get("status") or "")
    source = str(metadata.get("original") or "")
    name = next((language.name for language in known if language.code == source), "")
    return said.statuses.get(status, "").format(source=said.sources.get(source, name)).strip()


def _translation(metadata: Mapping[str, Any], said: Words, code: str, known: Languages) -> str:
    told = translation(metadata, code, known)
    translators = _names(metadata, "translator")
    return f"{told}{said.by.format(names=translators) if translators else ''}."


def _dates(metadata: Mapping[str, Any], said: Words, code: str) -> Iterator[str]:
    for key, form in (("date", "{date}."), ("updated", said.updated)):
        shown = formatting.shown(metadata.get(key), code)
        if shown:
            yield form.format(date=shown)


def _names(metadata: Mapping[str, Any], key: str) -> str:
    return ", ".join(frontmatter.names(metadata, key))
