"""The pictures of a site, read from YAML; `pictures.schema.json` tells their form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from ushtil import strict_yaml
from ushtil.problems import Outcome, Problem, Severity

PATH = "data/pictures.yml"
CODE = "R03"

Texts = Mapping[str, str]
"""A text by language."""


class Kind(StrEnum):
    """How a picture shows its rows."""

    BARS = "bars"
    """One bar a row, as long as its figures together, in parts where there are several."""
    COURSE = "course"
    """One step after another."""
    TIMELINE = "timeline"
    """The events of the timeline that belong to a cycle, on a line of years."""


@dataclass(frozen=True)
class Row:
    """A bar, or a step. `figures` are ids; a step may have a text below its name."""

    label: Texts
    figures: tuple[str, ...] = ()
    text: Texts | None = None


@dataclass(frozen=True)
class Picture:
    """A picture; `parts` names what the figures of each row are, where they are several."""

    id: str
    kind: Kind
    title: Texts
    rows: tuple[Row, ...] = ()
    parts: tuple[Texts, ...] = ()
    line: int = 0


def read(text: str, place: str) -> Outcome[Mapping[str, Picture]]:
    """The pictures by id. What is faulty is told and left out."""
    try:
        loaded = strict_yaml.load(text)
    except (yaml.YAMLError, ValueError) as error:
        what = getattr(error, "problem", None) or error
        fault = _fault(place, strict_yaml.line_of(error), f"cannot be read as YAML: {what}", "mend the YAML")
        return Outcome({}, (fault,))
    if not isinstance(loaded.value, dict):
        return Outcome({}, (_fault(place, 1, "is no mapping of ids to pictures", "write `some-id: {…}`"),))
    found: dict[str, Picture] = {}
    problems = []
    for name, item in loaded.value.items():
        faults = [error.message for error in _validator().iter_errors(item)]
        remedy = "see ushtil/pictures/pictures.schema.json"
        problems += [
            _fault(place, loaded.lines.get(name, 0), f"picture {name}: {fault}", remedy) for fault in faults
        ]
        if not faults:
            found[name] = _picture(name, item, loaded.lines.get(name, 0))
    return Outcome(found, tuple(problems))


@cache
def _validator() -> Draft202012Validator:
    schema = resources.files(__package__).joinpath("pictures.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(schema))


def _picture(name: str, item: Mapping[str, Any], line: int) -> Picture:
    rows = tuple(
        Row(row["label"], tuple(row.get("figures", ())), row.get("text")) for row in item.get("rows", ())
    )
    return Picture(name, Kind(item["kind"]), item["title"], rows, tuple(item.get("parts", ())), line)


def _fault(place: str, line: int, message: str, remedy: str) -> Problem:
    return Problem(place, line, CODE, Severity.ERROR, message, remedy)
