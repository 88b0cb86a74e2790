"""`ushtil check --since REV`: only what a change brings."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scripts.main import cli
from tests.sites import plant

OLD = "---\ntitle: A\n---\n\n# A {#a}\n\n[x](dead.md)\n{: #p1 }\n"


def check(root: Path, *options: str) -> Result:
    return CliRunner().invoke(cli, ["check", "--root", str(root), *options])


def messages(result: Result) -> list[tuple[int, str]]:
    return [(problem["line"], problem["code"]) for problem in json.loads(result.stdout)["problems"]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Trees with a dead link, committed."""
    root = plant(
        tmp_path / "texts", {"docs/a.md": OLD, "docs/README.md": "No page.", "glossary/a.yml": "id: b\n"}
    )
    name = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "."], [*name, "commit", "-q", "-m", "one"]):
        subprocess.run(["git", "-C", str(tmp_path), *arguments], check=True)
    return root


def test_what_was_there_is_not_told(root: Path) -> None:
    assert "L01" in check(root).stderr
    assert "glossary/a.yml:1 G02" in check(root).stderr
    result = check(root, "--since", "HEAD", "--json", "--strict")
    assert result.exit_code == 0
    assert messages(result) == []


def test_what_a_change_brings_is_told_though_lines_move(root: Path) -> None:
    plant(root, {"docs/a.md": OLD.replace("# A {#a}\n", "# A {#a}\n\n[y](gone.md)\n{: #p1a }\n")})
    result = check(root, "--since", "HEAD", "--json")
    assert result.exit_code == 1
    assert messages(result) == [(7, "L01")]


def test_a_link_dies_with_the_page_that_it_led_to(root: Path) -> None:
    """What a change brings may stand in a file that it left alone."""
    plant(root, {"docs/b.md": OLD, "docs/c.md": OLD.replace("dead.md", "b.md")})
    subprocess.run(["git", "-C", str(root), "add", "."], check=True)
    name = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(root), *name, "commit", "-q", "-m", "two"], check=True)
    (root / "docs/b.md").unlink()
    problems = json.loads(check(root, "--since", "HEAD", "--json").stdout)["problems"]
    assert [(problem["path"], problem["code"]) for problem in problems] == [("docs/c.md", "L01")]


def test_no_such_revision_is_exit_code_2(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    result = check(root, "--since", "none")
    assert result.exit_code == 2
    assert "git knows no such revision here" in result.stderr
    elsewhere = plant(tmp_path_factory.mktemp("elsewhere"), {"docs/a.md": OLD})
    assert check(elsewhere, "--since", "HEAD").exit_code == 2
