"""SVG files in, what a book holds of them out: one file a case in tests/cases/drawings; and any drawing.

`book` is empty where the drawing is left out, so that its words stand.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import casefiles
from ushtil.epub import drawings, pictures

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'


@pytest.mark.parametrize("path", list(casefiles.case_params("drawings")))
def test_case(path, update_cases):
    case = casefiles.load(path)
    made = pictures.drawing(case["svg"].encode()).decode().removeprefix(HEAD).rstrip("\n")
    casefiles.hold(path, case, made, update_cases, "book")


@pytest.mark.parametrize("encoding", ["utf-16", "cp1251"])
def test_words_in_another_encoding_are_not_shown_broken(encoding):
    text = '<svg xmlns="http://www.w3.org/2000/svg"><text y="9">слово</text></svg>'
    assert pictures.drawing(text.encode(encoding)) == b""
    assert "слово" in pictures.drawing(text.encode("utf-8-sig")).decode()


NAMES = sorted(
    drawings.NAMES | {"use", "image", "a", "style", "script", "foreignObject", "animate", "defs", "p"}
)
KEYS = ["fill", "stroke", "d", "x", "r", "transform", "class"]
KEYS += ["style", "href", "xlink:href", "onclick", "filter", "mask", "id"]
VALUES = [
    "9",
    "red",
    "none",
    "url(#a)",
    "url(http://a.b/c)",
    "javascript:x",
    "fill:url(x)",
    "stroke:#f00;fill:red",
]
ELEMENTS = st.builds(
    lambda name, key, value: f'<{name} {key}="{value}" width="1" height="1">',
    st.sampled_from(NAMES),
    st.sampled_from(KEYS),
    st.sampled_from(VALUES),
)
PIECES = st.one_of(ELEMENTS, st.sampled_from(NAMES).map(lambda name: f"</{name}>"), st.text(max_size=5))


@given(st.lists(PIECES, max_size=20).map("".join))
def test_any_drawing_is_xml_that_asks_for_nothing(inner):
    made = pictures.drawing(f"<svg>{inner}</svg>".encode("utf-8", "replace"))
    if not made:
        return
    for one in ElementTree.fromstring(made).iter():
        assert one.tag.rpartition("}")[2] in drawings.NAMES
        for key, value in one.attrib.items():
            assert not re.search("href|^on|style", key) and not re.search(r"url|script|//", value)
