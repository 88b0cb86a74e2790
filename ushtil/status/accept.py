"""`--accept`: a person says that a translation follows the original as it stands now."""

from __future__ import annotations

from collections.abc import Collection

from ushtil.problems import Unreadable
from ushtil.status.record import record
from ushtil.status.report import PageStatus, State

_HERE = (State.CURRENT, State.STALE, State.UNRECORDED)


def accept(text: str, page: PageStatus, sections: Collection[str] = ()) -> tuple[str, tuple[str, ...]]:
    """The file of a translation with renewed hashes, and the ids of the sections that were renewed.

    The `sections` named, or all that are translated; then what is recorded of sections that are gone is
    dropped.  Raises `Unreadable` for a section that cannot be accepted.
    """
    if not page.source:
        raise Unreadable(f"{page.place}: its original ({page.original}) is not here; add that page first")
    states = {status.id: status for status in page.sections}
    for section in sections:
        _refuse(section, page)
    wanted = list(sections) or [name for name, status in states.items() if status.state in _HERE]
    if not wanted:
        raise Unreadable(f"{page.place}: no section of it is translated; translate one first")
    kept = {name: status.recorded for name, status in states.items() if status.recorded and status.source}
    now = {name: page.source[name].hash for name in wanted}
    # In the order of the original.
    hashes = {name: now.get(name, kept.get(name, "")) for name in page.source if name in now or name in kept}
    renewed = tuple(name for name in wanted if states[name].state is not State.CURRENT)
    return (record(text, hashes, page.place) if renewed else text), renewed


def _refuse(section: str, page: PageStatus) -> None:
    """Raise `Unreadable` where `section` is none that can be accepted."""
    status = next((status for status in page.sections if status.id == section), None)
    what, remedy = "", ""
    if status is None:
        ids = ", ".join(f"#{status.id}" for status in page.sections)
        what, remedy = "is no section of the page", f"name one of {ids}"
    elif status.state is State.EXTRA:
        what, remedy = "stands in no original", f"add it to {page.source_place}, or take it out"
    elif status.state is State.MISSING:
        what, remedy = "is missing", "translate it first"
    elif status.state is State.UNTRANSLATED:
        what, remedy = "is not translated", "translate it and take .untranslated and lang away"
    if what:
        raise Unreadable(f"{page.place}: #{section} {what}; {remedy}")
