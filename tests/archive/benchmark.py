"""How long a site takes to build, and how long its archives to make: wall time, processor time, memory.

    python -m tests.archive.benchmark [PAGES …]

For each number of pages a language (by default 250, 500, 1000): a page has 1,100 words and 8 headings, of the
words of this repository's texts, in every language. Wanted: the archives within 1.5 × the time of the build,
and both as the number of pages grows. Other work on the machine counts in wall time, hardly in the rest.
"""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.sites import COMMAND, REPOSITORY
from ushtil import languages

SIZES = (250, 500, 1000)
WORDS, SECTIONS, PARAGRAPHS = 1100, 8, 4
FOLDER = 50
"""Pages in a folder, as a long document has sections."""


@dataclass(frozen=True)
class Cost:
    """Seconds, and megabytes of the largest process."""

    wall: float
    processor: float
    memory: float

    def __str__(self) -> str:
        return f"{self.wall:7.1f} s {self.processor:7.1f} s CPU {self.memory:6.0f} MB"


def words(tree: Path) -> Iterator[str]:
    """The words of a language's texts, over and over."""
    text = " ".join(file.read_text(encoding="utf-8") for file in sorted(tree.rglob("*.md")))
    plain = re.sub(r"(?s)---.*?---|\{[^}]*\}|\]\([^)]*\)|https?://\S+|[*_`#\[\]<>|\\{}!^~$=:-]", " ", text)
    return itertools.cycle(plain.split())


def page(number: int, source: Iterator[str]) -> str:
    """The Markdown of one page: its own cut of the words."""
    lines = [f"---\ntitle: Page {number}\ndate: 2026-11-22\n---\n# Page {number} {{#page}}\n"]
    size = WORDS // (SECTIONS * PARAGRAPHS)
    for section in range(SECTIONS):
        lines.append(f"## {' '.join(itertools.islice(source, 3))} {{#s{section}}}\n")
        for paragraph in range(PARAGRAPHS):
            lines.append(f"{' '.join(itertools.islice(source, size))}\n{{: #p{paragraph + 1} }}\n")
    return "\n".join(lines)


def plant(root: Path, pages: int) -> None:
    """Trees of so many pages a language, with this repository's termbase."""
    for language in languages.load(REPOSITORY):
        source = words(REPOSITORY / language.tree)
        for number in range(pages):
            folder = root / language.tree / f"part-{number // FOLDER:03d}"
            folder.mkdir(parents=True, exist_ok=True)
            name = "index" if number % FOLDER == 0 else f"p{number:04d}"
            (folder / f"{name}.md").write_text(page(number, source), encoding="utf-8")
    (root / "glossary").symlink_to(REPOSITORY / "glossary")


def cost(*arguments: str) -> Cost:
    """What a command costs, its own processes included."""
    start = time.monotonic()
    process = subprocess.Popen([*COMMAND, *arguments], cwd=REPOSITORY, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, said
    # Linux tells kilobytes, macOS bytes.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return Cost(time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


def main() -> None:
    """Print the costs for each size, their ratios, and what a page costs next to a page of the first size."""
    first: tuple[int, Cost, Cost] | None = None
    for pages in map(int, sys.argv[1:]) if sys.argv[1:] else SIZES:
        with tempfile.TemporaryDirectory(prefix="ushtil-benchmark-") as folder:
            plant(Path(folder), pages)
            built = cost("build", "--root", folder)
            archived = cost("archive", "--root", folder)
        first = first or (pages, built, archived)
        grown = pages / first[0]
        print(f"3 × {pages}")
        print(f"  build    {built}   {against(built, first[1], grown)}")
        print(f"  archive  {archived}   {against(archived, first[2], grown)}")
        print(f"  archive / build: {against(archived, built, 1)}", flush=True)


def against(one: Cost, other: Cost, grown: float) -> str:
    """How many times the cost of another, of which there are `grown` times as many pages."""
    return (
        f"× {one.wall / other.wall / grown:.2f} time, × {one.processor / other.processor / grown:.2f} CPU, "
        f"× {one.memory / other.memory / grown:.2f} memory"
    )


if __name__ == "__main__":
    main()
