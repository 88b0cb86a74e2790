"""The YAML at the head of a page: split off, read, checked by a schema, written.

    ---                        ← line 1
    title: National report     ← "title" in `FrontMatter.lines`
    source:
      date: 2022-03-01         ← "source.date"
    ---
    # National report          ← `first_body_line`

Where it begins and ends is MkDocs' rule (`mkdocs.utils.meta`): a line of three hyphens at the very
start, up to a line of three hyphens or dots.  Values are plain JSON: a date is text, `2022-03-01`, also
where YAML makes a date of it.  Aliases are refused: a few lines of them can stand for a gigabyte.

Codes: F01 no front matter, F02 no valid YAML, F03 a key is missing, F04 a value is wrong, F05 a key is
unknown (a warning).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from ushtil import strict_yaml
from ushtil.markup.schema import KEYS, NESTED, check, example, plain
from ushtil.problems import Outcome, Problem, Severity

__all__ = ["FrontMatter", "check", "names", "parse", "plain", "render", "split"]

_FENCED = re.compile(r"\A-{3}[ \t]*\r?\n(?P<yaml>(?:.*?\n)??)(?:-{3}|\.{3})[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_ODD_BREAK = re.compile(r"[\x85\u2028\u2029]")
_DATES = {"date", "updated"}
_TEXT_WIDTH = 100
_ONE_LINE = 10**6


@dataclass(frozen=True)
class FrontMatter:
    """What the head of a page says, as plain JSON. `lines` has the line of each key ("source.date")."""

    metadata: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    body: str = ""
    first_body_line: int = 1


def split(text: str) -> tuple[str, str, int]:
    """The YAML (without its fences), the body as it stands, and the line (from 1) where the body begins."""
    text = text.removeprefix("\ufeff")
    match = _FENCED.match(text)
    if not match:
        return "", text, 1
    return match["yaml"], text[match.end() :], 1 + match[0].count("\n")


def parse(text: str, path: str) -> Outcome[FrontMatter]:
    """The front matter of a page, read and checked; `path` is for the problems alone. Not to be changed."""
    source, body, line = split(text)
    if line == 1:
        opened = text.removeprefix("\ufeff").startswith("---")
        message = "the front matter is not closed by a line ---" if opened else "the page has no front matter"
        remedy = f"begin the file with the three lines: --- / {example('title')} / ---"
        return Outcome(FrontMatter(body=body), (Problem(path, 1, "F01", Severity.ERROR, message, remedy),))
    metadata, lines, problems = _front(source, path)
    return Outcome(FrontMatter(metadata, lines, body, line), problems)


@lru_cache(maxsize=10_000)
def _front(source: str, path: str) -> tuple[Mapping[str, Any], Mapping[str, int], tuple[Problem, ...]]:
    """What the YAML of a page says, checked. Several features read the same pages in one build."""
    try:
        metadata, lines = _load(source)
    except (yaml.YAMLError, ValueError) as error:
        return {}, {}, (_invalid_yaml(error, path),)
    return metadata, lines, check(metadata, path, lines)


def render(metadata: Mapping[str, Any]) -> str:
    """The front matter with its fences: keys in the schema's order, unknown ones after them by name.

    Keys without a value (`None`, empty) are left out; what stands in `translated_from` keeps its order.
    """
    value = _ordered(plain(metadata), KEYS)
    return "---\n" + "".join(_entry(key, value[key]) for key in value) + "---\n"


def names(metadata: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Those of a key that holds one name, or a list: `author`, `translator`, `reviewed_by`."""
    told = metadata.get(key)
    several = told if isinstance(told, (list, tuple)) else [told]
    return tuple(name for name in (str(one or "").strip() for one in several) if name)


# --- reading -------------------------------------------------------------------------------------------


def _load(source: str) -> tuple[dict[str, Any], dict[str, int]]:
    """The mapping and the line of each of its keys. Raises `YAMLError`, or `ValueError` for no mapping."""
    loaded = strict_yaml.load(source)
    if loaded.value is not None and not isinstance(loaded.value, dict):
        raise ValueError("it is no list of `key: value`")
    return loaded.value or {}, {name: line + 1 for name, line in loaded.lines.items()}


def _invalid_yaml(error: Exception, path: str) -> Problem:
    remedy = (
        f"quote a value that holds a colon or a hash sign, for example {example('title', 'Review: 2022')}"
    )
    line, reason = strict_yaml.line_of(error), getattr(error, "problem", None) or str(error)
    if isinstance(error, strict_yaml.Refused):
        remedy = error.remedy
    if not isinstance(error, yaml.YAMLError):
        remedy = f"write `key: value` on each line, for example {example('title')}"
    message = f"the front matter is no valid YAML: {reason}"
    return Problem(path, line + 1, "F02", Severity.ERROR, message, remedy)


# --- writing -------------------------------------------------------------------------------------------


class _Dumper(yaml.SafeDumper):
    """Safe YAML without aliases, lists indented below their key."""

    def ignore_aliases(self, data: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    # PyYAML writes Unicode's line breaks as they are, and reads them as spaces unless they are escaped.
    style = '"' if _ODD_BREAK.search(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def _ordered(value: Mapping[str, Any], order: tuple[str, ...]) -> dict[str, Any]:
    """`value` without its empty keys, in the order given, other keys after those by name."""
    keys = sorted(value, key=lambda key: (order.index(key) if key in order else len(order), key))
    return {key: value[key] for key in keys if value[key] not in (None, "", [], {})}


def _entry(key: str, value: Any) -> str:
    """One key with its value, as lines of YAML."""
    if isinstance(value, dict) and key in NESTED:
        value = {name: _date(name, item) for name, item in _ordered(value, NESTED[key]).items()}
    # One line a value keeps a review short; an abstract alone is long enough to be folded.
    width = _TEXT_WIDTH if key == "abstract" else _ONE_LINE
    text: str = yaml.dump(
        {key: _date(key, value)}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=width
    )
    return text


def _date(key: str, value: Any) -> Any:
    """A day as YAML's own date, which is written without quotes; anything else as it is."""
    if key in _DATES and isinstance(value, str) and len(value) == len("2022-03-01"):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            return value
    return value
