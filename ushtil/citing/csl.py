"""CSL-JSON 1.0.2: an item for the document, and one for our page, which repeats it in `original-…`."""

from __future__ import annotations

import json
from typing import Any

from ushtil.citing.model import Citation
from ushtil.citing.words import notes, remark
from ushtil.references.works import Name, Work

Item = dict[str, Any]

_READ = "accessed"


def text(citation: Citation) -> str:
    """The list of items, a line break at its end."""
    written = json.dumps(items(citation), ensure_ascii=False, indent=2)
    if citation.day:
        # Numbers, which a slot of a template cannot be before it is filled.
        written = written.replace(json.dumps(citation.day.parts, ensure_ascii=False), citation.day.parts)
    return f"{written}\n"


def items(citation: Citation) -> list[Item]:
    """The items; what is not known is left out."""
    work = citation.work
    return ([_original(citation, work)] if work else []) + [_ours(citation, work)]


def _original(citation: Citation, work: Work) -> Item:
    # CSL keeps a place in a work apart from the work, but for its page: it is told in the note.
    place = citation.place.locator
    return _filled(
        {
            "id": work.id,
            "type": work.kind,
            "title": work.title,
            "author": _names(work.authors),
            "container-title": work.container,
            "publisher": work.publisher,
            "publisher-place": work.place,
            "number": work.number,
            "issued": _date(work.issued),
            "page": citation.place.page,
            "DOI": work.doi,
            "URL": work.url,
            "language": work.language,
            "note": "; ".join(filter(None, (place, work.note))),
        }
    )


def _ours(citation: Citation, work: Work | None) -> Item:
    page = citation.page
    return _filled(
        {
            "id": citation.key,
            "type": "webpage",
            "title": page.title,
            "author": _names(page.authors),
            "translator": _names(page.translators),
            "container-title": page.site,
            "issued": _date(page.date),
            "version": page.revision,
            "URL": citation.address if page.is_on_the_web else "",
            "archive_location": "" if page.is_on_the_web else citation.address,
            _READ: {"date-parts": [[citation.day.parts]]} if citation.day else None,
            "language": page.language,
            "note": remark(notes(citation)),
            **(_of(work) if work else {}),
        }
    )


def _of(work: Work) -> Item:
    return {
        "original-title": work.title,
        "original-author": _names(work.authors),
        "original-date": _date(work.issued),
        "original-publisher": work.publisher,
        "original-publisher-place": work.place,
    }


def _names(names: tuple[Name, ...]) -> list[dict[str, str]]:
    return [_filled({"literal": name.literal, "family": name.family, "given": name.given}) for name in names]


def _date(parts: tuple[int, ...]) -> Item | None:
    return {"date-parts": [list(parts)]} if parts else None


def _filled(item: Item) -> Item:
    return {name: value for name, value in item.items() if value}
