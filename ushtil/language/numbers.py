"""Numbers in running text, in digits and in words, as values that can be compared across languages.

    "6 223 детей", "6,223 children", "6223-тен"         NUMBER 6223
    "двадцать тысяч", "20 мың", "20 thousand"            NUMBER 20000
    "7-18 жас", "семи до 18"                             NUMBER 7, NUMBER 18
    "25 %", "25 пайызы", "twenty-five per cent"          PERCENT 25
    "5 января 2022 года", "05.01.2022"                   NUMBER 5, MONTH 1, NUMBER 2022
    "A/HRC/44/21", "60/251"                              SYMBOL

How words make a number: the parts go down in rank (hundreds, tens, ones), a hundred or thousand multiplies
what stands before it, and what cannot be added begins a number of its own ("шесть-семь").  An inflected
part ends the number where the language inflects the last part only ("жетіден он екіге": 7, 12); after an
ablative a smaller number is a fraction ("үштен бірі": 1/3).

How far a number can be trusted to stand in the other language, too, its `Strength` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import zip_longest

from .figures import (
    LARGEST_SOFT,
    LONGEST,
    Kind,
    Number,
    Strength,
    date,
    figure,
    figures,
    plain,
    romans,
    symbol,
)
from .numerals import Numeral, Role, Value, Vocabulary, vocabulary

__all__ = ["Kind", "Number", "Strength", "numbers", "plain"]

HALF = Fraction(1, 2)
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class _Part:
    """A word or figure that may be a part of a number; words have a numeral."""

    start: int
    end: int
    value: Value
    numeral: Numeral | None = None
    other: Value | None = None


def numbers(text: str, code: str) -> tuple[Number, ...]:
    """The numbers of a text in the language `code`, in the order of the text."""
    words = vocabulary(code)
    found = list(romans(text))
    forms = words.forms
    parts = [
        _Part(word.start(), word.end(), numeral.value, numeral)
        for word in WORD.finditer(text)
        if (numeral := forms[word[0]])
    ]
    for token in figures(text):
        if token.lastgroup == "digits" and len(token[0]) > LONGEST:
            found.append(Number(Kind.SYMBOL, token[0], *token.span()))
        elif token.lastgroup == "digits":
            value, other = figure(token, words.decimal)
            parts.append(_Part(token.start(), token.end(), value, other=other))
        else:
            found += symbol(token) if token.lastgroup == "symbol" else date(token)
    parts.sort(key=lambda part: part.start)
    found += _compose(text, parts, words)
    return tuple(_with_ranges(text, sorted(found, key=lambda number: number.start), words))


def _compose(text: str, parts: list[_Part], words: Vocabulary) -> Iterator[Number]:
    """Numbers of one or more parts."""
    place = 0
    while place < len(parts):
        first = parts[place]
        if first.numeral and first.numeral.role is Role.MONTH:
            yield Number(Kind.MONTH, first.value, first.start, first.end)
            place += 1
            continue
        run = _run(text, parts, place, words)
        place += len(run)
        yield _number(text, run, words)


def _run(text: str, parts: list[_Part], place: int, words: Vocabulary) -> list[_Part]:
    """The parts that make one number, from `place` on."""
    run = [parts[place]]
    for part in (parts[n] for n in range(place + 1, len(parts))):
        half = words.half.match(text, run[-1].end)
        is_half = bool(half) and half.end() == part.end if half else False
        if not is_half and not words.linked.fullmatch(text, run[-1].end, part.start):
            break
        if not is_half and not _goes_on(run, part, bool(words.until.match(text, part.end))):
            break
        run.append(part)
    return run


def _goes_on(run: list[_Part], part: _Part, is_range: bool) -> bool:
    """Whether `part` is added to the number so far, or multiplies it."""
    if part.numeral is None:
        return False
    role, last = part.numeral.role, run[-1].numeral
    if last is not None and last.ablative:
        return role is Role.CARDINAL and part.value < run[-1].value and not is_range
    if last is not None and (last.closes or last.role in {Role.ORDINAL, Role.COMPOUND}):
        return False
    if role is Role.MULTIPLIER:
        return last is None or last.role is not Role.MULTIPLIER
    if role is Role.FRACTION:
        return last is not None and last.role is Role.CARDINAL and part.value != HALF
    if role not in {Role.CARDINAL, Role.ORDINAL} or last is None or last.role is Role.FRACTION:
        return False
    # "one third"
    return _adds(run[-1].value, part.value) or (role is Role.ORDINAL and last.value == 1 and len(run) == 1)


def _adds(before: Value, value: Value) -> bool:
    """Whether a part of `value` can follow one of `before`: 40 and 3, 200 and 40, 2 and 100, 1000 and 200."""
    if value == 100 and 1 <= before < 10:
        return True
    tens = before >= 20 or before == 10
    room = 1000 if before >= 1000 else 100 if before >= 100 else 10 if tens else 0
    return value < room


def _number(text: str, run: list[_Part], words: Vocabulary) -> Number:
    """The number that a run of parts makes."""
    first, last = run[0], run[-1]
    value, other = _value(run), first.other
    if len(run) > 1:
        other = None
    elif first.numeral and first.numeral.role is Role.ORDINAL and first.value > 2:
        # "a third", "a tenth part"
        other = Fraction(1) / first.value
    number = Number(Kind.NUMBER, value, first.start, last.end, _strength(run, value), other)
    percent = words.percent.match(text, last.end)
    return replace(number, kind=Kind.PERCENT, end=percent.end()) if percent else number


def _value(run: list[_Part]) -> Value:
    """What the parts come to."""
    first = run[0]
    if first.numeral and first.numeral.ablative and len(run) > 1:
        return Fraction(run[1].value) / first.value
    if first.value == 1 and len(run) == 2 and run[1].numeral and run[1].numeral.role is Role.ORDINAL:
        return Fraction(1) / run[1].value
    total: Value = 0
    # A sign before a multiplier is a decimal's: "1,125 million".
    current = first.value if first.other is None or len(run) == 1 else min(first.value, first.other)
    if first.numeral and first.numeral.role is Role.MULTIPLIER:
        total, current = first.value, 0
    for part in run[1:]:
        role = part.numeral.role if part.numeral else Role.CARDINAL
        if role is Role.MULTIPLIER:
            total, current = total + (current or 1) * part.value, 0
        elif (role is Role.FRACTION and part.value != HALF) or (part.value == 100 and 1 <= current < 10):
            current *= part.value
        else:
            current += part.value
    total += current
    return int(total) if total == int(total) else total


def _strength(run: list[_Part], value: Value) -> Strength:
    """How sure it is that the words mean this number; digits always do."""
    first = run[0].numeral
    if any(part.numeral is None for part in run):
        return Strength.FIRM
    if first and len(run) == 1 and (first.weak or first.role in {Role.MULTIPLIER, Role.COMPOUND}):
        return Strength.WEAK
    if value == 1:
        return Strength.WEAK
    return Strength.SOFT if value <= LARGEST_SOFT else Strength.FIRM


def _with_ranges(text: str, found: list[Number], words: Vocabulary) -> Iterator[Number]:
    """The same numbers; in "10–20 %" the first is a percentage, too."""
    for number, following in zip_longest(found, found[1:]):
        is_percent = following is not None and following.kind is Kind.PERCENT
        if following and is_percent and words.ranging.fullmatch(text, number.end, following.start):
            number = replace(number, kind=Kind.PERCENT) if number.kind is Kind.NUMBER else number
        yield number
