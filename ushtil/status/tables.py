"""The status for people, a line a section that needs work, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ushtil.problems import Problem
from ushtil.status.history import History, difference
from ushtil.status.report import PageStatus, SectionStatus, State, Total

NO_HISTORY = "what it said is not in git's history here, so the difference can't be shown"
_SHOWN = 40


def lines(pages: Iterable[PageStatus], totals: Iterable[Total], history: History) -> Iterator[str]:
    """The table: each page with its counts and the sections that are not current, then the languages."""
    for page in pages:
        yield f"{page.place}: {_summary(page)}"
        for section in page.sections if page.exists else ():
            if section.state is not State.CURRENT:
                yield from _section(page, section, history)
    for total in totals:
        if not total.sections:
            yield f"{total.language}: nothing to translate"
            continue
        yield (
            f"{total.language}: {total.percent} % current; "
            f"{total.existing} of {total.pages} pages, {total.reviewed} reviewed; {_counts(total)}"
        )


def as_json(
    pages: Iterable[PageStatus], totals: Iterable[Total], problems: Iterable[Problem], history: History
) -> dict[str, Any]:
    """The status in the form that `--json` prints."""
    return {
        "languages": [_total(total) for total in totals],
        "pages": [_page(page, history) for page in pages],
        "problems": [problem.as_json() for problem in problems],
    }


def _summary(page: PageStatus) -> str:
    """One page in a few words."""
    if not page.exists:
        return f"missing (original: {page.original or 'unknown'}, {len(page.sections)} sections)"
    counts = [f"{page.count(state)} {state}" for state in State if page.count(state)]
    lacking = [] if page.source else [f"the original ({page.original}) is not here"]
    review = [] if page.is_reviewed else ["not reviewed"]
    return ", ".join([*counts, *lacking, *review])


def _counts(total: Total) -> str:
    """The sections of a language by state."""
    told = [f"{total.states[state]} {state}" for state in State if total.states.get(state)]
    return f"{total.sections} sections" + (f": {', '.join(told)}" if told else "")


def _section(page: PageStatus, section: SectionStatus, history: History) -> Iterator[str]:
    where = f":{section.line}" if section.line else ""
    title = section.title if len(section.title) <= _SHOWN else f"{section.title[: _SHOWN - 1]}…"
    yield f"    {section.state:<12} #{section.id} {title} ({page.place}{where})"
    if section.state is State.STALE:
        told = _difference(page, section, history)
        yield from (f"        {line}" for line in told or (NO_HISTORY,))


def _difference(page: PageStatus, section: SectionStatus, history: History) -> tuple[str, ...] | None:
    """What has changed in the original of a stale section; None where history does not know."""
    earlier = history.find(page.source_place, section.id, section.recorded)
    return difference(earlier.passage, page.source[section.id]) if earlier else None


def _page(page: PageStatus, history: History) -> dict[str, Any]:
    return {
        "path": page.path,
        "language": page.language,
        "original": page.original,
        "place": page.place,
        "exists": page.exists,
        "reviewed": page.is_reviewed,
        "sections": [_section_json(page, section, history) for section in page.sections],
    }


def _section_json(page: PageStatus, section: SectionStatus, history: History) -> dict[str, Any]:
    told = _difference(page, section, history) if section.state is State.STALE else None
    return {
        "id": section.id,
        "title": section.title,
        "state": str(section.state),
        "line": section.line,
        "recorded": section.recorded,
        "source": section.source,
        "difference": list(told) if told is not None else None,
    }


def _total(total: Total) -> dict[str, Any]:
    return {
        "language": total.language,
        "pages": total.pages,
        "existing": total.existing,
        "reviewed": total.reviewed,
        "sections": total.sections,
        **{str(state): total.states.get(state, 0) for state in State},
        "percent": total.percent,
    }
