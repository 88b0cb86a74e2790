"""Citations in a text, in Pandoc's form, and the notes that they become.

    was reported [@us-2022, s1-c; @baq-2025].   →   was reported[^us-2022--s1-c_baq-2025].

What is cited together is one note, and so is what is cited twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ushtil.markup.visible import visible

_GROUP = re.compile(r"[ \u00a0]*(?<!\\)\[(?P<inner>@[^\[\]]+)\]")
_ONE = re.compile(r"\s*@(?P<key>[a-z0-9][a-z0-9-]*)(?:,\s*(?P<locator>.+?))?\s*")


@dataclass(frozen=True)
class Citation:
    """One source at one place in it; `line` is the text's, counted from 1."""

    key: str
    locator: str
    line: int

    @property
    def label(self) -> str:
        """The label of its note, alike in all languages."""
        place = re.sub(r"\W+", "-", self.locator).strip("-").lower()
        return f"{self.key}--{place}" if place else self.key


def citations(text: str) -> Iterator[Citation]:
    """The citations of a text of Markdown, code and comments apart."""
    for number, (_, line) in enumerate(_lines(text), 1):
        for group in _GROUP.finditer(line):
            yield from _of(group, number)


def replaced(text: str, note: Callable[[Citation], str]) -> str:
    """The text with notes for citations. `note` tells the text of one, "" for a source that is not known.

    A citation of which no part is known stays as it was written.
    """
    notes: dict[str, str] = {}
    lines = []
    for number, (written, shown) in enumerate(_lines(text), 1):
        parts, position = [], 0
        for group in _GROUP.finditer(shown):
            known = {one.label: told for one in _of(group, number) if (told := note(one))}
            if known:
                label = "_".join(known)
                notes[label] = " ".join(known.values())
                parts += [written[position : group.start()], f"[^{label}]"]
                position = group.end()
        lines.append("".join([*parts, written[position:]]))
    ends = [f"\n[^{label}]: {told}" for label, told in notes.items()]
    return "\n".join([*lines, *ends, *([""] if ends else [])])


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Each line as it is written and as it is searched: empty where it is code or holds a comment."""
    for written, shown in zip(text.replace("\r\n", "\n").split("\n"), visible(text), strict=True):
        yield written, shown if len(written) == len(shown) else ""


def _of(group: re.Match[str], line: int) -> Iterator[Citation]:
    for part in group["inner"].split(";"):
        match = _ONE.fullmatch(part)
        # What is no citation is told as an unknown source, and never left out without a word.
        key, locator = (match["key"], match["locator"]) if match else (part.strip().removeprefix("@"), "")
        yield Citation(key, locator or "", line)
