"""What Ushtil writes it reads back unchanged, and the ids that it reads are those that are built."""

from __future__ import annotations

import re
from dataclasses import replace

import markdown
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ushtil.markup import extensions, paging, reader, writer
from ushtil.markup.anchors import ParagraphAnchors
from ushtil.markup.escape import escape, paragraph
from ushtil.model import Block, Kind, Page, Provenance, Section

ALPHABET = [*"#*_[](){}<>!|\\&.,:-+=1aЖә", "Done. ", "no end ", "Сөз ", "http://a.b/c ", "[^1] ", "{: #p1 }"]
WORDS = (
    st.lists(st.sampled_from(ALPHABET), min_size=1, max_size=12)
    .map("".join)
    .map(lambda t: " ".join(t.split()))
)
TEXTS = WORDS.filter(bool)
NUMBERS = st.from_regex(r"p[1-9][0-9]?[a-c]?", fullmatch=True)
KINDS = [Kind.PARAGRAPH, Kind.ITEM, Kind.NUMBERED_ITEM, Kind.QUOTE]


@st.composite
def blocks(draw):
    """The blocks of one section, numbered and each with an attribute or two now and then."""
    found = []
    for n in range(draw(st.integers(0, 4))):
        kind = draw(st.sampled_from(KINDS))
        caption = kind is Kind.PARAGRAPH and draw(st.booleans())
        block = Block(
            Kind.CAPTION if caption else kind,
            paragraph(draw(TEXTS)),
            f"p{n + 1}",
            provenance=Provenance(draw(st.sampled_from(["", "12", "iv"])), draw(st.sampled_from(["", "45"]))),
            language=draw(st.sampled_from(["", "kk"])),
            also=draw(st.sampled_from([(), (f"p{n + 50}",), (f"p{n + 50}", f"p{n + 60}a")])),
            removed=draw(st.sampled_from([(), (f"p{n + 70}",)])),
            classes=("caption",) if caption else draw(st.sampled_from([(), ("point",), ("a", "b-c")])),
        )
        found.append(block)
    return tuple(found)


@st.composite
def pages(draw):
    """A page as import makes it: escaped titles and blocks, ids in every place."""
    counter = iter(range(1000))

    def section(level, deep):
        below = [section(level + 1, deep - 1) for _ in range(draw(st.integers(0, 2)) if deep else 0)]
        return Section(f"s{next(counter)}", level, escape(draw(TEXTS)), draw(blocks()), tuple(below))

    notes = [
        Block(Kind.FOOTNOTE, paragraph(draw(TEXTS)).replace("\n", " "), str(n + 1))
        for n in range(draw(st.integers(0, 2)))
    ]
    return Page("a.md", section(1, 2), tuple(notes))


def without_lines(page):
    """The page without the lines at which its parts stood."""

    def nowhere(where):
        return replace(where, line=0)

    def bare(block):
        return replace(block, provenance=nowhere(block.provenance))

    def strip(section):
        return replace(
            section,
            blocks=tuple(map(bare, section.blocks)),
            sections=tuple(map(strip, section.sections)),
            provenance=nowhere(section.provenance),
        )

    return Page(page.path, strip(page.root), tuple(map(bare, page.footnotes)))


def reread(page):
    return without_lines(reader.read_body(writer.body(page), page.path))


def built_ids(body):
    """The ids that the site publishes, in reading order."""
    used = extensions()
    markdown.markdown(body, extensions=used)
    anchors = next(extension for extension in used if isinstance(extension, ParagraphAnchors))
    assert anchors.duplicates == ()
    return [anchor.id for anchor in anchors.index]


def read_ids(page):
    """The ids that the reader finds, as they are published."""
    found = []
    for section in page.root.walk():
        found += [section.id] if section.id else []
        for block in section.blocks:
            numbers = [*block.also, *block.removed, *([block.id] if block.id else [])]
            found += [f"{section.id}-{number}" if section.id else number for number in numbers]
    return found


# What the strict xfails below tell of; goes when they do.
KNOWN = re.compile(r"(?m)^<http|^#.*\\\{")


@given(pages())
def test_a_page_is_read_as_it_was_written(page):
    assume(not KNOWN.search(writer.body(page)))
    assert reread(page) == page


@given(pages())
def test_a_file_is_written_as_it_was_read(page):
    text = writer.write(page, {"title": "A: b", "doc": "a"})
    assume(not KNOWN.search(text))
    document = reader.read(text, "a.md", "en").value
    assert writer.write(document.pages[0], document.metadata) == text


@given(pages())
@settings(max_examples=60)
def test_the_ids_that_are_read_are_those_that_are_built(page):
    body = writer.body(page)
    assume(not KNOWN.search(body))
    assert read_ids(reader.read_body(body)) == built_ids(body)


def test_a_paragraph_that_begins_with_an_address_keeps_its_number():
    block = Block(Kind.PARAGRAPH, paragraph("https://example.org/a is the list."), "p1")
    page = Page("", Section("s1", 1, "A", (block,)))
    assert reread(page) == page


@pytest.mark.parametrize("title", ["Form {#1", "The set {#x of #y"])
def test_an_open_brace_in_a_title_is_no_id(title):
    page = Page("", Section("s1", 1, escape(title)))
    assert reread(page) == page


HAND_WRITTEN = """
# Title {#s1}

Text of one line
and another.
{: #p1 .point data-page="3" }

| a | b |
|---|---|
| 1 | 2 |

- one
  {: #p2 }
- two
  goes on
  {: #p3 also="p4" }

1. first
   {: #p5 }
2. second

> Quoted words
> {: #p6 }

```
# no heading {#no}

- no item
```

## Second {#s2}

!!! note
    # no heading

<div id="x">a</div>

    # code

Figure 1. A yard
{: #p1 .caption }

[^1]: A note.
[^b]: Another.
"""


def test_what_a_person_wrote_is_written_back_as_it_stands():
    page = reader.read_body(HAND_WRITTEN)
    assert writer.body(page).split() == HAND_WRITTEN.split()
    assert writer.body(reader.read_body(writer.body(page))) == writer.body(page)


def test_forms_of_their_own_stay_whole():
    page = reader.read_body(HAND_WRITTEN)
    raw = [block.text for section in page.root.walk() for block in section.blocks if block.kind is Kind.RAW]
    assert raw == [
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "```\n# no heading {#no}\n\n- no item\n```",
        "!!! note\n    # no heading",
        '<div id="x">a</div>',
        "    # code",
    ]


def test_kinds_numbers_and_attributes_are_found():
    page = reader.read_body(HAND_WRITTEN)
    first, second = page.root, page.root.sections[0]
    assert [(block.kind, block.id) for block in first.blocks if block.kind is not Kind.RAW] == [
        (Kind.PARAGRAPH, "p1"),
        (Kind.ITEM, "p2"),
        (Kind.ITEM, "p3"),
        (Kind.NUMBERED_ITEM, "p5"),
        (Kind.NUMBERED_ITEM, ""),
        (Kind.QUOTE, "p6"),
    ]
    assert first.blocks[0].provenance == Provenance("3", "", 4)
    assert first.blocks[3].also == ("p4",)
    assert (second.id, second.title, second.level) == ("s2", "Second", 2)
    assert [note.id for note in page.footnotes] == ["1", "b"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Text before.\n\n# Late {#a}", [("", 1), ("a", 1)]),
        ("## Deep {#a}\n\n### Deeper {#b}\n\n## Again {#c}", [("", 1), ("a", 2), ("b", 3), ("c", 2)]),
        ("# A {#a}\n\n#### Skips {#b}\n\n### Up {#c}", [("a", 1), ("b", 4), ("c", 3)]),
        ("# A {#a}\n# B {#b}", [("a", 1), ("b", 1)]),
        ("# A\n\n## B {: #b .x }", [("", 1), ("b", 2)]),
        ("#NoHeading", [("", 1)]),
        ("", [("", 1)]),
    ],
)
def test_sections(body, told):
    assert [(section.id, section.level) for section in reader.read_body(body).root.walk()] == told


def test_lines_are_the_files():
    text = "---\ntitle: A\n---\n# A {#a}\n\ntext\n\n- one\n- two\n"
    document = reader.read(text, "a.md", "en").value
    root = document.pages[0].root
    assert [root.provenance.line, *(block.provenance.line for block in root.blocks)] == [4, 6, 8, 9]
    assert document.metadata == {"title": "A"}


def test_faults_of_the_front_matter_are_told():
    assert [problem.code for problem in reader.read("# A\n", "a.md", "en").problems] == ["F01"]


@pytest.mark.parametrize(
    "title", ["A # b", "Number #", "C# {x}", "a_b * c", "[x](y)", "1. a", "# #", "A {#b}"]
)
def test_a_title_of_any_signs_keeps_its_id(title):
    page = Page("", Section("s1", 1, escape(title)))
    assert reread(page) == page
    assert built_ids(writer.body(page)) == ["s1"]
    assert writer.title_text(page.root) == title


def test_a_title_deeper_than_six_is_written_as_six():
    assert writer.heading(Section("s1", 9, "A")) == "###### A {#s1}"


def test_a_hash_tells_bodies_apart_and_ends_not():
    assert writer.body_hash("\na\n") == writer.body_hash("a") != writer.body_hash("b")
    assert len(writer.body_hash("a")) == 16


# --- pages of a long document --------------------------------------------------------------------------


def long_page(*ids, front=()):
    sections = [
        Section(name, 2, f"Title of {name}", (Block(Kind.PARAGRAPH, f"Text[^{n}].", "p1"),), (deep(name),))
        for n, name in enumerate((*front, *ids), 1)
    ]
    notes = tuple(Block(Kind.FOOTNOTE, f"Note {n}.", str(n)) for n in range(1, len(sections) + 1))
    return Page("doc.md", Section("title", 1, "A", (), tuple(sections)), notes)


def deep(name):
    return Section(f"{name}-a", 3, "Deeper")


@pytest.mark.parametrize(
    ("ids", "front", "paths"),
    [
        (("s1", "s2", "s10"), (), ("s1", "s2", "s10")),
        (("s1", "s2"), ("summary",), ("s1", "s2")),
        (("summary", "methods"), (), ("01-summary", "02-methods")),
        (("s1", "conclusion"), ("summary",), ("01-s1", "02-conclusion")),
    ],
)
def test_pages_are_named_so_that_they_sort_as_they_are_read(ids, front, paths):
    pages = paging.split(long_page(*ids, front=front), "doc", {})
    assert [page.path for page in pages] == ["doc/index.md", *(f"doc/{path}.md" for path in paths)]
    assert [page.root.id for page in pages] == ["title", *ids]
    assert [section.id for section in pages[0].root.sections] == list(front)


def test_each_page_begins_at_the_top():
    for page in paging.split(long_page("s1", "s2"), "doc", {}):
        assert page.root.level == 1
    assert [section.level for section in page.root.walk()] == [1, 2]


def test_notes_go_to_the_page_that_cites_them():
    pages = paging.split(long_page("s1", "s2", front=("summary",)), "doc", {})
    assert [[note.id for note in page.footnotes] for page in pages] == [["1"], ["2"], ["3"]]


def test_a_note_that_two_pages_cite_is_on_both():
    page = long_page("s1", "s2")
    cited = replace(page, root=replace(page.root, title="A[^2]"))
    pages = paging.split(cited, "doc", {})
    assert [[note.id for note in part.footnotes] for part in pages] == [["2"], ["1"], ["2"]]


@pytest.mark.parametrize("front", [(), ("summary",)])
@pytest.mark.parametrize("ids", [("s1", "s2", "s3"), ("methods", "results"), ("s1",)])
def test_joining_undoes_splitting(ids, front):
    page = long_page(*ids, front=front)
    joined = paging.join(paging.split(page, "doc", {}))
    assert joined.root == page.root
    assert joined.footnotes == page.footnotes


def test_joining_undoes_splitting_of_a_note_on_two_pages():
    page = long_page("s1", "s2")
    cited = replace(page, root=replace(page.root, title="A[^2]"))
    assert sorted(note.id for note in paging.join(paging.split(cited, "doc", {})).footnotes) == ["1", "2"]


def test_the_pages_of_another_language_are_taken_over():
    paths = {"s1": "doc/index.md", "s2": "doc/02-courts.md"}
    pages = paging.split(long_page("s1", "s2", "s3"), "doc", paths)
    assert [page.path for page in pages] == ["doc/index.md", "doc/02-courts.md", "doc/s3.md"]
    assert [section.id for section in pages[0].root.sections] == ["s1"]


@pytest.mark.parametrize(("size", "count", "long"), [(100, 9, False), (60_000, 1, False), (60_000, 2, True)])
def test_long_documents_are_told_from_short_ones(size, count, long):
    block = Block(Kind.PARAGRAPH, "a" * (size // count))
    root = Section("title", 1, "A", (), tuple(Section(f"s{n}", 2, "B", (block,)) for n in range(count)))
    assert paging.is_long(Page("", root)) is long


def test_a_split_document_reads_back():
    page = long_page("s1", "s2", front=("summary",))
    texts = {part.path: writer.write(part, {"title": "A"}) for part in paging.split(page, "doc", {})}
    read = [reader.read(text, path, "en").value.pages[0] for path, text in texts.items()]
    joined = without_lines(paging.join(read))
    assert (joined.root, joined.footnotes) == (page.root, page.footnotes)
