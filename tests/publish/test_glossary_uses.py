"""Where concepts are named, from the Markdown sources; the same texts that marks are made from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from markdown import Markdown

from tests.sites import REPOSITORY, plant
from ushtil import languages
from ushtil.markup import extensions
from ushtil.markup.terms import Found, Place, Terms
from ushtil.publish import sections, site
from ushtil.publish.glossary_uses import Use, texts, uses

ALL = languages.read(languages.SHIPPED)


def find(text: str) -> Sequence[Found]:
    return [
        Found(match[0].lower(), *match.span()) for match in re.finditer(r"\b(?:Troika|UPR|troika)\b", text)
    ]


def used(root: Path, files: Mapping[str, str], code: str = "en") -> Mapping[str, tuple[Use, ...]]:
    return uses(site.plan(plant(root, files), ALL).value, code, find)


def test_pages_and_sections_in_the_order_of_reading(tmp_path: Path) -> None:
    files = {
        "docs/b.md": "---\norder: 1\n---\n# B {#b}\n\nThe troika.\n\n## One {#one}\n\nNone.\n\n"
        "## *Two* {#two}\n\nThe troika, a troika.\n\n### Without an id\n\nUPR.\n",
        "docs/a.md": "# A {#a}\n\n## The UPR {#x}\n\nNone.\n",
        "docs_ru/a.md": "# А {#a}\n\nA troika.\n",
    }
    assert used(tmp_path, files) == {
        "troika": (Use("b.md"), Use("b.md", "two", "Two")),
        "upr": (Use("b.md", "two", "Two"), Use("a.md", "x", "The UPR")),
    }
    assert used(tmp_path, files, "ru") == {"troika": (Use("a.md"),)}
    assert used(tmp_path, files, "kk") == {}


@pytest.mark.parametrize(
    "text",
    [
        "`troika`",
        "```\ntroika\n```",
        "    troika",
        "[the troika](x.md)",
        "[the troika][x]",
        "![troika](x.png)",
        "<a href='troika'>x</a>",
        "<div>troika</div>",
        "<!-- troika -->",
        "Text.\n{: .troika }",
        "Text[^troika].\n\n[^troika]: Text.",
        "troikas",
    ],
)
def test_what_is_no_use(text: str, tmp_path: Path) -> None:
    assert used(tmp_path, {"docs/a.md": f"# A {{#a}}\n\n{text}\n"}) == {}


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("One\ntwo.\n{: #p1 }", ["One\ntwo."]),
        ("A *stressed* \\[word\\] `x` and [y](z \"t\") so", ["A stressed [word]", "and", "so"]),
        ("- one\n- two\n  {: #p2 }", ["one", "two"]),
        ("> one\n> two", ["one\ntwo"]),
        ("| a | b |\n| - | - |\n| c \\| d | e |", ["a", "b", "-", "-", "c | d", "e"]),
        ("R&D &amp; one[^1]", ["R&D", "one"]),
    ],
)  # fmt: skip
def test_runs_of_plain_text(text: str, runs: list[str]) -> None:
    [chunk] = sections.chunks(text)
    assert list(texts(chunk)) == runs


def test_a_text_of_the_site_is_looked_through_once() -> None:
    """What marks are made from is, but for rare forms, what was looked through for the list of uses."""
    marked, listed = set[str](), set[str]()
    for language in ALL:
        terms = Terms({language.code: lambda text: marked.add(text) or ()})  # type: ignore[func-returns-value]
        terms.page = Place(language.code, "glossary.html")
        for file in sorted((REPOSITORY / language.tree).rglob("*.md")):
            body = site.heads.body(file.read_text(encoding="utf-8"))
            Markdown(extensions=[*extensions(), terms]).convert(body)
            listed.update(text for chunk in sections.chunks(body) for text in texts(chunk))
    assert len(marked) > 50
    assert len(marked & listed) > 0.97 * len(marked), sorted(marked - listed)[:5]
