r"""BibLaTeX, in UTF-8: an entry for the document, and one for our page that is related to it.

    @report{us-2022,                                @online{report-2022-s1-ru-s1-c-p3,
      author = {{Department of State}},       ←       related = {us-2022},
      …                                               …

What TeX would take for a command is escaped; braces become commands, for BibTeX counts them even behind a
backslash.  A name that nobody took apart stands in braces of its own, or "and" and commas would divide it.
"""

from __future__ import annotations

from collections.abc import Iterable

from ushtil.citing.model import Citation
from ushtil.citing.words import notes, remark
from ushtil.references.works import Name, Work

TYPES = {
    "article-journal": "article", "article-newspaper": "article", "bill": "legislation", "book": "book",
    "chapter": "incollection", "dataset": "dataset", "legal_case": "jurisdiction",
    "legislation": "legislation", "paper-conference": "inproceedings", "post-weblog": "online",
    "regulation": "legislation",
    "report": "report", "thesis": "thesis", "treaty": "legal", "webpage": "online",
}  # fmt: skip
"""All other kinds are `misc`."""

_ESCAPES = str.maketrans(
    {
        "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}", "^": r"{\textasciicircum}",
        "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    }
)  # fmt: skip
_IN_ADDRESS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"})
"""An address is verbatim to BibLaTeX; only what would end the field is encoded."""


def text(citation: Citation) -> str:
    """The entries, ending with a line break."""
    work = citation.work
    return "\n".join(([_original(citation, work)] if work else []) + [_ours(citation, work)])


def _ours(citation: Citation, work: Work | None) -> str:
    page = citation.page
    return _entry(
        "online",
        citation.key,
        {
            "author": _names(page.authors),
            "title": _escaped(page.title),
            "translator": _names(page.translators),
            "organization": _escaped(page.site),
            "date": _date(page.date),
            "version": page.revision,
            "note": _escaped(remark(notes(citation))),
            "language": page.language,
            "origtitle": _escaped(work.title) if work else "",
            "origlanguage": work.language if work else "",
            "related": work.id if work else "",
            "url": citation.address.translate(_IN_ADDRESS) if page.is_on_the_web else "",
            "howpublished": "" if page.is_on_the_web else _escaped(citation.address),
            "urldate": citation.day.iso if citation.day else "",
        },
    )


def _original(citation: Citation, work: Work) -> str:
    kind = TYPES.get(work.kind, "misc")
    institution = "institution" if kind in {"report", "thesis"} else "publisher"
    return _entry(
        kind,
        work.id,
        {
            "author": _names(work.authors),
            "title": _escaped(work.title),
            "journaltitle" if kind == "article" else "booktitle": _escaped(work.container),
            institution: _escaped(work.publisher),
            "location": _escaped(work.place),
            "number": _escaped(work.number),
            "date": _date(work.issued),
            "pages": _escaped(citation.place.page),
            # BibLaTeX has a field for a page of it only; any other place is said behind the entry.
            "addendum": _escaped(citation.place.locator),
            "language": work.language,
            "doi": work.doi.translate(_IN_ADDRESS),
            "url": work.url.translate(_IN_ADDRESS),
            "note": _escaped(work.note),
        },
    )


def _entry(kind: str, key: str, fields: dict[str, str]) -> str:
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def _names(names: Iterable[Name]) -> str:
    return " and ".join(
        f"{_escaped(name.family)}, {_escaped(name.given)}" if name.family and name.given
        else f"{{{_escaped(name.plain)}}}"
        for name in names
    )  # fmt: skip


def _date(parts: tuple[int, ...]) -> str:
    return "-".join(f"{part:02}" for part in parts)


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)
