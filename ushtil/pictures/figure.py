"""A picture as a page has it: drawing, title, the table behind it, sources. Markdown with HTML in it.

Screen readers are given the title and the table; the drawing is one image to them.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ushtil.figures import values
from ushtil.figures.data import Event, Figure
from ushtil.figures.values import Cite
from ushtil.pictures import drawing
from ushtil.pictures.data import Kind, Picture, Row, Texts
from ushtil.pictures.drawing import Bar, Moment, Step


@dataclass(frozen=True)
class Drawn:
    """A drawing, the rows of its table (the first is its head), and the sources: key and place."""

    svg: str
    table: Sequence[Sequence[str]]
    sources: tuple[tuple[str, str], ...]


def markdown(
    picture: Picture, figures: Mapping[str, Figure], events: Sequence[Event], code: str, cite: Cite
) -> str:
    """The figure, its table folded away, a line of sources."""
    drawn = _DRAW[picture.kind](picture, figures, events, code)
    title = html.escape(text(picture.title, code))
    # Apart from the same in another language: a parallel page shows them all.
    name = f"picture-{picture.id}-{code}"
    svg = drawn.svg.replace("<svg ", f'<svg role="img" aria-labelledby="{name}" ', 1)
    said = values.words(code)
    lines = [
        f'<figure class="picture picture-{picture.kind}">',
        f'<figcaption id="{name}">{title}</figcaption>',
        svg,
        f"<details><summary>{html.escape(said.as_table)}</summary>{_table(drawn.table, title)}</details>",
        "</figure>",
    ]
    sources = ", ".join(cite(*source) for source in dict.fromkeys(drawn.sources))
    told = f"\n\n{said.source}: {sources}\n{{: .sources }}" if sources else ""
    return "\n".join(lines) + told


def text(texts: Texts, code: str) -> str:
    """In this language, else in the first that there is."""
    return texts.get(code) or next(iter(texts.values()))


def _bars(picture: Picture, figures: Mapping[str, Figure], events: Sequence[Event], code: str) -> Drawn:
    rows = [(row, _figures(row, figures)) for row in picture.rows]
    parts = [text(part, code) for part in picture.parts]
    shown = [
        Bar(text(row.label, code), tuple(float(one.values[-1]) for one in there), _value(there, code))
        for row, there in rows
        if there
    ]
    head = ["", *(parts or [values.words(code).value])]
    table = [
        head,
        *([text(row.label, code), *(values.qualified(one, code) for one in there)] for row, there in rows),
    ]
    return Drawn(
        drawing.bars(shown, parts).as_str(), table, _sources(one for _, there in rows for one in there)
    )


def _value(figures: Iterable[Figure], code: str) -> str:
    return " + ".join(values.shown(figure, code) for figure in figures)


def _figures(row: Row, figures: Mapping[str, Figure]) -> list[Figure]:
    return [figures[name] for name in row.figures if name in figures]


def _sources(items: Iterable[Figure | Event]) -> tuple[tuple[str, str], ...]:
    return tuple((item.source, item.place) for item in items)


def _course(picture: Picture, figures: Mapping[str, Figure], events: Sequence[Event], code: str) -> Drawn:
    steps = [Step(text(row.label, code), text(row.text, code) if row.text else "") for row in picture.rows]
    table = [["", ""], *([step.name, step.text] for step in steps)]
    return Drawn(drawing.course(steps).as_str(), table, ())


def _timeline(picture: Picture, figures: Mapping[str, Figure], events: Sequence[Event], code: str) -> Drawn:
    events = [event for event in events if event.cycle]
    moments = [
        Moment(_at(event.date), values.when(event.date, code), text(event.text, code)) for event in events
    ]
    table = [["", ""], *([moment.when, moment.text] for moment in moments)]
    return Drawn(drawing.timeline(moments).as_str(), table, _sources(events))


def _at(when: str) -> float:
    """The point of a date, the beginning of a span, on a line of years."""
    parts = [int(part) for part in when.partition("/")[0].split("-")]
    day = date(*(*parts, 1, 1)[:3])
    return day.year + (day.timetuple().tm_yday - 1) / 366


def _table(rows: Sequence[Sequence[str]], title: str) -> str:
    head, *rest = [[html.escape(cell) for cell in row] for row in rows]
    tops = "".join(f'<th scope="col">{cell}</th>' for cell in head) if any(head) else ""
    body = "".join(
        f'<tr><th scope="row">{row[0]}</th>{"".join(f"<td>{cell}</td>" for cell in row[1:])}</tr>'
        for row in rest
    )
    return f"<table><caption>{title}</caption>{f'<tr>{tops}</tr>' if tops else ''}{body}</table>"


_DRAW: Mapping[Kind, Callable[[Picture, Mapping[str, Figure], Sequence[Event], str], Drawn]] = {
    Kind.BARS: _bars,
    Kind.COURSE: _course,
    Kind.TIMELINE: _timeline,
}
