"""The lexemes of a language, from the dictionary of OpenCorpora that pymorphy3 reads.

The key of a form is the lemma of its lexeme, folded.  What counts as one lexeme:

    all forms of a noun or an adjective        людей, человека → человек; прав → право; лучше → хороший
    a verb without its participles             осудил, осуждать apart; осуждены, осуждённого → осужденный
    a participle or a superlative of its own   высший apart from высокий; важнейший with важный

A form of several lexemes has one key.  The lemmas that the language's settings prefer come first; then the
likeliest by the corpus's counts for this form, where names, imperatives and what the dictionary marks as
odd count less and nouns more; where the corpus has not counted the form, the lexeme of which it knows
the larger part.  What is homonymous by its nature goes together: an adverb with its noun or adjective
(ночью, важно), a noun with the adjective that it once was (животное, обвиняемая).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

import pymorphy3

from .words import fold

ODD = frozenset({"Name", "Surn", "Patr", "Init", "Trad", "Erro", "Arch", "Slng", "Infr", "Litr"})
ODD |= {"V-be", "V-en", "V-bi", "V-ey", "Abbr", "impr", "voct"}
ODD_WEIGHT = 0.05
PLACE_WEIGHT = 0.5
NOUN_WEIGHT = 2.0
PARTICIPLES = frozenset({"PRTF", "PRTS"})
ADJECTIVES = frozenset({"ADJF", "ADJS", "COMP"}) | PARTICIPLES
# Homonymous with a short adjective («важно») or a case of a noun («ночью»); with an adjective only («ровно»).
ADVERBS = frozenset({"ADVB", "PRED"})
PARTICLES = frozenset({"PRCL", "CONJ", "PREP", "INTJ"})
OF_PARTICIPLE = ("pres", "past", "actv", "pssv")
LEMMA_OF_SUPERLATIVE = {"Supr", "masc", "sing", "nomn"}
REGULAR_SUPERLATIVES = ("ейший", "айший")
ADJECTIVAL = ("ый", "ий", "ой", "ая", "яя", "ое", "ее")


class Reading(NamedTuple):
    """One place of a form in the dictionary: `place` in the paradigm, the form there with its ё."""

    form: str
    paradigm: int
    place: int


class Morphology:
    """Keys and forms of lexemes.

    `key(form)` is remembered by form, since terms and search ask for the same forms.
    """

    def __init__(self, language: str, preferred: Iterable[str] = (), foreign: Iterable[str] = ()) -> None:
        """`preferred`: lemmas that win over their homonyms; `foreign`: forms treated as unknown."""
        self._analyzer = pymorphy3.MorphAnalyzer(lang=language)
        self._dictionary = self._analyzer.dictionary
        self._preferred = frozenset(preferred)
        self._foreign = frozenset(foreign)
        self._lemma_index = cache(self._find_lemma_index)
        self._known_part = cache(self._find_known_part)
        self._places = cache(self._find_places)
        self.key = lru_cache(maxsize=500_000)(self._key)

    def _key(self, form: str) -> str | None:
        """The key of a folded form; None where the dictionary does not know it."""
        if form in self._foreign:
            return None
        readings = self.readings(form)
        keys = {self.key_of(reading) for reading in readings}
        if len(keys) < 2:
            return keys.pop() if keys else None
        return self._likeliest(form, keys)

    def readings(self, form: str) -> list[Reading]:
        """The places of a folded form in the dictionary."""
        found = self._dictionary.words.similar_items(form, self._analyzer.char_substitutes)
        return [Reading(word, *place) for word, places in found for place in places]

    def key_of(self, reading: Reading) -> str:
        """The lemma of a reading, folded."""
        lemma = self._lemma_index(reading.paradigm, reading.place)
        return fold(self._form_at(reading, lemma))

    def _form_at(self, reading: Reading, index: int) -> str:
        """The form at another place of the same paradigm."""
        prefix, ending = self._affixes(reading.paradigm, reading.place)
        stem = reading.form[len(prefix) : len(reading.form) - len(ending)]
        prefix, ending = self._affixes(reading.paradigm, index)
        return prefix + stem + ending

    def _affixes(self, paradigm: int, index: int) -> tuple[str, str]:
        """Prefix and ending of a place."""
        row = self._dictionary.paradigms[paradigm]
        length = len(row) // 3
        prefixes, endings = self._dictionary.paradigm_prefixes, self._dictionary.suffixes
        return prefixes[row[2 * length + index]], endings[row[index]]

    def _find_lemma_index(self, paradigm: int, place: int) -> int:
        """Where the lemma of a place stands: its participle's, its superlative's, or the first."""
        tag = self._tag(paradigm, place)
        if tag.POS in PARTICIPLES:
            wanted = {"PRTF", *(grammeme for grammeme in OF_PARTICIPLE if grammeme in tag)}
            return next((n for n in range(self._length(paradigm)) if wanted in self._tag(paradigm, n)), 0)
        if "Supr" not in tag:
            return 0
        # Each superlative begins with its lemma: высочайший …, высший ….
        lemma = next((n for n in range(place, 0, -1) if LEMMA_OF_SUPERLATIVE in self._tag(paradigm, n)), 0)
        return 0 if self._affixes(paradigm, lemma)[1].endswith(REGULAR_SUPERLATIVES) else lemma

    def _length(self, paradigm: int) -> int:
        return len(self._dictionary.paradigms[paradigm]) // 3

    def _tag(self, paradigm: int, index: int) -> Any:
        return self._dictionary.build_tag_info(paradigm, index)

    def _likeliest(self, form: str, keys: set[str]) -> str:
        """The key that weighs most among several; of equals the first by the alphabet."""
        if preferred := keys & self._preferred:
            return min(preferred)
        weights: dict[tuple[str, str], float] = defaultdict(float)
        parses = self._analyzer.parse(form)
        counted = len({parse.score for parse in parses}) > 1
        for parse in parses:
            reading = Reading(*parse.methods_stack[0][1:])
            worth = parse.score if counted else self._known_part(self._lemma_of(reading), reading.paradigm)
            weights[self.key_of(reading), part_of(parse.tag)] += worth * weight(parse.tag)
        total: dict[str, float] = defaultdict(float)
        for (key, part), worth in joined(weights).items():
            total[key] += worth * (NOUN_WEIGHT if part == "noun" else 1)
        return min(total, key=lambda key: (-total[key], key))

    def _find_known_part(self, lemma: str, paradigm: int) -> float:
        """The part of a lexeme's forms that the corpus has counted, never quite nothing."""
        counts = self._analyzer.prob_estimator.p_t_given_w
        length = self._length(paradigm)
        forms = [self._form_at(Reading(lemma, paradigm, 0), index) for index in range(length)]
        known = sum(1 for n, form in enumerate(forms) if counts.prob(form, self._tag(paradigm, n)))
        return (known + 0.1) / length

    def _lemma_of(self, reading: Reading) -> str:
        """The first form of the whole paradigm."""
        return self._form_at(reading, 0)

    def forms(self, key: str) -> Iterator[str]:
        """The forms, folded, of the lexemes with a lemma that is `key`.

        Left out are the forms that are keyed otherwise, and comparatives and superlatives with a prefix
        (побыстрее, наилучший), which are rare and would double what is told of every adjective.
        """
        seen: set[str] = set()
        for reading in self.readings(key):
            if self.key_of(reading) == key:
                lemma = self._lemma_index(reading.paradigm, reading.place)
                seen.update(self._form_at(reading, place) for place in self._places(reading.paradigm, lemma))
        return (form for form in sorted(set(map(fold, seen))) if self.key(form) == key)

    def _find_places(self, paradigm: int, lemma: int) -> tuple[int, ...]:
        """The places of a paradigm that have their lemma at `lemma` and no prefix of their own."""
        prefix, _ = self._affixes(paradigm, lemma)
        places = range(self._length(paradigm))
        alike = (place for place in places if self._lemma_index(paradigm, place) == lemma)
        return tuple(place for place in alike if self._affixes(paradigm, place)[0] == prefix)

    def beginning(self, stem: str) -> Iterator[str]:
        """The forms of the dictionary that begin with `stem`, folded."""
        return (fold(form) for form, _ in self._dictionary.words.iteritems(stem))


def part_of(tag: Any) -> str:
    """What decides between readings: noun, plurale tantum, adjective, adverb, particle, other."""
    if tag.POS == "NOUN":
        return "plural" if "Pltm" in tag else "noun"
    if tag.POS in ADJECTIVES:
        return "adjective"
    if tag.POS in ADVERBS:
        return "adverb"
    return "particle" if tag.POS in PARTICLES else "other"


def weight(tag: Any) -> float:
    """How much a reading counts."""
    if ODD & tag.grammemes:
        return ODD_WEIGHT
    return PLACE_WEIGHT if "Geox" in tag else 1.0


def joined(weights: Mapping[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    """The weights, with an adverb's given to its noun or adjective, a noun's to its adjective."""
    adjective = heaviest(weights, "adjective")
    noun = heaviest(weights, "noun")
    given: dict[tuple[str, str], float] = defaultdict(float)
    for (key, part), worth in weights.items():
        goes_along = part in ("adverb", "particle") or (part == "noun" and declined_alike(key, adjective))
        if adjective and goes_along:
            key, part = adjective, "adjective"
        elif noun and part == "adverb":
            key, part = noun, "noun"
        given[key, part] += worth
    return given


def heaviest(weights: Mapping[tuple[str, str], float], part: str) -> str:
    """The key that weighs most of one part of speech, "" where there is none."""
    held = {key: worth for (key, named), worth in weights.items() if named == part}
    return min(held, key=lambda key: (-held[key], key), default="")


def declined_alike(noun: str, adjective: str) -> bool:
    """Whether a noun is the adjective itself in one gender: животное, животный."""
    return noun.endswith(ADJECTIVAL) and noun[:-2] == adjective[:-2]
