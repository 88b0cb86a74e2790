"""What a section says, as its hash is made of it."""

from __future__ import annotations

import pytest

from ushtil.markup.scan import scan
from ushtil.status.passages import DIGITS, hashes, passages


def text_of(body: str) -> str:
    return passages(body, scan(body))["s"].text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("One\ntwo.\n{: #p1 }", "One two."),
        ("- a\n  b\n  {: #p1 }\n- c\n  {: #p2 }", "- a b\n- c"),
        ("1. a\n2. b", "1. a\n2. b"),
        ("> a\n> b\n>\n> c\n> {: #p1 }", "> a b\n> c"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n{: .wide }", "| a | b |\n|---|---|\n| 1 | 2 |"),
        ("```\n{: #x }\n  <!-- kept -->\n```", "```\n{: #x }\n  <!-- kept -->\n```"),
        ("Text. <!-- gone -->\n\n<!-- gone\n\ntoo -->\nMore.", "Text.\nMore."),
        ("Text[^7].\n\n[^7]: A\n    note.\n\n    Its end.\n\nMore.", "Text[^].\nMore.\n[^] A note. Its end."),
        ("Text.\n\n[^7]: Cited nowhere.", "Text."),
        ("Text.\n\n### No id\n\nMore.", "Text.\nNo id\nMore."),
    ],
)
def test_text(written: str, text: str) -> None:
    assert text_of(f"# T {{#t}}\n\n## S {{#s .x}}\n\n{written}\n") == f"S\n{text}"


def test_a_section_ends_where_one_with_an_id_begins() -> None:
    assert text_of("## S {#s}\n\nOwn.\n\n### Below {#below}\n\nNot own.\n") == "S\nOwn."


def test_the_level_is_no_part_of_it() -> None:
    """A section that moves to a page of its own is no other."""
    one, other = "## S {#s}\n\nOwn.\n", "# S {#s}\n\nOwn.\n"
    assert hashes(one, scan(one)) == hashes(other, scan(other))


def test_hashes_are_in_reading_order_and_short() -> None:
    body = "# T {#t}\n\n## Z {#z}\n\n## A {#a}\n"
    held = hashes(body, scan(body))
    assert list(held) == ["t", "z", "a"]
    assert {len(value) for value in held.values()} == {DIGITS}


def test_a_hash_that_begins_alike_or_tells_its_kind_is_understood() -> None:
    body = "# T {#t}\n"
    passage = passages(body, scan(body))["t"]
    assert passage.is_what(passage.hash[:8])
    assert passage.is_what(f"sha256:{passage.hash}")
    assert not passage.is_what("00000000")


@pytest.mark.parametrize(
    ("written", "marked"),
    [
        ('## S {#s .untranslated lang="ru"}\n', True),
        ('## S {#s}\n\nText.\n{: #p1 .untranslated lang="ru" }\n', True),
        ("## S {#s}\n\n> Text.\n> {: #p1 .untranslated }\n", True),
        ("## S {#s}\n\nText .untranslated.\n{: #p1 .untranslated-x }\n", False),
        ("## S {#s}\n\n```\n{: .untranslated }\n```\n", False),
    ],
)
def test_untranslated(written: str, marked: bool) -> None:
    assert passages(written, scan(written))["s"].is_untranslated is marked
