"""`ushtil status`: what it prints, what it writes, its exit codes; with a true git."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from scripts.main import cli
from tests.sites import plant

RU = "---\ntitle: А\noriginal: ru\n---\n\n# А {#a}\n\nБыло 14 жалоб.\n{: #p1 }\n"
KK = "---\ntitle: Ә\noriginal: ru\n---\n\n# Ә {#a}\n\n14 шағым түсті.\n{: #p1 }\n"


def status(root: Path, *options: str) -> Result:
    return CliRunner().invoke(cli, ["status", "--root", str(root), *options])


def git(root: Path, *arguments: str) -> None:
    name = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(root), *name, *arguments], check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Trees below a repository, the translation accepted, the original then renamed and changed."""
    git(tmp_path, "init", "-q")
    root = plant(tmp_path / "texts", {"docs_ru/old.md": RU, "docs_kk/old.md": KK})
    assert status(root, "--accept", "docs_kk/old.md").exit_code == 0
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "one")
    for tree in ("docs_ru", "docs_kk"):
        git(tmp_path, "mv", f"texts/{tree}/old.md", f"texts/{tree}/new.md")
    git(tmp_path, "commit", "-q", "-m", "two")
    return plant(root, {"docs_ru/new.md": RU.replace("14", "15")})


def section(result: Result) -> dict[str, Any]:
    pages = json.loads(result.stdout)["pages"]
    (found,) = next(page["sections"] for page in pages if page["language"] == "kk")
    assert isinstance(found, dict)
    return found


def test_the_difference_is_found_in_history_through_a_rename(root: Path) -> None:
    result = status(root, "--json")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert section(result)["difference"] == ["@@ -1,2 +1,2 @@", " А", "-Было 14 жалоб.", "+Было 15 жалоб."]
    assert "        -Было 14 жалоб.\n" in status(root).stdout


def test_without_history_it_says_so(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    files = {name: (root / name).read_text("utf-8") for name in ("docs_ru/new.md", "docs_kk/new.md")}
    elsewhere = plant(tmp_path_factory.mktemp("elsewhere"), files)
    assert section(status(elsewhere, "--json"))["difference"] is None
    assert "is not in git's history" in status(elsewhere).stdout


def test_accept_makes_it_current(root: Path) -> None:
    result = status(root, "--accept", "new.md#a", "--json")
    assert json.loads(result.stdout) == {"accepted": [{"place": "docs_kk/new.md", "sections": ["a"]}]}
    assert section(status(root, "--json"))["state"] == "current"
    again = status(root, "--accept", "new#a")
    assert "nothing to renew" in again.stderr


def test_several_sections_of_a_page_are_accepted_together(tmp_path: Path) -> None:
    more = "\n## {title} {{#b}}\n\n{text}\n{{: #p1 }}\n\n## {title} {{#c}}\n\n{text}\n{{: #p1 }}\n"
    russian, kazakh = RU + more.format(title="Б", text="Было."), KK + more.format(title="Б", text="Болды.")
    root = plant(tmp_path, {"docs_ru/new.md": russian, "docs_kk/new.md": kazakh})
    assert status(root, "--accept", "docs_kk/new.md#a", "--accept", "docs_kk/new.md#c").exit_code == 0
    pages = json.loads(status(root, "--json").stdout)["pages"]
    kazakh_page = next(page for page in pages if page["language"] == "kk")
    states = {one["id"]: one["state"] for one in kazakh_page["sections"]}
    assert states == {"a": "current", "b": "unrecorded", "c": "current"}


def test_all_or_none_is_accepted(root: Path) -> None:
    before = (root / "docs_kk/new.md").read_bytes()
    assert status(root, "--accept", "docs_kk/new.md", "--accept", "docs_kk/none.md").exit_code == 2
    assert (root / "docs_kk/new.md").read_bytes() == before


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("docs_ru/new.md", "is the original"),
        ("docs_kk/none.md", "is no translation"),
        ("../x.md", "names no page"),
        ("/etc/x.md", "is no page below"),
        ("new.md#z", "no section of the page; name one of #a"),
    ],
)
def test_what_cannot_be_accepted(root: Path, page: str, told: str) -> None:
    result = status(root, "--accept", page)
    assert result.exit_code == 2
    assert told in result.stderr


def test_an_error_in_front_matter_is_exit_code_1(tmp_path: Path) -> None:
    plant(tmp_path, {"docs_ru/a.md": RU.replace("original: ru", "original: [")})
    result = status(tmp_path)
    assert result.exit_code == 1
    assert "docs_ru/a.md" in result.stderr


def test_no_trees_is_exit_code_2(tmp_path: Path) -> None:
    assert status(tmp_path).exit_code == 2
