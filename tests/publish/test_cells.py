"""The quick way from Markdown to HTML says what Markdown says."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ushtil.markup.escape import paragraph
from ushtil.publish import sections, units
from ushtil.publish.cells import Context, Renderer
from ushtil.publish.units import Form, Unit

RENDERER = Renderer()
CONTEXT = Context(
    lambda href: href if ":" in href else f"../{href}", {"1": ("#page:note-1", 1), "x": ("#page:note-2", 2)}
)
PIECES = st.sampled_from(
    [
        *"ың.,!?()><&*_`[]{}#-+~^|=:\"'\\",
        *("word", " ", " ", "\n", "\\[", "\\*", "\\<", "\\!", "[^1]", "[^none]", "*stressed*", "**strong**"),
        *("<https://example.org/a?b=c>", "[label](page.md#s1)", "![", "](x)", "&amp;", "1\\.", "* "),
    ]
)


@settings(max_examples=500, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
@example("[a!](x)b")
@example("*a*b*")
@example("a ** b ** c")
def test_what_is_taken_for_plain_reads_as_markdown_reads_it(text: str) -> None:
    # A word in front, or the text might be a heading or a list.
    text = f"Word {text.strip()} word"
    RENDERER.context = CONTEXT
    held = units.read(sections.chunks(text)).parts[0].units
    plain = RENDERER.plain(text)
    if plain is not None and [unit.form for unit in held] == [Form.PARAGRAPH]:
        assert f"<p>{plain}</p>" == RENDERER._html(text)


@pytest.mark.parametrize(
    "text",
    [
        paragraph("Words, «quoted» — 5/1; https://example.org and <b> [x] a_b & c."),
        "Note[^1]",
        "a *b* **c** [d](e.md)",
    ],
)
def test_what_documents_hold_is_mostly_plain(text: str) -> None:
    RENDERER.context = CONTEXT
    assert RENDERER.plain(text)


def rendered(*units: Unit) -> list[str]:
    return RENDERER.render(units, CONTEXT)


def test_simple_pieces_and_those_that_markdown_reads_come_out_in_order() -> None:
    table = "| a | b |\n|---|---|\n| 1 | `2` |"
    found = rendered(
        Unit(Form.PARAGRAPH, "plain", classes=("caption",)),
        Unit(Form.PARAGRAPH, "some `code` here[^x]", language="ru"),
        Unit(Form.OTHER, table),
        Unit(Form.NUMBERED_ITEM, "_item_", place=3),
        Unit(Form.QUOTE, "quoted"),
        Unit(Form.TITLE, "1. `Title`"),
    )
    assert found[0] == '<p class="caption">plain</p>'
    mark = '<sup><a aria-label="2" href="#page:note-2" role="doc-noteref">2</a></sup>'
    assert found[1] == f'<p lang="ru">some <code>code</code> here{mark}</p>'
    assert found[2].startswith('<div class="table"') and "<code>2</code>" in found[2]
    assert found[3:] == [
        '<ol start="3"><li><em>item</em></li></ol>',
        "<blockquote><p>quoted</p></blockquote>",
        "1. <code>Title</code>",
    ]


def test_html_left_open_in_one_piece_takes_no_other_in() -> None:
    found = rendered(Unit(Form.OTHER, "<div>\nopen"), Unit(Form.PARAGRAPH, "`next`"))
    assert len(found) == 2 and found[1] == "<p><code>next</code></p>"


def test_no_id_stands_in_a_cell_and_links_are_those_of_the_page() -> None:
    [found] = rendered(
        Unit(Form.OTHER, '- a\n  {: #p1 }\n    - b [c](d.md) ![e](f.png)\n      {: #p2 also="p3" }')
    )
    assert "id=" not in found and "also" not in found
    assert 'href="../d.md"' in found and 'src="../f.png"' in found
