"""What a change brings: the problems of now that were not there before.

A problem keeps its identity while lines move: it is the same where code, page and message are, and the
lines that the message names don't count.  Two alike on a page, of which one was there, are one new one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ushtil.problems import Problem, Unreadable

if TYPE_CHECKING:
    from ushtil.languages import Languages
    from ushtil.status.history import Git

_LINE = re.compile(r"\b(line |:)\d+")


def brought(now: Iterable[Problem], before: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of `now` that are not among those of `before`, in their order; the last of equals."""
    held = Counter(map(_identity, before))
    found: list[Problem] = []
    for problem in sorted(now):
        if held[_identity(problem)] > 0:
            held[_identity(problem)] -= 1
        else:
            found.append(problem)
    return tuple(found)


def _identity(problem: Problem) -> tuple[str, ...]:
    return problem.path, problem.code, problem.severity, _LINE.sub(r"\1", problem.message)


def trees_at(
    revision: str, git: Git, languages: Languages, is_read: Callable[[str], bool]
) -> dict[str, dict[str, str | None]]:
    """The trees as they were at a revision, in the form that the checks read.

    `is_read` tells by a file's path whether its text is read.  Raises `Unreadable` where there is no such
    revision.
    """
    commit = _commit(revision, git)
    listed = {language.code: list(_files(commit, language.tree, git)) for language in languages}
    wanted = [sha for files in listed.values() for path, sha in files if is_read(path)]
    texts = dict(zip(wanted, _blobs(wanted, git), strict=True))
    return {
        code: {path: texts[sha] if is_read(path) else None for path, sha in files}
        for code, files in listed.items()
    }


def folder_at(revision: str, git: Git, folder: str, ending: str) -> dict[str, str]:
    """The texts that stood in a folder itself at a revision, by path from the root.

    Raises `Unreadable` where there is no such revision.
    """
    wanted = {
        f"{folder}/{path}": sha
        for path, sha in _files(_commit(revision, git), folder, git)
        if path.endswith(ending) and "/" not in path
    }
    return dict(zip(wanted, _blobs(list(wanted.values()), git), strict=True))


def standing(problems: Iterable[Problem], revision: str, git: Git) -> tuple[Problem, ...]:
    """Those of `problems`, which only a file's presence makes, whose file stood there at a revision."""
    return tuple(p for p in problems if git("cat-file", "-e", f"{revision}:./{p.path}") is not None)


def _commit(revision: str, git: Git) -> str:
    # A revision that begins with a hyphen would be an option.
    told = git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if told is None:
        raise Unreadable(f"--since {revision}: git knows no such revision here; name a commit, tag or branch")
    return told.decode().strip()


def _files(commit: str, tree: str, git: Git) -> Iterator[tuple[str, str]]:
    """The path within the tree and the object of each file that the site would find there."""
    listed = git("ls-tree", "-r", "-z", commit, f"{tree}/") or b""
    for entry in filter(None, listed.decode("utf-8", "replace").split("\0")):
        about, _, name = entry.partition("\t")
        path = name.removeprefix(f"{tree}/")
        mode, _, sha = about.split(" ")
        hidden = any(part.startswith(".") for part in path.split("/"))
        if mode.startswith("100") and not hidden and PurePosixPath(path).stem != "README":
            yield path, sha


def _blobs(shas: Sequence[str], git: Git) -> Iterator[str]:
    """The texts of objects, in one run of git: a line "<sha> blob <size>", the bytes, a line's end."""
    held = git("cat-file", "--batch", stdin="".join(f"{sha}\n" for sha in shas).encode()) or b""
    place = 0
    for _ in shas:
        end = held.index(b"\n", place)
        size = int(held[place:end].rpartition(b" ")[2])
        yield held[end + 1 : end + 1 + size].decode("utf-8", "replace").replace("\r\n", "\n")
        place = end + size + 2
