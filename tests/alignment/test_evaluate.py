"""The measure itself is right: what is gold, what is thinned."""

import random

from tests.alignment.evaluate import KINDS, LANGUAGES, f1, gold, paragraphs, thinned


def test_texts_have_a_paragraph_to_a_paragraph():
    for kind in KINDS:
        assert len({len(paragraphs(kind, language)) for language in LANGUAGES}) == 1


def test_the_declaration_has_no_figures():
    assert not any(
        c.isdigit() for lang in LANGUAGES for text in paragraphs("declaration", lang) for c in text
    )


def test_gold_joins_what_was_merged_on_either_side():
    assert gold([[0], [1, 2], [3]], [[0], [1], [2, 3]]) == {((0,), (0,)), ((1, 2), (1, 2))}


def test_gold_has_no_link_for_what_was_deleted():
    assert gold([[0], [2]], [[0], [1]]) == {((0,), (0,))}


def test_thinning_keeps_the_order_and_joins_two_at_most():
    groups = thinned(1000, random.Random(1))
    flat = [n for group in groups for n in group]
    assert flat == sorted(flat)
    assert 940 < len(flat) < 980
    assert {len(group) for group in groups} == {1, 2}


def test_f1():
    assert f1(8, 10, 10) == 0.8
    assert f1(0, 0, 0) == 1.0
