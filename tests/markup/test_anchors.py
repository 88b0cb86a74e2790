"""Paragraph numbers become public addresses, and headings an outline without gaps."""

import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ushtil.markup import extensions
from ushtil.markup.anchors import Labels, ParagraphAnchors, What
from ushtil.markup.outline import published_level


def build(text, labels=None):
    """The HTML of a text, and the extension that has its index."""
    used = extensions(labels)
    html = markdown.markdown(text, extensions=used)
    return html, next(extension for extension in used if isinstance(extension, ParagraphAnchors))


def ids(html):
    return re.findall(r'\bid="([^"]*)"', html)


def test_a_number_becomes_the_address_of_its_section():
    html, anchors = build("## Пытки {#s1-c}\n\nText *one*.\n{: #p3 }\n")
    assert html == (
        '<h2 id="s1-c">Пытки</h2>\n'
        '<p id="s1-c-p3"><a aria-label="Paragraph 3" class="address" data-search-exclude="" '
        'href="#s1-c-p3">3</a>'
        " Text <em>one</em>.</p>"
    )
    assert [(anchor.id, anchor.what) for anchor in anchors.index] == [
        ("s1-c", What.SECTION),
        ("s1-c-p3", What.PARAGRAPH),
    ]


@pytest.mark.parametrize(
    "block",
    [
        "Text.\n{: #p3 }",
        "*All* of `it`\n{: #p3 }",
        "- text\n  {: #p3 }",
        "1. text\n   {: #p3 }",
        "- text\n  {: #p3 }\n    - below",
        "> text\n> {: #p3 }",
        "> - text\n>   {: #p3 }",
        "Text[^1]\n{: #p3 }\n\n[^1]: Note",
        'Text.\n{: #p3 data-page="12" data-number="45" .point lang=en }',
    ],
)
def test_paragraphs_items_and_quotations_carry_numbers(block):
    html, _ = build(f"# T {{#s1}}\n\n{block}\n")
    assert ids(html).count("s1-p3") == 1
    assert html.count('href="#s1-p3"') == 1
    assert "{:" not in html


def test_other_attributes_stay_on_the_element():
    html, _ = build('# T {#s1}\n\nText.\n{: #p3 data-page="12" data-number="45" .point lang=en }\n')
    assert '<p class="point" data-number="45" data-page="12" id="s1-p3" lang="en">' in html


@pytest.mark.parametrize("number", ["p1", "p12", "p3a", "p3ab", "p0a"])
def test_numbers_of_later_paragraphs_have_letters(number):
    html, _ = build(f"# T {{#s1}}\n\nText.\n{{: #{number} }}\n")
    assert f'href="#s1-{number}">{number[1:]}</a>' in html


def test_tight_items_each_have_their_own():
    html, _ = build("# T {#s1}\n\n- one\n  {: #p1 }\n- two\n  {: #p2 }\n- three\n")
    assert ids(html) == ["s1", "s1-p1", "s1-p2"]
    assert html.count("<li") == 3


@pytest.mark.parametrize("given_id", ["p3x9", "p0", "p", "para", "P3", "p3A", "s1-p3", "pa3"])
def test_other_ids_are_left_alone(given_id):
    html, anchors = build(f"# T {{#s1}}\n\nText.\n{{: #{given_id} }}\n")
    assert f'<p id="{given_id}">Text.</p>' in html
    assert anchors.index[-1].what is What.OTHER


def test_merged_and_removed_paragraphs_lead_here():
    html, anchors = build('# T {#s1}\n\nText.\n{: #p3 also="p4 p5" removed="p6 nonsense" }\n')
    assert ids(html) == ["s1", "s1-p3", "s1-p4", "s1-p5", "s1-p6"]
    assert '<span id="s1-p4"></span><span id="s1-p5"></span>' in html
    assert 'aria-label="Paragraph 6 was removed" class="removed" id="s1-p6" role="note"' in html
    assert "also=" not in html and "removed=" not in html and "nonsense" not in html
    assert [anchor.what for anchor in anchors.index[1:]] == [
        What.ALSO,
        What.ALSO,
        What.REMOVED,
        What.PARAGRAPH,
    ]


def test_removed_may_stand_on_a_paragraph_without_a_number():
    html, _ = build('# T {#s1}\n\nText.\n{: removed="p6" }\n')
    assert ids(html) == ["s1", "s1-p6"]
    assert "address" not in html


def test_no_id_is_given_twice():
    html, anchors = build(
        "# T {#s1}\n\na\n{: #p1 }\n\nb\n{: #p1 }\n\nc\n{: #p2 also='p1' }\n\n## U {#s1-p2}\n"
    )
    assert sorted(ids(html)) == ["s1", "s1-p1", "s1-p2"]
    assert [anchor.id for anchor in anchors.duplicates] == ["s1-p1", "s1-p1", "s1-p2"]
    assert "<p>b</p>" in html


def test_a_section_is_the_nearest_pinned_heading_before():
    text = "# T {#s1}\n\n## No id\n\na\n{: #p1 }\n\n> ## Quoted {#q}\n\nb\n{: #p2 }\n\n"
    text += "### D {#s1-d}\n\nc\n{: #p1 }\n"
    assert [anchor.id for anchor in build(text)[1].index if anchor.what is What.PARAGRAPH] == [
        "s1-p1",
        "s1-p2",
        "s1-d-p1",
    ]


def test_a_page_without_headings_publishes_the_bare_number():
    assert 'id="p3"' in build("Text.\n{: #p3 }\n")[0]


def test_a_slug_never_takes_a_published_address():
    html, _ = build("# T {#s1}\n\nText.\n{: #p3 }\n\n## S1 P3\n")
    assert len(ids(html)) == len(set(ids(html)))


def test_code_and_footnotes_are_untouched():
    html, anchors = build("# T {#s1}\n\n    code\n    {: #p1 }\n\nText[^1].\n\n[^1]: Note.\n    {: #p2 }\n")
    assert "{: #p1 }" in html
    assert "address" not in html
    assert [anchor.id for anchor in anchors.index] == ["s1"]


def test_the_index_is_of_the_last_page_only():
    used = extensions()
    converter = markdown.Markdown(extensions=used)
    converter.convert("# T {#s1}\n\na\n{: #p1 }\n\nb\n{: #p1 }\n")
    converter.reset().convert("# U {#s2}\n")
    anchors = next(extension for extension in used if isinstance(extension, ParagraphAnchors))
    assert [anchor.id for anchor in anchors.index] == ["s2"]
    assert anchors.duplicates == ()


def test_labels_are_in_the_readers_language():
    html, _ = build(
        '# T {#s1}\n\na\n{: #p3 removed="p4" }\n', Labels("{number}-абзац", "{number}-абзац алынды")
    )
    assert 'aria-label="3-абзац"' in html and 'aria-label="4-абзац алынды"' in html


def test_a_numbered_list_after_a_bulleted_one_is_its_own():
    html, _ = build("- a\n\n3. b\n")
    assert '<ol start="3">' in html


def test_headings_close_up():
    html, _ = build("# A {#a}\n\n## B {#b}\n\n#### C {#c}\n\n###### D {#d}\n\n### E {#e}\n\n#### F {#f}\n")
    assert re.findall(r"<(h\d) id=\"(\w)\"", html) == [
        ("h1", "a"), ("h2", "b"), ("h3", "c"), ("h4", "d"), ("h3", "e"), ("h4", "f"),
    ]  # fmt: skip


def test_the_table_of_contents_has_the_levels_that_are_published():
    converter = markdown.Markdown(extensions=extensions())
    converter.convert("# A {#a}\n\n#### B {#b}\n")
    assert converter.toc_tokens[0]["children"][0]["level"] == 2


@given(st.lists(st.integers(1, 6), min_size=1, max_size=30))
def test_published_levels_have_no_gaps_and_keep_the_nesting(levels):
    above: list[int] = []
    published = [published_level(level, above) for level in levels]
    assert published[0] <= 2
    for place in range(1, len(levels)):
        assert published[place] <= max(published[place - 1] + 1, 2)
        assert published[place] <= levels[place] or levels[place] == 1
        if levels[place] > levels[place - 1]:
            assert published[place] > published[place - 1]
