"""What a change brings: new problems alone, whatever lines have moved."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.sites import plant
from ushtil import languages
from ushtil.problems import Problem, Severity, Unreadable
from ushtil.status.since import brought, standing, trees_at

ALL = languages.read(languages.SHIPPED)


def problem(line: int, message: str = "is dead", path: str = "docs/a.md", code: str = "L01") -> Problem:
    return Problem(path, line, code, Severity.ERROR, message)


@pytest.mark.parametrize(
    ("now", "before", "new"),
    [
        ([problem(3)], [], [problem(3)]),
        ([problem(9)], [problem(3)], []),
        ([problem(3), problem(9)], [problem(3)], [problem(9)]),
        ([], [problem(3)], []),
        ([problem(3, "other")], [problem(3)], [problem(3, "other")]),
        ([problem(3, code="L02")], [problem(3)], [problem(3, code="L02")]),
        ([problem(3, path="docs/b.md")], [problem(3)], [problem(3, path="docs/b.md")]),
        ([problem(9, "stands on line 8 already")], [problem(4, "stands on line 3 already")], []),
        ([problem(9, "see docs_ru/a.md:8 (#s1)")], [problem(4, "see docs_ru/a.md:3 (#s1)")], []),
        ([problem(9, "the number 8")], [problem(9, "the number 3")], [problem(9, "the number 8")]),
    ],
)
def test_brought(now: list[Problem], before: list[Problem], new: list[Problem]) -> None:
    assert brought(now, before) == tuple(new)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Trees below the top of a repository, committed and then changed."""
    root = plant(
        tmp_path / "texts",
        {
            "docs/a.md": "one\r\n",
            "docs/пo.md": "\n\n",
            "docs/i.png": b"\0",
            "docs/README.md": "no page",
            "docs/.hidden/b.md": "no page",
            "docs_ru/x/b.md": "",
        },
    )
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(
        tmp_path,
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@b",
        "-c",
        "commit.gpgsign=false",
        "commit",
        "-qm",
        "1",
    )
    (root / "docs/a.md").write_text("two", "utf-8")
    return root


def git(root: Path, *arguments: str, stdin: bytes | None = None) -> bytes | None:
    done = subprocess.run(["git", "-C", str(root), *arguments], input=stdin, capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else None


def test_the_trees_as_they_were(root: Path) -> None:
    trees = trees_at("HEAD", lambda *a, **k: git(root, *a, **k), ALL, lambda path: path.endswith(".md"))
    assert trees == {"en": {"a.md": "one\n", "пo.md": "\n\n", "i.png": None}, "ru": {"x/b.md": ""}, "kk": {}}


def test_only_what_stood_there_is_standing(root: Path) -> None:
    told = [problem(0, path="docs/README.md"), problem(0, path="docs_ru/README.md")]
    assert standing(told, "HEAD", lambda *a, **k: git(root, *a, **k)) == (told[0],)


@pytest.mark.parametrize("revision", ["none", "--output=x", "", "HEAD:texts"])
def test_no_such_revision(root: Path, revision: str) -> None:
    with pytest.raises(Unreadable, match="no such revision"):
        trees_at(revision, lambda *a, **k: git(root, *a, **k), ALL, lambda path: path.endswith(".md"))
