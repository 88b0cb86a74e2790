"""Which pages of a site are searched, and how much their words count."""

from __future__ import annotations

import pytest

from tests.sites import build, plant, run

PAGE = "---\ntitle: {title}\n{more}---\n# {title} {{#{title}}}\n\nTorture is forbidden.\n{{: #p1 }}\n"


def page(title: str, more: str = "") -> str:
    return PAGE.format(title=title, more=more)


@pytest.fixture(name="found", scope="module")
def _found(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    root = tmp_path_factory.mktemp("site")
    plant(
        root,
        {
            "docs/a.md": page("a", "search: {boost: 0.1}\n"),
            "docs/b.md": page("b"),
            "docs/c.md": page("c", "search: {exclude: true}\n"),
            "docs/d.md": page("d", "search: {boost: 3}\n"),
            "docs/e.md": page("e", "search: {boost: many}\n"),
        },
    )
    build(root)
    done = run("search", "--lang", "en", "torture", "--site", str(root / "site"))
    return [line.split(".md")[0] for line in done.stdout.splitlines() if ".md" in line]


def test_a_page_that_asks_for_it_is_left_out(found: list[str]) -> None:
    assert "c" not in found


def test_words_count_as_the_page_says(found: list[str]) -> None:
    assert found == ["d", "b", "e", "a"]
