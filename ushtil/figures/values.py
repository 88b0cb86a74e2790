"""Figures as a language writes them, and the tables and lists that are drawn from them, as Markdown.

The words are in `ushtil/language/<code>/figures.toml`; what a language lacks comes from the default.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ushtil.figures.data import Event, Figure
from ushtil.language import formatting, tables
from ushtil.markup.escape import escape_plain

PERCENT = "percent"

Cite = Callable[[str, str], str]
"""A source and a place in it → what refers to them in a text."""


@dataclass(frozen=True)
class Words:
    """The heads of the table of figures, and the qualifiers with {n}."""

    what: str
    value: str
    when: str
    source: str
    as_table: str
    """Opens the table behind a picture."""
    dash: str
    """Between a date and what happened."""
    qualifiers: Mapping[str, str]


@cache
def words(code: str) -> Words:
    """The words of a language, gaps filled from the default language."""
    return Words(**tables.filled(code, "figures"))


def shown(figure: Figure, code: str) -> str:
    """The number alone: "12,345", "80–92%"."""
    first, last = figure.values[0], figure.values[-1]
    write = formatting.percent if figure.unit == PERCENT else formatting.number
    if len(figure.values) == 1:
        return write(first, code)
    return f"{formatting.number(first, code)}–{write(last, code)}"


def qualified(figure: Figure, code: str) -> str:
    """The number with what the source says of its exactness: "almost 300"."""
    form = words(code).qualifiers.get(figure.qualifier, "{n}")
    return form.format(n=shown(figure, code))


def when(date: str, code: str) -> str:
    """A year, month, day or span of them in words."""
    return " – ".join(formatting.shown(part, code) for part in date.split("/"))


def table(figures: Iterable[Figure], code: str, cite: Cite) -> str:
    """One row a figure; its id is in the row, so that it can be linked."""
    said = words(code)
    rows = [
        f"| {_cell(figure.label, code)} | {qualified(figure, code)} | {when(figure.date, code)} "
        f"| {cite(figure.source, figure.place)} |"
        for figure in figures
    ]
    head = f"| {said.what} | {said.value} | {said.when} | {said.source} |"
    return "\n".join([head, "|---|--:|---|---|", *rows])


def timeline(events: Iterable[Event], code: str, cite: Cite) -> str:
    """One item an event, in the order of dates."""
    return "\n".join(
        f'- <time datetime="{event.date}">{when(event.date, code)}</time>'
        f"{words(code).dash}{_cell(event.text, code)} {cite(event.source, event.place)}"
        for event in events
    )


def _cell(texts: Mapping[str, str], code: str) -> str:
    """The text in this language, else in the first that there is, told as what it is."""
    if code in texts:
        return escape_plain(texts[code])
    other = next(iter(texts))
    return f'<span lang="{other}">{escape_plain(texts[other])}</span>'
