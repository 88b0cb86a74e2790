"""Titles, and what of the front matter the theme may see."""

from __future__ import annotations

import pytest

from ushtil.markup.escape import escape_anywhere
from ushtil.publish import heads
from ushtil.publish.heads import Head


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Title {#s1}\n", "Title"),
        ("---\ntitle: Of the front matter\n---\n# Of the text\n", "Of the front matter"),
        ("---\ntitle: 2022\n---\n", "2022"),
        ("Text first.\n\n# Then the title #\n", "Then the title"),
        ("# 1\\. *Пытки* и [ссылка](x.md)[^1] {#s1 .x}\n", "1. Пытки и ссылка"),
        ("# `a_b` and snake_case_name\n", "a_b and snake_case_name"),
        ("# Құқықтар \\<b\\> {x}\n", "Құқықтар <b>"),
        ("```\n# a comment in code\n```\n\n# Title\n", "Title"),
        ("<!-- # no -->\n# Title\n", "Title"),
        ("## A section only\n", ""),
        ("#hashtag\n", ""),
        ("", ""),
    ],
)
def test_title(text: str, title: str) -> None:
    assert heads.read(text, "docs/a.md").value.title == title


def test_the_body_is_all_but_the_front_matter() -> None:
    assert heads.body("---\ntitle: T\n---\n\nNote: a line\n\n# T\n") == "Note: a line\n\n# T\n"
    assert heads.body("Note: a line\n\n# T\n") == "Note: a line\n\n# T\n"
    assert heads.body("﻿---\ntitle: T\n---\n# T\n") == "# T\n"


def test_yaml_that_cannot_be_read_is_told_and_a_page_without_front_matter_is_not() -> None:
    [problem] = heads.read("---\ntitle: a: b\n---\n# T\n", "docs/a.md").problems
    assert str(problem).startswith("docs/a.md:2 F02 ")
    assert not heads.read("# T\n", "docs/a.md").problems


def test_the_theme_sees_texts_as_html_and_nothing_that_it_takes_for_an_order() -> None:
    metadata = {
        "author": "A",
        "description": 'say "x"',
        "status": "original",
        "icon": "../../x",
        "hide": ["toc"],
    }
    assert Head(metadata).shown == {
        "description": "say &quot;x&quot;",
        "hide": ["toc"],
    }


@pytest.mark.parametrize(("value", "order"), [(2, 2), (1.5, 1.5), ("2", None), (True, None), (None, None)])
def test_only_a_number_is_an_order(value: object, order: float | None) -> None:
    assert Head({"order": value}).order == order


@pytest.mark.parametrize(
    "title", ["*a* [b](c) `d`", "1. One & <two>", "a_b \\ {#x} # | ~~x~~ ^y^", "![x](y)"]
)
def test_a_title_put_into_markdown_reads_the_same(title: str) -> None:
    from markdown import markdown

    html = markdown(f"# {escape_anywhere(title)}\n", extensions=["attr_list", "footnotes", "tables"])
    assert html == f"<h1>{title.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}</h1>"
