"""The scanner finds the ids that Markdown builds, on the lines where they stand."""

import time
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import casefiles
from ushtil import languages
from ushtil.checks import check
from ushtil.markup import extensions, frontmatter
from ushtil.markup.anchors import ParagraphAnchors
from ushtil.markup.scan import scan
from ushtil.markup.visible import CODE, visible

ROOT = Path(__file__).parent.parent.parent


def built_ids(body):
    used = extensions()
    markdown.markdown(body, extensions=used)
    anchors = next(extension for extension in used if isinstance(extension, ParagraphAnchors))
    return {anchor.id for anchor in (*anchors.index, *anchors.duplicates)}


def shipped_pages():
    yield from (
        pytest.param(path, id=str(path.relative_to(ROOT))) for path in sorted(ROOT.glob("docs*/**/*.md"))
    )


def bodies_of_cases():
    for param in casefiles.case_params("checks"):
        for language, tree in casefiles.load(param.values[0])["trees"].items():
            for path, text in tree.items():
                if text is not None:
                    yield pytest.param(frontmatter.split(text)[1], id=f"{param.id}-{language}-{path}")


@pytest.mark.parametrize("path", list(shipped_pages()))
def test_ids_of_shipped_pages_are_those_that_are_built(path):
    body = frontmatter.split(path.read_text(encoding="utf-8"))[1]
    assert {name for _, name in scan(body).ids()} == built_ids(body)


@pytest.mark.parametrize("body", list(bodies_of_cases()))
def test_ids_of_cases_are_those_that_are_built(body):
    assert {name for _, name in scan(body).ids()} == built_ids(body)


def test_lines_are_the_files():
    found = scan("\n# A {#a}\n\nText\ntext.\n{: #p1 }\n", first_line=4)
    assert [(heading.line, heading.level, heading.title) for heading in found.headings] == [(5, 1, "A")]
    assert [(p.line, p.last_line, p.number) for p in found.paragraphs] == [(7, 9, "p1")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("```\na\n\nb\n```\nc", [CODE] * 5 + ["c"]),
        ("~~~ py\na\n~~~", [CODE] * 3),
        ("```\nnever closed", ["```", "never closed"]),
        ("a\n\n    code\n\n    code\n\nb", ["a", "", CODE, "", CODE, "", "b"]),
        ("- a\n\n    text", ["- a", "", "    text"]),
        ("[^1]: a\n\n    text", ["[^1]: a", "", "    text"]),
        ("a\n    goes on", ["a", "    goes on"]),
        ("a `b` ``c ` d``", [f"a {CODE * 3} {CODE * 9}"]),
        (r"a \`b\`", [r"a \`b\`"]),
        ("a <!-- b\nc --> d", ["a ", " d"]),
    ],
)
def test_code_and_comments_are_masked(body, expected):
    assert visible(body) == expected


@pytest.mark.parametrize(
    "sign",
    [
        "[x](",
        "a`` ",
        "[",
        "<a ",
        "{: ",
        "![a](",
        "\\",
        "> ",
        "<!-- ",
        "~~~\n",
        "- ",
        "{#a ",
        '{: a="',
        "[a](b 'c ",
    ],
)
def test_a_hostile_page_takes_no_longer_than_its_length(sign):
    started = time.process_time()
    check({"en": {"a.md": sign * 20_000}}, languages.read(languages.SHIPPED))
    # Each takes under 0.2 s; what grows with the square of the length takes 10 s and more.
    assert time.process_time() - started < 3


@given(st.text(st.sampled_from("#`~ \n->*1.|[]{:}x\t<!"), max_size=80))
def test_masking_keeps_every_line(body):
    assert len(visible(body)) == body.count("\n") + 1
    scan(body)
