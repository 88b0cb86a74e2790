"""Numbers written in signs: digits with their separators, dates, symbols of documents, Roman numbers.

UN document symbols: https://research.un.org/en/docs/symbols: a body, then elements between strokes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from fractions import Fraction

from .homoglyphs import TO_LATIN
from .numerals import Value

LARGEST_SOFT = 2
LARGEST_DENOMINATOR = 10
LONGEST = 30
"""Signs of a quantity; longer runs of digits are names, of accounts say."""


class Kind(StrEnum):
    """What a number counts or names."""

    NUMBER = "number"
    PERCENT = "percent"
    MONTH = "month"
    SYMBOL = "symbol"


class Strength(IntEnum):
    """How far a number can be trusted to stand in the other language, too."""

    WEAK = 0
    """Often no number: "one of", "half", a word with another meaning."""
    SOFT = 1
    """A small number in words, which a translation may put otherwise ("both")."""
    FIRM = 2
    """A figure, or a number in words that is large enough."""


@dataclass(frozen=True)
class Number:
    """A number at `start` to `end` of a text; `other` is a second reading ("6,223" as a decimal)."""

    kind: Kind
    value: Value | str
    start: int
    end: int
    strength: Strength = Strength.FIRM
    other: Value | None = None

    @property
    def shown(self) -> str:
        """The value in plain digits, without blanks."""
        return plain(self.value) + ("%" if self.kind is Kind.PERCENT else "")


BLANK = r"(?:[ \u00a0\u2009\u202f]|&nbsp;|&[#]160;)"
LETTERS = "A-ZА-ЯЁІ"
# What begins with a digit, the longest forms first; it is asked for at the first digit of a run.
FIGURE = re.compile(
    rf"""
    (?<![\w/])(?:
      (?P<day>[0-3]?\d)[./](?P<month>[01]?\d)[./](?P<year>(?:1[89]|20)\d\d)(?!\d)
    | (?P<iso>(?:1[89]|20)\d\d-[01]\d-[0-3]\d)(?!\d)
    | (?P<symbol>\d+(?:/\d+)+)
    )
    | (?P<digits>\d{{1,3}}(?:{BLANK}\d{{3}})+(?:[.,]\d{{1,2}})?(?!\d) | \d+(?:[.,]\d+)*)
    """,
    re.VERBOSE,
)
SYMBOL = re.compile(rf"(?<![\w/])(?P<symbol>[{LETTERS}]{{1,9}}(?:\.\d+)?(?:/[\w.-]*\w)+)")
ONES = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
RUN = re.compile(r"\d+")
GROUPS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
ROMAN = re.compile(r"[XVIІХ]{2,6}")
ROMAN_FORM = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})")


def plain(value: Value | str) -> str:
    """A value in digits: 6223, 21.7, 1/3."""
    if isinstance(value, (int, str)):
        return str(value)
    exact = value * 10**6
    return f"{float(value):.6f}".rstrip("0") if exact.denominator == 1 else str(value)


def figure(token: re.Match[str], decimal_sign: str) -> tuple[Value, Value | None]:
    """The value of digits with their separators; three digits behind a sign can be read in two ways."""
    written = re.sub(BLANK, "", token[0])
    if written.isdigit():
        return int(written), None
    digits, decimal = int(re.sub(r"\D", "", written)), _decimal(written)
    if decimal is None:
        # "1.2.3" is no quantity: what counts is that the same stands in the other language.
        return digits, None
    if not GROUPS.fullmatch(written):
        return decimal, None
    return (decimal, digits) if decimal_sign == "." and "." in written else (digits, decimal)


def _decimal(written: str) -> Value | None:
    if len(re.findall(r"[.,]", written)) > 1:
        return None
    value = Fraction(written.replace(",", "."))
    return value.numerator if value.denominator == 1 else value


def date(token: re.Match[str]) -> list[Number]:
    """Day, month and year of a date in digits."""
    if token["iso"]:
        year, month, day = token["iso"].split("-")
    else:
        day, month, year = token["day"], token["month"], token["year"]
    where = token.start(), token.end()
    units = (Kind.NUMBER, day), (Kind.MONTH, month), (Kind.NUMBER, year)
    return [Number(kind, int(value), *where) for kind, value in units]


def symbol(token: re.Match[str]) -> list[Number]:
    """The symbol of a document, a resolution's number; or a fraction, or a span of years."""
    where = token.start(), token.end()
    first, _, second = token[0].partition("/")
    if second.isdigit() and first.isdigit() and len(token[0]) < LONGEST:
        if len(first) == 4 and len(second) in {2, 4} and first[:2] in {"19", "20"}:
            years = first, first[: -len(second)] + second
            return [Number(Kind.NUMBER, int(year), *where) for year in years]
        if 0 < int(first) < int(second) <= LARGEST_DENOMINATOR:
            return [Number(Kind.NUMBER, Fraction(int(first), int(second)), *where)]
    if not any(sign.isdigit() for sign in token[0]):
        return []
    return [Number(Kind.SYMBOL, token[0].upper().translate(TO_LATIN), *where)]


def figures(text: str) -> Iterator[re.Match[str]]:
    """Symbols, and all that begins with a digit, in no order; no two overlap."""
    symbols = list(SYMBOL.finditer(text)) if "/" in text else []
    yield from symbols
    taken = {place for symbol in symbols for place in range(*symbol.span())}
    position = 0
    for run in RUN.finditer(text):
        if run.start() >= position and run.start() not in taken:
            match = FIGURE.match(text, run.start())
            if match:
                position = match.end()
                yield match


def romans(text: str) -> Iterator[Number]:
    """Roman numbers of two signs or more, up to 39: centuries, parts, articles."""
    for match in ROMAN.finditer(text):
        form = ROMAN_FORM.fullmatch(match[0].translate(TO_LATIN))
        around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
        if form and not any(sign.isalnum() for sign in around):
            value = 10 * len(form[1]) + ONES.index(form[2])
            yield Number(Kind.NUMBER, value, match.start(), match.end(), Strength.WEAK)
