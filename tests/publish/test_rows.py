"""Which paragraphs stand beside one another."""

from __future__ import annotations

from ushtil.publish import parts, sections, units
from ushtil.publish.rows import Row, rows
from ushtil.publish.units import Form


def beside(**pages: str) -> tuple[Row, ...]:
    return rows({code: units.read(sections.chunks(page)).parts for code, page in pages.items()})


def shown(found: tuple[Row, ...]) -> list[dict[str, str]]:
    """Language → the texts of a row, joined."""
    return [{code: "+".join(unit.text for unit in held) for code, held in row.cells.items()} for row in found]


def section(*paragraphs: str) -> str:
    """A page of one section; `p1 text` is a numbered paragraph, `- text` one without a number."""
    told = (line.partition(" ") for line in paragraphs)
    blocks = [
        text if number == "-" else f"{text}\n{{: #{number.replace('+', chr(32))} }}"
        for number, _, text in told
    ]
    return "\n\n".join(blocks)


def test_one_number_is_one_row() -> None:
    found = beside(a=section("p1 one", "p2 two"), b=section("p1 eins", "p2 zwei"))
    assert shown(found) == [{"a": "one", "b": "eins"}, {"a": "two", "b": "zwei"}]
    assert [row.numbers for row in found] == [("p1",), ("p2",)]
    assert not any(row.uncertain for row in found)


def test_a_paragraph_of_one_language_is_a_gap_in_the_others() -> None:
    found = beside(a=section("p1 one", "p2 two"), b=section("p1 eins", "p1a neu", "p2 zwei"))
    assert shown(found) == [{"a": "one", "b": "eins"}, {"b": "neu"}, {"a": "two", "b": "zwei"}]


def test_a_merge_spans_what_it_merged() -> None:
    found = beside(a=section("p1 one", "p2 two", "p3 three"), b='eins\n{: #p1 also="p2" }\n\ndrei\n{: #p3 }')
    assert shown(found) == [{"a": "one+two", "b": "eins"}, {"a": "three", "b": "drei"}]
    assert found[0].numbers == ("p1", "p2")


def test_what_has_no_number_is_matched_by_its_place_and_uncertain() -> None:
    found = beside(a=section("p1 one", "- x", "p2 two"), b=section("p1 eins", "- y", "p2 zwei"))
    assert shown(found)[1] == {"a": "x", "b": "y"}
    assert [row.uncertain for row in found] == [False, True, False]


def test_where_the_languages_have_not_as_many_nothing_is_matched() -> None:
    found = beside(a=section("p1 one", "- x", "- z"), b=section("p1 eins", "- y"))
    assert shown(found)[1:] == [{"a": "x"}, {"a": "z"}, {"b": "y"}]
    assert not any(row.uncertain for row in found)


def test_the_same_number_in_another_section_is_another_paragraph() -> None:
    found = beside(a="## A {#a}\n\none\n{: #p1 }\n", b="## B {#b}\n\neins\n{: #p1 }\n")
    assert [row.section for row in found] == ["a", "a", "b", "b"]
    assert all(len(row.cells) == 1 for row in found)


def test_lists_are_taken_apart_and_what_is_nested_is_not() -> None:
    flat = "- one\n  {: #p1 }\n- two\n  {: #p2 }\n"
    nested = "- eins\n  {: #p1 }\n    - zwei\n      {: #p2 }\n"
    assert [unit.form for unit in units.read(sections.chunks(flat)).parts[0].units] == [Form.ITEM, Form.ITEM]
    [row] = beside(a=flat, b=nested)
    assert row.numbers == ("p1", "p2") and shown((row,))[0]["a"] == "one+two"


def test_tables_code_and_loose_items_stay_whole() -> None:
    page = "| a |\n|---|\n| b |\n{: .x }\n\n```\ncode\n\n# more\n```\n\n3. three\n\n   goes on\n"
    found = units.read(sections.chunks(page)).parts[0].units
    assert [unit.form for unit in found] == [Form.OTHER] * 3
    assert "# more" in found[1].text and "goes on" in found[2].text


def test_a_heading_without_an_id_is_a_piece_of_the_section_before_it() -> None:
    held = units.read(sections.chunks("## A {#a}\n\none\n\n### No id\n\ntwo\n"))
    assert [part.id for part in held.parts] == ["a"]
    assert [unit.form for unit in held.parts[0].units][2] is Form.TITLE


def chapters(count: int, letters: int) -> str:
    return "# T {#t}\n\n" + "".join(
        f"## C {{#c{n}}}\n\n{'x' * letters}\n\n### D {{#c{n}-1}}\n\ny\n\n" for n in range(count)
    )


def test_a_short_page_is_one_part_and_a_long_one_is_cut_at_its_sections() -> None:
    chunks = sections.chunks(chapters(4, 1000))
    assert len(parts.plan({"a": chunks})) == 1
    found = parts.plan({"a": chunks, "b": chunks}, budget=4500)
    assert [part.name for part in found] == ["", "c2"]
    assert [name for part in found for name in part.sections] == [chunk.id for chunk in chunks]


def test_a_long_section_is_cut_at_those_below_it() -> None:
    page = "# T {#t}\n\n## A {#a}\n\n### B {#b}\n\n" + "x" * 900 + "\n\n### C {#c}\n\n" + "x" * 900
    assert [part.name for part in parts.plan({"a": sections.chunks(page)}, budget=1000)] == ["", "c"]
