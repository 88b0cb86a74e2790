"""Lines to text: hyphens at line ends decided, addresses made whole.

A hyphen at the end of a line either divides a word or belongs to it.  The document itself tells: how
often it writes the word whole, how often with the hyphen, and, where it writes neither, what its other
line ends do.  A text that divides words does so at every tenth line or more; one that does not ends
a line with a hyphen only where a compound or a suffix (НПО-ның) happens to fall.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..language import known, profile
from .lines import Line
from .prose import unmarked

TOKEN = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")
LAST = re.compile(r"([^\W_]+(?:[-\u2010][^\W_]+)*)[-\u2010\u00ad]$")
FIRST = re.compile(r"^[^\W_]+")
URL_TAIL = re.compile(r"(?:https?://|www\.)\S*$")
# An address that a line cuts goes on after a sign that no address ends with; after "/" and "." only with a
# word that is part of one.
URL_OPEN = re.compile(r"[\-_=&#?%~:]$|%20$|//$")
URL_CLOSED = re.compile(r"[/.]$")
URL_MORE = re.compile(r"^[\w%#?&=/~.-]*[/%=#?_]\S*|^[a-z]{2,10}/")
URL_WORD = re.compile(r"^[a-z0-9]\w*(?:[/%=#?_]|[.-][\w/%=#?_~-])")
# How much of a text's end is looked at: an address may be long, a word is not.
TAIL = 2000
LONGEST_WORD = 120
DIVIDED_SHARE = 0.08


@dataclass(frozen=True)
class Joint:
    """A line end that was decided: the source line, the word that came of it, what was done."""

    line: int
    text: str
    how: str


@dataclass(frozen=True)
class Vocabulary:
    """The words of one document and its habit at line ends."""

    counts: Counter[str] = field(default_factory=Counter)
    divides: bool = False

    def joins(self, head: str, tail: str) -> bool:
        """Whether the hyphen between `head` and `tail` divides one word."""
        if head[-1].isdigit() or (head.isupper() and len(head) > 1) or not tail[0].islower():
            return False
        whole = self.counts[(head + tail).lower()]
        parted = self.counts[f"{head}-{tail}".lower()]
        if whole != parted:
            return whole > parted
        return self.divides and not self.compound(head.lower(), tail.lower())

    def compound(self, head: str, tail: str) -> bool:
        """Whether both parts are content words of this text, so that the hyphen is likely their own."""
        part = head.rsplit("-", 1)[-1]
        plain = any(part in profile(code).function_words for code in known())
        return (
            not plain and len(tail) > 3 and len(part) > 3 and self.counts[part] > 1 and self.counts[tail] > 1
        )


def vocabulary(lines: Sequence[Line]) -> Vocabulary:
    """What `lines` tell about their words; the two halves at a line end are not counted."""
    counts: Counter[str] = Counter()
    ends: list[tuple[str, str]] = []
    tail_skipped = False
    for line, following in zip(lines, (*lines[1:], None), strict=True):
        tokens = TOKEN.findall(line.text.lower().replace("\u2010", "-"))
        head = LAST.search(line.text[-LONGEST_WORD:])
        first, last = (1 if tail_skipped else 0), (len(tokens) - 1 if head else len(tokens))
        counts.update(tokens[first:last])
        tail = FIRST.match(following.text) if following and head else None
        if head and tail:
            ends.append((head[1], tail[0]))
        tail_skipped = head is not None
    habit = Vocabulary(counts)
    return Vocabulary(counts, divides_words(habit, ends, len(lines)))


def divides_words(habit: Vocabulary, ends: Sequence[tuple[str, str]], lines: int) -> bool:
    """Whether the hyphens at line ends that the vocabulary leaves open divide words."""
    balance = [habit.counts[(a + b).lower()] - habit.counts[f"{a}-{b}".lower()] for a, b in ends]
    joins, keeps = sum(1 for value in balance if value > 0), sum(1 for value in balance if value < 0)
    if len(ends) > DIVIDED_SHARE * lines:
        return 2 * keeps < len(ends)
    return joins > 1 and joins > keeps


def join(lines: Iterable[Line], words: Vocabulary) -> tuple[str, list[Joint]]:
    """The text of `lines`, and what was decided at their ends."""
    parts: list[str] = []
    joints: list[Joint] = []
    tail = ""
    for line in lines:
        if parts:
            glue, joint = seam(tail, line, words)
            if glue == "-":
                parts[-1], tail = parts[-1][:-1], tail[:-1]
            else:
                parts.append(glue)
                tail += glue
            joints += [joint] if joint else []
        parts.append(line.text)
        tail = (tail + line.text)[-TAIL:]
    return "".join(parts).replace("\u00ad", ""), joints


def goes_on(text: str, following: str) -> bool:
    """Whether the address at the end of `text` goes on in the next line."""
    if URL_CLOSED.search(text) and not URL_OPEN.search(text):
        return URL_WORD.match(following) is not None
    return URL_OPEN.search(text) is not None or URL_MORE.match(following) is not None


def seam(end: str, line: Line, words: Vocabulary) -> tuple[str, Joint | None]:
    """What goes between a text that ends in `end` and the next line: a blank, nothing, or "-" for a
    hyphen that falls away.
    """
    url = URL_TAIL.search(end)
    if url and goes_on(end, line.text):
        first = line.text.split(" ", 1)[0]
        return "", Joint(line.number, url[0] + first, "address made whole")
    head, tail = LAST.search(unmarked(end)[-LONGEST_WORD:]), FIRST.match(line.text)
    if not head or not tail:
        return " ", None
    if end[-1] == "\u00ad" or words.joins(head[1], tail[0]):
        return "-", Joint(line.number, head[1] + tail[0], "hyphen removed")
    return "", Joint(line.number, f"{head[1]}-{tail[0]}", "hyphen kept")
