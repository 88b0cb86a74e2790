"""A table scrolls within a frame, which is named after its section and can be reached by the keyboard."""

from __future__ import annotations

import markdown
import pytest

from tests.sites import Tags
from ushtil.markup import extensions

TABLE = "| a | b |\n|---|--:|\n| 1 | 2 |\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"# Title\n\n## Torture {{#t}}\n\n{TABLE}", ["Torture"]),
        (f"## Section 1\\.2 \\(a\\) \\[x\\]\n\n{TABLE}", ["Section 1.2 (a) [x]"]),
        (f"## The `code`, and more\n\n{TABLE}", ["The code, and more"]),
        (f"## A & *B* “c”\n\n{TABLE}", ["A & B “c”"]),
        (f"## One\n\n{TABLE}\n## Two\n\n{TABLE}", ["One", "Two"]),
        # A name that says nothing is worse than none.
        (TABLE, [""]),
        ("## None\n\nText, and `| a |`.\n", []),
    ],
)
def test_a_table_has_a_frame(text: str, names: list[str]) -> None:
    frames = Tags(markdown.markdown(text, extensions=extensions(permalink_title="Link"))).all(
        "div", **{"class": "table"}
    )
    assert [frame.get("aria-label", "") for frame in frames] == names
    assert all(frame["tabindex"] == "0" for frame in frames)
    assert [frame.get("role", "") for frame in frames] == ["region" if name else "" for name in names]


def test_what_follows_a_table_stands_outside_its_frame() -> None:
    html = markdown.markdown("> | a |\n> |---|\n> | 1 |\n\nAfter.", extensions=extensions())
    assert html.index("</table>") < html.index("</div>") < html.index("</blockquote>") < html.index("After.")
