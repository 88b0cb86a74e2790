"""From texts to numbers of terms, quickly: each piece between blanks is taken apart once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import chain

from ushtil.language.stemming import stemmer
from ushtil.language.words import HYPHENS, fold, words
from ushtil.search.documents import Section
from ushtil.search.layout import GAP
from ushtil.search.postings import Term

NO_TERM = 0
_BREAK = "\0"
_AROUND = '.,;:!?…()[]«»“”„"'
_HYPHENS = frozenset(HYPHENS)


class Vocabulary(dict[str, tuple[int, ...]]):
    """A piece between blanks → the numbers of its terms; the break between paragraphs → `GAP` times 0."""

    def __init__(self, code: str) -> None:
        super().__init__({_BREAK: (NO_TERM,) * GAP})
        self.stemmed = stemmer(code)
        self.terms = [Term("")]
        self.numbers: dict[str, int] = {}
        self.forms: dict[str, int] = {}
        self.counts: Counter[str] = Counter()
        self.folded: dict[str, list[str]] = {}
        """Piece → the folded forms of its words."""
        self.compounds: dict[str, int] = {}
        """Pieces with a hyphen → the term of their words written together."""
        self.titles: dict[str, list[int]] = {}

    def __missing__(self, piece: str) -> tuple[int, ...]:
        bare = piece.strip(_AROUND)
        # Most pieces are one word of letters, and need not be looked through.
        found = [bare] if bare.isalpha() else [word.form for word in words(piece)]
        self[piece] = numbers = tuple(map(self.number, found))
        self.folded[piece] = [fold(form) for form in found]
        if len(found) > 1 and not _HYPHENS.isdisjoint(piece) and not any(form.isdigit() for form in found):
            self.compounds[piece] = self.number("".join(found))
        return numbers

    def number(self, form: str) -> int:
        """The number of a form's term."""
        number = self.forms.get(form)
        if number is None:
            stem = self.stemmed(form) or fold(form)
            number = self.numbers.get(stem)
            if number is None:
                number = self.numbers[stem] = len(self.terms)
                self.terms.append(Term(stem))
            self.forms[form] = number
        return number

    def ids(self, text: str) -> list[int]:
        """The terms of a line."""
        pieces = text.split()
        self.counts.update(pieces)
        return list(chain.from_iterable(map(self.__getitem__, pieces)))

    def text(self, text: str) -> list[int]:
        """The terms of paragraphs, with breaks between them."""
        return self.ids(text.replace("\n", f" {_BREAK} "))

    def title(self, title: str) -> list[int]:
        """The terms of a title that stands above many sections."""
        found = self.titles.get(title)
        if found is None:
            found = self.titles[title] = self.ids(title)
        return found

    def stems(self, term: str) -> str:
        """The stems of a glossary term's words."""
        return " ".join(self.stemmed(word.form) or fold(word.form) for word in words(term))

    def phrases(self, terms: Iterable[str]) -> dict[int, list[tuple[int, ...]]]:
        """First word → the sequences of words that make a glossary term; those that do not occur are left."""
        found: dict[int, list[tuple[int, ...]]] = defaultdict(list)
        for stems in terms:
            numbers = tuple(self.numbers.get(stem, 0) for stem in stems.split())
            if len(numbers) > 1 and all(numbers):
                found[numbers[0]].append(numbers)
        return found

    def joined(self, section: Section) -> set[int]:
        """The terms of compounds written together."""
        if not any(sign in section.text or sign in section.headings[-1] for sign in HYPHENS):
            return set()
        pieces = self.compounds.keys() & {*section.text.split(), *section.headings[-1].split()}
        return {self.compounds[piece] for piece in pieces}

    def count_forms(self) -> None:
        """Tells each term how often its forms occur."""
        for piece, count in self.counts.items():
            if piece != _BREAK:
                for number, form in zip(self[piece], self.folded[piece], strict=True):
                    forms = self.terms[number].forms
                    forms[form] = forms.get(form, 0) + count
        for piece, number in self.compounds.items():
            self.terms[number].forms.setdefault("".join(self.folded[piece]), 1)
