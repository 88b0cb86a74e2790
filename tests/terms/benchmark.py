"""How fast terms are recognised, in megabytes of UTF-8 a second, next to `findall` of all words.

    python -m tests.terms.benchmark [FILE …]

For each language: the evaluation's texts (or the files, by their language) repeated to 20 MB, and so that
every tenth word is a new form; at first sight (cold) and once more (warm).
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.terms.evaluate import HALVES, LANGUAGES, matcher_of, passages
from ushtil.language import detect

SIZE = 20_000_000
WORD = re.compile(r"\w+")


def texts(files: list[str]) -> dict[str, str]:
    """Language → a text of it."""
    if not files:
        return {
            code: "\n\n".join(passage.text for half in HALVES for passage in passages(code, half))
            for code in LANGUAGES.codes
        }
    found: dict[str, str] = {}
    for file in files:
        text = Path(file).read_text(encoding="utf-8")
        code = detect.detect(text) or LANGUAGES.default.code
        found[code] = found.get(code, "") + text + "\n\n"
    return found


def of_many_forms(text: str) -> str:
    """A text in which every tenth word is new: one with the end of another."""
    known = sorted(set(WORD.findall(text)))
    new = (f"{form}{other[-3:]}" for other in known for form in known)
    return re.sub(r"(?:\w+\W+){10}", lambda match: f"{match[0]}{next(new)} ", text)


def speed(work: Callable[[str], object], text: str) -> float:
    """Megabytes a second of processor time, which other work on the machine does not count in."""
    start = time.process_time()
    work(text)
    return len(text.encode()) / 1e6 / (time.process_time() - start)


def main() -> None:
    """Print a line for each language and kind of text."""
    for code, text in texts(sys.argv[1:]).items():
        size = len(text.encode())
        repeated = (text + "\n\n") * (SIZE // size + 1)
        for kind, sample in (("repeated", repeated), ("many forms", of_many_forms(repeated))):
            find = matcher_of(code).find
            cold, warm, plain = (speed(work, sample) for work in (find, find, WORD.findall))
            size = len(sample.encode())
            print(
                f"{code} {kind:10} {size / 1e6:5.1f} MB, {len(set(WORD.findall(sample))):7,} forms: "
                f"cold {cold:5.1f} MB/s, warm {warm:5.1f} MB/s; findall {plain:5.1f} MB/s"
            )


if __name__ == "__main__":
    main()
