"""One file of the termbase: its YAML checked by a schema, and the concept in it as far as there is one.

What is wrong is told and left out, and the rest is taken: other people's termbases are read here, too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from ushtil import strict_yaml
from ushtil.languages import Languages
from ushtil.problems import Outcome, Problem, Severity
from ushtil.schemas import Codes, Schema
from ushtil.terms.concepts import Concept, Entry, Link, Status, Variant

ENDING = ".yml"
_FOLDER = Path(__file__).parent
_ID = re.compile(r"[A-Za-z][A-Za-z0-9._-]*")
_URL = re.compile(r"https?://\S+")
# What XML 1.0 cannot hold, and the other controls but tab and line feed.
_CONTROL = re.compile(r"[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|&(?:#\d+|\w+);")


def schema(name: str) -> Schema:
    """The schema in a file of this folder."""
    definition = json.loads((_FOLDER / name).read_text(encoding="utf-8"))
    return Schema(definition, Codes("G02", "G03", "G04"))


_CONCEPT = schema("concept.schema.json")


@dataclass(frozen=True)
class File:
    """One file: what it says as plain JSON, the line of each key in it, and its concept if it tells one."""

    place: str
    value: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    concept: Concept | None = None

    @property
    def terms(self) -> Mapping[str, Any] | None:
        """What stands below `terms`, by language; None where it is nothing of the kind."""
        told = self.value.get("terms")
        return told if isinstance(told, dict) else None

    def line(self, name: str) -> int:
        """The line of the key `name` ("terms.en.preferred"), or of the nearest above it."""
        while name and name not in self.lines:
            name = name.rpartition(".")[0]
        return self.lines.get(name, 1)

    def error(self, name: str, code: str, message: str, remedy: str) -> Problem:
        """A broken thing at a key of this file."""
        return Problem(self.place, self.line(name), code, Severity.ERROR, message, remedy)

    def warning(self, name: str, code: str, message: str, remedy: str) -> Problem:
        """A doubtful thing at a key of this file."""
        return Problem(self.place, self.line(name), code, Severity.WARNING, message, remedy)


# Several features read the same termbase in one build.
@lru_cache(maxsize=10_000)
def read(text: str, place: str, languages: Languages) -> Outcome[File]:
    """The file of one concept; `place` is its path, which its problems tell."""
    loaded = load(text, place, _CONCEPT)
    file = loaded.value
    if loaded.problems and not file.value:
        return loaded
    concept = _concept(file, languages)
    return Outcome(File(place, file.value, file.lines, concept), loaded.problems)


def load(text: str, place: str, rules: Schema) -> Outcome[File]:
    """What a file says, checked; nothing where it is no YAML. Keys without a value are as if not there."""
    outcome = strict_yaml.read(text, place, "G01")
    loaded = outcome.value
    if outcome.problems:
        return Outcome(File(place), outcome.problems)
    if not isinstance(loaded.value, dict):
        what = "the file is empty" if loaded.value is None else "the file is no list of `key: value`"
        remedy = "write a concept into it as the others are, or remove it"
        return Outcome(File(place), (Problem(place, 1, "G01", Severity.ERROR, what, remedy),))
    file = File(place, _without_nothing(loaded.value), loaded.lines)
    problems = [*rules.check(file.value, place, file.lines), *_odd_text(file)]
    return Outcome(file, tuple(sorted(problems)))


def _without_nothing(value: Any) -> Any:
    """`value` without keys that have no value, as in a file that is still being written."""
    if isinstance(value, dict):
        return {key: _without_nothing(item) for key, item in value.items() if item is not None}
    return [_without_nothing(item) for item in value] if isinstance(value, list) else value


def _odd_text(file: File) -> Iterator[Problem]:
    """G03: control characters, and markup in what is plain text."""
    for name, text in _texts(file.value):
        if control := _CONTROL.search(text):
            what = f"{name} holds the control character U+{ord(control[0]):04X}"
            yield file.error(name, "G03", what, "take it out")
        if tag := _TAG.search(text):
            what = f"{name} is plain text, and readers would see the markup {tag[0]}"
            yield file.warning(name, "G03", what, "take it out, or write the character itself")


def _texts(value: Any, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Every text below `value` with the name of its place, without addresses."""
    if isinstance(value, str):
        if not _URL.fullmatch(value):
            yield prefix, value
    elif isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(item, f"{prefix}.{key}" if prefix else str(key))


# --- the concept ---------------------------------------------------------------------------------------


def _concept(file: File, languages: Languages) -> Concept | None:
    """The concept of a file; None where nothing names it, or where it has no term."""
    value = file.value
    name = _id(value.get("id")) or _id(PurePosixPath(file.place).stem)
    told = file.terms or {}
    entries = {code: _entry(told[code]) for code in languages.codes if code in told}
    terms = {code: entry for code, entry in entries.items() if entry}
    if not name or not terms:
        return None
    related = tuple(dict.fromkeys(filter(None, map(_id, _list(value.get("related"))))))
    links = tuple(filter(None, map(_link, _list(value.get("links")))))
    return Concept(name, terms, _id(value.get("subject")), related, links, file.place)


def _entry(value: Any) -> Entry | None:
    if not isinstance(value, dict) or not (preferred := _term(value.get("preferred"))):
        return None
    variants = filter(None, map(_variant, _list(value.get("variants"))))
    abbreviations = filter(None, map(_term, _list(value.get("abbreviations"))))
    prose = (_prose(value.get(key)) for key in ("definition", "source", "note"))
    return Entry(preferred, tuple(abbreviations), tuple(variants), *prose)


def _variant(value: Any) -> Variant | None:
    """A variant; a bare text is one, and so is what has a status that nobody knows."""
    told = value if isinstance(value, dict) else {"term": value}
    term, status = _term(told.get("term")), told.get("status")
    known = {str(status): status for status in Status if status is not Status.PREFERRED}
    return (
        Variant(term, known.get(str(status), Status.ADMITTED), _prose(told.get("source"))) if term else None
    )


def _link(value: Any) -> Link | None:
    told = value if isinstance(value, dict) else {"url": value}
    url = _prose(told.get("url"))
    return Link(url, _term(told.get("title"))) if _URL.fullmatch(url) else None


def _list(value: Any) -> list[Any]:
    """A list; a single text is a list of one."""
    return value if isinstance(value, list) else [value] if isinstance(value, str) else []


def _id(value: Any) -> str:
    return value if isinstance(value, str) and _ID.fullmatch(value) else ""


def _term(value: Any) -> str:
    """A text on one line."""
    return " ".join(_prose(value).split())


def _prose(value: Any) -> str:
    return _CONTROL.sub("", value).strip() if isinstance(value, str) else ""
