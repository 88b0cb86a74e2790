"""Documents made up of known parts, set as a printed page sets them: what import must find is known.

made = compose(seed=1, language="en")     what it says: titles with levels, paragraphs, notes
text = typeset(made, width=72, …)         how it looks: lines, pages, heads, footnotes
"""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

# Content words, function words and what opens a sentence; the sentences mean nothing and read as sentences.
WORDS = {
    "en": (
        "warden corridor ledger window courtyard kitchen visit guard letter archive mirror ladder candle "
        "bridge harbour carpet garden lantern basket blanket chimney cupboard drawer engine feather kettle",
        "of and to in with for the by on from",
        "The Every This Some Each Another",
    ),
    "ru": (
        "коридор журнал окно двор кухня визит письмо архив зеркало лестница свеча мост гавань ковёр сад "
        "фонарь корзина одеяло труба шкаф ящик мотор перо чайник забор колодец",
        "и в на с для от под при или что",
        "Этот Каждый Иногда Потом Затем Здесь",
    ),
    "kk": (
        "дәліз журналын терезе аула асүй сапар күзетші хатын мұрағат айна баспалдақ шырақ көпір кемежай "
        "кілем бақша шамдал себет көрпе мұржа сандық тартпа қозғалтқыш қауырсын шәйнек құдық",
        "және мен үшін туралы бойынша деп де да бұл сол",
        "Әрбір Кейде Содан Мұнда Осылай Бірде",
    ),
}
NUMBERED = {"en": "Section {n}. {title}", "ru": "Раздел {n}. {title}", "kk": "{n} Бөлім. {title}"}
LETTERS = "abcdefgh"
# Stands before the number of a note until lines are broken.
MARK = "\x01"


@dataclass(frozen=True)
class Part:
    """A title or a paragraph. `level` is 0 for a paragraph; `run_in` titles stand before their paragraph."""

    text: str
    level: int = 0
    run_in: bool = False
    note: str = ""
    """The footnote to the last word of a paragraph's second sentence."""


@dataclass(frozen=True)
class Made:
    """What a document says."""

    language: str
    parts: tuple[Part, ...]

    @property
    def titles(self) -> list[tuple[int, str]]:
        return [(part.level, part.text) for part in self.parts if part.level]

    @property
    def paragraphs(self) -> list[str]:
        return [part.text for part in self.parts if not part.level]

    @property
    def notes(self) -> list[str]:
        return [part.note for part in self.parts if part.note]


class Writer:
    """Makes up titles and sentences; no two titles are alike."""

    def __init__(self, seed: int, language: str) -> None:
        self.chance = random.Random(f"{language}{seed}")
        self.content, self.function, self.openers = (words.split() for words in WORDS[language])
        self.used: set[str] = set()

    def title(self, count: int = 3) -> str:
        while True:
            words = self.chance.sample(self.content, count)
            found = " ".join(words).capitalize()
            if found not in self.used:
                self.used.add(found)
                return found

    def sentence(self) -> str:
        middle: list[str] = []
        for _ in range(self.chance.randint(4, 8)):
            middle += [self.chance.choice(self.content), self.chance.choice(self.function)]
        return f"{self.chance.choice(self.openers)} {' '.join(middle)} {self.chance.choice(self.content)}."

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.chance.randint(4, 7)))


def compose(
    seed: int, language: str = "en", *, plain: bool = True, run_in: bool = False, notes: int = 0
) -> Made:
    """A title, numbered sections, lettered ones in them, and below those plain titles or run-in ones."""
    writer = Writer(seed, language)
    parts = [Part(writer.title(4).upper(), 1)]
    deep = 4 if plain else 3
    for n in range(1, writer.chance.randint(3, 4) + 1):
        parts.append(Part(NUMBERED[language].format(n=n, title=writer.title()), 2))
        parts.append(Part(writer.paragraph()))
        for letter in LETTERS[: writer.chance.randint(2, 3)]:
            parts.append(Part(f"{letter}. {writer.title()}", 3))
            parts += [Part(writer.paragraph()) for _ in range(writer.chance.randint(1, 3))]
            if plain:
                parts += [Part(writer.title(), 4), Part(writer.paragraph())]
            if run_in:
                for _ in range(2):
                    parts += [Part(writer.title(2), deep + 1, run_in=True), Part(writer.paragraph())]
    return Made(language, tuple(with_notes(parts, writer, notes)))


def with_notes(parts: list[Part], writer: Writer, count: int) -> Iterator[Part]:
    """The parts, of whose paragraphs the first `count` but one in two get a note."""
    place = 0
    for part in parts:
        place += not part.level
        wanted = not part.level and place % 2 == 0 and place // 2 <= count
        yield Part(part.text, 0, note=writer.sentence()) if wanted else part


@dataclass(frozen=True)
class Row:
    """A printed line, the note that its mark belongs to, and whether it is a title's."""

    text: str = ""
    note: str = ""
    title: bool = False


def rows_of(made: Made, width: int) -> list[Row]:
    """The lines of a document, an empty one after each part, marks of notes glued to their words."""
    rows: list[Row] = []
    number, opened = 0, ""
    for part in made.parts:
        if part.run_in:
            opened = f"{part.text}: "
            continue
        text, opened = opened + part.text, ""
        if part.note:
            number += 1
            first, second, *rest = re.split(r"(?<=\.) ", text)
            text = " ".join([first, f"{second[:-1]}{MARK}{number}.", *rest])
        for line in textwrap.wrap(text, width, break_on_hyphens=False):
            rows.append(Row(line.replace(MARK, ""), part.note if MARK in line else "", part.level > 0))
        rows.append(Row())
    return rows


def typeset(
    made: Made, width: int = 72, *, height: int = 0, head: str = "", foot: str = "", feed: str = "\f"
) -> str:
    """The text of a document. `height` > 0 makes pages of about that many lines, parted by `feed`, notes
    above the foot; `head` and `foot` may hold "{page}"."""
    rows = rows_of(made, width)
    pages: list[str] = []
    number = 0
    while rows:
        held, rows = cut(rows, height) if height else (rows, [])
        page = len(pages) + 1
        lines = [head.format(page=page), ""] if head else []
        lines += [row.text for row in held]
        for note in (row.note for row in held if row.note):
            number += 1
            lines += ["", *textwrap.wrap(f"{number} {note}", width)]
        lines += ["", foot.format(page=page)] if foot else []
        pages.append("\n".join(lines))
    return f"\n{feed}".join(pages) + "\n"


def cut(rows: list[Row], height: int) -> tuple[list[Row], list[Row]]:
    """A page and the rest. It ends in mid-sentence or with a paragraph, where a reader sees which."""
    place = min(height, len(rows))
    while place < len(rows) and not may_break(rows, place):
        place += 1
    rest = rows[place:]
    while rest and not rest[0].text:
        rest = rest[1:]
    return rows[:place], rest


def may_break(rows: list[Row], place: int) -> bool:
    """Whether a page may end before the row at `place`; no line of a paragraph stands alone at its foot."""
    alone, before, after = rows[place - 2], rows[place - 1], rows[place]
    if before.title or after.title or alone.title:
        return False
    if not before.text:
        return True
    return bool(alone.text and after.text) and before.text[-1].isalpha() and after.text[0].islower()
