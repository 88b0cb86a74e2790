"""RIS, as reference managers read it: a record for the document, and one for our page.

A line is a tag of two signs, two spaces, a hyphen, a space and the value; lines end in CR LF, the first tag
is TY, the last ER.  Dates are YYYY/MM/DD/, parts that are not known empty.
"""

from __future__ import annotations

from collections.abc import Iterator

from ushtil.citing.model import Citation
from ushtil.citing.words import notes, remark
from ushtil.references.works import Name, Work

TYPES = {
    "article": "MGZN", "article-journal": "JOUR", "article-newspaper": "NEWS", "bill": "BILL",
    "book": "BOOK", "chapter": "CHAP", "dataset": "DATA", "hearing": "HEAR", "legal_case": "CASE",
    "legislation": "STAT", "paper-conference": "CPAPER", "post-weblog": "BLOG", "regulation": "LEGAL",
    "report": "RPRT", "thesis": "THES", "treaty": "LEGAL", "webpage": "ELEC",
}  # fmt: skip
"""All other kinds are GEN."""


def text(citation: Citation) -> str:
    """The records."""
    work = citation.work
    records = [_original(citation, work)] if work else []
    return "\r\n".join(_record(lines) for lines in [*records, _ours(citation, work)])


def _record(lines: Iterator[tuple[str, str]]) -> str:
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def _original(citation: Citation, work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", TYPES.get(work.kind, "GEN")
    yield "ID", work.id
    yield from _names("AU", work.authors)
    yield "TI", work.title
    yield "TT", work.titles.get(citation.language, "")
    yield "T2", work.container
    yield "PB", work.publisher
    yield "CY", work.place
    yield "M1", work.number
    yield from _dates(work.issued)
    yield "SP", citation.place.page
    yield "DO", work.doi
    yield "UR", work.url
    yield "LA", work.language
    yield "N1", work.note
    yield "N1", citation.place.locator


def _ours(citation: Citation, work: Work | None) -> Iterator[tuple[str, str]]:
    page = citation.page
    yield "TY", "ELEC"
    yield "ID", citation.key
    yield from _names("AU", page.authors)
    yield from _names("TA", page.translators)
    yield "TI", page.title
    yield "T2", page.site
    yield from _dates(page.date)
    yield "ET", page.revision
    yield "OP", work.title if work else ""
    yield "UR" if page.is_on_the_web else "L1", citation.address
    yield "Y2", citation.day.slashed if citation.day else ""
    yield "LA", page.language
    yield "N1", remark(notes(citation))


def _names(tag: str, names: tuple[Name, ...]) -> Iterator[tuple[str, str]]:
    for name in names:
        yield tag, name.sorted


def _dates(parts: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    if parts:
        yield "PY", str(parts[0])
        yield "DA", "/".join([*(f"{part:02}" for part in parts), *[""] * (4 - len(parts))])
