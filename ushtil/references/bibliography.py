"""The bibliography of a site, read from CSL-JSON.

A reference is an item of the CSL-JSON 1.0.2 schema.  What CSL has no variable for stands in its `custom`
object: `titles`, the title in the languages of the site, `digest`, the folder or page of the site that
tells what the source says, and `described`, true where the copy at hand has no title and ours describes it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from ushtil.language import formatting
from ushtil.problems import Outcome, Problem, Severity
from ushtil.references.works import Name, Work, line
from ushtil.schemas import Codes, Schema

PATH = "data/bibliography.json"
"""Where it stands in the tree of the default language."""

CODE = "R01"
UNKNOWN_KEY = "R08"


@dataclass(frozen=True)
class Reference(Work):
    """An entry of the bibliography, and where it is told."""

    digest: str = ""
    is_described: bool = False
    """Whether the title is ours, because the copy at hand has none."""
    line: int = 0

    def is_told_on(self, path: str) -> bool:
        """Whether the page at `path` tells what the source says."""
        return bool(self.digest) and path.startswith((f"{self.digest}/", f"{self.digest}.md"))


Bibliography = Mapping[str, Reference]


def read(text: str, place: str) -> Outcome[Bibliography]:
    """The references by id, in the order of the file; what is faulty is told and left out."""
    try:
        items = json.loads(text)
    except ValueError as error:
        at = getattr(error, "lineno", 0)
        problem = _fault(place, at, f"the file is no valid JSON: {error}", "mend the JSON")
        return Outcome({}, (problem,))
    if not isinstance(items, list):
        return Outcome({}, (_fault(place, 1, "is no list of references", "write [ … ], as CSL-JSON has it"),))
    lines = {str(number): _line(text, item) for number, item in enumerate(items)}
    entries = _SCHEMA.entries(items, place, lines)
    found: dict[str, Reference] = {}
    problems = list(entries.problems)
    for item, at in entries.value.values():
        name = item["id"]
        if not _has_day(item):
            what, remedy = f"{name}: issued is no day of the calendar", "write [[year, month, day]]"
            problems.append(_fault(place, at, what, remedy))
        elif name in found:
            remedy = "give one of the two another id"
            problems.append(_fault(place, at, f"{name} stands here a second time", remedy))
        else:
            found[name] = _reference(item, at)
    return Outcome(found, tuple(problems))


def _has_day(item: Any) -> bool:
    """Whether what stands where a date would is one; the form itself is the schema's."""
    try:
        parts = item["issued"]["date-parts"][0]
        return formatting.is_day(tuple(parts))
    except (KeyError, IndexError, TypeError):
        return True


def _line(text: str, item: Any) -> int:
    """The line of the item's id; 1 where it has none."""
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        return 1
    found = re.search(rf'"id"\s*:\s*{re.escape(json.dumps(item["id"], ensure_ascii=False))}', text)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _reference(item: Mapping[str, Any], at: int) -> Reference:
    custom = item.get("custom", {})
    parts = item.get("issued", {}).get("date-parts", [[]])
    return Reference(
        id=item["id"],
        kind=item["type"],
        title=line(item["title"]),
        language=item.get("language", ""),
        titles={code: line(title) for code, title in custom.get("titles", {}).items()},
        authors=tuple(map(_name, item.get("author", ()))),
        container=line(item.get("container-title")),
        publisher=line(item.get("publisher")),
        place=line(item.get("publisher-place")),
        number=line(item.get("number")),
        doi=line(item.get("DOI")),
        issued=tuple(parts[0]),
        url=line(item.get("URL")),
        note=line(item.get("note")),
        digest=custom.get("digest", ""),
        is_described=custom.get("described", False),
        line=at,
    )


def _name(author: Mapping[str, str]) -> Name:
    if author.get("literal"):
        return Name(line(author["literal"]))
    return Name(family=line(author.get("family")), given=line(author.get("given")))


_SCHEMA = Schema(
    json.loads(resources.files(__package__).joinpath("bibliography.schema.json").read_text(encoding="utf-8")),
    Codes(CODE, CODE, UNKNOWN_KEY),
    whole="the reference",
)


def _fault(place: str, line: int, message: str, remedy: str) -> Problem:
    return Problem(place, line, CODE, Severity.ERROR, message, remedy)
