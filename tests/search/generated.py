"""Texts of any size for measurements: words by Zipf's law, with the endings that each language has.

A thousand pages of a thousand words have about as many different forms as real texts of that length: most
of them are rare.  The same seed gives the same texts.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

WORDS, HEADINGS, PARAGRAPH = 1000, 8, 60
STEMS = 7_000
# Consonants, vowels and last consonants of made-up stems, and endings, the frequent ones first. Kazakh has
# them twice, because its vowels go together.
SOUNDS = {
    "en": [
        (
            "b c d f g h j k l m n p r s t v w st tr pl",
            "a e i o u ea ou",
            "b d f g k l m n p r t st",
            "_ s ed ing ly",
        ),
    ],
    "ru": [
        (
            "б в г д ж з к л м н п р с т ф х ц ч ш ст пр тр",
            "а е и о у я ы",
            "б в г д з к л м н п р с т ст",
            "_ а у ом е ы ов ам ами ах ый ого ому ая ой ые ых ость ости",
        ),
    ],
    "kk": [
        (
            "б ғ д ж з қ л м н ң п р с т ш",
            "а о ұ ы",
            "р й",
            "_ лар лардың ларды дың ды ға да дан мен ы ын ында ының ымыз лары ларының дағы",
        ),
        (
            "б г д ж з к л м н ң п р с т ш",
            "ә е ө ү і",
            "р й",
            "_ лер лердің лерді дің ді ге де ден мен і ін інде інің іміз лері лерінің дегі",
        ),
    ],
}


def lexemes(code: str, rng: random.Random) -> list[tuple[str, list[str]]]:
    """Made-up stems of two to four syllables, all different, each with its endings."""
    found: dict[str, list[str]] = {}
    while len(found) < STEMS:
        consonants, vowels, last, endings = (part.split() for part in rng.choice(SOUNDS[code]))
        syllables = (rng.choice(consonants) + rng.choice(vowels) for _ in range(rng.choice((1, 2, 2, 2, 3))))
        found["".join(syllables) + rng.choice(last)] = ["" if ending == "_" else ending for ending in endings]
    return list(found.items())


def pages(code: str, count: int, seed: int = 7) -> Iterator[list[tuple[str, list[str]]]]:
    """So many pages, each a list of headings with their paragraphs."""
    rng = random.Random(f"{code}{seed}")
    vocabulary = lexemes(code, rng)
    weights = list(accumulate((rank + 3) ** -1.05 for rank in range(len(vocabulary))))
    for _ in range(count):
        drawn = rng.choices(vocabulary, cum_weights=weights, k=WORDS)
        # The square of a number between 0 and 1 is mostly small: the first endings are the most frequent.
        words = [stem + endings[int(len(endings) * rng.random() ** 4)] for stem, endings in drawn]
        size = WORDS // HEADINGS
        yield [section(words[start : start + size]) for start in range(0, WORDS, size)]


def section(words: list[str]) -> tuple[str, list[str]]:
    """A heading of the first words, and the others in paragraphs."""
    starts = range(3, len(words), PARAGRAPH)
    paragraphs = (words[start : start + PARAGRAPH] for start in starts)
    return " ".join(words[:3]).capitalize(), [sentence(paragraph) for paragraph in paragraphs]


def sentence(words: list[str]) -> str:
    """Words with a comma now and then and a full stop."""
    marked = [f"{word}," if n % 11 == 7 else word for n, word in enumerate(words[:-1])]
    return " ".join([*marked, f"{words[-1]}."]).capitalize()


def markdown(page: list[tuple[str, list[str]]]) -> str:
    """A page as it stands in a tree; the first section is the page's top."""
    lines = []
    for n, (heading, paragraphs) in enumerate(page):
        lines += [f"{'##' if n else '#'} {heading} {{#s{n}}}", ""]
        for number, paragraph in enumerate(paragraphs, 1):
            lines += [paragraph, f"{{: #p{number} }}", ""]
    return "\n".join(lines)


def plant(root: Path, tree: str, code: str, count: int) -> None:
    """Writes so many pages into a tree."""
    folder = root / tree
    folder.mkdir(parents=True, exist_ok=True)
    for n, page in enumerate(pages(code, count)):
        (folder / f"page-{n:04d}.md").write_text(markdown(page), encoding="utf-8")


def html(page: list[tuple[str, list[str]]]) -> str:
    """A page's content as it is built."""
    parts = []
    for n, (heading, paragraphs) in enumerate(page):
        tag, mark = "h2" if n else "h1", f'<a class="headerlink" href="#s{n}" title="Link">&para;</a>'
        parts.append(f'<{tag} id="s{n}">{heading}{mark}</{tag}>')
        for number, paragraph in enumerate(paragraphs, 1):
            address = f's{n}-p{number}" data-search-exclude="" href="#s{n}-p{number}'
            parts.append(
                f'<p id="s{n}-p{number}"><a class="address" aria-label="{address}">1</a> {paragraph}</p>'
            )
    return "\n".join(parts)
