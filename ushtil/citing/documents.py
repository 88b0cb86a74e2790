"""Which document a page tells of, and what is known of it.

A page that was taken from a document names it in its front matter, under `source`; a page that says in other
words what a document says is named by the bibliography, under `digest`.  Where both tell of one page, it is
the document's text, and the bibliography adds what the front matter leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from hashlib import sha256
from typing import Any

from ushtil.citing.model import Relation
from ushtil.language import formatting
from ushtil.markup import frontmatter
from ushtil.references.bibliography import Bibliography, Reference
from ushtil.references.works import Name, Work, line


def document(
    path: str, metadata: Mapping[str, Any], references: Bibliography, language: str
) -> tuple[Work | None, Relation]:
    """The document of the page at `path`, and what the page, which is in `language`, is to it."""
    listed = next((work(source) for source in references.values() if source.is_told_on(path)), None)
    source = metadata.get("source")
    taken = _taken(source, metadata) if isinstance(source, Mapping) else None
    if taken:
        return _titled(_completed(taken, listed), metadata, language), Relation.TEXT
    return (listed, Relation.DIGEST) if listed else (None, Relation.OWN)


def work(source: Reference) -> Work:
    """An entry of the bibliography. A title that is not the source's own stands in brackets."""
    return replace(source, title=f"[{source.title}]") if source.is_described else source


def _taken(source: Mapping[str, Any], metadata: Mapping[str, Any]) -> Work | None:
    """The document that front matter names; None where it tells no more than which file was read."""
    if not any(source.get(key) for key in ("title", "url", "number", "publisher")):
        return None
    return Work(
        title=line(source.get("title")),
        kind="report",
        id=identifier(source.get("number") or metadata.get("doc") or "original"),
        language=line(metadata.get("original") or metadata.get("language")),
        authors=people(metadata, "author"),
        publisher=line(source.get("publisher")),
        place=line(source.get("place")),
        number=line(source.get("number")),
        issued=formatting.parts(source.get("date")) or formatting.parts(metadata.get("date")),
        url=line(source.get("url")),
    )


def _completed(taken: Work, listed: Work | None) -> Work:
    """What is told, with what only the bibliography tells."""
    if not listed:
        return taken
    told = {item.name: getattr(taken, item.name) for item in fields(taken)}
    kept = {name: value for name, value in told.items() if value and name not in {"id", "kind"}}
    return replace(listed, **kept)


def _titled(told: Work, metadata: Mapping[str, Any], language: str) -> Work:
    """The document, for want of its own title with the page's; one that is translated stands in brackets."""
    ours = line(metadata.get("title"))
    if told.title:
        return told
    if language == told.language:
        return replace(told, title=ours)
    return replace(told, title=f"[{ours}]", language="")


def people(metadata: Mapping[str, Any], key: str) -> tuple[Name, ...]:
    """Whom a key of front matter names."""
    return tuple(Name(line(name)) for name in frontmatter.names(metadata, key) if line(name))


def identifier(text: object) -> str:
    """A text as a key for programs: "A/HRC/28/10" → "a-hrc-28-10", "есеп-kk" → "kk-1f0c9a"."""
    told = str(text)
    # What is lost of one text and of another must not make the two alike.
    lost = any(sign.isalnum() and not sign.isascii() for sign in told)
    digest = sha256(told.encode()).hexdigest()[:6] if lost else ""
    return re.sub(r"[^a-z0-9]+", "-", f"{told.lower()}-{digest}").strip("-") or "original"
