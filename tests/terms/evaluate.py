"""How well terms are recognised: every miss and false alarm, then recall and precision by language and half.

    python -m tests.terms.evaluate [LANGUAGE …]

The texts stand in evaluation/<language>/: `tuned.txt`, whose misses were looked at while the rules were made,
and `unseen.txt`, of other genres, whose were not.  In them

    --- law                          begins a passage
    [[upr|Universal Periodic Review]]    is an occurrence of the concept `upr`
    \\u00a0                           is the code point
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ushtil import languages
from ushtil.terms import termbase
from ushtil.terms.matching import Matcher

FOLDER = Path(__file__).parent / "evaluation"
LANGUAGES = languages.read(languages.SHIPPED)
HALVES = ("tuned", "unseen")
_MARKED = re.compile(r"\[\[(?P<concept>[\w-]+)\|(?P<text>[^\]]*)\]\]")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


class Place(NamedTuple):
    """An occurrence as annotated or found."""

    start: int
    end: int
    concept: str


class Passage(NamedTuple):
    """A text without its annotation, and what was annotated."""

    genre: str
    text: str
    places: frozenset[Place]


class Score(NamedTuple):
    """Counts of one half of one language."""

    right: int
    missed: int
    false: int

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.false)


def passages(code: str, half: str) -> Iterator[Passage]:
    """The annotated passages of one half."""
    source = (FOLDER / code / f"{half}.txt").read_text(encoding="utf-8")
    for part in source.split("--- ")[1:]:
        genre, _, body = part.partition("\n")
        yield parse(genre, _ESCAPE.sub(lambda match: chr(int(match[1], 16)), body))


def parse(genre: str, body: str) -> Passage:
    """One passage of its annotated text."""
    text, at, places = "", 0, set()
    for match in _MARKED.finditer(body):
        text += body[at : match.start()]
        places.add(Place(len(text), len(text) + len(match["text"]), match["concept"]))
        text += match["text"]
        at = match.end()
    return Passage(genre, text + body[at:], frozenset(places))


def score(code: str, half: str, matcher: Matcher, is_shown: bool = False) -> Score:
    """The counts of one half; with `is_shown` every fault is printed."""
    right = missed = false = 0
    for passage in passages(code, half):
        found = {Place(one.start, one.end, one.concept) for one in matcher.find(passage.text)}
        right += len(found & passage.places)
        missed += len(passage.places - found)
        false += len(found - passage.places)
        for place in sorted(found ^ passage.places) if is_shown else ():
            what = "miss " if place in passage.places else "false"
            around = passage.text[max(0, place.start - 30) : place.end + 20].replace("\n", "⏎")
            shown = passage.text[place.start : place.end].replace("\n", "⏎")
            print(f"{code} {half} {what} {place.concept}: {shown!r} in {around!r} ({passage.genre})")
    return Score(right, missed, false)


def matcher_of(code: str) -> Matcher:
    """The matcher of the evaluation's termbase."""
    return Matcher(termbase.read(FOLDER / "termbase", LANGUAGES).value, code)


def main() -> None:
    """Print all faults and the figures."""
    codes = sys.argv[1:] or LANGUAGES.codes
    rows = [(code, half, score(code, half, matcher_of(code), True)) for code in codes for half in HALVES]
    for code, half, counts in rows:
        words = sum(len(passage.text.split()) for passage in passages(code, half))
        print(
            f"{code} {half:6} recall {counts.recall:.3f} precision {counts.precision:.3f}  "
            f"({counts.right} right, {counts.missed} missed, {counts.false} false, {words} words)"
        )


if __name__ == "__main__":
    main()
