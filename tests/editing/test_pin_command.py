"""`ushtil pin`: what it writes and prints, its exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scripts.main import cli
from tests.sites import plant

EN = "---\ntitle: A\noriginal: en\n---\n\n# A {#a}\n\nText.\n"
KK = "---\ntitle: Ә\noriginal: en\n---\n\n# Ә {#a}\n\nМәтін.\n"


def pin(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["pin", "--root", str(root), *arguments])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return plant(tmp_path, {"docs/a.md": EN, "docs_kk/a.md": KK, "docs/b.md": EN})


def test_all_pages_in_all_languages(root: Path) -> None:
    result = pin(root)
    assert result.exit_code == 0
    assert result.stderr == "docs/a.md: pinned\ndocs/b.md: pinned\ndocs_kk/a.md: pinned\n"
    assert (root / "docs_kk/a.md").read_text("utf-8") == KK + "{: #p1 }\n"
    assert pin(root).stderr == "nothing to pin\n"


@pytest.mark.parametrize("name", ["a", "a.md", "docs/a.md", "docs_kk/a.md"])
def test_a_page_is_named_in_any_language(root: Path, name: str) -> None:
    assert pin(root, name).stderr == "docs/a.md: pinned\ndocs_kk/a.md: pinned\n"
    assert (root / "docs/b.md").read_text("utf-8") == EN


def test_check_writes_nothing_and_prints_the_difference(root: Path) -> None:
    result = pin(root, "--check", "b")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:2] == ["--- a/docs/b.md", "+++ b/docs/b.md"]
    assert result.stdout.endswith(" Text.\n+{: #p1 }\n")
    assert (root / "docs/b.md").read_text("utf-8") == EN


@pytest.mark.parametrize("name", ["none", "../a.md", "/etc/passwd", ""])
def test_no_such_page_is_exit_code_2(root: Path, name: str) -> None:
    result = pin(root, name)
    assert result.exit_code == 2
    assert (root / "docs/a.md").read_text("utf-8") == EN


def test_what_is_not_utf_8_is_exit_code_2_and_nothing_is_written(root: Path) -> None:
    plant(root, {"docs_ru/c.md": b"\xff\xfe"})
    result = pin(root)
    assert result.exit_code == 2
    assert "docs_ru/c.md" in result.stderr
    assert (root / "docs/a.md").read_text("utf-8") == EN
