"""HTML in, what a book holds of it out: one file a case in tests/cases/xhtml; and any HTML at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import casefiles
from ushtil.epub import allowed, cleaning, drawings, xhtml


@pytest.mark.parametrize("path", list(casefiles.case_params("xhtml")))
def test_case(path, update_cases):
    case = casefiles.load(path)
    whole = xhtml.written(cleaning.clean(case["html"]))
    casefiles.hold(path, case, whole.removeprefix("<div>").removesuffix("</div>"), update_cases, "xhtml")


NAMES = sorted(
    allowed.PHRASING
    | allowed.LINES
    | allowed.BLOCKS
    | allowed.AS_DIV
    | allowed.TABLE
    | drawings.NAMES
    | {"ul", "ol", "dl", "table", "details", "summary", "svg", "math", "font", "script", "p/", "/p", "/div"}
)
PIECES = st.one_of(
    st.sampled_from(NAMES).map(lambda name: f"<{name}>"),
    st.sampled_from(NAMES).map(lambda name: f'<{name} id="a" class="b" href="#a" lang="ru">'),
    st.sampled_from(NAMES).map(lambda name: f"</{name}>"),
    st.text(max_size=8),
)
LINES = allowed.LINES | allowed.PHRASING | {"dt"}
PARENTS = {
    "li": {"ul", "ol"},
    "dt": {"dl"},
    "dd": {"dl"},
    "tr": {"thead", "tbody", "tfoot"},
    "td": {"tr"},
    "th": {"tr"},
    "caption": {"table"},
    "figcaption": {"figure"},
    "thead": {"table"},
    "tbody": {"table"},
    "tfoot": {"table"},
}


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_html_is_xml_of_allowed_parts_in_their_places(html):
    whole = xhtml.read(xhtml.written(cleaning.clean(html)))
    parents = {child: parent for parent in whole.iter() for child in parent}
    for one, parent in parents.items():
        assert parent.tag in PARENTS.get(one.tag, {parent.tag}), f"{one.tag} in {parent.tag}"
        if parent.tag in LINES:
            assert one.tag in allowed.PHRASING | {"svg"}, f"{one.tag} in {parent.tag}"
        assert one.tag != "a" or not any(above.tag == "a" for above in _above(parent, parents))
    ids = [one.get("id") for one in whole.iter() if one.get("id")]
    assert len(ids) == len(set(ids))


def _above(one, parents):
    while one is not None:
        yield one
        one = parents.get(one)
