"""One file, several languages: which chunk is in which, and which of them are texts of their own.

An article in one language often carries its title, abstract and keywords in two others.  Such a part
becomes a document of its own; a foreign quotation in mid-text stays where it is, marked with its
language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ..language.detect import detect, scores
from ..language.names import label_of, meaning_of
from .chunks import Chunk
from .prose import in_capitals, words

# Shorter chunks say too little about their language and take their neighbours'.
FEWEST_WORDS = 8
FEWEST_APART = 25
FEWEST_IN_MIDDLE = 60
LARGE_SHARE = 0.25


@dataclass(frozen=True)
class Segment:
    """The chunks of one language, in order."""

    language: str
    chunks: tuple[Chunk, ...]


def segments(chunks: Sequence[Chunk], codes: Sequence[str]) -> list[Segment]:
    """The texts that a file holds, the largest first; chunks in none of `codes` go with the largest."""
    languages = languages_of(chunks, codes)
    sizes: Counter[str] = Counter()
    for chunk, language in zip(chunks, languages, strict=True):
        sizes[language] += len(words(chunk.text))
    main = max(sizes, key=lambda code: (sizes[code], code))
    total = sum(sizes.values())
    parts: dict[str, list[Chunk]] = {main: []}
    groups = [
        (code, [chunk for chunk, _ in group])
        for code, group in groupby(zip(chunks, languages, strict=True), lambda pair: pair[1])
    ]
    owner = main
    for n, (code, run) in enumerate(groups):
        edge = n in (0, len(groups) - 1) and not lists_sources(parts[main])
        own = sizes[code] >= FEWEST_APART and own_text(run, edge, sizes[code] / total)
        owner = code if code == main or own else owner
        mark = "" if code == owner else code
        parts.setdefault(owner, []).extend(replace(chunk, language=owner, foreign=mark) for chunk in run)
    return [
        Segment(code, tuple(run))
        for code, run in sorted(parts.items(), key=lambda item: -sizes[item[0]])
        if run
    ]


def lists_sources(chunks: Sequence[Chunk]) -> bool:
    """Whether the last section so far is a list of references or notes, which may be in any language."""
    for chunk in reversed(chunks):
        label = label_of(chunk.text)
        meaning = label.meaning if label else meaning_of(chunk.lines[0].text)
        if meaning:
            return meaning in ("references", "notes")
    return False


def languages_of(chunks: Sequence[Chunk], codes: Sequence[str]) -> list[str]:
    """The language of each chunk; a short one has that of the chunk after it, or before it."""
    found = [
        detect(chunk.text, codes) if len(words(chunk.text)) >= FEWEST_WORDS or in_capitals(chunk.text) else ""
        for chunk in chunks
    ]
    known = [code for code in found if code]
    usual = Counter(known).most_common(1)[0][0] if known else best(chunks, codes)
    for n, code in enumerate(found):
        if not code:
            before = next((found[k] for k in range(n - 1, -1, -1) if found[k]), "")
            after = next((found[k] for k in range(n + 1, min(n + 40, len(found))) if found[k]), "")
            found[n] = nearest(chunks[n], before, after, codes) or usual
    return found


def nearest(chunk: Chunk, before: str, after: str, codes: Sequence[str]) -> str:
    """The neighbour's language that fits a short chunk better; a title goes with what follows."""
    if before == after or not before or not after:
        return after or before
    fit = scores(chunk.text, codes)
    return before if fit.get(before, 0) > fit.get(after, 0) else after


def best(chunks: Sequence[Chunk], codes: Sequence[str]) -> str:
    """The likeliest language of all chunks together."""
    fit = scores(" ".join(chunk.text for chunk in chunks), codes)
    return max(fit, key=lambda code: (fit[code], code))


def own_text(run: Sequence[Chunk], edge: bool, share: float) -> bool:
    """Whether a run in another language is a text of its own and no quotation."""
    size = sum(len(words(chunk.text)) for chunk in run)
    labelled = any(label_of(chunk.text) or meaning_of(chunk.lines[0].text) for chunk in run)
    large = share >= LARGE_SHARE and size >= FEWEST_IN_MIDDLE
    return large or labelled or (edge and size >= FEWEST_APART)
