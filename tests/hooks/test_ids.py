"""An address within a page leads to one place."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests import sites
from tests.sites import Tags

# Sections that are named as parts of the frame might be.
TAKEN = ["main", "texts", "notes", "doubt", "cite", "cite-title", "show-1", "search-list", "term"]
TEXT = "# Report {#report}\n\n" + "\n\n".join(f"## {name} {{#{name}}}\n\nText[^1]." for name in TAKEN)


@pytest.fixture(scope="module")
def clashing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one page whose sections have such names."""
    root = tmp_path_factory.mktemp("clashing")
    sites.plant(root, {f"{tree}/index.md": f"{TEXT}\n\n[^1]: Note.\n" for tree in ("docs", "docs_kk")})
    sites.build(root)
    return root / "site"


@pytest.mark.parametrize("site", ["shipped", "mixed", "clashing"])
def test_no_id_stands_twice_on_a_page(site: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(site)
    files = sorted(folder.rglob("*.html"))
    assert len(files) > 3
    for file in files:
        ids = [attrs["id"] for _, attrs in Tags(file.read_text(encoding="utf-8")).tags if "id" in attrs]
        twice = {name for name, count in Counter(ids).items() if count > 1}
        assert not twice, file.relative_to(folder)


def test_sections_are_found_behind_any_name(clashing: Path) -> None:
    for page in ("index.html", "kk/index.html", "parallel/index.html"):
        ids = {attrs.get("id") for _, attrs in Tags((clashing / page).read_text(encoding="utf-8")).tags}
        assert ids.issuperset(TAKEN), page
