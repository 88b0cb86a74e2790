"""Passages in another language within a text: where they stand, and in which language.

    kk  Human Rights Watch ұйымының есебі    →   Human Rights Watch, en   words in another script
    en  the law «Об адвокатуре» (аким)       →   Об адвокатуре, ru; аким, ru
    kk  «Об адвокатуре» заңы                 →   Об адвокатуре, ru        in the same script: what stands
                                                                          between marks, or whole sentences
    ru  в селе Қосшы                         →   Қосшы, kk                words with letters of another

What a text of any language may hold is none: numbers, addresses, symbols of documents (A/HRC/RES/16/21),
abbreviations, Roman numerals, units, and a single name in letters that are at home everywhere: WCAG 2.2
(3.1.2) leaves out proper names.  Which letters are so stands with the language, in `passages.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from . import known
from .evidence import best, kin, own_letter, signs, strangers, weigh
from .homoglyphs import PAIRS

_ENOUGH = 0.45
"""Evidence per word, for what marks set off."""
_ENOUGH_APART = 2.0
"""The same, for a sentence that nothing sets off …"""
_ENOUGH_BARE = 0.6
"""… in a language that has letters of its own, none of which stands in it."""
_LONG = 60
"""Signs of a part that is of a language with letters of its own only if one stands in it."""
_SHORTEST = 4
"""Letters of a single word in letters that are at home everywhere: units are shorter."""

# What is no word of any language, whatever its letters: addresses, symbols, numbers with their unit.
_CODE = (
    r"(?:https?://|www\.)[^\s<>«»“”\"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|[A-Za-z0-9]+(?:[./_\\#:=][A-Za-z0-9]+)+[/_]?"
    r"|[A-Za-z]*\d[A-Za-z\d]*(?:-[A-Za-z\d]+)*(?:\s[A-Za-z]{1,3}(?![\w-]))?"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_MARK = re.compile(r"[«»“”„‟\"()\[\]]")
_OPENING, _CLOSING = frozenset('«“„‟"(['), frozenset('»”“‟")]')
_BREAK = re.compile(r"[;{}|\n]|\s[-–—/]\s|[.!?:]\s")
_LISTED = re.compile(r",\s")
_NEVER = "(?!)"
_DOUBLES = frozenset("".join(PAIRS))
"""Letters by which the two scripts cannot be told apart."""

Words = Sequence[re.Match[str]]


class Passage(NamedTuple):
    """A part of a text, half-open, and the tag of its language."""

    start: int
    end: int
    code: str


def passages(text: str, code: str, edges: Collection[int] = ()) -> list[Passage]:
    """The passages of `text`, which is in the language `code`, in order and apart.

    `edges` are offsets that set a passage off as quotation marks do: those of emphasis and of links.
    Nothing is found where the library knows nothing of the language.
    """
    if not _is_known(code) or not may_hold_any(text, code):
        return []
    in_other_letters = list(_in_another_script(text, code))
    in_own_letters = _in_the_same_script(text, code, edges)
    return sorted([*in_other_letters, *_without(text, in_own_letters, in_other_letters)])


def _without(text: str, found: Iterable[Passage], others: Sequence[Passage]) -> Iterator[Passage]:
    """What others leave of the passages in which they stand."""
    for passage in found:
        cuts = [cut for other in others for cut in other[:2] if passage.start < cut < passage.end]
        for start, end in pairwise([passage.start, *cuts, passage.end]):
            words = list(_WORD.finditer(text, start, end))
            if words and not any(other.start <= words[0].start() < other.end for other in others):
                yield Passage(words[0].start(), words[-1].end(), passage.code)


def may_hold_any(text: str, code: str) -> bool:
    """A quick look: False only where there is nothing to be found."""
    return bool(kin(code)) or _scan(code)[0].search(text) is not None


@cache
def _is_known(code: str) -> bool:
    return code in known()


# --- In another script: every run of words in its letters.


@cache
def _scan(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Matches a letter of another script; takes a text apart into codes, words in such letters, own ones."""
    own = frozenset().union(*(signs(one).letters for one in (code, *kin(code))))
    other = frozenset().union(*(signs(one).letters for one in strangers(code))) - own
    if not other:
        return re.compile(_NEVER), re.compile(_NEVER)
    letter = _either_case(other)
    word = rf"(?<!\w){letter}+(?:[-’']{letter}+)*(?![\w@])"
    return re.compile(letter), re.compile(
        rf"(?P<code>{_CODE})|(?P<word>{word})|(?P<own>{_either_case(own)}+)"
    )


def _either_case(letters: frozenset[str]) -> str:
    capitals = {letter.upper() for letter in letters if len(letter.upper()) == 1}
    return f"[{''.join(sorted(letters | capitals))}]"


def _in_another_script(text: str, code: str) -> Iterator[Passage]:
    letter, scan = _scan(code)
    if not letter.search(text):
        return
    stretch: list[re.Match[str]] = []
    for token in [*scan.finditer(text), None]:
        if token and token["word"]:
            stretch.append(token)
        elif stretch and (token is None or token["own"]):
            yield from _of_strangers(text, stretch, code)
            stretch = []


def _of_strangers(text: str, stretch: Words, code: str) -> Iterator[Passage]:
    """The passages of words that nothing in the language's own letters interrupts."""
    told: list[tuple[str, list[re.Match[str]]]] = []
    for unit in _divided(text, stretch, (_MARK, _BREAK, _LISTED)):
        language = _stranger(text, unit, code)
        if told and told[-1][0] == language:
            told[-1][1].extend(unit)
        else:
            told.append((language, unit))
    for language, unit in told:
        if language and (not _is_known(language) or _is_passage([word[0] for word in unit], language)):
            yield Passage(unit[0].start(), unit[-1].end(), language)


def _stranger(text: str, unit: Words, code: str) -> str:
    """The language of words in another script, "" where it is none that is known."""
    whole = text[unit[0].start() : unit[-1].end()]
    for other in strangers(code):
        for tag, phrases in signs(other).phrases:
            if phrases.fullmatch(whole):
                return tag
    return best([word[0] for word in unit], strangers(code))


def _is_passage(words: Sequence[str], code: str) -> bool:
    """Whether words are more than a name, an abbreviation, or letters that only look foreign."""
    if not signs(code).is_everywhere:
        return True
    ordinary = [word for word in words if len(word) > 1 and not word.isupper()]
    is_single_name = len(words) == 1 and not (words[0].islower() and len(words[0]) >= _SHORTEST)
    return bool(ordinary) and not is_single_name and not _DOUBLES.issuperset("".join(words))


# --- In the same script: what marks set off, a sentence, or words with letters that the language lacks.


def _in_the_same_script(text: str, code: str, edges: Collection[int]) -> Iterator[Passage]:
    """Those that only marks divide are one."""
    before: Passage | None = None
    for passage in _by_marks(text, code, edges) if kin(code) else ():
        if before and before.code == passage.code and not _WORD.search(text, before.end, passage.start):
            before = before._replace(end=passage.end)
            continue
        if before:
            yield before
        before = passage
    if before:
        yield before


def _by_marks(text: str, code: str, edges: Collection[int]) -> Iterator[Passage]:
    """What marks set off as a whole; else its sentences; else its words."""
    cuts = sorted({0, len(text), *edges, *(mark.end() for mark in _MARK.finditer(text))})
    apart = _ENOUGH_APART if _telling(code)[0].pattern == _NEVER else _ENOUGH_BARE
    for start, end in pairwise(cuts):
        opens = start == 0 or start in edges or text[start - 1] in _OPENING
        closes = end == len(text) or end in edges or text[end - 1] in _CLOSING
        whole = _whole(text, start, end, code, _ENOUGH) if opens and closes else None
        if whole:
            yield whole
            continue
        breaks = [start, *(found.end() for found in _BREAK.finditer(text, start, end)), end]
        for first, last in pairwise(breaks):
            sentence = _whole(text, first, last, code, apart)
            yield from [sentence] if sentence else _by_letters(text, first, last, code)


def _whole(text: str, start: int, end: int, code: str, least: float) -> Passage | None:
    """The passage that a part of the text is, if it is one."""
    own, other = _telling(code)
    # Most are told by one letter, and their words need no weighing.
    if own.search(text, start, end) or (end - start > _LONG and not other.search(text, start, end)):
        return None
    words = list(_WORD.finditer(text, start, end))
    relative = _relative(words, code, least) if words else ""
    return Passage(words[0].start(), words[-1].end(), relative) if relative else None


@cache
def _telling(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Matches a letter that no relative has; one that it lacks, or anything where it lacks none."""
    mine = signs(code).letters
    theirs = frozenset().union(*(signs(one).letters for one in kin(code)))
    own, other = mine - theirs, theirs - mine
    return (
        re.compile(_either_case(own) if own else _NEVER),
        re.compile(_either_case(other) if other else ""),
    )


def _relative(words: Words, code: str, least: float) -> str:
    """The language of words that are all of one that shares letters with `code`; "" where they are not."""
    forms = [word[0] for word in words if not _is_abbreviation(word)]
    other = max(kin(code), key=lambda one: weigh(forms, one, (code,)))
    speaks, mine = weigh(forms, other, (code,)), [weigh([form], code, kin(code)) for form in forms]
    # Words that are the language's own weigh, whatever stands beside them.
    is_foreign = speaks > 2 * sum(weight for weight in mine if weight > 0)
    is_told = is_foreign and speaks >= least * len(forms) and (len(forms) > 1 or sum(mine) < 0)
    return other if is_told else ""


def _is_abbreviation(word: re.Match[str]) -> bool:
    """A letter with a full stop is no word: «2022 ж.», «с. 4»."""
    return word.end() - word.start() == 1 and word.string[word.end() : word.end() + 1] == "."


def _by_letters(text: str, start: int, end: int, code: str) -> Iterator[Passage]:
    """Words with letters that the language lacks, those that stand together as one."""
    if not _telling(code)[1].search(text, start, end):
        return
    run: list[re.Match[str]] = []
    told = ""
    for word in [*_WORD.finditer(text, start, end), None]:
        holder = word and next(
            (one for one in kin(code) if own_letter(one, code).search(word[0].lower())), ""
        )
        if run and holder != told:
            yield Passage(run[0].start(), run[-1].end(), told)
            run = []
        if word and holder:
            run, told = [*run, word], holder


def _divided(text: str, words: Words, marks: Sequence[re.Pattern[str]]) -> Iterator[list[re.Match[str]]]:
    """Words that stand together, with none of the marks in between."""
    part: list[re.Match[str]] = []
    for word in words:
        if part and any(mark.search(text, part[-1].end(), word.start()) for mark in marks):
            yield part
            part = []
        part.append(word)
    if part:
        yield part
