"""Paragraphs of our own texts are linked as people would link them; figures, not impressions."""

import time

import pytest

from tests.alignment import evaluate
from ushtil.alignment.paragraphs import align_paragraphs

PAIRS = [("en", "ru"), ("en", "kk"), ("ru", "kk")]
LEAST = {"declaration": 0.97, "prose": 0.93}
SEEDS = range(1000, 1008)


def links(matches):
    return [(match.a, match.b) for match in matches if match.a and match.b]


def texts(kind, *languages):
    return [evaluate.paragraphs(kind, language) for language in languages]


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
@pytest.mark.parametrize("kind", evaluate.KINDS)
def test_merged_and_thinned_texts_are_aligned(kind, pair):
    assert evaluate.measure(*texts(kind, *pair), SEEDS) >= LEAST[kind]


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
@pytest.mark.parametrize("kind", evaluate.KINDS)
def test_whole_texts_are_aligned_without_a_fault(kind, pair):
    a, b = texts(kind, *pair)
    assert links(align_paragraphs(a, b)) == [((n,), (n,)) for n in range(len(a))]


def test_every_paragraph_stands_in_exactly_one_match_in_order():
    a, b, _ = evaluate.trial(*texts("prose", "en", "kk"), 7)
    matches = align_paragraphs(a, b)
    assert [n for match in matches for n in match.a] == list(range(len(a)))
    assert [n for match in matches for n in match.b] == list(range(len(b)))


@pytest.mark.parametrize("a, b", [([], []), (["One."], []), ([], ["Один."]), ([""], ["…"]), (["1"], ["1"])])
def test_nothing_and_next_to_nothing(a, b):
    matches = align_paragraphs(a, b)
    assert [n for match in matches for n in match.a] == list(range(len(a)))
    assert [n for match in matches for n in match.b] == list(range(len(b)))


def test_a_text_of_which_the_other_holds_a_part():
    a, b = texts("prose", "en", "kk")
    found = links(align_paragraphs(a[:25], b[15:]))
    assert found == [((n,), (n - 15,)) for n in range(15, 25)]


def test_texts_with_nothing_in_common_are_hardly_linked():
    a, b = texts("prose", "en", "kk")
    assert len(links(align_paragraphs(a[:15], b[20:]))) <= 1


def test_the_same_text_in_one_language_is_itself():
    (a,) = texts("prose", "kk")
    matches = align_paragraphs(a, [*a[:10], *a[11:]])
    assert links(matches) == [((n,), (n if n < 10 else n - 1,)) for n in range(len(a)) if n != 10]


def test_confidence_tells_right_from_wrong():
    """Links with a confidence of .9 and more are right nine times in ten at least."""
    right = given = 0
    for seed in range(6):
        a, b, gold = evaluate.trial(*texts("declaration", "en", "kk"), seed)
        sure = [match for match in align_paragraphs(a, b) if match.b and match.confidence >= 0.9]
        given += len(sure)
        right += sum((match.a, match.b) in gold for match in sure)
    assert given > 100
    assert right / given >= 0.9


def test_time_grows_with_length():
    a, b = texts("prose", "ru", "kk")
    short, long = (timed(a * n, b * n) for n in (6, 24))
    assert long < 7 * short + 0.5


def timed(a, b):
    start = time.process_time()
    align_paragraphs(a, b)
    return time.process_time() - start
