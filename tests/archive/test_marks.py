"""Each page knows its build, and says so where it is not among its own."""

from __future__ import annotations

import pytest

from tests.sites import Tags
from ushtil.archive import marks
from ushtil.archive.marks import Build
from ushtil.archive.strings import strings

BUILD = Build("0123456789abcdef", ("en", "kk"))
PAGE = (
    '<!doctype html><html lang="{}"><head><title>a</title></head>'
    '<body class="b"><main>text</main></body></html>'
)


@pytest.mark.parametrize(
    ("name", "lang", "told"),
    [
        ("a.html", "kk", ["kk"]),
        ("kk/deep/a.html", "kk", ["kk"]),
        ("a.html", "de", ["en", "kk"]),
        ("parallel/a.html", "en", ["en", "kk"]),
    ],
)
def test_a_page_speaks_its_readers_language(name: str, lang: str, told: list[str]) -> None:
    page = marks.marked(PAGE.format(lang).encode(), name, BUILD).decode()
    tags = Tags(page)
    assert [one["lang"] for one in tags.all("p", **{"class": f"mixed build-{BUILD.id}"})] == told
    assert all(strings(code).mixed in page for code in told)
    assert [one["content"] for one in tags.all("meta", name="ushtil-build")] == [BUILD.id]
    top = "../" * name.count("/")
    assert {one["href"] for one in tags.all("a")} == {f"{top}{marks.START}"}
    assert tags.all("link")[0]["href"] == f"{top}{marks.STYLE}"
    assert "<main>text</main></body></html>" in page


def test_what_is_no_whole_page_is_left() -> None:
    for text in (b"<p>part</p>", b"", b"<body></head>"):
        assert marks.marked(text, "a.html", BUILD) == text


def test_the_id_is_that_of_the_files_and_of_the_edition() -> None:
    files = {"a.html": "1" * 64, "b.html": "2" * 64}
    same = marks.identity(dict(reversed(files.items())), "kk")
    others = [marks.identity(files, ""), marks.identity({**files, "b.html": "3" * 64}, "kk")]
    assert marks.identity(files, "kk") == same and same not in others
