"""What a reader is told at which section of a translation."""

from __future__ import annotations

from collections.abc import Mapping

from ushtil.status.report import State
from ushtil.status.strings import Strings


def notices(states: Mapping[str, State], told: Strings) -> dict[str, str]:
    """Section id → text; of sections in a row that are not translated the first one tells for all."""
    found: dict[str, str] = {}
    before: State | None = None
    for name, state in states.items():
        if state in told.notices and not state is before is State.UNTRANSLATED:
            found[name] = told.notices[state]
        before = state
    return found
