"""What a section said when it was translated: looked up in git by the hash that the translation records.

Nothing here starts a program: the edge gives a `Git`, a function that runs git with arguments and returns
what it printed, `None` where it failed.  Nothing that is built may depend on it.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ushtil.markup import frontmatter
from ushtil.markup.scan import scan
from ushtil.status.passages import Passage, passages

Git = Callable[..., bytes | None]
"""`git("log", "--format=%H")` → standard output, None where git failed or is not there; `stdin=` bytes."""


@dataclass(frozen=True)
class Earlier:
    """The text of a section as it was, and the first and the last commit in which it stood so."""

    passage: Passage
    commit: str


class History:
    """The earlier versions of pages, read no further back than is asked for."""

    def __init__(self, git: Git) -> None:
        self._git = git
        self._read: dict[str, list[tuple[str, Mapping[str, Passage]]]] = {}
        self._rest: dict[str, Iterator[tuple[str, Mapping[str, Passage]]]] = {}

    def find(self, place: str, section: str, recorded: str) -> Earlier | None:
        """The section as it was when `recorded` was its hash, the latest commit that has it so."""
        for commit, held in self._versions(place):
            if section in held and held[section].is_what(recorded):
                return Earlier(held[section], commit)
        return None

    def _versions(self, place: str) -> Iterator[tuple[str, Mapping[str, Passage]]]:
        """The versions of a page, the latest first."""
        read = self._read.setdefault(place, [])
        rest = self._rest.setdefault(place, self._walk(place))
        yield from list(read)
        for version in rest:
            read.append(version)
            yield version

    def _walk(self, place: str) -> Iterator[tuple[str, Mapping[str, Passage]]]:
        told = self._git("log", "--follow", "--relative", "--format=%x01%H", "--name-only", "-z", "--", place)
        for entry in (told or b"").decode("utf-8", "replace").split("\x01")[1:]:
            commit, _, names = entry.partition("\0")
            name = names.strip("\0\n").partition("\0")[0].lstrip("\n")
            blob = self._git("cat-file", "blob", f"{commit.strip()}:./{name}") if name else None
            if blob is not None:
                front = frontmatter.split(blob.decode("utf-8", "replace"))
                yield commit.strip(), passages(front[1], scan(front[1], front[2]))


def difference(before: Passage, now: Passage) -> tuple[str, ...]:
    """What has changed, as the lines of a unified diff without its head."""
    lines = difflib.unified_diff(before.text.split("\n"), now.text.split("\n"), lineterm="", n=1)
    return tuple(lines)[2:]
