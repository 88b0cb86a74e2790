"""What pinning puts into pages: small trees in, the changed bodies out; and that nothing else changes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from tests.casefiles import case_params, hold, load
from ushtil import languages
from ushtil.editing import pin
from ushtil.markup import extensions, frontmatter

ALL = languages.read(languages.SHIPPED)


def by_language(trees: dict[str, str]) -> dict[str, dict[str, str | None]]:
    """Texts by place as the library takes them."""
    found: dict[str, dict[str, str | None]] = {}
    for place, text in trees.items():
        tree, _, path = place.partition("/")
        language = ALL.by_tree(tree)
        assert language
        found.setdefault(language.code, {})[path] = text
    return found


@pytest.mark.parametrize("path", list(case_params("pin")))
def test_case(path: Path, update_cases: bool) -> None:
    case = load(path)
    trees = {place: windows(text) if case.get("windows") else text for place, text in case["trees"].items()}
    outcome = pin.plan(by_language(trees), ALL, case.get("pages", ()))
    told: dict[str, Any] = {"changed": {place: body(text) for place, text in outcome.value.items()}}
    told["recorded"] = {place: recorded(text) for place, text in outcome.value.items() if recorded(text)}
    told["problems"] = [str(problem) for problem in outcome.problems]
    hold(path, case, {key: value for key, value in told.items() if value}, update_cases, "outcome")
    for place, text in outcome.value.items():
        assert without_pins(text) == without_pins(trees[place])
    again = pin.plan(by_language({**trees, **outcome.value}), ALL, case.get("pages", ()))
    assert again.value == {}


def windows(text: str) -> str:
    return text.replace("\n", "\r\n")


def body(text: str) -> str:
    """What stands below the front matter; its line ends are shown where they are not the usual ones."""
    return frontmatter.split(text)[1].replace("\r\n", "␍\n")


def recorded(text: str) -> Any:
    return frontmatter.parse(text, "").value.metadata.get("translated_from")


def without_pins(text: str) -> str:
    """A text without ids, numbers and what is recorded of the original."""
    text = re.sub(r"(?m)^  [\w-]+: '?[0-9a-f]{12}'?\r?\n", "", text)
    text = re.sub(r"(?m)^[> ]*\{: #p\d+[a-z]*(?: also=\"[^\"]*\")? \}(?:\r?\n|\Z)", "", text)
    text = re.sub(r"\{: #p\d+[a-z]* ", "{: ", text)
    return re.sub(r" \{#[\w-]+\}|(?<=\{)#[\w-]+ ", "", text).rstrip()


BLOCKS = [
    "A paragraph.",
    "Two\nlines.",
    "- an item\n- another\n  of two lines",
    "1. first\n2. second",
    "- outer\n    - inner\n- last",
    "> quoted\n> more",
    "> one\n>\n> two",
    "> - quoted item",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "```\ncode\n\n{: #p1 }\n```",
    "    indented code",
    "<div>\n<p>html</p>\n</div>",
    "<!-- a\n\ncomment -->",
    "Text.\n{: .note }",
    "Numbered.\n{: #p2 }",
    "Apart.\n{: #own }",
    "A note[^1].",
    "[^1]: Its text.",
    "## A heading",
    "## Pinned {#pinned}",
    "### With class {.wide} ###",
    "Underlined\n==========",
    "***",
    "!!! note\n    Admonished.",
    "Touching\n```\ncode\n```",
    "# Top",
]


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(BLOCKS), max_size=7), st.booleans())
def test_nothing_but_pins_is_put_in_and_readers_see_the_same(blocks: list[str], ends: bool) -> None:
    text = "---\ntitle: A\n---\n" + "\n\n".join(blocks) + ("\n" if ends else "")
    outcome = pin.plan({"en": {"a.md": text}}, ALL)
    pinned = outcome.value.get("docs/a.md", text)
    assert without_pins(pinned) == without_pins(text)
    assert shown(pinned) == shown(text)
    assert pin.plan({"en": {"a.md": pinned}}, ALL).value == {}


def shown(text: str) -> list[str]:
    """The words that readers see, numbers in the margin apart."""
    html = Markdown(extensions=extensions()).convert(frontmatter.split(text)[1])
    html = re.sub(r'<a aria-label="[^"]*" class="address".*?</a>|<a class="address".*?</a>', "", html)
    return re.sub(r"<[^>]*>", " ", html).split()
