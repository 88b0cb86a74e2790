"""The plain form of the Chicago Manual of Style, 17th edition, as its bibliographies have it.

    Council. Report. A/HRC/28/10. Geneva: United Nations, 10 December 2014. Para. 12. https://….
    As retold in: Author. “Title.” Digest. Site, 22 November 2026. Revision 1a2b. Accessed …. https://….

Articles and pages stand in quotation marks, everything else without; a title that the reader may not
understand is followed by what it means, in brackets.  Days are written as the site writes them.
The day of reading stands at our page alone: nobody says that they opened the document.
"""

from __future__ import annotations

from collections.abc import Iterable

from ushtil.citing.gost import COMPONENTS
from ushtil.citing.model import Citation
from ushtil.citing.words import besides, located, remark, words
from ushtil.language import formatting
from ushtil.references.works import Name, Work

_ALL, _NAMED = 10, 7


def ours(citation: Citation) -> str:
    """Our page."""
    page, said = citation.page, words(citation.language)
    when = formatting.day(page.date, citation.language) if page.date else ""
    translators = _names(page.translators, citation.language)
    parts = [
        _names(page.authors, citation.language),
        _quoted(page.title),
        remark(besides(citation)),
        said.translated.format(names=translators) if translators else "",
        ", ".join(filter(None, (page.site, when))),
        said.revision.format(revision=page.revision),
        said.read.format(day=citation.day.shown if citation.day else said.blank),
        (said.url if page.is_on_the_web else said.file).format(address=citation.address),
    ]
    return _sentences(parts)


def original(citation: Citation, work: Work) -> str:
    """The document of which it tells."""
    called = work.called(citation.language)
    told = work.titles.get(citation.language, "")
    meaning = f"[{told}]" if told and told not in called else ""
    published = ": ".join(filter(None, (work.place, work.publisher)))
    when = formatting.day(work.issued, citation.language) if work.issued else ""
    # What numbers an article is the issue of its journal.
    is_part = work.kind in COMPONENTS
    issue = f"{work.container} {work.number}".strip() if is_part else work.container
    parts = [
        _names(work.authors, citation.language, inverted=True),
        _quoted(called) if is_part else called,
        meaning,
        "" if is_part else work.number,
        ", ".join(filter(None, (issue, published, when))),
        located(citation),
        f"https://doi.org/{work.doi}" if work.doi else work.url,
    ]
    return _sentences(parts)


def _names(names: tuple[Name, ...], language: str, inverted: bool = False) -> str:
    """The first name by its family, where that is known; "and" before the last."""
    named = names if len(names) <= _ALL else names[:_NAMED]
    shown = [name.sorted if inverted and not place else name.plain for place, name in enumerate(named)]
    if len(named) < len(names):
        return ", ".join([*shown, words(language).others])
    if len(shown) < 2:
        return "".join(shown)
    comma = "," if len(shown) > 2 or (inverted and named[0].family) else ""
    return f"{', '.join(shown[:-1])}{comma} {words(language).conjunction} {shown[-1]}"


def _quoted(title: str) -> str:
    """Not what stands in brackets, for want of a title."""
    if title.startswith("["):
        return title
    return f"“{title}”" if title.endswith(("?", "!", "…")) else f"“{title.removesuffix('.')}.”"


def _sentences(parts: Iterable[str]) -> str:
    return " ".join(
        part if part.endswith((".", ".”", "?", "!", "?”", "!”", "…", "…”")) else f"{part}."
        for part in parts
        if part
    )
