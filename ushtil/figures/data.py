"""The figures and events of a site, read from YAML.

`data/figures/<area>.yml` in the tree of the default language maps ids to figures, `data/timeline.yml` is a
list of events; `figures.schema.json` tells their form.  A value that a source gives as a range is a list of
two.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from ushtil import strict_yaml
from ushtil.language import formatting
from ushtil.problems import Outcome, Problem, Severity
from ushtil.strict_yaml import Loaded

FOLDER = "data/figures/"
TIMELINE = "data/timeline.yml"
CODE = "R02"

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_REMEDY = "see ushtil/figures/figures.schema.json"


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
        loaded, faults = _parsed(text, place)
        problems += faults
        if loaded.value is None:
            continue
        if path == TIMELINE:
            problems += _events(loaded, place, events)
        else:
            problems += _figures(loaded, path, place, figures)
    return Outcome(Data(figures, tuple(sorted(events, key=lambda event: event.date))), tuple(problems))


def is_data(path: str) -> bool:
    """Whether a file of the tree holds figures or events."""
    return path == TIMELINE or (path.startswith(FOLDER) and path.endswith(".yml"))


def _parsed(text: str, place: str) -> tuple[Loaded, list[Problem]]:
    try:
        return strict_yaml.load(text), []
    except (yaml.YAMLError, ValueError) as error:
        what = getattr(error, "problem", None) or error
        problem = _fault(
            place, strict_yaml.line_of(error), f"cannot be read as YAML: {what}", "mend the YAML"
        )
        return Loaded(None, {}), [problem]


def _figures(loaded: Loaded, path: str, place: str, taken: dict[str, Figure]) -> Iterator[Problem]:
    if not isinstance(loaded.value, dict):
        yield _fault(place, 1, "is no mapping of ids to figures", "write `some-id: {value: …}`")
        return
    area = posixpath.basename(path).removesuffix(".yml")
    for name, item in loaded.value.items():
        faults = list(_faults("figure", item))
        if not _ID.fullmatch(name):
            faults.append("an id has small Latin letters, digits and hyphens")
        if name in taken:
            faults.append(f"stands in {taken[name].area}.yml, too")
        for fault in faults:
            yield _fault(place, loaded.lines.get(name, 0), f"figure {name}: {fault}", _REMEDY)
        if not faults:
            taken[name] = _figure(name, area, item, loaded.lines.get(name, 0))


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
    for number, item in enumerate(loaded.value):
        line = loaded.lines.get(f"{number}.date", 0)
        faults = list(_faults("event", item))
        yield from (_fault(place, line, f"event {number + 1}: {fault}", _REMEDY) for fault in faults)
        if not faults:
            events.append(_event(item, line))


def _event(item: Mapping[str, Any], line: int) -> Event:
    place = str(item.get("place", ""))
    return Event(str(item["date"]), item["event"], item["source"], place, item.get("cycle", 0), line)


@cache
def _validator(kind: str) -> Draft202012Validator:
    schema = json.loads(
        resources.files(__package__).joinpath("figures.schema.json").read_text(encoding="utf-8")
    )
    return Draft202012Validator({**schema, "$ref": f"#/$defs/{kind}"})


def _faults(kind: str, item: Any) -> Iterable[str]:
    for error in _validator(kind).iter_errors(item):
        where = ".".join(map(str, error.absolute_path))
        yield f"{where}: {error.message}" if where else error.message
    for day in str(item.get("date", "")).split("/") if isinstance(item, dict) else ():
        if re.fullmatch(r"[\d-]+", day) and not formatting.is_day(
            tuple(map(int, filter(None, day.split("-"))))
        ):
            yield f"date: {day} is no day of the calendar"


def _fault(place: str, line: int, message: str, remedy: str) -> Problem:
    return Problem(place, line, CODE, Severity.ERROR, message, remedy)
