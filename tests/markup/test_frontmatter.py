"""Front matter: split as MkDocs splits it, checked with place and remedy, written deterministically."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import meta

from ushtil.markup import frontmatter
from ushtil.markup.schema import KEYS, SCHEMA
from ushtil.model import Kind
from ushtil.problems import Severity


def faults(head: str) -> list[tuple[int, str]]:
    outcome = frontmatter.parse(f"---\n{head}---\n# T\n", "docs/a.md")
    return [(problem.line, problem.code) for problem in outcome.problems]


def only_problem(head: str) -> str:
    (problem,) = frontmatter.parse(f"---\n{head}---\n# T\n", "docs/a.md").problems
    return str(problem)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: a\n---\n\n# T\n",
        "---\ntitle: a\n...\n# T\n",
        "---  \ntitle: a\n--- \n# T\n",
        "---\ntitle: a\n---\n# T\n---\nb\n",
        "---\ntitle: a\nabstract: |\n  ---\n  b\n---\n# T\n",
        "# T\n\n---\n\na\n",
        "---\ntitle: a\n# never closed\n",
        "",
    ],
)
def test_split_agrees_with_mkdocs(text):
    body, data = meta.get_data(text)
    outcome = frontmatter.parse(text, "docs/a.md")
    assert outcome.value.body.lstrip("\n") == body.lstrip("\n")
    assert dict(outcome.value.metadata) == data


def test_split_tells_the_line_where_the_body_begins():
    assert frontmatter.split("---\ntitle: a\n---\n\n# T\n") == ("title: a\n", "\n# T\n", 4)
    assert frontmatter.split("# T\n") == ("", "# T\n", 1)
    assert frontmatter.split("---\r\ntitle: a\r\n---\r\n# T\r\n")[1:] == ("# T\r\n", 4)
    assert frontmatter.split("\ufeff---\ntitle: a\n---\n# T\n")[2] == 4
    assert frontmatter.split("---\n---\nb") == ("", "b", 3)


def test_a_page_without_front_matter_is_told():
    (problem,) = frontmatter.parse("# T\n", "docs/a.md").problems
    assert (problem.line, problem.code, problem.severity) == (1, "F01", Severity.ERROR)
    (problem,) = frontmatter.parse("---\ntitle: a\n", "docs/a.md").problems
    assert "not closed" in problem.message


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("title: a\nauthor: b: c\n", 3),
        ("title: a\ntitle: b\n", 3),
        ("title: a\nsource:\n  url: b\n  url: c\n", 5),
        ("title: &t a\nauthor: *t\n", 3),
        ("title: a\nkeywords: [{b: c, b: d}]\n", 3),
        ("- a\n", 1),
        ("just text\n", 1),
        (f"title: {'[' * 5000}\n", 2),
        ("title: !!python/object/apply:os.system [ls]\n", 2),
    ],
)
def test_bad_yaml_has_a_line_and_keeps_the_body(head, line):
    outcome = frontmatter.parse(f"---\n{head}---\n# T\n", "docs/a.md")
    assert [(p.line, p.code) for p in outcome.problems] == [(line, "F02")]
    assert outcome.problems[0].remedy
    assert outcome.value.body == "# T\n"


@pytest.mark.parametrize(
    "head",
    [
        "doc: report-2022/s1\n", "original: kk\n", "status: machine\n", "author: A\n", "author: [A, B]\n",
        "date: 2022-03-01\n", "date: 2022-03\n", "date: 2022\n", "updated: '2024-02-29'\n", "order: 3\n",
        "source: {title: a, url: 'https://example.org/a', date: 2022}\n",
        "translated_from: {s1-c: 9f86d081}\n",
        "hide: [toc]\nsearch: {exclude: true}\ntemplate: home.html\ntags: [a]\ndescription: b\n",
    ],
)  # fmt: skip
def test_valid_front_matter_has_no_problem(head):
    assert faults(f"title: a\n{head}") == []


@pytest.mark.parametrize(
    "head",
    [
        "doc: a b\n", "doc: ../a\n", "original: Russian\n", "status: offical\n", "author: [A, '']\n",
        "author: {a: b}\n", "date: 2023-02-29\n", "date: 1 March 2022\n", "date: 2022-3-1\n",
        "order: first\n",
        "source: report.txt\n", "source:\n  url: javascript:alert(1)\n", "source:\n  sha256: abc\n",
        "translated_from:\n  s1-c: yes\n", "translated_from:\n  s 1: 9f86d081\n", "keywords: torture\n",
        "hide: toc\n", "imported: x\n", "search: {boost: 0}\n",
    ],
)  # fmt: skip
def test_a_wrong_value_is_an_error_at_its_line(head):
    line = 2 + head.count("\n")
    assert [code for _, code in faults(f"title: a\n{head}")] == ["F04"]
    assert faults(f"title: a\n{head}")[0][0] in {line, 3}


def test_messages_name_place_fault_and_remedy():
    assert only_problem("title: a\nstatus: offical\n") == (
        'docs/a.md:3 F04 status must be one of original, official, unofficial, machine, not "offical"; '
        "write, for example, status: unofficial"
    )
    assert only_problem("title: a\nsource:\n  date: soon\n").startswith(
        "docs/a.md:4 F04 source.date must be a day"
    )
    assert only_problem("title: 2022\n").endswith("put it in quotes: '2022'")
    assert only_problem("doc: a\n").startswith("docs/a.md:1 F03 title is missing")


def test_an_unknown_key_is_a_warning_that_suggests_the_nearest():
    (problem,) = frontmatter.parse("---\ntitle: a\nathor: b\n---\n", "docs/a.md").problems
    assert (problem.severity, problem.line) == (Severity.WARNING, 3)
    assert problem.remedy == "did you mean author: A. Akhmetova?"
    assert "source: {sha256:" in only_problem("title: a\nsource: {sha255: b}\n")
    assert "use one of title" in only_problem("title: a\nqqqq: b\n")


def test_dates_of_yaml_and_of_text_are_alike():
    day = datetime.date(2022, 3, 1)
    assert frontmatter.check({"title": "a", "date": day}, "a.md") == ()
    assert frontmatter.plain({"date": day, "source": {"date": day}}) == {
        "date": "2022-03-01",
        "source": {"date": "2022-03-01"},
    }


@pytest.mark.parametrize("key", KEYS)
def test_every_key_has_an_example_that_is_valid(key):
    value = SCHEMA["properties"][key]["examples"][0]
    assert frontmatter.check({"title": "a", key: value}, "a.md") == ()
    assert SCHEMA["properties"][key]["description"]


def test_render_is_ordered_by_the_schema_and_safe_to_read():
    shared = ["A", "B"]
    metadata = {
        "translated_from": {"s2": "12345678", "s1": "abcdef12"},
        "zz": Kind.RAW,
        "author": shared,
        "translator": shared,
        "date": datetime.date(2022, 3, 1),
        "keywords": [],
        "abstract": None,
        "source": {"file": "а.txt", "title": "2022-03-01", "date": "2022"},
        "title": "Тақырып: бір",
    }
    assert frontmatter.render(metadata) == (
        "---\ntitle: 'Тақырып: бір'\nauthor:\n  - A\n  - B\ntranslator:\n  - A\n  - B\ndate: 2022-03-01\n"
        "source:\n  title: '2022-03-01'\n  date: '2022'\n  file: а.txt\n"
        "translated_from:\n  s2: '12345678'\n  s1: abcdef12\nzz: raw\n---\n"
    )


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
values = st.fixed_dictionaries(
    {"title": texts},
    optional={
        "abstract": texts.map(lambda text: text * 20),
        "author": st.one_of(texts, st.lists(texts, min_size=1)),
        "date": st.dates().map(datetime.date.isoformat),
        "order": st.integers(),
        "source": st.fixed_dictionaries({"title": texts}, optional={"date": texts}),
        "translated_from": st.dictionaries(texts, texts, min_size=1),
    },
)


@given(values)
def test_what_was_rendered_reads_the_same(metadata):
    text = frontmatter.render(metadata) + "\n# T\n"
    front = frontmatter.parse(text, "a.md").value
    assert front.metadata == metadata
    assert front.body == "\n# T\n"
    assert frontmatter.render(front.metadata) + front.body == text
    # MkDocs' own reader sees the same, but that it makes dates of dates.
    assert frontmatter.plain(meta.get_data(text)[1]) == metadata


@pytest.mark.parametrize(
    ("told", "names"),
    [("A. B", ("A. B",)), (["A", " B "], ("A", "B")), (["", None], ()), ("", ()), (None, ()), (7, ("7",))],
)
def test_a_key_names_nobody_one_or_several(told, names):
    assert frontmatter.names({"author": told}, "author") == names
