"""`translated_from` in front matter: these lines change, and no other byte."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ushtil.markup import frontmatter
from ushtil.problems import Unreadable
from ushtil.status.record import record

NEW = {"s1": "0123456789ab", "s2": "123456789012"}
LINES = "translated_from:\n  s1: 0123456789ab\n  s2: '123456789012'\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: A\n", f"title: A\n{LINES}"),
        ("title: A\ntranslated_from:\n  s9: abcdefab\n", f"title: A\n{LINES}"),
        ("translated_from: {s9: abcdefab,\n  s8: abcdefab}\ntitle: A # why\n", f"{LINES}title: A # why\n"),
        ("title: A\ntranslated_from:\n  # old\n  s9: abcdefab\n\ndoc: a\n", f"title: A\n{LINES}\ndoc: a\n"),
    ],
)
def test_only_its_lines_change(before: str, after: str) -> None:
    assert record(f"---\n{before}---\n\n# A\n", NEW, "a.md") == f"---\n{after}---\n\n# A\n"


def test_line_ends_and_byte_order_mark_stay() -> None:
    text = "\ufeff---\r\ntitle: A\r\n---\r\n# A\r\n"
    changed = record(text, {"s1": "0123456789ab"}, "a.md")
    assert changed == text.replace("A\r\n-", "A\r\ntranslated_from:\r\n  s1: 0123456789ab\r\n-")


@pytest.mark.parametrize("text", ["# A\n", "---\ntitle: A\n", "---\ntitle: [\n---\n"])
def test_what_has_no_front_matter_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match=r"docs_kk/a\.md"):
        record(text, NEW, "docs_kk/a.md")


ids = st.from_regex(r"[A-Za-z][A-Za-z0-9_.-]{0,9}", fullmatch=True)
hashes = st.dictionaries(ids, st.from_regex(r"[0-9a-f]{12}", fullmatch=True), min_size=1)


@settings(deadline=None)
@given(hashes, hashes)
def test_what_is_recorded_is_read_back(first: dict[str, str], second: dict[str, str]) -> None:
    text = record(record("---\ntitle: A\n---\n\n# A\n", first, "a.md"), second, "a.md")
    outcome = frontmatter.parse(text, "a.md")
    assert outcome.problems == ()
    assert outcome.value.metadata == {"title": "A", "translated_from": second}
    assert outcome.value.body == "\n# A\n"
