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
STEMS = 10_000
# Consonants and vowels of made-up stems; endings of nouns and verbs with how often each stands.
SOUNDS = {
    "en": (
        "b c d f g h j k l m n p r s t v w st tr pl",
        "a e i o u ea ou",
        "_ _ _ _ s s ed ing ly ment ation 's",
    ),
    "ru": (
        "б в г д ж з к л м н п р с т ф х ц ч ш ст пр тр",
        "а е и о у я ы",
        "_ а у ом е ы ов ам ами ах ый ого ому ая ой ые ых ость ости ение ения",
    ),
    "kk": (
        "б г ғ д ж з й к қ л м н ң п р с т ш",
        "а ә е о ө ұ ү ы і",
        "_ лар лардың ларды дың ды ға да дан мен ы ын ында ының ымыз лары ларының лық лықтың ған ады",
    ),
}


def stems(code: str, rng: random.Random) -> list[str]:
    """Made-up stems of two and three syllables, all different."""
    consonants, vowels, _ = (part.split() for part in SOUNDS[code])
    found: dict[str, None] = {}
    while len(found) < STEMS:
        syllables = (rng.choice(consonants) + rng.choice(vowels) for _ in range(rng.choice((1, 2, 2, 2, 3))))
        found["".join(syllables) + rng.choice(consonants)] = None
    return list(found)


def pages(code: str, count: int, seed: int = 7) -> Iterator[list[tuple[str, list[str]]]]:
    """So many pages, each a list of headings with their paragraphs."""
    rng = random.Random(f"{code}{seed}")
    vocabulary = stems(code, rng)
    endings = ["" if ending == "_" else ending for ending in SOUNDS[code][2].split()]
    weights = list(accumulate((rank + 3) ** -1.05 for rank in range(len(vocabulary))))
    shares = list(accumulate((rank + 1) ** -1.8 for rank in range(len(endings))))
    for _ in range(count):
        heads = rng.choices(vocabulary, cum_weights=weights, k=WORDS)
        tails = rng.choices(endings, cum_weights=shares, k=WORDS)
        words = [head + tail for head, tail in zip(heads, tails, strict=True)]
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
