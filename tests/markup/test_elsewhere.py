"""Links at headings and at paragraphs, and sections borrowed from the original."""

from __future__ import annotations

from markdown import Markdown

from tests.sites import Tags
from ushtil.markup import extensions
from ushtil.markup.elsewhere import Elsewhere, Surroundings, Way

WAYS = {"a": (Way("рус", "ru/x.html#a", "Section A in Russian", "ru"), Way("‖", "parallel/x.html#a", "Both"))}


def converted(text: str, page: Surroundings) -> str:
    elsewhere = Elsewhere()
    elsewhere.page = page
    return Markdown(extensions=[*extensions(permalink_title="Here"), elsewhere]).convert(text)


def test_links_stand_beside_the_heading_and_not_in_it() -> None:
    html = converted("## A {#a}\n\n## B {#b}\n", Surroundings(WAYS, {"a": ("kk",)}))
    heading = html[html.index("<h2") : html.index("</h2>")]
    assert "рус" not in heading and html.count('class="heading"') == 1
    [link, both] = [
        attrs for attrs in Tags(html).all("a") if "class" not in attrs or attrs["class"] == "beside"
    ]
    assert (link["href"], link["hreflang"], link["aria-label"]) == (
        "ru/x.html#a",
        "ru",
        "Section A in Russian",
    )
    assert both["href"] == "parallel/x.html#a" and "hreflang" not in both
    assert Tags(html).all("div", **{"data-stand-ins": "kk"})


def test_the_table_of_contents_knows_nothing_of_the_links() -> None:
    elsewhere = Elsewhere()
    elsewhere.page = Surroundings(WAYS)
    markdown = Markdown(extensions=[*extensions(), elsewhere])
    markdown.convert("## A {#a}\n")
    assert [token["name"] for token in markdown.toc_tokens] == ["A"]  # type: ignore[attr-defined]


def test_each_numbered_paragraph_leads_to_itself_side_by_side() -> None:
    page = Surroundings(beside={"a": "parallel/x.html"}, beside_label="{number} side by side")
    html = converted("## A {#a}\n\nText.\n{: #p3 }\n\n## B {#b}\n\nText.\n{: #p1 }\n", page)
    [link] = Tags(html).all("a", **{"class": "facing"})
    assert (link["href"], link["aria-label"]) == ("parallel/x.html#a-p3", "3 side by side")
    assert "</a> Text." in html


def test_an_address_that_this_version_lacks_leads_to_its_place() -> None:
    places = {"a-p1": "a", "a-p3": "a-p2", "a-p9": "nowhere"}
    html = converted("## A {#a}\n\nText.\n{: #p2 }\n", Surroundings(places=places))
    assert 'Text.<span id="a-p3"></span></p>' in html
    assert html.index("<h2") < html.index('id="a-p1"') < html.index("</h2>")
    assert "a-p9" not in html


def test_borrowed_sections_are_marked_with_those_below_them_and_no_others() -> None:
    page = Surroundings(borrowed=frozenset({"a", "a-1", "b"}), language="ru", notice="Not yet.", reader="kk")
    html = converted(
        "# T {#t}\n\n## A {#a}\n\nx\n\n### A1 {#a-1}\n\ny\n\n## B {#b}\n\nz\n\n## C {#c}\n\nown\n", page
    )
    boxes = html.split('<div class="borrowed" lang="ru">')[1:]
    assert len(boxes) == 2 and all(
        box.count('<p class="notice" lang="kk" role="note">Not yet.</p>') == 1 for box in boxes
    )
    assert 'id="a-1"' in boxes[0] and 'id="b"' in boxes[1]
    assert "own" in boxes[1].partition("</div>")[2]
    assert boxes[0].index('id="a"') < boxes[0].index("notice") < boxes[0].index("x")


def test_a_borrowed_section_leads_to_where_it_is_translated() -> None:
    remedy = Way("Translate", "https://example.org/edit/a.md?x&y")
    page = Surroundings(
        borrowed=frozenset({"a"}), language="ru", notice="Not yet.", reader="kk", remedy=remedy
    )
    html = converted("# T {#t}\n\n## A {#a}\n\nx\n", page)
    assert 'Not yet. <a href="https://example.org/edit/a.md?x&amp;y">Translate</a></p>' in html
