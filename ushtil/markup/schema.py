"""The schema of front matter, and what it finds wrong, told as place, fault and remedy.

`frontmatter.schema.json` is JSON Schema, draft 2020-12.  Its order is the order in which keys are
written, its descriptions say what was expected, its first examples are the remedies.
"""

from __future__ import annotations

import datetime
import difflib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from ushtil.problems import Problem, Severity

SCHEMA: dict[str, Any] = json.loads(Path(__file__).with_name("frontmatter.schema.json").read_text("utf-8"))
_PROPERTIES: dict[str, Any] = SCHEMA["properties"]
KEYS = tuple(_PROPERTIES)
NESTED = {key: tuple(value["properties"]) for key, value in _PROPERTIES.items() if "properties" in value}
"""The keys below a key, where they are known."""

_PART_OF_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_TYPES = {
    "string": "text", "array": "a list", "object": "keys of its own", "boolean": "true or false",
    "integer": "a whole number", "number": "a number",
}  # fmt: skip


def check(
    metadata: Mapping[str, Any], path: str, lines: Mapping[str, int] | None = None
) -> tuple[Problem, ...]:
    """What the schema finds wrong, in the order of lines; `lines` has the line of each key."""
    value, lines = plain(metadata), lines or {}
    problems = [_fault(error, path, lines) for error in _VALIDATOR.iter_errors(value)]
    problems += [_unknown(name, known, path, lines) for name, known in _unknown_keys(value)]
    return tuple(sorted(problems))


def plain(value: Any) -> Any:
    """`value` as JSON knows it: dates become ISO text, tuples lists, keys and enumerations text."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def example(name: str, value: Any = None) -> str:
    """A valid line or two for the key `name` ("source.date" is the key `date` of `source`)."""
    key, _, inner = name.partition(".")
    told = _PROPERTIES.get(key, {})
    if inner in told.get("properties", {}):
        chosen = {inner: told["properties"][inner]["examples"][0]}
    else:
        chosen = value if value is not None else told.get("examples", ["…"])[0]
    chosen = _day(chosen)
    # Flow style keeps the example on one line of a message.
    shown = yaml.safe_dump(chosen, default_flow_style=True, allow_unicode=True, width=10**6)
    return f"{key}: {shown.removesuffix(chr(10)).removesuffix('...').strip()}"


def _day(value: Any) -> Any:
    """Days as YAML's own dates, which it writes without quotes; anything else as it is."""
    if isinstance(value, dict):
        return {key: _day(item) for key, item in value.items()}
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return datetime.date.fromisoformat(value)
    return value


def _is_date(value: object) -> bool:
    """A year, a month or a day of the calendar (ISO 8601, reduced precision allowed)."""
    text = str(value)
    if not _PART_OF_DATE.fullmatch(text):
        return not isinstance(value, (str, int))
    try:
        datetime.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def _validator() -> Any:
    formats = jsonschema.FormatChecker(formats=())
    formats.checks("date-or-part")(_is_date)
    return jsonschema.Draft202012Validator(SCHEMA, format_checker=formats)


_VALIDATOR = _validator()


def _fault(error: Any, path: str, lines: Mapping[str, int]) -> Problem:
    """The problem that stands for one `jsonschema.ValidationError`."""
    if error.validator == "required":
        key = next(key for key in error.validator_value if key not in error.instance)
        message = f"{key} is missing: {_PROPERTIES[key]['description']}"
        return Problem(path, 1, "F03", Severity.ERROR, message, f"write, for example, {example(key)}")
    name = ".".join(str(part) for part in error.absolute_path if not isinstance(part, int))
    in_name = "propertyNames" in list(error.absolute_schema_path)
    what = f"the key {name}.{error.instance}" if in_name else name
    shown = json.dumps(error.instance, ensure_ascii=False, default=str)
    shown = shown if len(shown) <= 60 else shown[:57] + "…"
    message = f"{what} must be {_expected(error)}, not {shown}"
    remedy = f"write, for example, {example(name)}"
    if error.validator == "type" and "text" in _expected(error) and isinstance(error.instance, int | float):
        remedy = f"put it in quotes: {shown!r}"
    return Problem(path, _line(name, lines), "F04", Severity.ERROR, message, remedy)


def _expected(error: Any) -> str:
    """What the schema wanted where it found a fault, in words."""
    told = error.schema
    if error.validator == "enum":
        return f"one of {', '.join(told['enum'])}"
    if error.validator == "type" and isinstance(told["type"], str):
        return _TYPES[told["type"]]
    return str(told["description"])


def _unknown_keys(value: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Keys that the schema does not know, with those it knows in their place."""
    yield from ((key, KEYS) for key in value if key not in KEYS)
    for key, known in NESTED.items():
        inner = value.get(key)
        if isinstance(inner, dict):
            yield from ((f"{key}.{name}", known) for name in inner if name not in known)


def _unknown(name: str, known: tuple[str, ...], path: str, lines: Mapping[str, int]) -> Problem:
    prefix, _, last = name.rpartition(".")
    near = difflib.get_close_matches(last, known, n=1, cutoff=0.6)
    whole = f"{prefix}.{near[0]}" if prefix and near else "".join(near)
    remedy = f"did you mean {example(whole)}?" if near else f"take it out, or use one of {', '.join(known)}"
    return Problem(path, _line(name, lines), "F05", Severity.WARNING, f"the key {name} is unknown", remedy)


def _line(name: str, lines: Mapping[str, int]) -> int:
    """The line of the key `name`, or of the nearest key above it."""
    while name and name not in lines:
        name = name.rpartition(".")[0]
    return lines.get(name, 1)
