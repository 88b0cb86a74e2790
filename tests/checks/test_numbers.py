"""Contradictions: how many are found, at what cost, and that what is accepted is not published."""

import time

import markdown
import pytest

from tests import casefiles
from tests.checks.random_changes import measure
from ushtil import languages
from ushtil.checks.numbers import contradictions
from ushtil.markup import extensions, sources

LANGUAGES = languages.read(languages.SHIPPED)
AGREEING = casefiles.load(casefiles.CASES / "checks" / "numbers_of_all_kinds_agree.yml")["trees"]


def test_the_text_that_is_measured_is_long_enough_and_agrees():
    assert AGREEING["kk"]["a.md"].count("{: #p") >= 25
    assert list(contradictions(sources.read(AGREEING, LANGUAGES))) == []


@pytest.mark.parametrize("seed", [1, 2])
def test_changed_numbers_are_found_at_their_line(seed):
    results = measure(AGREEING, LANGUAGES, seed, 150)
    missed = [change for change, found in results if not found]
    assert len(missed) / len(results) <= 0.05, missed


@pytest.mark.parametrize(
    "body",
    [
        '# A {#a accept="3 4 why"}\n\nText\n',
        '# A {#a}\n\nText\n{: #p1 accept="25% - why; https://a.org/b_c_d ^2 why" }\n',
        '# A {#a}\n\n- item\n  {: accept="1 2 why" }\n',
    ],
)
def test_an_acceptance_is_not_published(body):
    built = markdown.markdown(body, extensions=extensions())
    assert "accept" not in built
    assert "why" not in built


def page(units, changed=""):
    paragraphs = "".join(f"{n} {n % 7} {n % 3}{changed}.\n{{: #p{n} }}\n\n" for n in range(1, units))
    return f"---\ntitle: A\n---\n\n# A {{#a}}\n\n{paragraphs}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (page(3000), page(3000)),
        (page(1500), page(1500, "7")),
        ("# A {#a}\n\n" + "12 " * 20_000, "# A {#a}\n\n" + "12 " * 19_000),
        (
            "# A {#a}\n\n" + "1 2 3 " * 5_000 + "\n{: #p1 }\n",
            "# A {#a}\n\n" + "3 4 5 " * 5_000 + "\n{: #p1 }\n",
        ),
        ("# A {#a}\n\n" + "- 1\n\nx\n\n" * 2_000, "# A {#a}\n\n" + "- 2\n\nx\n\n" * 2_000),
    ],
)
def test_time_grows_with_the_length(one, other):
    trees = {"ru": {"a.md": one}, "kk": {"a.md": other}}
    read = sources.read(trees, LANGUAGES)
    started = time.process_time()
    list(contradictions(read))
    assert time.process_time() - started < 10
