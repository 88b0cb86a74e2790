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
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from . import known
from .evidence import best, kin, signs, strangers
from .homoglyphs import PAIRS
from .relatives import BREAK, MARK, WORD, Passage, Words, divided, either_case, in_the_same_script

_SHORTEST = 4
"""Letters of a single word in letters that are at home everywhere: units are shorter."""

# What is no word of any language, whatever its letters: addresses, symbols, numbers with their unit.
_CODE = (
    r"(?=[A-Za-z0-9])(?:(?:https?://|www\.)[^\s<>«»“”\"]+|[A-Za-z0-9.+_-]+@[\w-]+(?:\.[\w-]+)+"
    r"|[A-Za-z0-9]+(?:[./_\\#:=][A-Za-z0-9]+)+[/_]?"
    r"|[A-Za-z]*\d[A-Za-z\d]*(?:-[A-Za-z\d]+)*(?:\s[A-Za-z]{1,3}(?![\w-]))?)"
)
_LISTED = re.compile(r",\s")
_NEVER = "(?!)"
_DOUBLES = frozenset("".join(PAIRS))
"""Letters by which the two scripts cannot be told apart."""


@lru_cache(maxsize=100_000)
def passages(text: str, code: str, edges: frozenset[int] = frozenset()) -> tuple[Passage, ...]:
    """The passages of `text`, which is in the language `code`, in order and apart.

    `edges` are offsets that set a passage off as quotation marks do: those of emphasis and of links.
    Nothing is found where the library knows nothing of the language.
    """
    if not _is_known(code) or not _may_hold_any(text, code):
        return ()
    in_other_letters = list(_in_another_script(text, code))
    in_own_letters = in_the_same_script(text, code, edges)
    return tuple(sorted([*in_other_letters, *_without(text, in_own_letters, in_other_letters)]))


def _without(text: str, found: Iterable[Passage], others: Sequence[Passage]) -> Iterator[Passage]:
    """What others leave of the passages in which they stand."""
    for passage in found:
        cuts = [cut for other in others for cut in other[:2] if passage.start < cut < passage.end]
        for start, end in pairwise([passage.start, *cuts, passage.end]):
            words = list(WORD.finditer(text, start, end))
            if words and not any(other.start <= words[0].start() < other.end for other in others):
                yield Passage(words[0].start(), words[-1].end(), passage.code)


def _may_hold_any(text: str, code: str) -> bool:
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
    letter = either_case(other)
    word = rf"(?<!\w){letter}+(?:[-’']{letter}+)*(?![\w@])"
    return re.compile(letter), re.compile(rf"(?P<code>{_CODE})|(?P<word>{word})|(?P<own>{either_case(own)}+)")


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
    for unit in divided(text, stretch, (MARK, BREAK, _LISTED)):
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
