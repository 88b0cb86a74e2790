"""What is known of a word's lexeme beyond its stem, as far as the engine of its language knows lexemes."""

from __future__ import annotations

from .snowball import Lemmatised, Snowball
from .stemming import engine_of, stem
from .words import fold

LONGEST_BEGINNING = 3


def stems(form: str, code: str) -> tuple[str, ...]:
    """All stems that a form may have, the likeliest first: договорных → договорной, договорный."""
    likeliest = stem(form, code)
    engine = engine_of(code)
    if not isinstance(engine, Lemmatised):
        return (likeliest,)
    morphology = engine.morphology
    others = {morphology.key_of(reading) for reading in morphology.readings(fold(form))}
    return (likeliest, *sorted(others - {likeliest}))


def beginnings(form: str, code: str) -> set[str]:
    """The first letters, one to three, that every form with a stem of `form` has one of: ребенок → реб, дет.

    A stem may lose a vowel and change its last sound before an ending (орын, орны; ақ, ағы), nothing before.
    """
    found = {fold(form), *stems(form, code)}
    engine = engine_of(code)
    if isinstance(engine, Lemmatised):
        found |= {other for key in stems(form, code) for other in engine.morphology.forms(key)}
    if isinstance(engine, Snowball):
        found |= {other for other in engine.exceptions if engine.stem(other) in found}
    return {one[: max(1, min(LONGEST_BEGINNING, len(one) - 1))] for one in found}
