"""What a schema finds wrong with a YAML file, told as line, fault and remedy.

Schemas are JSON Schema, draft 2020-12.  Their descriptions say what was expected, their first examples are
the remedies, and a key that an object's `properties` do not name is told with the nearest one.
"""

from __future__ import annotations

import datetime
import difflib
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import jsonschema
import yaml

from ushtil.problems import Outcome, Problem, Severity

_TYPES = {
    "string": "text", "array": "a list", "object": "keys of its own", "boolean": "true or false",
    "integer": "a whole number", "number": "a number",
}  # fmt: skip
_LONGEST_SHOWN = 60


class Codes(NamedTuple):
    """The codes of a schema's problems: a key is missing, a value is wrong, a key is unknown (a warning)."""

    missing: str
    wrong: str
    unknown: str


class Schema:
    """A definition, and the codes under which its problems are told."""

    def __init__(
        self,
        definition: Mapping[str, Any],
        codes: Codes,
        formats: Mapping[str, Callable[[object], bool]] | None = None,
        whole: str = "the file",
    ) -> None:
        self.definition: Mapping[str, Any] = _written_out(definition, definition.get("$defs", {}))
        self.codes, self.whole = codes, whole
        checker = jsonschema.FormatChecker(formats=())
        for name, is_valid in (formats or {}).items():
            checker.checks(name)(is_valid)
        self._validator: Any = jsonschema.Draft202012Validator(self.definition, format_checker=checker)

    def check(self, value: Any, path: str, lines: Mapping[str, int]) -> tuple[Problem, ...]:
        """What is wrong with plain JSON, in the order of lines; `lines` has the line of each key."""
        problems = [self._fault(error, path, lines) for error in self._validator.iter_errors(value)]
        problems += (
            [
                self._unknown(name, known, path, lines)
                for name, known in self._unknown_keys(value, self.definition, "")
            ]
            if isinstance(value, dict)
            else []
        )
        return tuple(sorted(problems))

    def entries(
        self, value: Mapping[str, Any] | Sequence[Any], path: str, lines: Mapping[str, int]
    ) -> Outcome[dict[str, tuple[Any, int]]]:
        """The entries of a mapping or a list that keep to the schema, each by its name with its line.

        An entry of a list is named by its number, from 0, as in `lines`.
        """
        below: dict[str, dict[str, int]] = defaultdict(dict)
        for key, line in lines.items():
            name, _, rest = key.partition(".")
            below[name][rest] = line
        found, problems = {}, []
        named = value if isinstance(value, Mapping) else {str(n): item for n, item in enumerate(value)}
        for name, item in named.items():
            told = self.check(item, path, below[name])
            problems += [replace(one, message=f"{name}: {one.message}") for one in told]
            if all(one.severity is not Severity.ERROR for one in told):
                found[name] = item, below[name].get("", 1)
        return Outcome(found, tuple(problems))

    def example(self, name: str, value: Any = None) -> str:
        """A valid line or two for the key `name` ("source.date" is the key `date` of `source`)."""
        parts = [part for part in name.split(".") if part and not part.isdigit()]
        told = value if value is not None else self._told(name).get("examples", ["…"])[0]
        if len(parts) == 2 and "properties" in self._told(parts[0]):
            parts, told = parts[:1], {parts[1]: told}
        if name.rpartition(".")[2].isdigit():
            told = [told]
        # Flow style keeps the example on one line of a message.
        shown = yaml.safe_dump(
            _day(told), default_flow_style=True, allow_unicode=True, width=10**6, sort_keys=False
        )
        return f"{parts[-1]}: {shown.removesuffix(chr(10)).removesuffix('...').strip()}"

    def _told(self, name: str) -> Mapping[str, Any]:
        """What the schema says of a key."""
        node = self.definition
        for part in name.split("."):
            node = self._below(node, part)
        return node

    def _below(self, node: Any, part: str) -> Any:
        if part.isdigit():
            return node.get("items", {})
        return node.get("properties", {}).get(part) or node.get("additionalProperties", {})

    def _fault(self, error: Any, path: str, lines: Mapping[str, int]) -> Problem:
        """The problem that stands for one `jsonschema.ValidationError`."""
        place = ".".join(map(str, error.absolute_path))
        if error.validator == "required":
            key = next(key for key in error.validator_value if key not in error.instance)
            name = f"{place}.{key}" if place else key
            message = f"{_shown(name)} is missing: {error.schema['properties'][key]['description']}"
            line = _line(place, lines)
            return Problem(path, line, self.codes.missing, Severity.ERROR, message, self._remedy(name))
        in_name = "propertyNames" in list(error.absolute_schema_path)
        what = f"the key {_shown(place)}.{error.instance}" if in_name else _shown(place) or self.whole
        expected = _expected(error)
        value = json.dumps(error.instance, ensure_ascii=False, default=str)
        value = value if len(value) <= _LONGEST_SHOWN else value[: _LONGEST_SHOWN - 3] + "…"
        remedy = (
            self._remedy(place) if place else f"write `key: value` on each line, for example {self._first()}"
        )
        if error.validator == "type" and "text" in expected and isinstance(error.instance, int | float):
            remedy = f"put it in quotes: {value!r}"
        message = f"{what} must be {expected}, not {value}"
        return Problem(path, _line(place, lines), self.codes.wrong, Severity.ERROR, message, remedy)

    def _remedy(self, name: str) -> str:
        return f"write, for example, {self.example(name)}"

    def _first(self) -> str:
        return self.example(next(iter(self.definition["required"])))

    def _unknown_keys(
        self, value: dict[str, Any] | list[Any], node: Mapping[str, Any], prefix: str
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Keys that the schema does not know, with those it knows in their place."""
        inner: Iterable[tuple[Any, Any]] = enumerate(value) if isinstance(value, list) else value.items()
        closed = isinstance(value, dict) and "properties" in node and "additionalProperties" not in node
        for key, item in inner:
            if closed and key not in node["properties"]:
                yield f"{prefix}{key}", tuple(node["properties"])
            elif isinstance(item, dict | list):
                yield from self._unknown_keys(item, self._below(node, str(key)), f"{prefix}{key}.")

    def _unknown(self, name: str, known: tuple[str, ...], path: str, lines: Mapping[str, int]) -> Problem:
        prefix, _, last = name.rpartition(".")
        near = difflib.get_close_matches(last, known, n=1, cutoff=0.6)
        whole = f"{prefix}.{near[0]}" if prefix and near else "".join(near)
        remedy = (
            f"did you mean {self.example(whole)}?"
            if near
            else f"take it out, or use one of {', '.join(known)}"
        )
        message = f"the key {_shown(name)} is unknown"
        return Problem(path, _line(name, lines), self.codes.unknown, Severity.WARNING, message, remedy)


def _written_out(node: Any, definitions: Mapping[str, Any]) -> Any:
    """A schema with what its references refer to in their place: they take half of the time of checking."""
    if isinstance(node, list):
        return [_written_out(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    held = {
        key: _written_out(item, definitions) for key, item in node.items() if key not in ("$ref", "$defs")
    }
    if "$ref" not in node:
        return held
    return {**_written_out(definitions[node["$ref"].rpartition("/")[2]], definitions), **held}


def _shown(name: str) -> str:
    """The key `name` for people: without the numbers of lists' items and what a terminal would obey."""
    shown = re.sub(r"\.\d+(?=\.|$)", "", name)
    shown = "".join(letter if letter.isprintable() else "?" for letter in shown[: 2 * _LONGEST_SHOWN])
    return f"an item of {shown}" if name.rpartition(".")[2].isdigit() else shown


def _day(value: Any) -> Any:
    """Days as YAML's own dates, which it writes without quotes; anything else as it is."""
    if isinstance(value, dict):
        return {key: _day(item) for key, item in value.items()}
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return datetime.date.fromisoformat(value)
    return value


def _expected(error: Any) -> str:
    """What the schema wanted where it found a fault, in words."""
    told = error.schema
    if error.validator == "enum":
        return f"one of {', '.join(told['enum'])}"
    if error.validator == "type" and isinstance(told["type"], str):
        return _TYPES[told["type"]]
    return str(told["description"])


def _line(name: str, lines: Mapping[str, int]) -> int:
    """The line of the key `name`, or of the nearest key above it."""
    while name and name not in lines:
        name = name.rpartition(".")[0]
    return lines.get(name, 1)
