"""The browser's Snowball gives what PyStemmer gives, over a dictionary and over any run of affixes."""

import random

import pytest
import Stemmer

from tests.language import browser
from ushtil.language import stemming

# What the rules name, and what they must not take for it.
BEGINNINGS = """
    y ey ay sky dy ly ty vy skis news inn out cann herr earr even proc exc succ past gener commun arsen
    univers later emerg organ inter bias 'tw o'cl agre bl hopp plann fall add egg off happ
    ident nat rel conf argu try play stud activ form ration electr vil min cr conc sens hop rat siz
    luxur' fluent' yell ski
"""
MIDDLES = """
    e i y a at bl iz tion al ation ator alism ful fulness ous ousness ive iveness iviti abil bil og log ist
    ement ment ent ant ance ence able ible ic ical icate ize izer less ing ed eed er ness li nn tt ss ll ee
    yy ogi
"""
ENDINGS = """
    s es ies ied 's s' 's' ed edly eed eedly ing ingly ly y e li ist ism l ll us ss ation ion ative ful ness
"""

# Beginnings of Russian words: simple words, prefixed verbs, long compounds, vowels and й first.
SAMPLE = "суд чел жен лес бег выпи мно све ста выта переб недо яз эк юр йо ию ощу меж кв трё"


def made_words():
    some = random.Random(7)
    begin, middle, end = BEGINNINGS.split(), MIDDLES.split(), ENDINGS.split()
    return sorted(
        {
            some.choice(begin)
            + "".join(some.choices(middle, k=some.randrange(4)))
            + "".join(some.choices(end, k=some.randrange(3)))
            for _ in range(80_000)
        }
    )


def russian_words():
    dictionary = stemming.engine_of("ru").morphology.beginning
    return sorted(
        {form for beginning in SAMPLE.split() for form in dictionary(beginning)}
        | browser.site_forms("docs_ru")
    )


def english_words():
    return sorted(set(made_words()) | browser.site_forms("docs"))


@pytest.mark.parametrize(("algorithm", "make"), [("russian", russian_words), ("english", english_words)])
def test_the_browser_gives_the_same_stems(algorithm, make):
    asked = make()
    assert len(asked) > 50_000
    expected = Stemmer.Stemmer(algorithm).stemWords(asked)
    came = browser.stems(asked, algorithm=algorithm)
    differing = [row for row in zip(asked, came, expected, strict=True) if row[1] != row[2]]
    assert differing[:20] == []
