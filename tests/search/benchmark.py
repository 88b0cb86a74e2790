"""Size and speed of the search beside Material's own: `python -m tests.search.benchmark [--pages N]`.

On generated pages of 1,000 words, CPU seconds in one process; stemming is counted apart, because a build does
it once for terms, search and checks.  "first result" is what a browser has asked for when a query, typed
letter by letter, shows its first result: code, manifest, stemmer's tables, shards; gzip, without the page.
Material's index is asked for whole, with its worker, before anything can be found.
"""

from __future__ import annotations

import argparse
import gzip
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import material
from material.plugins.search.plugin import SearchIndex

from tests.search import generated
from ushtil.language.stemming import stemmer
from ushtil.language.words import fold, words
from ushtil.search import documents, index, layout, shards
from ushtil.search.asking import ask, show
from ushtil.search.store import Store

ASSETS = Path(__file__).resolve().parents[2] / "theme" / "assets"
LARGEST, LONGEST_BUILD = 150_000, 4.0
WORDS = 40


class Counting(Store):
    """A store that remembers what it was asked for."""

    def __init__(self, site: Path, code: str) -> None:
        self.asked: dict[str, None] = {}
        super().__init__(site, code)

    def get(self, name: str) -> Any:
        self.asked[name] = None
        return super().get(name)


def packed(data: bytes) -> int:
    """Bytes as a server sends them."""
    return len(gzip.compress(data, 6))


def build(code: str, pages: Sequence[documents.Page], folder: Path) -> float:
    """Writes an index; its CPU seconds, from the pages' HTML to the files."""
    start = time.process_time()
    made = index.build(code, pages, list(documents.sections(pages)))
    files = shards.files(made, f"{code}/")
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return time.process_time() - start


def material_index(pages: Sequence[documents.Page]) -> tuple[float, int, int]:
    """CPU seconds, size of the index, and bytes before the first result, of Material's search."""
    config = {"lang": ["en"], "separator": r"[\s\-]+", "pipeline": [], "fields": {}}
    start = time.process_time()
    held = SearchIndex(**config)
    for page in pages:
        url = page.path.replace(".md", ".html")
        held.add_entry_from_context(
            SimpleNamespace(content=page.html, toc=[], url=url, meta={}, title=page.title)
        )
    text = held.generate_search_index(None)
    seconds = time.process_time() - start
    scripts = Path(material.__file__).parent / "templates" / "assets" / "javascripts" / "workers"
    worker = sum(packed(file.read_bytes()) for file in scripts.glob("search.*.js"))
    size = packed(text.encode())
    return seconds, size, size + worker


def stemming(code: str, pages: Sequence[documents.Page]) -> float:
    """CPU seconds of stemming all forms, which a build does once for terms and search alike."""
    forms = {word.form for section in documents.sections(pages) for word in words(section.text)}
    start = time.process_time()
    stem = stemmer(code)
    for form in forms:
        stem(form)
    return time.process_time() - start


def queries(pages: Sequence[documents.Page]) -> list[str]:
    """Frequent, middling and rare words, alone and by two."""
    counts = Counter(fold(word.form) for page in pages[:200] for word in words(page.title + page.html))
    ranked = [word for word, _ in counts.most_common() if len(word) > 3 and not word.isascii()] or [
        word for word, _ in counts.most_common() if len(word) > 5
    ]
    rng = random.Random(11)
    chosen = ranked[: WORDS // 2] + rng.sample(ranked[WORDS // 2 :], WORDS // 2)
    return [*chosen, *(f"{a} {b}" for a, b in zip(chosen[::2], reversed(chosen), strict=False))]


def first_result(site: Path, code: str, query: str, sizes: dict[str, int]) -> int:
    """Bytes of shards until a query, typed letter by letter, shows something."""
    store = Counting(site, code)
    for size in range(2, len(query) + 1):
        answer = ask(store, query[:size], typing=True)
        if answer.hits:
            show(store, answer.hits[0])
            break
    return sum(sizes[name] for name in {*store.asked, "stem", "terms"})


def code_size() -> int:
    """The browser's part."""
    files = [
        *(ASSETS / "search").glob("*.js"),
        *(ASSETS / "search").glob("*.css"),
        *(ASSETS / "stem").glob("*.js"),
    ]
    return sum(packed(file.read_bytes()) for file in files)


def measure(code: str, count: int, folder: Path) -> bool:
    """Prints a language's figures; whether they are within the limits."""
    texts = list(generated.pages(code, count))
    pages = [documents.Page(f"p{n}.md", page[0][0], generated.html(page)) for n, page in enumerate(texts)]
    stems = stemming(code, pages)
    half = build(code, pages[: count // 2], folder / "half" / layout.FOLDER / code)
    whole = build(code, pages, folder / layout.FOLDER / code)
    files = {file.stem: packed(file.read_bytes()) for file in (folder / layout.FOLDER / code).iterdir()}
    loaded = sorted(first_result(folder, code, query, files) + code_size() for query in queries(pages))
    theirs = material_index(pages)
    print(f"{code}, {count} pages", f"{'':14}Ushtil      Material", sep="\n")
    print(f"  CPU seconds {whole:10.2f} {theirs[0]:12.2f}", end="   ")
    print(f"(stems besides {stems:.2f}; half the pages {half:.2f})")
    print(f"  index, kB   {sum(files.values()) / 1000:10.0f} {theirs[1] / 1000:12.0f}   ({len(files)} files)")
    middle, most, worst = (loaded[int(len(loaded) * share)] for share in (0.5, 0.95, 0.999))
    print(
        f"  first result, kB {middle / 1000:5.0f} {theirs[2] / 1000:12.0f}   (95 %: {most / 1000:.0f},",
        end=" ",
    )
    print(f"all: {worst / 1000:.0f}; code {code_size() / 1000:.0f})")
    return worst <= LARGEST and whole <= LONGEST_BUILD


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--lang", choices=list(generated.SOUNDS), action="append")
    options = parser.parse_args()
    good = True
    for code in options.lang or generated.SOUNDS:
        with tempfile.TemporaryDirectory() as folder:
            good &= measure(code, options.pages, Path(folder))
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
