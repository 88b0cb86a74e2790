"""What the checks say of translations: T02 stale, T03 not recorded, T04 not translated, T05 no page.

T01, a section that another language has, is `ushtil.checks`' own.  A page that records nothing of what it
was made from is not wrong, and is for `ushtil status` to tell; one that does must record every section.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ushtil.problems import Problem, Severity
from ushtil.status.report import PageStatus, State, report

if TYPE_CHECKING:
    from ushtil.markup.sources import Sources


def translations(sources: Sources) -> Iterator[Problem]:
    """T02 to T05, in the order of pages."""
    required = {
        language.code
        for language in sources.languages
        # A language that has no text at all is told by that, and not page by page.
        if language.required and sources.texts.get(language.code)
    }
    for page in report(sources):
        if page.exists:
            yield from _sections(page)
        elif page.language in required:
            yield _missing(page, sources)


def _sections(page: PageStatus) -> Iterator[Problem]:
    is_kept = any(section.recorded for section in page.sections)
    for section in page.sections:
        where = f"{page.place}#{section.id}"
        if section.state is State.STALE:
            message = f"the original of section #{section.id} has changed since it was translated"
            remedy = f"`ushtil status` shows how; bring it up to date, then: ushtil status --accept {where}"
            yield Problem(page.place, section.line, "T02", Severity.WARNING, message, remedy)
        if section.state is State.UNTRANSLATED:
            message = f"section #{section.id} is not translated, or not all of it"
            remedy = "translate what is marked .untranslated, and take the mark and lang away"
            yield Problem(page.place, section.line, "T04", Severity.WARNING, message, remedy)
        if section.state is State.UNRECORDED and section.source and is_kept:
            message = (
                f"nothing tells from which text of {page.source_place} section #{section.id} was translated"
            )
            remedy = f"compare the two, then: ushtil status --accept {where}"
            yield Problem(page.place, section.line, "T03", Severity.WARNING, message, remedy)


def _missing(page: PageStatus, sources: Sources) -> Problem:
    """The problem of a page that a required language lacks; it stands where the page would."""
    there = page.source_place or sources.versions(page.path)[0].place
    message = f"{page.place} is missing, the page in another language"
    remedy = f"begin it: ushtil translate {page.path} --lang {page.language}"
    # Told where the page is: what is not there has no line that a review could show.
    return Problem(there, 1, "T05", Severity.WARNING, message, remedy)
