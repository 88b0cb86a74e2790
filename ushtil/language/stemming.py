"""Stems of words, for terms and search: a key that the forms of a lexeme share, and no word of the language.

Which engine a language has stands in `<code>/stemmer.toml`:

    engine = "snowball"      a Snowball algorithm; `algorithm` names it
    engine = "suffixes"      the language's own tables (see suffixes.py)

A language without the file has no engine: its stems are the folded forms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, Protocol

from .tables import having, table
from .words import fold

Stemmer = Callable[[str], str]

LARGEST_MEMORY = 500_000
# Modules of this folder. An engine's module is imported only where a language asks for it.
ENGINES = {"snowball": "snowball", "suffixes": "suffixes"}


class Engine(Protocol):
    """What `engine(code)` of an engine's module returns."""

    def stem(self, form: str) -> str:
        """The stem of a folded form."""

    def browser_data(self, forms: Iterable[str]) -> dict[str, Any]:
        """JSON-able data for the browser's engine, `kind` first; `forms` are folded."""


@cache
def engine_of(code: str) -> Engine | None:
    """The engine of a language, None where it has none."""
    settings = table(code, "stemmer")
    if not settings:
        return None
    module = import_module(f".{ENGINES[settings['engine']]}", __package__)
    engine: Engine = module.engine(code)
    return engine


def known() -> tuple[str, ...]:
    """The codes of all languages that have an engine."""
    return having("stemmer")


@cache
def stemmer(code: str) -> Stemmer:
    """The stemmer of a language: a form in any case → its stem, remembered by form."""
    engine = engine_of(code)
    if engine is None:
        return fold

    @lru_cache(maxsize=LARGEST_MEMORY)
    def stem_form(form: str) -> str:
        return engine.stem(fold(form))

    return stem_form


def stem(form: str, code: str) -> str:
    """The stem of one word of a language; the folded form where the language has no engine."""
    return stemmer(code)(form)


def browser_data(code: str, forms: Iterable[str]) -> dict[str, Any]:
    """What `Ushtil.stemmer` of theme/assets/stem needs to stem as Python does; plain JSON.

    `forms` is the vocabulary of the site, for tables of corrections.
    """
    engine = engine_of(code)
    return {"kind": "fold"} if engine is None else engine.browser_data(fold(form) for form in forms)


def by_data(data: Mapping[str, Any]) -> Stemmer:
    """The stemmer that a browser has by `browser_data`: a form in any case → its stem."""
    kind = data["kind"]
    if kind == "fold":
        return fold
    stem_form = import_module(f".{ENGINES[kind]}", __package__).by_data(data)
    return lambda form: str(stem_form(fold(form)))
