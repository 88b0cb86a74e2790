"""What stands before the text proper: byline and date, recognised where they stand and left there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..language import alternatives, known, profile
from ..language.dates import iso_date
from ..language.letters import CAPITAL
from .chunks import Chunk
from .prose import ends_sentence

LONGEST_BYLINE = 160
INITIALS = rf"(?:{CAPITAL}\.\s?){{1,2}}{CAPITAL}[^\W\d_]+"
FULL = rf"{CAPITAL}[^\W\d_]+(?:[- ]{CAPITAL}(?:[^\W\d_]+|\.)){{1,3}}"
NAME = f"{INITIALS}|{FULL}"
NAMES = re.compile(rf"^(?:{NAME})(?:\s*(?:\d|\*)*)(?:,\s*(?:and\s|и\s|және\s)?(?:{NAME})(?:\s*(?:\d|\*)*))*$")
DATE_LENGTHS = range(6, 0, -1)


@dataclass(frozen=True)
class Front:
    """Authors and date as found, and the chunks with a class where they are such a line."""

    chunks: tuple[tuple[Chunk, str], ...]
    authors: tuple[str, ...] = ()
    date: str = ""


def front(chunks: Sequence[Chunk]) -> Front:
    """What the first chunks of a document, those before its first section, say of it."""
    found: list[tuple[Chunk, str]] = []
    authors: tuple[str, ...] = ()
    date = ""
    for n, chunk in enumerate(chunks):
        names = byline(chunk) if n < 4 and not authors else ()
        count, day = dateline(chunk) if n < 6 and not date else (0, "")
        if names:
            authors = names
            found.append((chunk, "byline"))
        elif day:
            date = day
            found += part(chunk, count)
        else:
            found.append((chunk, ""))
    return Front(tuple(found), authors, date)


def byline(chunk: Chunk) -> tuple[str, ...]:
    """The names in a line of authors, () where the chunk is none."""
    text = chunk.text
    label = re.match(rf"^(?:{alternatives(words_of('author_words'))})[:\s]\s*", text, re.IGNORECASE)
    rest = text[label.end() :] if label else text
    if len(text) > LONGEST_BYLINE or ends_sentence(text) or not (label or NAMES.match(rest)):
        return ()
    return tuple(re.sub(r"[\d*]+$", "", name).strip() for name in rest.split(",") if name.strip())


def dateline(chunk: Chunk) -> tuple[int, str]:
    """How many words at the head of a chunk are its date, and the date in ISO form."""
    tokens = chunk.text.split()
    labels = words_of("date_words")
    start = 1 if tokens and tokens[0].lower().rstrip(":") in labels else 0
    for length in DATE_LENGTHS:
        day = iso_date(" ".join(tokens[start : start + length]).rstrip(".,"))
        alone = start + length >= len(tokens)
        if day and (start or alone):
            return min(start + length, len(tokens)), day
    return 0, ""


def words_of(key: str) -> list[str]:
    """A list of words of all languages."""
    return [word for code in known() for word in getattr(profile(code), key)]


def part(chunk: Chunk, count: int) -> list[tuple[Chunk, str]]:
    """A chunk cut after its first `count` words, which are a dateline; lines are kept."""
    head, tail = [], []
    for line in chunk.lines:
        tokens = line.text.split()
        if count >= len(tokens):
            head.append(line)
        elif count > 0:
            head.append(replace(line, text=" ".join(tokens[:count])))
            tail.append(replace(line, text=" ".join(tokens[count:])))
        else:
            tail.append(line)
        count -= len(tokens)
    if not tail:
        return [(chunk, "dateline")]
    return [(replace(chunk, lines=tuple(head)), "dateline"), (replace(chunk, lines=tuple(tail)), "")]
