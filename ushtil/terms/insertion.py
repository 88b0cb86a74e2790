"""Which one word may stand inside a term without making it another.

    Совета ООН по правам человека          an abbreviation, anywhere
    национальный независимый превентивный  a word that describes, anywhere
    право граждан на труд                  an owner in the genitive, before a function word

A verb or an adverb makes a sentence of it («Комитет выступил против пыток»), a noun another thing (national
security report), a capital another name (Criminal Procedure Code).
"""

from __future__ import annotations

from ushtil.language import profile
from ushtil.language.stemming import stemmer
from ushtil.language.words import fold
from ushtil.terms.forms import is_abbreviation, knowledge
from ushtil.terms.patterns import Element

# Where all is in capitals: «СОВЕТ ООН ПО ПРАВАМ ЧЕЛОВЕКА».
LONGEST_IN_CAPITALS = 4


class Insertion:
    """The rule of one language."""

    def __init__(self, code: str) -> None:
        self._knowledge = knowledge(code)
        self._function_words = profile(code).function_words
        self._stem = stemmer(code)

    def allows(self, form: str, element: Element, is_loud: bool) -> bool:
        """Whether `form` may stand before `element`; `is_loud` where all around is in capitals."""
        folded = fold(form)
        is_short = len(form) <= LONGEST_IN_CAPITALS and element.is_function_word
        if form.isupper() and is_abbreviation(form) and (is_short or not is_loud):
            return folded not in self._function_words
        if folded in self._knowledge.listed:
            return True
        if folded in self._function_words or self._knowledge.never.fullmatch(folded):
            return False
        if self._describes(folded) and (is_loud or form.islower() or element.is_function_word):
            return True
        return element.is_function_word and bool(self._knowledge.naming.fullmatch(folded))

    def _describes(self, folded: str) -> bool:
        """Whether a form, or its stem where that is a lemma, has the ending of an adjective."""
        return any(self._knowledge.describing.fullmatch(word) for word in (folded, self._stem(folded)))
