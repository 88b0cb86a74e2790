"""Bytes to text, the encoding recognised and told, never guessed in silence.

A byte order mark or valid UTF-8 settles it.  Otherwise each 8-bit Cyrillic encoding is tried and the
text judged by how its letters stand: in a wrong table letters turn into signs, or capitals stand
inside words.  KZ-1048 is windows-1251 with the Kazakh letters in the places of Serbian ones.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from ..language import known, profile
from ..language.letters import CAPITAL, SMALL
from ..problems import Outcome, Problem, Severity, Unreadable

LARGEST = 32 * 1024 * 1024
LONGEST_LINE = 1024 * 1024
SAMPLE = 200_000

MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
EIGHT_BIT = ("windows-1251", "koi8-r", "kz1048", "cp866", "mac-cyrillic", "iso8859-5", "windows-1252")
# What these tables put in the place of letters shows that a text is not in them.
ODD = re.compile(r"[\x80-\x9f\u2500-\u259f\u00a4\u00a6\u00ac\u00b5\u0402-\u040f\u0452-\u045f\u0490\u0491]")
CASE_BREAK = re.compile(f"{SMALL}{CAPITAL}")
MIXED_WORD = re.compile(r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
COMMON = 14
LOST = re.compile(r"[^\W\d_]\?[^\W\d_]|\ufffd")
ADDRESS = re.compile(r"://|www\.")
BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True)
class Decoded:
    """A text and the encoding it was read in."""

    text: str
    encoding: str


def decode(data: bytes, path: str) -> Outcome[Decoded]:
    """The text of `data`. `Unreadable` where it is empty, too large, binary or in no known encoding."""
    if not data.strip():
        raise Unreadable(f"{path} is empty; give a file that holds text")
    if len(data) > LARGEST:
        raise Unreadable(
            f"{path} has {len(data):,} bytes, more than the {LARGEST:,} that import takes; split the file"
        )
    encoding = recognise(data, path)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(f"{path} is broken {encoding} at byte {error.start}; save it as UTF-8") from None
    if not text.strip("\ufeff \t\r\n"):
        raise Unreadable(f"{path} is empty; give a file that holds text")
    longest = max(map(len, text.splitlines()), default=0)
    if longest > LONGEST_LINE:
        raise Unreadable(
            f"{path} has a line of {longest:,} characters, more than {LONGEST_LINE:,}; "
            "it is no text in paragraphs: put a blank line between paragraphs"
        )
    return Outcome(Decoded(text, encoding), tuple(doubts(text, encoding, path)))


def recognise(data: bytes, path: str) -> str:
    """The encoding of `data`, by mark, by validity, then by plausibility."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding
    if encoding := wide(data):
        return encoding
    if BINARY.search(data):
        raise Unreadable(f"{path} is not text (it holds control bytes); convert it to plain text in UTF-8")
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError as error:
        if mostly_utf8(data):
            raise Unreadable(
                f"{path} is broken UTF-8 at byte {error.start}; save it again as UTF-8"
            ) from None
    judged = [(*strangeness(data[:SAMPLE], encoding), encoding) for encoding in EIGHT_BIT]
    wrong, _, encoding = min(judged, key=lambda row: row[0] + row[1])
    if wrong > 0.2:
        raise Unreadable(f"{path} is in no encoding that import knows; save it as UTF-8")
    return encoding


def wide(data: bytes) -> str:
    """UTF-16 without its mark: every second byte is one of a few values (0 for Latin, 4 for Cyrillic)."""
    sample = data[:4096]
    if len(sample) < 4 or len(data) % 2:
        return ""
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[offset::2]
        if sum(high.count(byte) for byte in (0, 4)) > 0.9 * len(high):
            return encoding
    return ""


def mostly_utf8(data: bytes) -> bool:
    """Whether the bytes above 127 form UTF-8 sequences, all but a few."""
    text = data[:SAMPLE].decode("utf-8", errors="replace")
    letters = sum(1 for letter in text if letter > "\x7f")
    return letters > 0 and text.count("\ufffd") < 0.1 * letters


def strangeness(data: bytes, encoding: str) -> tuple[float, float]:
    """How little a text reads like one of the languages: its share of wrong signs and of rare letters.

    Tables that agree on most letters differ in which they make common ones of: KOI8-R and windows-1251
    hold each other's letters in the other case, and a capital in mid-word is as wrong as a sign.
    """
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return (10.0, 0.0)
    foreign = [letter for letter in text if letter > "\x7f"]
    wrong = sum(1 for letter in foreign if letter not in expected())
    wrong += len(ODD.findall(text)) + len(CASE_BREAK.findall(text)) + len(MIXED_WORD.findall(text))
    rare = sum(1 for letter in foreign if letter.lower() not in common())
    return (wrong / max(1, len(foreign)), rare / max(1, len(foreign)))


@cache
def expected() -> frozenset[str]:
    """The letters of all known languages, in both cases, and the signs of their typography."""
    small = "".join(letter for code in known() for letter in profile(code).alphabet | profile(code).borrowed)
    return frozenset(small + small.upper() + "«»„“”’‘–—…№§°·•\u00a0\u00ad")


@cache
def common() -> frozenset[str]:
    """The letters that each language uses most, counted in its function words."""
    found: set[str] = set()
    for code in known():
        counts = Counter("".join(sorted(profile(code).function_words)))
        found.update(letter for letter, _ in counts.most_common(COMMON))
    return frozenset(found)


def doubts(text: str, encoding: str, path: str) -> list[Problem]:
    """What the reader of the report must know: an encoding that was inferred, letters that are lost."""
    problems = []
    if not encoding.startswith("utf"):
        message = f"read as {encoding}, which was inferred"
        remedy = "save it as UTF-8 if letters are wrong"
        problems.append(Problem(path, 0, "E01", Severity.WARNING, message, remedy))
    lost = [
        match.start() for match in LOST.finditer(text) if not ADDRESS.search(word_at(text, match.start()))
    ]
    if lost:
        line = text.count("\n", 0, lost[0]) + 1
        message = f"{len(lost)} letters were lost in an earlier conversion ('{word_at(text, lost[0])}')"
        remedy = "ask for the file in UTF-8"
        problems.append(Problem(path, line, "E02", Severity.WARNING, message, remedy))
    return problems


def word_at(text: str, position: int) -> str:
    """What stands between blanks at a position."""
    before = re.search(r"\S*$", text[max(0, position - 200) : position])
    after = re.match(r"\S*", text[position : position + 200])
    return (before[0] if before else "") + (after[0] if after else "")
