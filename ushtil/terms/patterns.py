"""The terms of one language as sequences of keys, by the key that each begins with.

Совет по правам человека                    совет  по  право  человек
лицо, ищущее убежище                        лицо  ,ищущий  убежище
Committee against Torture (CAT)             with what stands in parentheses and without
non-refoulement                             non -refoulement, and nonrefoulement
The Hague                                   hague, whose span takes the article in
hepatitis A, I/A Court                      hepatitis =A, =I /=A court: one capital is no article
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import count
from typing import NamedTuple

from ushtil.language import lexemes, profile
from ushtil.language.homoglyphs import TO_CYRILLIC, TO_LATIN
from ushtil.language.words import Word, fold, words
from ushtil.terms.concepts import Concept, Term
from ushtil.terms.forms import PART, Keys, abbreviation_key, is_abbreviation, knowledge
from ushtil.terms.gaps import HYPHEN, joint

# Enough signs to tell how a form begins.
LONGEST_HEAD = 5
# A longer word in capitals is a word in capitals, unless the termbase calls it an abbreviation.
LONGEST_ABBREVIATION = 6
_PARENTHESIS = re.compile(r"\s*\([^()]*\)")
_HYPHENATED = re.compile(r"(?<=\w)-(?=\w)")


class Element(NamedTuple):
    """One word of a term: the keys that a form needs one of, and what joins it to the word before."""

    keys: frozenset[str]
    joint: str
    is_function_word: bool


class Pattern(NamedTuple):
    """One way to write a term of a concept."""

    number: int
    """Its place among all of the language, the preferred term of a concept first."""
    concept: str
    term: Term
    first: str
    """The form of its first word."""
    elements: tuple[Element, ...]
    head: str
    tail: str
    """What stands before the first word and after the last: «…» of a title, "The ", the period of "U.N."."""
    is_name: bool
    """Whether all its words begin with a capital, in the termbase: General Assembly."""
    is_abbreviation: bool
    """Whether it is one abbreviation and nothing else."""
    is_like_a_word: bool
    """Whether it is one, and in small letters a function word: WHO."""


def patterns(concepts: tuple[Concept, ...], code: str, keys: Keys) -> dict[str, list[Pattern]]:
    """All patterns of a language by their first key; the keys of all elements join the vocabulary."""
    found: dict[str, list[Pattern]] = {}
    numbers = count()
    for concept in concepts:
        entry = concept.terms.get(code)
        for term in dict.fromkeys(entry.terms()) if entry else ():
            for written in _ways(term.text):
                if pattern := _pattern(next(numbers), concept.id, term, written, code, keys):
                    for key in pattern.elements[0].keys:
                        found.setdefault(key, []).append(pattern)
                    keys.vocabulary.update(*(element.keys for element in pattern.elements))
    return found


def _ways(text: str) -> Iterator[str]:
    """A term as it stands, without its parentheses, and with hyphenated words written as one."""
    yield text
    bare = _PARENTHESIS.sub("", text).strip()
    if bare and bare != text:
        yield bare
    if _HYPHENATED.search(bare):
        yield _HYPHENATED.sub("", bare)


def _pattern(number: int, concept: str, term: Term, written: str, code: str, keys: Keys) -> Pattern | None:
    """The pattern of a term as `written`; None where it has no word."""
    known = knowledge(code)
    found = list(words(written))
    function_words = profile(code).function_words - known.articles
    letters = {word for word in found if _is_letter(word, written) and fold(word.form) not in function_words}
    kept = [word for word in found if fold(word.form) not in known.articles or word in letters] or found
    if not kept:
        return None
    has_small = any(map(str.islower, written))
    # A term that is in capitals as a whole has words in capitals, and no abbreviations.
    is_loud = not has_small and any(len(word.form) > LONGEST_ABBREVIATION for word in kept)
    elements = []
    for place, word in enumerate(kept):
        is_short = is_abbreviation(word.form) or (term.is_abbreviation and word.form.isupper())
        if (is_short and term.is_abbreviation) or (not is_loud and (is_short or word in letters)):
            accepted = {abbreviation_key(word.form)}
        else:
            is_part = len(kept) > 1
            accepted = {key for key in keys.word_keys(word.form) if key.startswith(PART) is is_part}
        gap = _joint_before(written, found, word) if place else ""
        elements.append(Element(frozenset(accepted), gap, fold(word.form) in profile(code).function_words))
    alone = len(kept) == 1 and abbreviation_key(kept[0].form) in elements[0].keys
    head, tail = written[: kept[0].start], written[found[-1].end :]
    is_name = all(word.form[0].isupper() for word in kept)
    is_like_a_word = alone and elements[0].is_function_word
    return Pattern(
        number, concept, term, kept[0].form, tuple(elements), head, tail, is_name, alone, is_like_a_word
    )


def _is_letter(word: Word, written: str) -> bool:
    """Whether a word of a term is one capital, and does not open it as a word: hepatitis A, I/A Court."""
    is_capital = word.end - word.start == 1 and word.form.isupper()
    return is_capital and (word.start > 0 or written[word.end : word.end + 1] not in ("", " "))


def _joint_before(written: str, found: list[Word], word: Word) -> str:
    """The signs between a word of a term and the one before; articles between them left out."""
    number = found.index(word)
    gap = joint(written[found[number - 1].end : word.start])
    # A term may have a dash; the text has one then, too, or leaves it out.
    return HYPHEN if gap is None else gap


def beginnings(by_key: Mapping[str, list[Pattern]], code: str) -> frozenset[str]:
    """What a form of the first word of any term begins with; a form that begins otherwise begins no term."""
    firsts = {pattern.first for found in by_key.values() for pattern in found}
    return frozenset(beginning for form in firsts for beginning in lexemes.beginnings(form, code))


class Beginnings(dict[str, bool]):
    """The first signs of a form → whether it may begin as some term does; remembered."""

    def __init__(self, wanted: frozenset[str]) -> None:
        self._wanted = wanted

    def __missing__(self, head: str) -> bool:
        # Which script a mixed word is in, all of it decides; signs inside hide what comes after.
        bare = fold(head)
        ways = {bare, bare.translate(TO_CYRILLIC), bare.translate(TO_LATIN)}
        heads = {way[:size] for way in ways for size in range(1, lexemes.LONGEST_BEGINNING + 1)}
        is_telling = head.isalnum() and len(bare) == len(head)
        self[head] = may = not is_telling or not self._wanted.isdisjoint(heads)
        return may
