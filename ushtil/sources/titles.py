"""Titles found among chunks, and parted from the text that they touch.

    stand-alone   a short chunk that ends no sentence, between text that does
    touching      the first lines of a chunk: enumerated, named ("Conclusion") or very short
    run-in        the words before a colon at the head of a paragraph, where a document does that often
    labelled      a known name with its full stop: "Abstract. This article …"

Each rule needs evidence around the line, because a short line may as well be an address, a cell of a
table or the tail of a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..language import known, profile
from ..language.dates import iso_date
from ..language.enumerators import Enumerator, enumerator
from ..language.letters import CAPITAL
from ..language.names import label_of, meaning_of
from .breaks import BULLET, HALF, SHORT, TELLING, author_line, is_contents_entry
from .chunks import ENUMERATED, Chunk
from .lines import Line, Span
from .prose import ends_sentence, in_capitals, starts_lower, starts_upper, unmarked, words

LONGEST = 220
MOST_LINES = 4
NOT_TITLE = re.compile(r"[.,;!?…]$|@|://|www\.|^[\"“„]|\.{4}|(?:\. ){4}|_{3,}")
INNER_SENTENCE = re.compile(rf"[.!?;]\s+{CAPITAL}")
RUN_IN = re.compile(r"^(?P<name>[^\W\d_][^.:!?;]{2,170}?):(?:\s+(?=\S)|$)")
MOST_RUN_IN_WORDS = 16
FEWEST_RUN_INS = 3


@dataclass(frozen=True)
class Title(Span):
    """A title: its lines, how it is set, its enumerator and its meaning if they are known."""

    look: str
    """"enumerated", "capitals", "plain", "labelled" or "run-in"."""
    enumerator: Enumerator | None = None
    meaning: str = ""
    language: str = ""


Piece = Title | Chunk


def find_titles(chunks: Sequence[Chunk]) -> list[Piece]:
    """The chunks with their stand-alone and touching titles made Titles."""
    alone = [title_of(chunk) for chunk in chunks]
    pieces: list[Piece] = []
    for n, chunk in enumerate(chunks):
        before = chunks[n - 1] if n else None
        following = chunks[n + 1] if n + 1 < len(chunks) else None
        title = alone[n]
        if title and stands_alone(title, before, following, pieces) and not in_row(chunks, alone, n):
            pieces.append(title)
            continue
        if (count := touching(chunk, before, pieces)) and (title := title_of(chunk, chunk.lines[:count])):
            pieces += [title, replace(chunk, lines=chunk.lines[count:])]
            continue
        pieces.append(chunk)
    return pieces


def title_of(chunk: Chunk, lines: Sequence[Line] = ()) -> Title | None:
    """The Title that `lines` (all of the chunk, if none are given) would be, None if they cannot be one."""
    lines = tuple(lines or chunk.lines)
    text = unmarked(" ".join(line.text for line in lines))
    found = enumerator(text)
    rest = text[found.length :] if found else text
    look = "enumerated" if found else "capitals" if in_capitals(text) else "plain"
    if len(lines) > MOST_LINES or len(text) > LONGEST or NOT_TITLE.search(text) or BULLET.match(text):
        return None
    if not rest and (found is None or found.style not in TELLING):
        return None
    if (look == "plain" and starts_lower(rest)) or ends_open(rest, chunk.language):
        return None
    if INNER_SENTENCE.search(rest) or (look == "plain" and text.endswith(":")):
        return None
    if not found and (ENUMERATED.match(text) or (not text[0].isalnum() and text[0] not in "«(")):
        return None
    if look == "plain" and (not starts_upper(text) or ends_in_date(text) or author_line().match(text)):
        return None
    if not found and sum(map(str.isdigit, text)) * 4 > len(text):
        return None
    return Title(lines, look, found, meaning_of(rest), chunk.language)


def ends_in_date(text: str) -> bool:
    """Whether the last words are a date, as below a letter or a law."""
    tokens = text.split()
    return any(iso_date(" ".join(tokens[-count:])) for count in range(1, 6))


def ends_open(text: str, language: str) -> bool:
    """Whether the last word shows that the text goes on."""
    if text.endswith(":"):
        return False
    last = (words(text) or [""])[-1].lower()
    codes = (language,) if language in known() else known()
    return text.endswith("-") or any(last in profile(code).open_words for code in codes)


def stands_alone(
    title: Title, before: Chunk | None, following: Chunk | None, pieces: Sequence[Piece]
) -> bool:
    """Whether what stands around a short chunk lets it be a title."""
    if following is None or starts_lower(following.text):
        return False
    if before is not None and not isinstance(pieces[-1], Title) and not before_ends(before):
        return False
    if title.look == "plain" and not title.meaning and before is not None:
        filled = all(len(line.text) >= SHORT * 0.8 * widest(before, following) for line in title.lines[:-1])
        return filled and len(words(title.text)) <= 25
    return True


def before_ends(before: Chunk) -> bool:
    """Whether the text before may be over: its last sentence or line ended, or it was no running text."""
    last = before.lines[-1].text
    ended = ends_sentence(last) or is_contents_entry(last)
    short = len(last) < HALF * before.width and not before.starts_page
    return ended or short or (not before.is_prose() and len(before.lines) < 3)


def widest(before: Chunk | None, following: Chunk | None) -> int:
    """How long full lines are around here."""
    return min(chunk.width for chunk in (before, following) if chunk)


def in_row(chunks: Sequence[Chunk], alone: Sequence[Title | None], n: int) -> bool:
    """Whether a short chunk stands in a row of its like: a list, a table, an address."""
    title = alone[n]
    if title is None or title.look == "capitals" or title.meaning or not n:
        return False

    def alike(m: int) -> bool:
        if not 0 <= m < len(chunks):
            return False
        other = alone[m]
        if title.look == "plain":
            plain = other is None or (other.look == "plain" and not other.meaning)
            return plain and is_entry(chunks[m])
        both = other.enumerator if other else None
        return both is not None and title.enumerator is not None and both.style == title.enumerator.style

    before = next((k for k in range(1, 4) if not alike(n - k)), 4) - 1
    after = next((k for k in range(1, 4) if not alike(n + k)), 4) - 1
    return before + after >= (1 if title.look == "enumerated" else 2)


def is_entry(chunk: Chunk) -> bool:
    """Whether a chunk is as short as an entry of a table or an address, and neither sentence nor byline."""
    head = iso_date(chunk.text) or author_line().match(chunk.text)
    return (
        len(chunk.lines) == 1 and len(words(chunk.text)) <= 8 and not ends_sentence(chunk.text) and not head
    )


def touching(chunk: Chunk, before: Chunk | None, pieces: Sequence[Piece]) -> int:
    """How many of the chunk's first lines are a title that touches its text; 0 for none."""
    if len(chunk.lines) < 2 or (
        before is not None and not isinstance(pieces[-1], Title) and not before_ends(before)
    ):
        return 0
    for count in range(1, min(MOST_LINES, len(chunk.lines))):
        line, following = chunk.lines[count - 1], chunk.lines[count]
        text = " ".join(part.text for part in chunk.lines[:count])
        if NOT_TITLE.search(line.text) or starts_lower(following.text):
            if NOT_TITLE.search(line.text):
                return 0
            continue
        short = len(line.text) < SHORT * chunk.width
        if not starts_upper(following.text) and not following.text[0].isdigit():
            return 0
        rest = chunk.lines[count:]
        body = len(rest) > 1 or ends_sentence(rest[-1].text)
        found = enumerator(text)
        if meaning_of(text[found.length :] if found else text):
            return count
        # "1. …" also begins a numbered paragraph, whose first line runs to the margin.
        enough = SHORT if found and found.style != "decimal 1" else HALF
        if found and len(line.text) < enough * chunk.width and body:
            return count
        brief = len(line.text) < 0.6 * chunk.width and len(words(text)) <= 8
        if count == 1 and brief and len(rest) > 1 and starts_upper(text) and not ENUMERATED.match(text):
            return count
        if short:
            return 0
    return 0


def label_titles(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with known names, or enumerators with their word, before a full stop made titles."""
    found: list[Piece] = []
    for piece in pieces:
        label = label_of(piece.text) if isinstance(piece, Chunk) else None
        number = enumerator(piece.text) if isinstance(piece, Chunk) else None
        if isinstance(piece, Chunk) and label:
            found += cut(piece, label.end, label.start, "labelled", label.meaning)
        elif isinstance(piece, Chunk) and number and number.style in TELLING and is_label(piece.text, number):
            end = len(piece.text[: number.length].rstrip())
            found += cut(piece, end, number.length, "labelled", enumerator=number)
        else:
            found.append(piece)
    return found


def is_label(text: str, number: Enumerator) -> bool:
    """Whether an enumerator is set off from a sentence after it: "Article 3. Everyone has …"."""
    return text[: number.length].rstrip().endswith(".") and starts_upper(text[number.length :])


def run_in_titles(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the words before a colon made titles, where the document does so again and again."""
    matches = [
        run_in(piece, following) if isinstance(piece, Chunk) else None
        for piece, following in zip(pieces, [*pieces[1:], None], strict=True)
    ]
    short = sum(1 for match in matches if match and len(words(match["name"])) <= 6)
    chunks = sum(1 for piece in pieces if isinstance(piece, Chunk))
    if short < FEWEST_RUN_INS or short * 25 < chunks:
        return list(pieces)
    found: list[Piece] = []
    for piece, match in zip(pieces, matches, strict=True):
        if isinstance(piece, Chunk) and match:
            found += cut(piece, len(match["name"]), match.end(), "run-in")
        else:
            found.append(piece)
    return found


def run_in(chunk: Chunk, following: Piece | None) -> re.Match[str] | None:
    """The words before a colon at the head of a chunk, if they can be a title; one before a list cannot."""
    match = RUN_IN.match(chunk.text)
    if not match or not starts_upper(match["name"]):
        return None
    held = [word.lower() for word in words(match["name"])]
    rest = chunk.text[match.end() :]
    rest = rest or (following.text if isinstance(following, Chunk) else "-")
    if len(held) > MOST_RUN_IN_WORDS or ENUMERATED.match(rest) or BULLET.match(rest) or len(rest) < 2:
        return None
    if rest.startswith("http"):
        return None
    if re.split(r"[.!?]", rest, maxsplit=1)[0].count(";") > 1:
        return None
    codes = (chunk.language,) if chunk.language in known() else known()
    if any(profile(code).announcing.match(word) for code in codes for word in held):
        return None
    return match


def cut(
    chunk: Chunk, end: int, start: int, look: str, meaning: str = "", enumerator: Enumerator | None = None
) -> list[Piece]:
    """A chunk parted into the title that ends at `end` of its text and the text that starts at `start`."""
    head, tail = [], []
    position = 0
    for line in chunk.lines:
        upper = position + len(line.text)
        if position < end:
            head.append(replace(line, text=line.text[: end - position]))
        if upper > start:
            tail.append(replace(line, text=line.text[max(0, start - position) :]))
        position = upper + 1
    title = Title(tuple(head), look, enumerator, meaning or meaning_of(chunk.text[:end]), chunk.language)
    return [title, replace(chunk, lines=tuple(tail))] if tail else [title]
