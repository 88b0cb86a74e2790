"""Where a chunk begins although no blank line parts it from the line before: one small rule each."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from ..language import alternatives, known, profile
from ..language.dates import iso_date
from ..language.detect import detect
from ..language.enumerators import enumerator
from ..language.letters import CAPITAL
from ..language.names import label_of
from .lines import Line
from .prose import NOT_LOWER, ends_sentence, in_capitals, starts_lower, starts_upper, words

# A line this much shorter than its neighbours was ended by the writer, not by the margin …
SHORT = 0.72
# … and for a paragraph that no blank line parts from the next, half a line must be missing.
HALF = 0.55
FIRST_LINE_INDENT = 2
LONGEST_DATE = 40
# A text with fewer blank lines than this share of its lines does not part paragraphs by them.
FLAT = 0.06
FEWEST_LINES = 8
NEAR_MARGIN = 0.82
# No page is as wide as this: a line that is longer is a whole paragraph.
LONGEST_SET = 200
# The head of a text, where a byline may stand, in lines.
HEAD = 30
BULLET = re.compile(r"^(?:[•●▪■◦‣⁃·*o]|[-–—])\s+(?=\S)")
ADDRESS = re.compile(r"https?://|www\.")
LEADERS = re.compile(r"(?:\.\s?){4,20}\s*\d{1,4}$|…\s*\d{1,4}$")
# Styles whose enumerators begin no sentence: "3.2 Sanctions", "Section 4", not "3 judges" or "A. Omarov".
TELLING = ("decimal 2", "decimal 3", "decimal 4", "part", "chapter", "section", "article", "annex")


@dataclass(frozen=True)
class Setting:
    """How a text is set: whether first lines are indented, how long a full line usually is.

    `flat` texts have no blank lines; `ragged` ones no common margin either: there a line is a paragraph.
    """

    indents: bool
    width: int
    flat: bool = False
    ragged: bool = False


def setting_of(lines: Sequence[Line]) -> Setting:
    """How `lines` are set."""
    lengths = [len(line.text) for line in lines]
    width = percentile(lengths, 0.9)
    flat = len(lines) >= FEWEST_LINES and sum(1 for line in lines if line.gap) < FLAT * len(lines)
    filled = sum(1 for length in lengths if length > NEAR_MARGIN * width)
    ragged = width > LONGEST_SET or (flat and filled < len(lines) / 3)
    return Setting(indented_paragraphs(lines), width, flat, ragged)


def percentile(values: Sequence[int], share: float) -> int:
    """The value that `share` of `values` do not exceed."""
    return sorted(values)[int(share * (len(values) - 1))] if values else 0


def indented_paragraphs(lines: Sequence[Line]) -> bool:
    """Whether this text marks its paragraphs by indenting their first line."""
    pairs = [
        (before, line)
        for before, line in itertools.pairwise(lines)
        if not line.gap and line.indent >= before.indent + FIRST_LINE_INDENT
    ]
    after_end = sum(1 for before, line in pairs if ends_sentence(before.text) or len(before.text) < 50)
    return len(pairs) >= 3 and after_end > 0.7 * len(pairs)


def begins_apart(before: Line, line: Line, setting: Setting) -> bool:
    """Whether `line` begins a chunk although it follows `before` without a blank line."""
    return any(rule(before, line, setting) for rule in RULES)


def new_entry(before: Line, line: Line, _setting: Setting) -> bool:
    """A bullet after what may be the end of an entry."""
    if not BULLET.match(line.text) or before.text.endswith((",", "-")):
        return False
    return ends_sentence(before.text) or BULLET.match(before.text) is not None or len(words(before.text)) < 6


def indented(before: Line, line: Line, setting: Setting) -> bool:
    """A first line that is indented, where the text does that."""
    return setting.indents and line.indent >= before.indent + FIRST_LINE_INDENT


def labelled(before: Line, line: Line, _setting: Setting) -> bool:
    """A known name with its sign ("Keywords: …") after the end of a sentence."""
    return ends_sentence(before.text) and label_of(line.text) is not None


def edge_of_contents(before: Line, line: Line, _setting: Setting) -> bool:
    """The first or last line of a table of contents with dot leaders."""
    return is_contents_entry(before.text) != is_contents_entry(line.text)


def is_contents_entry(text: str) -> bool:
    """Whether a line of a table of contents: leaders and a page number at its end."""
    return LEADERS.search(text[-60:]) is not None


def enumerated_title(before: Line, line: Line, setting: Setting) -> bool:
    """A short line with an enumerator of titles, after a line that did not run to the margin."""
    found = enumerator(line.text)
    if found is None or found.style not in TELLING or ends_sentence(line.text):
        return False
    ended = ends_sentence(before.text) or len(before.text) < SHORT * setting.width
    return ended and len(line.text) < SHORT * setting.width and starts_upper(line.text[found.length :])


def own_line(before: Line, line: Line, setting: Setting) -> bool:
    """Any line of a text in which each paragraph is one line; not one that goes on in lower case."""
    title = in_capitals(before.text) and in_capitals(line.text)
    return setting.ragged and not starts_lower(line.text) and not title and not ADDRESS.match(line.text)


def flat_paragraph(before: Line, line: Line, setting: Setting) -> bool:
    """The line after one that ended a sentence short of the margin, where no blank lines part paragraphs."""
    short = len(before.text) < NEAR_MARGIN * setting.width
    return setting.flat and short and ends_sentence(before.text) and not starts_lower(line.text)


def plain_title(before: Line, line: Line, setting: Setting) -> bool:
    """A short line that ends no sentence, after the end of one: text would have run on to the margin."""
    short = len(line.text) < HALF * setting.width and 1 < len(line.text.split()) <= 8
    ended = ends_sentence(before.text) and not ends_sentence(line.text)
    return short and ended and starts_upper(line.text) and (setting.flat or setting.indents)


def capital_title(before: Line, line: Line, setting: Setting) -> bool:
    """A short line in capitals after a short one that is not."""
    short = len(before.text) < SHORT * setting.width and len(line.text) < SHORT * setting.width
    return short and in_capitals(line.text) and len(words(line.text)) > 1 and not in_capitals(before.text)


def front_line(before: Line, line: Line, _setting: Setting) -> bool:
    """A line that is a date or names an author, or follows a date: the heads of news and of letters."""
    if len(before.text) <= LONGEST_DATE and iso_date(before.text):
        return True
    if len(line.text) <= LONGEST_DATE and iso_date(line.text):
        return True
    return (
        line.number <= HEAD and not ends_sentence(before.text) and author_line().match(line.text) is not None
    )


@cache
def author_line() -> re.Pattern[str]:
    """A short line that begins with the word for "author" and goes on with a name."""
    words = alternatives([word for code in known() for word in profile(code).author_words])
    return re.compile(rf"^(?i:{words})[:\s]\s*{CAPITAL}[^.]{{2,60}}$")


def new_page(before: Line, line: Line, setting: Setting) -> bool:
    """The first line of a page after the end of a sentence, if it looks like a beginning."""
    if not line.starts_page or not ends_sentence(before.text) or starts_lower(line.text):
        return False
    title = len(line.text) < SHORT * setting.width or in_capitals(line.text)
    if title or NOT_LOWER.match(line.text) or len(before.text) < HALF * setting.width:
        return True
    one, other = detect(before.text), detect(line.text)
    return one != other and one != "" and other != ""


RULES: tuple[Callable[[Line, Line, Setting], bool], ...] = (
    new_entry,
    indented,
    labelled,
    edge_of_contents,
    enumerated_title,
    own_line,
    flat_paragraph,
    plain_title,
    capital_title,
    front_line,
    new_page,
)
