"""Ids for headings that have none, alike in all languages.

A heading takes the id of the one that it corresponds to in another language: between the same neighbours,
of the same level, in the same place, or of the likest text where there are not as many.  What stands in no
other language gets an id by its place: `s2` for the second section of a page, `s2-1` below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from ushtil.alignment.paragraphs import align_paragraphs

_NUMBERED = re.compile(r"s\d")


@dataclass
class Title:
    """A heading as this module sees it; `text` is its title with what stands below it."""

    level: int
    text: str
    id: str = ""
    given: bool = False


def name(columns: Sequence[Sequence[Title]], path: str, taken: set[str]) -> None:
    """Give every heading of a page an id; `columns` are the languages, the original first.

    `path` is the page's, `taken` holds the ids of the other pages of its document.
    """
    used = taken | {title.id for column in columns for title in column if title.id}
    for column in columns:
        for other in columns:
            if other is not column:
                _take_over(column, other)
        for place, title in enumerate(column):
            if not title.id:
                title.id, title.given = _free(_by_place(column, place, path), used), True
                used.add(title.id)


def _take_over(column: Sequence[Title], other: Sequence[Title]) -> None:
    """Give headings the ids of those that they correspond to in another language."""
    place = 0
    while place < len(column):
        end = place
        while end < len(column) and not column[end].id:
            end += 1
        if end > place:
            _match(column[place:end], _between(column, place, end, other))
        place = end + 1


def _between(column: Sequence[Title], start: int, end: int, other: Sequence[Title]) -> list[Title]:
    """The headings of another language between the same neighbours, with ids that this one lacks."""
    own = {title.id: place for place, title in enumerate(column) if title.id}
    there = {title.id: place for place, title in enumerate(other) if title.id}
    before = [there[name] for name, place in own.items() if place < start and name in there]
    behind = [there[name] for name, place in own.items() if place >= end and name in there]
    span = other[max(before, default=-1) + 1 : min(behind, default=len(other))]
    return [title for title in span if title.id and title.id not in own]


def _match(titles: Sequence[Title], there: Sequence[Title]) -> None:
    """Pair by order where both sides have the same shape, by likeness elsewhere."""
    if [title.level for title in titles] == [title.level for title in there]:
        pairs = list(zip(titles, there, strict=True))
    else:
        matches = align_paragraphs([title.text for title in there], [title.text for title in titles])
        pairs = [(titles[m.b[0]], there[m.a[0]]) for m in matches if len(m.a) == len(m.b) == 1]
    for title, other in pairs:
        if title.level == other.level:
            title.id, title.given = other.id, True


def _by_place(column: Sequence[Title], place: int, path: str) -> str:
    """An id that says where a heading stands."""
    title = column[place]
    if title.level == 1:
        return page_id(path)
    above = next((n for n in range(place - 1, -1, -1) if column[n].level < title.level), -1)
    among = sum(1 for n in range(above + 1, place + 1) if column[n].level <= title.level)
    parent = column[above].id if above >= 0 else ""
    # Below the title of a page sections are s1, s2 …; below one that is numbered itself, s1-1.
    if above < 0 or (column[above].level == 1 and not _NUMBERED.match(parent)):
        return f"s{among}"
    return f"{parent}-{among}"


def page_id(path: str) -> str:
    """The id of a page's title: the name of the file, or of the folder that it opens."""
    where = PurePosixPath(path)
    stem = where.parent.name if where.stem == "index" else where.stem
    stem = re.sub(r"[^A-Za-z0-9_.-]+", "-", stem).strip("-")
    if not stem:
        return "home" if where.stem == "index" else "title"
    return stem if stem[0].isalpha() else f"page-{stem}"


def _free(wanted: str, used: set[str]) -> str:
    """`wanted`, or the next one that is in use nowhere: s2 → s3, title → title-2."""
    match = re.fullmatch(r"(?P<stem>(?:.*-)?s?)(?P<n>\d+)", wanted)
    stem, n = (match["stem"], int(match["n"])) if match else (f"{wanted}-", 1)
    found = wanted
    while found in used:
        n += 1
        found = f"{stem}{n}"
    return found
