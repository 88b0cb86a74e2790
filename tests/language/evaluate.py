"""How well a language's stemmer does: `python -m tests.language.evaluate --lang kk`. Every miss is printed.

    evaluation/<code>.txt          a lexeme a line: its forms; every third is held out, not seen in tuning
    evaluation/<code>.apart.txt    words that begin alike, a group a line: no two of them may share a stem
    evaluation/<code>_running.tsv  form TAB lemma, of running text. Where the lemma ends in "-" (no noun), the
                                   form is not looked for, and finding it is wrong
    "#" begins a comment; a file that a language lacks is left out.

Each form is looked for among the others. Recall: how many of the forms of its lexeme have its stem.
Precision: how many of the forms that have its stem are of its lexeme. Both are means over the forms that
have any.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ushtil.language import stemming

FOLDER = Path(__file__).parent / "evaluation"
HELD_OUT = 3
NO_NOUN = "-"


class Labelled(NamedTuple):
    """A form and what it is a form of."""

    form: str
    lexeme: str


class Score(NamedTuple):
    """Recall and precision from 0 to 1, and the misses in words."""

    recall: float
    precision: float
    misses: tuple[str, ...]


def lines(path: Path) -> list[str]:
    """The lines that are no comment; none where there is no file."""
    if not path.is_file():
        return []
    bare = (line.partition("#")[0].rstrip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in bare if line]


def lexemes(code: str, held_out: bool) -> list[Labelled]:
    """The forms of the lexemes that are held out, or of the others. The first form names the lexeme."""
    rows = enumerate(lines(FOLDER / f"{code}.txt"), 1)
    chosen = [line.split() for number, line in rows if (number % HELD_OUT == 0) == held_out]
    return [Labelled(form, f"{forms[0]}:{row}") for row, forms in enumerate(chosen) for form in forms]


def running(code: str) -> list[Labelled]:
    """The forms of running text."""
    return [Labelled(*line.split("\t")) for line in lines(FOLDER / f"{code}_running.tsv")]


def score(forms: Iterable[Labelled], stem: Callable[[str], str]) -> Score:
    """Each form is looked for among all, itself included in none."""
    stems = {item: stem(item.form) for item in forms}
    by_lexeme, by_stem = Counter(item.lexeme for item in stems), Counter(stems.values())
    both = Counter((item.lexeme, found) for item, found in stems.items())
    recalls, precisions = [], []
    for item, found in stems.items():
        if item.lexeme.endswith(NO_NOUN):
            continue
        right = both[item.lexeme, found] - 1
        if by_lexeme[item.lexeme] > 1:
            recalls.append(right / (by_lexeme[item.lexeme] - 1))
        if by_stem[found] > 1:
            precisions.append(right / (by_stem[found] - 1))
    return Score(_mean(recalls), _mean(precisions), tuple(_misses(stems)))


def _mean(shares: list[float]) -> float:
    return sum(shares) / len(shares) if shares else 1.0


def _misses(stems: dict[Labelled, str]) -> Iterator[str]:
    by_lexeme: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    by_stem: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for item, found in stems.items():
        by_lexeme[item.lexeme][found].append(item.form)
        by_stem[found][item.lexeme].append(item.form)
    for lexeme, parts in by_lexeme.items():
        if len(parts) > 1 and not lexeme.endswith(NO_NOUN):
            yield f"torn {lexeme}: " + " | ".join(f"{key}: {' '.join(part)}" for key, part in parts.items())
    for key, parts in by_stem.items():
        if len(parts) > 1 and not all(lexeme.endswith(NO_NOUN) for lexeme in parts):
            yield f"mixed {key}: " + " | ".join(" ".join(part) for part in parts.values())


def mixed(code: str, stem: Callable[[str], str]) -> list[str]:
    """The groups of words to be kept apart of which two share a stem."""
    groups = [line.split() for line in lines(FOLDER / f"{code}.apart.txt")]
    return [" ".join(group) for group in groups if len({stem(form) for form in group}) < len(group)]


def main() -> None:
    """Print the misses, then the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lang", required=True)
    parser.add_argument(
        "--blind", action="store_true", help="misses of the part that is held out are not printed"
    )
    arguments = parser.parse_args()
    code, stem = arguments.lang, stemming.stemmer(arguments.lang)
    parts = {
        "seen": score(lexemes(code, held_out=False), stem),
        "held out": score(lexemes(code, held_out=True), stem),
    }
    if labelled := running(code):
        parts["running"] = score(labelled, stem)
    for part, (_, _, misses) in parts.items():
        for miss in misses if part != "held out" or not arguments.blind else ():
            print(f"{part}: {miss}")
    apart = mixed(code, stem)
    for group in apart:
        print(f"not kept apart: {group}")
    for part, (recall, precision, _) in parts.items():
        print(f"{part:10} recall {recall:.4f}  precision {precision:.4f}")
    print(f"groups not kept apart: {len(apart)} of {len(lines(FOLDER / f'{code}.apart.txt'))}")


if __name__ == "__main__":
    main()
