"""How well words are found whatever form the query has: `python -m tests.search.evaluate [--misses]`.

`corpus/<code>.txt` are texts of ours, a section a heading; `queries/<code>.txt` says which forms, picked by
hand, are of the query's words.  A section should be found that has a form of each word, and no other; words
that only begin alike are the negatives, and they stand in the same texts.  The search was not tuned on the
part [unseen].  Found is what is shown first: of sections with all words, without what only resembles them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from ushtil.language.words import fold, words
from ushtil.search import documents, index, layout, shards
from ushtil.search.asking import ask
from ushtil.search.ranking import Level
from ushtil.search.store import Store

HERE = Path(__file__).parent
LANGUAGES = ("kk", "ru", "en")
TARGETS = {"kk": (0.97, 0.95), "ru": (0.97, 0.90), "en": (0.97, 0.90)}


@dataclass(frozen=True)
class Question:
    """A query; a section should be found that has one of the forms of each word. `part` is its file's."""

    part: str
    query: str
    words: tuple[frozenset[str], ...]
    doubtful: frozenset[str]


@dataclass
class Tally:
    """What came of the questions of one part."""

    found: int = 0
    missed: int = 0
    wrong: int = 0

    @property
    def recall(self) -> float:
        return self.found / ((self.found + self.missed) or 1)

    @property
    def precision(self) -> float:
        return self.found / ((self.found + self.wrong) or 1)


def corpus(code: str) -> list[tuple[str, str]]:
    """The sections: heading, text."""
    parts = (HERE / "corpus" / f"{code}.txt").read_text(encoding="utf-8").split("\n\n")
    pairs = (part.removeprefix("# ").partition("\n") for part in parts if part.strip())
    return [(heading, text.strip()) for heading, _, text in pairs]


def questions(code: str) -> Iterator[Question]:
    """The queries of a language, in the order of the file."""
    part = ""
    for line in (HERE / "queries" / f"{code}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            part = line.strip("[]")
        elif line and not line.startswith("#"):
            queries, _, forms = line.partition(" = ")
            groups = [group.split() for group in forms.split(" ; ")]
            sure = tuple(frozenset(fold(f) for f in group if f[0] != "?") for group in groups)
            doubtful = frozenset(fold(form[1:]) for group in groups for form in group if form[0] == "?")
            for query in queries.split(" | "):
                yield Question(part, query.strip(), sure, doubtful)


def store(code: str, sections: Sequence[tuple[str, str]], site: Path) -> Store:
    """The sections as a site's index."""
    html = "".join(
        f'<h2 id="s{n}">{escape(heading)}</h2><p>{escape(text)}</p>'
        for n, (heading, text) in enumerate(sections)
    )
    pages = [documents.Page("corpus.md", "0", html)]
    made = index.build(code, pages, list(documents.sections(pages)))
    folder = site / layout.FOLDER / code
    folder.mkdir(parents=True)
    for name, text in shards.files(made, "").items():
        (folder / name).write_text(text, encoding="utf-8")
    return Store(site, code)


def ask_one(
    question: Question, held: Store, forms: Sequence[frozenset[str]]
) -> tuple[set[int], set[int], set[int]]:
    """Sections found, missed and wrongly found."""
    answer = ask(held, question.query)
    found = {hit.document for hit in answer.hits} if answer.level is Level.ALL else set()
    wanted = {n for n, held_forms in enumerate(forms) if all(held_forms & word for word in question.words)}
    unsure = {n for n, held_forms in enumerate(forms) if held_forms & question.doubtful}
    return found & wanted, wanted - found - unsure, found - wanted - unsure


def evaluate(code: str, show: bool = False) -> dict[str, Tally]:
    """The tally of each part; with `show` every miss is printed."""
    sections = corpus(code)
    forms = [frozenset(fold(word.form) for word in words(f"{head} {text}")) for head, text in sections]
    tallies: dict[str, Tally] = {}
    with tempfile.TemporaryDirectory() as folder:
        held = store(code, sections, Path(folder))
        for question in questions(code):
            tally = tallies.setdefault(question.part, Tally())
            found, missed, wrong = ask_one(question, held, forms)
            tally.found += len(found)
            tally.missed += len(missed)
            tally.wrong += len(wrong)
            for name, numbers in (("missed", missed), ("wrong", wrong)) if show else ():
                for number in sorted(numbers):
                    near = sorted(form for form in forms[number] if form[:3] == fold(question.query)[:3])
                    print(f"{code} {question.query}: {name} {sections[number][0]!r} {' '.join(near)}")
    return tallies


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--lang", choices=LANGUAGES, action="append")
    parser.add_argument("--misses", action="store_true", help="print each section missed or wrongly found")
    options = parser.parse_args()
    short = False
    for code in options.lang or LANGUAGES:
        tallies = evaluate(code, options.misses)
        queries = len(list(questions(code)))
        for part, tally in tallies.items():
            print(f"{code} {part:8} recall {tally.recall:.3f} precision {tally.precision:.3f}", end="  ")
            print(f"found {tally.found} missed {tally.missed} wrong {tally.wrong}")
            recall, precision = TARGETS[code]
            short |= tally.recall < recall or tally.precision < precision
        print(f"{code} {queries} queries over {len(corpus(code))} sections")
    return int(short)


if __name__ == "__main__":
    sys.exit(main())
