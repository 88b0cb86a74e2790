"""YAML as people write it by hand, with the line of every key.

    terms:                                  ← "terms": 1
      en: {preferred: Review}               ← "terms.en": 2, "terms.en.preferred": 2
      variants:
        - term: Examination                 ← "terms.variants.0": 4, "terms.variants.0.term": 4

Values are plain JSON; a date stays text, `2022-03-01`, and so does every key.  Refused: aliases, a few lines
of which can stand for a gigabyte; a key that stands twice, of which YAML would drop one without a word; more
than one document; tags, but those of JSON's own types; nesting too deep for a parser to come back from.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from ushtil.problems import Outcome, Problem, Severity

# What YAML 1.1 calls not printable (section 5.1).
_CONTROL = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DEEPEST = 50
LONGEST_SHOWN = 60
_CORE = "tag:yaml.org,2002:"
# libyaml's parser is thirty times as fast, and its composer overflows the stack on deep nesting: hence the
# composer below, over events.
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Loaded:
    """A value, None for an empty text, and the line (from 1) of each key in it."""

    value: Any
    lines: Mapping[str, int]


class Refused(yaml.YAMLError):
    """YAML that is valid, and that no file here may have. `line` counts from 1."""

    def __init__(self, problem: str, line: int, remedy: str) -> None:
        super().__init__(problem)
        self.problem, self.line, self.remedy = problem, line, remedy


def load(source: str) -> Loaded:
    """What a text says. Raises `YAMLError`, of which `Refused` is one, and `ValueError` for odd numbers."""
    if control := _CONTROL.search(source):
        line = 1 + source.count("\n", 0, control.start())
        raise Refused(f"the control character U+{ord(control[0]):04X} stands in it", line, "take it out")
    lines: dict[str, int] = {}
    loader = _Loader(source)
    try:
        loader.get_event()
        value = None
        if not loader.check_event(yaml.StreamEndEvent):
            loader.get_event()
            value = _value(loader, "", lines, 0)
            loader.get_event()
        if not loader.check_event(yaml.StreamEndEvent):
            raise Refused("a second document begins here", _line(loader.peek_event()), "keep one of the two")
        return Loaded(value, lines)
    finally:
        loader.dispose()


def read(text: str, place: str, code: str) -> Outcome[Loaded]:
    """The same of a file, with what keeps it from being read as a problem; nothing then."""
    try:
        return Outcome(load(text.removeprefix("\ufeff")))
    except (yaml.YAMLError, ValueError) as error:
        reason = getattr(error, "problem", None) or str(error)
        remedy = "quote a value that holds a colon or a hash sign, indent by spaces, close what is open"
        if isinstance(error, Refused):
            remedy = error.remedy
        message = f"the file is no valid YAML: {reason}"
        fault = Problem(place, line_of(error) or 1, code, Severity.ERROR, message, remedy)
        return Outcome(Loaded(None, {}), (fault,))


def line_of(error: Exception) -> int:
    """The line (from 1) that an error of `load` tells, 0 where it tells none."""
    if isinstance(error, Refused):
        return error.line
    mark = getattr(error, "problem_mark", None)
    return mark.line + 1 if mark else 0


class _Loader(_Base):  # type: ignore[misc]
    """Safe YAML that leaves dates as text."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - the form that PyYAML asks for
        first: [(tag, regexp) for tag, regexp in resolvers if tag != f"{_CORE}timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def _value(loader: Any, name: str, lines: dict[str, int], depth: int) -> Any:
    """The value that begins with the next event; `name` is its place."""
    event = loader.get_event()
    if isinstance(event, yaml.AliasEvent):
        raise Refused("aliases (*name) are not allowed", _line(event), "write the value out")
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(loader, event)
    if depth == DEEPEST:
        raise Refused("it is nested too deep", _line(event), "take the brackets out")
    if event.tag not in (None, "!", f"{_CORE}map", f"{_CORE}seq"):
        raise Refused(f"the tag {event.tag[:LONGEST_SHOWN]} is not allowed", _line(event), "take the tag out")
    inside = _mapping if isinstance(event, yaml.MappingStartEvent) else _list
    return inside(loader, f"{name}." if name else "", lines, depth + 1)


def _mapping(loader: Any, prefix: str, lines: dict[str, int], depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    while not loader.check_event(yaml.MappingEndEvent):
        event = loader.peek_event()
        if not isinstance(event, yaml.ScalarEvent):
            raise Refused("a key is no plain text", _line(event), "write `key: value`")
        key = loader.get_event().value
        if key in found:
            raise Refused(
                f"the key {key[:LONGEST_SHOWN]!r} stands twice", _line(event), "keep one of the two"
            )
        lines[prefix + key] = _line(event)
        found[key] = _value(loader, prefix + key, lines, depth)
    loader.get_event()
    return found


def _list(loader: Any, prefix: str, lines: dict[str, int], depth: int) -> list[Any]:
    found: list[Any] = []
    while not loader.check_event(yaml.SequenceEndEvent):
        name = f"{prefix}{len(found)}"
        lines[name] = _line(loader.peek_event())
        found.append(_value(loader, name, lines, depth))
    loader.get_event()
    return found


def _scalar(loader: Any, event: Any) -> Any:
    """Text, number, truth value or None, as YAML 1.1 resolves them."""
    tag = event.tag
    if tag in (None, "!"):
        tag = loader.resolve(yaml.ScalarNode, event.value, event.implicit)
    if tag == f"{_CORE}str":
        return event.value
    if tag not in {f"{_CORE}{kind}" for kind in ("null", "bool", "int", "float")}:
        raise Refused(f"the tag {tag[:LONGEST_SHOWN]} is not allowed", _line(event), "take the tag out")
    return loader.construct_object(yaml.ScalarNode(tag, event.value, event.start_mark, event.end_mark))


def _line(event: Any) -> int:
    line: int = event.start_mark.line
    return line + 1
