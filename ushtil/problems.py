"""What can be wrong, and how it travels: beside the value, never instead of it.

Every step that can go wrong returns `Outcome(value, problems)`.  Only input that cannot be read at
all raises `Unreadable`, which the edges turn into exit code 2.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Severity(StrEnum):
    """Errors are broken things; warnings are stale, missing or doubtful ones; notes only tell."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: where it is, what is wrong, what to do. `line` counts from 1; 0 means the whole file."""

    path: str
    line: int
    code: str
    severity: Severity
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{place} {self.code} {self.message}{remedy}"

    def as_json(self) -> dict[str, str | int]:
        """The form that every `--json` prints."""
        return asdict(self)


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """A usable value and what was wrong on the way to it."""

    value: T
    problems: tuple[Problem, ...] = ()


class Unreadable(Exception):
    """Input from which no value can be made; the text names place, fault and remedy."""


def worst(problems: Iterable[Problem]) -> Severity:
    """The gravest severity among `problems`; a note where there are none."""
    order = (Severity.NOTE, Severity.WARNING, Severity.ERROR)
    return max((problem.severity for problem in problems), key=order.index, default=Severity.NOTE)
