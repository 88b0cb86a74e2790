"""The figures and events of a site, read from YAML.

`data/figures/<area>.yml` in the tree of the default language maps ids to figures, `data/timeline.yml` is a
list of events; `figure.schema.json` and `event.schema.json` tell their form.  A value that a source gives as
a range is a list of two.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from importlib import resources
from typing import Any

from ushtil import strict_yaml
from ushtil.language import formatting
from ushtil.problems import Outcome, Problem, Severity
from ushtil.schemas import Codes, Schema
from ushtil.strict_yaml import Loaded

FOLDER = "data/figures/"
TIMELINE = "data/timeline.yml"
CODE = "R02"
UNKNOWN_KEY = "R08"

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_WHEN = re.compile(r"\d{4}(-\d\d){0,2}")


@dataclass(frozen=True)
class Figure:
    """A number that a source gives. `values` has two where it is a range; `label` is by language."""

    id: str
    area: str
    values: tuple[Decimal, ...]
    unit: str
    date: str
    source: str
    place: str = ""
    qualifier: str = ""
    label: Mapping[str, str] = field(default_factory=dict)
    line: int = 0


@dataclass(frozen=True)
class Event:
    """Something that happened on a day, in a month or in a year ("2025-01"); `text` is by language."""

    date: str
    text: Mapping[str, str]
    source: str
    place: str = ""
    cycle: int = 0
    line: int = 0


@dataclass(frozen=True)
class Data:
    """All figures by id, all events in the order of their dates."""

    figures: Mapping[str, Figure] = field(default_factory=dict)
    events: tuple[Event, ...] = ()


def read(files: Mapping[str, str], tree: str) -> Outcome[Data]:
    """The data of the files of a tree: path → text. What is faulty is told and left out."""
    figures: dict[str, Figure] = {}
    events: list[Event] = []
    problems: list[Problem] = []
    for path, text in sorted(files.items()):
        place = f"{tree}/{path}"
        loaded = strict_yaml.read(text, place, CODE)
        problems += loaded.problems
        if loaded.problems:
            continue
        if path == TIMELINE:
            problems += _events(loaded.value, place, events)
        else:
            problems += _figures(loaded.value, path, place, figures)
    return Outcome(Data(figures, tuple(sorted(events, key=lambda event: event.date))), tuple(problems))


def is_data(path: str) -> bool:
    """Whether a file of the tree holds figures or events."""
    return path == TIMELINE or (path.startswith(FOLDER) and path.endswith(".yml"))


def _figures(loaded: Loaded, path: str, place: str, taken: dict[str, Figure]) -> Iterator[Problem]:
    if not isinstance(loaded.value, dict):
        yield _fault(place, 1, "is no mapping of ids to figures", "write `some-id: {value: …}`")
        return
    area = posixpath.basename(path).removesuffix(".yml")
    entries = _FIGURE.entries(loaded.value, place, loaded.lines)
    yield from entries.problems
    for name, (item, line) in entries.value.items():
        if not _ID.fullmatch(name):
            yield _fault(
                place, line, f"{name}: an id has small Latin letters, digits and hyphens", "rename it"
            )
        elif name in taken:
            remedy = "give one of the two another id"
            yield _fault(place, line, f"{name} stands in {taken[name].area}.yml, too", remedy)
        else:
            taken[name] = _figure(name, area, item, line)


def _figure(name: str, area: str, item: Mapping[str, Any], line: int) -> Figure:
    values = item["value"] if isinstance(item["value"], list) else [item["value"]]
    return Figure(
        id=name,
        area=area,
        values=tuple(Decimal(str(value)) for value in values),
        unit=item["unit"],
        date=str(item["date"]),
        source=item["source"],
        place=str(item.get("place", "")),
        qualifier=item.get("qualifier", ""),
        label=item["label"],
        line=line,
    )


def _events(loaded: Loaded, place: str, events: list[Event]) -> Iterator[Problem]:
    if not isinstance(loaded.value, list):
        yield _fault(place, 1, "is no list of events", "write `- {date: …, event: …, source: …}`")
        return
    entries = _EVENT.entries(loaded.value, place, loaded.lines)
    yield from entries.problems
    events += [_event(item, line) for item, line in entries.value.values()]


def _event(item: Mapping[str, Any], line: int) -> Event:
    place = str(item.get("place", ""))
    return Event(str(item["date"]), item["event"], item["source"], place, item.get("cycle", 0), line)


def _is_when(value: object) -> bool:
    """A year, a month or a day of the calendar, or two with a slash between them."""
    return all(
        _WHEN.fullmatch(part) and formatting.is_day(tuple(map(int, part.split("-"))))
        for part in str(value).split("/")
    )


def _schema(name: str) -> Schema:
    text = resources.files(__package__).joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
    return Schema(json.loads(text), Codes(CODE, CODE, UNKNOWN_KEY), {"when": _is_when}, f"the {name}")


_FIGURE, _EVENT = _schema("figure"), _schema("event")


def _fault(place: str, line: int, message: str, remedy: str) -> Problem:
    return Problem(place, line, CODE, Severity.ERROR, message, remedy)
