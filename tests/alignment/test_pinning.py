"""Sections and paragraphs keep their ids in every language and every new version."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ushtil.alignment.monotone import ONE_TO_ONE, WITH_MERGES, align
from ushtil.alignment.pinning import Taken, after, letters, pin, pin_to, taken_by
from ushtil.alignment.sections import align_sections
from ushtil.markup.anchors import NUMBER
from ushtil.model import Block, Kind, Section

NAMES = [
    ("Karina Zhumabayeva", "Карина Жумабаева", "Карина Жұмабаева"),
    ("Timur Ospanov", "Тимур Оспанов", "Тимур Оспанов"),
    ("Galina Morozova", "Галина Морозова", "Галина Морозова"),
    ("Bakhyt Sagdiyev", "Бахыт Сагдиев", "Бақыт Сағдиев"),
    ("Viktor Lebedev", "Виктор Лебедев", "Виктор Лебедев"),
    ("Dinara Kasymova", "Динара Касымова", "Динара Қасымова"),
    ("Pavel Strogov", "Павел Строгов", "Павел Строгов"),
    ("Madina Turlybek", "Мадина Турлыбек", "Мадина Тұрлыбек"),
]
WORDS = {
    "en": (
        "The work of {name}",
        "In {year} {name} counted {n} books and wrote down all of them.",
        "{n} lamps were lit.",
    ),
    "ru": (
        "Работа: {name}",
        "В {year} году {name} насчитывает {n} книг и записывает их все.",
        "Зажгли {n} ламп.",
    ),
    "kk": ("Жұмысы: {name}", "{year} жылы {name} {n} кітапты санап, бәрін жазып алды.", "{n} шам жағылды."),
}
CODES = tuple(WORDS)
ALL = range(len(NAMES))


def section(place: int, language: str) -> Section:
    """A section of two paragraphs and one below it, that says the same in every language."""
    title, first, second = WORDS[language]
    name = NAMES[place][CODES.index(language)]
    texts = [first.format(name=name, year=1980 + place, n=300 + 17 * place), second.format(n=41 + 3 * place)]
    below = Section(
        f"s{place + 1}-1", 3, title.format(name=name), paragraphs(second.format(n=900 + 7 * place))
    )
    return Section(
        f"s{place + 1}", 2, f"{place + 1}. {title.format(name=name)}", paragraphs(*texts), (below,)
    )


def paragraphs(*texts: str) -> tuple[Block, ...]:
    return tuple(Block(Kind.PARAGRAPH, text) for text in texts)


def document(language: str, places=ALL) -> Section:
    """The sections of some places, their ids those of the places in this version."""
    parts = [section(place, language) for place in places]
    renamed = [
        replace(part, id=f"s{n}", sections=tuple(replace(below, id=f"s{n}-1") for below in part.sections))
        for n, part in enumerate(parts, 1)
    ]
    return Section("title", 1, "", (), tuple(renamed))


def pinned_to(root: Section, reference: Section, same: bool = False):
    return pin_to(root, reference, taken_by([reference]), same)


def ids(root: Section) -> list[str]:
    return [part.id for part in root.sections]


def numbers(*blocks: Block) -> list[str]:
    return [block.id for block in blocks]


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("other", CODES)
def test_whole_versions_correspond(language, other):
    pairs = align_sections(document(language), document(other))
    assert [(pair.a, pair.b) for pair in pairs] == [(n, n) for n in range(1 + 2 * len(NAMES))]
    assert all(0 < pair.confidence <= 1 for pair in pairs)


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("other", CODES)
def test_sections_deleted_and_swapped_leave_the_others_linked(language, other):
    reference = pin(document(language))
    places = [0, 2, 5, 4, 7]
    pinned = pinned_to(document(other, places), reference)
    assert ids(pinned.root) == [f"s{place + 1}" for place in places]
    assert [part.sections[0].id for part in pinned.root.sections] == [f"s{place + 1}-1" for place in places]
    missing = {doubt.section for doubt in pinned.doubts if doubt.message == "is missing here"}
    assert missing == {f"s{n}{tail}" for n in (2, 4, 7) for tail in ("", "-1")}


@pytest.mark.parametrize("language", CODES)
def test_a_section_that_stands_nowhere_else_gets_an_id_of_its_own(language):
    reference = pin(document("en", range(6)))
    extra = replace(section(7, language), id="s3", sections=())
    root = document(language, range(6))
    root = replace(root, sections=(*root.sections[:2], extra, *root.sections[2:]))
    pinned = pinned_to(root, reference)
    assert ids(pinned.root)[:2] + ids(pinned.root)[3:] == [f"s{n}" for n in range(1, 7)]
    assert ids(pinned.root)[2] not in {f"s{n}" for n in range(1, 7)}
    assert [doubt.message for doubt in pinned.doubts if not doubt.section] == ["stands in no other version"]


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("same", [True, False])
def test_a_version_pinned_to_itself_is_unchanged(language, same):
    reference = pin(document(language))
    pinned = pinned_to(reference, reference, same)
    assert pinned.root == reference
    assert pinned.doubts == ()


@pytest.mark.parametrize("language", CODES)
def test_what_was_pinned_once_is_pinned_so_again(language):
    reference = pin(document("en"))
    once = pinned_to(document(language, [0, 2, 5, 4, 7]), reference).root
    again = pin_to(document(language, [0, 2, 5, 4, 7]), once, taken_by([reference, once]), True)
    assert again.root == once


@given(
    st.lists(st.sampled_from(range(len(NAMES))), min_size=1, max_size=8, unique=True), st.sampled_from(CODES)
)
def test_no_id_is_given_twice(places, language):
    pinned = pinned_to(document(language, places), pin(document("en", range(4)))).root
    found = [part.id for part in pinned.walk()]
    assert len(found) == len(set(found))


# --- paragraphs ----------------------------------------------------------------------------------------

TEXTS = [
    "The gate was opened at 6 by Timur Ospanov, who had the only key to it.",
    "Galina Morozova counted 214 books in the first room and 88 in the second.",
    "A lamp was brought from the cellar; it had been bought in 1987 for 40 roubles.",
    "Viktor Lebedev signed the list of 302 books and put it into the iron box.",
]
NEW = "Nobody had told Dinara Kasymova that the 17 windows of the tower were open."


def one_section(*texts: str) -> Section:
    return Section("s1", 1, "A", paragraphs(*texts))


def reference(*texts: str) -> Section:
    return pin(one_section(*(texts or TEXTS)))


def renumbered(texts, before=None, same=True):
    return pinned_to(one_section(*texts), before or reference(), same).root.blocks


def test_paragraphs_are_numbered_within_their_section():
    raw, note = Block(Kind.RAW, "| a |"), Block(Kind.FOOTNOTE, "b", "1")
    root = pin(replace(one_section(*TEXTS[:2]), blocks=(*paragraphs("a"), raw, *paragraphs("b"), note)))
    assert numbers(*root.blocks) == ["p1", "", "p2", "1"]


@pytest.mark.parametrize(("place", "number"), [(0, "p0a"), (1, "p1a"), (2, "p2a"), (3, "p3a"), (4, "p4a")])
def test_a_paragraph_put_in_later_has_the_number_before_it_and_a_letter(place, number):
    blocks = renumbered([*TEXTS[:place], NEW, *TEXTS[place:]])
    assert numbers(*blocks) == [
        *[f"p{n + 1}" for n in range(place)],
        number,
        *[f"p{n + 1}" for n in range(place, 4)],
    ]


@pytest.mark.parametrize("number", ["p0a", "p1", "p12b", "p3aa"])
def test_every_number_that_is_given_is_published(number):
    assert NUMBER.fullmatch(number)


def test_a_second_one_put_in_has_the_next_letter():
    first = pinned_to(one_section(*TEXTS[:2], NEW, *TEXTS[2:]), reference(), True).root
    other = "In the evening Pavel Strogov came with 3 dogs and asked for the way to the lake."
    blocks = renumbered([*TEXTS[:2], NEW, other, *TEXTS[2:]], first)
    assert numbers(*blocks) == ["p1", "p2", "p2a", "p2b", "p3", "p4"]


def test_a_paragraph_that_is_gone_leads_to_its_place():
    blocks = renumbered([TEXTS[0], *TEXTS[2:]])
    assert numbers(*blocks) == ["p1", "p3", "p4"]
    assert [block.removed for block in blocks] == [("p2",), (), ()]


def test_the_first_one_that_is_gone_leads_to_the_next():
    blocks = renumbered(TEXTS[1:])
    assert numbers(*blocks) == ["p2", "p3", "p4"]
    assert blocks[0].removed == ("p1",)


def test_a_paragraph_missing_in_another_language_is_not_removed():
    blocks = renumbered([TEXTS[0], *TEXTS[2:]], same=False)
    assert numbers(*blocks) == ["p1", "p3", "p4"]
    assert all(block.removed == () for block in blocks)


def test_a_number_is_never_used_again():
    without = pinned_to(one_section(*TEXTS[:3]), reference(), True).root
    assert without.blocks[-1].removed == ("p4",)
    blocks = renumbered([*TEXTS[:3], NEW], without)
    assert numbers(*blocks) == ["p1", "p2", "p3", "p3a"]
    assert [block.removed for block in blocks] == [(), (), ("p4",), ()]


@pytest.mark.parametrize("same", [True, False])
def test_two_paragraphs_in_one_keep_both_numbers(same):
    blocks = renumbered([TEXTS[0], f"{TEXTS[1]} {TEXTS[2]}", TEXTS[3]], same=same)
    assert numbers(*blocks) == ["p1", "p2", "p4"]
    assert [block.also for block in blocks] == [(), ("p3",), ()]


@pytest.mark.parametrize("same", [True, False])
def test_one_paragraph_in_two_gives_the_second_a_letter(same):
    blocks = renumbered(
        [TEXTS[0], *TEXTS[1:3], TEXTS[3]], reference(TEXTS[0], f"{TEXTS[1]} {TEXTS[2]}", TEXTS[3]), same
    )
    assert numbers(*blocks) == ["p1", "p2", "p2a", "p3"]


def test_numbers_of_a_third_language_are_taken_too():
    kazakh = replace(reference(), blocks=(*reference().blocks, Block(Kind.PARAGRAPH, "x", "p4a")))
    pinned = pin_to(one_section(*TEXTS, NEW), reference(), taken_by([reference(), kazakh]), True)
    assert numbers(*pinned.root.blocks) == ["p1", "p2", "p3", "p4", "p4b"]


def test_taken_holds_numbers_of_every_kind():
    block = Block(Kind.PARAGRAPH, "a", "p1", also=("p2",), removed=("p3",))
    assert taken_by([Section("s1", 1, "A", (block, Block(Kind.PARAGRAPH, "b")))]) == Taken(
        {"s1"}, {"s1": {"p1", "p2", "p3"}}
    )


@pytest.mark.parametrize(
    ("last", "used", "number"), [("p3", [], "p3a"), ("p3a", ["p3a"], "p3b"), ("p0", [], "p0a")]
)
def test_the_next_free_number(last, used, number):
    taken = set(used)
    assert after(last, taken) == number
    assert number in taken


@pytest.mark.parametrize(
    ("n", "text"), [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba"), (702, "zz")]
)
def test_letters_go_on_after_z(n, text):
    assert letters(n) == text


# --- links in order ------------------------------------------------------------------------------------


def scored(a: str, b: str, moves=ONE_TO_ONE):
    """Links of letters: equal runs are worth their length."""

    def score(i, j, di, dj):
        return float(di + dj) if a[i : i + di].lower() == b[j] and dj == 1 else 0.0

    return [(link.a, link.b, link.da, link.db) for link in align(len(a), len(b), score, moves)]


@pytest.mark.parametrize(
    ("a", "b", "links"),
    [
        ("abc", "abc", [(0, 0), (1, 1), (2, 2)]),
        ("abc", "ac", [(0, 0), (2, 1)]),
        ("ac", "abc", [(0, 0), (1, 2)]),
        ("xyz", "abc", []),
        ("", "abc", []),
        ("abc", "", []),
    ],
)
def test_links_in_order_leave_gaps(a, b, links):
    assert [link[:2] for link in scored(a, b)] == links


def test_a_merge_is_one_link():
    links = align(
        3, 2, lambda i, j, di, dj: 3.0 if (i, j, di, dj) in {(0, 0, 2, 1), (2, 1, 1, 1)} else 0.0, WITH_MERGES
    )
    assert [(link.a, link.b, link.da, link.db) for link in links] == [(0, 0, 2, 1), (2, 1, 1, 1)]


@given(st.text("abcd", max_size=12), st.text("abcd", max_size=12))
def test_links_never_cross(a, b):
    links = scored(a, b)
    assert links == sorted(links)
    assert len({link[0] for link in links}) == len({link[1] for link in links}) == len(links)
    assert all(a[link[0]] == b[link[1]] for link in links)
