"""An index cut into the files that layout draws."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ushtil.language.stemming import browser_data
from ushtil.language.words import hyphen_endings, words
from ushtil.literals import literal
from ushtil.search import layout, near
from ushtil.search.index import Index
from ushtil.search.layout import shard_of
from ushtil.search.letters import Letters, letters
from ushtil.search.postings import Term

# Signs of JSON; of Cyrillic text a third of them is left after compression, of numbers two thirds.
# A query typed slowly shows another first result for each letter: texts are the most of what it asks for.
LEXICON, POSTINGS, PLACES, TEXTS = 20_000, 8_000, 16_000, 6_000
HOT_SHARDS, HOT_FORMS = 2, 48
"""A beginning of keys that more shards have gets a shard of its own, with so many forms."""
HOT_LENGTHS = (2, 3, 4)


def files(index: Index, prefix: str) -> dict[str, str]:
    """Name within the language's folder → text; the manifest is one. The same index gives the same bytes."""
    shards = _Shards(index)
    bodies = {name: literal(value) for name, value in shards.all().items()}
    digest = hashlib.sha256()
    for name in sorted(bodies):
        digest.update(f"{name}\n{bodies[name]}\n".encode())
    manifest = literal({"format": layout.FORMAT, "language": index.code, "prefix": prefix, **shards.manifest})
    digest.update(manifest.encode())
    build = digest.hexdigest()[:12]
    bodies["manifest"] = manifest
    return {f"{name}.js": layout.script(f"{index.code}/{name}", build, body) for name, body in bodies.items()}


class _Shards:
    """All values of a language's shards, by name; `manifest` grows with them."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.letters: Letters = letters(index.code)
        key = self.letters.key
        self.terms = sorted(
            index.terms, key=lambda term: (layout.order(key(term.stem)), layout.order(term.stem))
        )
        self.forms = [_ranked(term) for term in self.terms]
        self.keys = [key(term.stem) for term in self.terms]
        self.form_keys = [list(map(key, forms)) for forms in self.forms]
        self.manifest: dict[str, Any] = {}

    def all(self) -> dict[str, Any]:
        """Name → value, the manifest left out."""
        index = self.index
        counts = [0] * len(index.pages)
        for section in index.sections:
            counts[section.page] += 1
        self.manifest |= {
            "documents": len(index.sections), "pages": layout.encode(counts),
            "continued": layout.encode(_gaps(_continued(index))), "idf": index.idf,
        }  # fmt: skip
        firsts, rows = near.shards(self.terms, self.keys, self.form_keys)
        self.manifest |= firsts
        found = {
            **self.lexicon(),
            **self.numbered("post", ["".join(term.postings) for term in self.terms], POSTINGS),
            **self.numbered("pos", ["".join(term.places) for term in self.terms], PLACES),
            **self.documents(),
            **rows,
            "stem": browser_data(index.code, self.asked()),
            "terms": {"concepts": [[name, terms] for name, terms in index.concepts.items()]},
        }
        self.manifest |= {
            "stop": sorted(self.letters.stop), "keys": self.letters.keys, "typings": self.letters.typings,
            "endings": near.endings(self.form_keys), "hyphen": hyphen_endings(),
        }  # fmt: skip
        return found

    def asked(self) -> Iterator[str]:
        """The forms that a query is to find something by: those of the texts, and of the glossary."""
        for forms in self.forms:
            yield from forms
        for terms in self.index.concepts.values():
            for term, _ in terms:
                yield from (word.form for word in words(term))

    def lexicon(self) -> dict[str, Any]:
        """The lexicon shards and those of frequent beginnings."""
        rows = [self.row(number) for number in range(len(self.terms))]
        starts = _cuts(rows, LEXICON, lambda n: n == 0 or self.keys[n] != self.keys[n - 1])
        firsts = ["" if n == 0 else self.keys[n] for n in starts]
        shards: list[dict[str, Any]] = [
            {"first": start, "terms": rows[start:end], "more": []}
            for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)
        ]
        self.manifest["lex"] = firsts
        for place, row in self.strangers(firsts):
            shards[place]["more"].append(row)
        hot = self.hot(firsts)
        self.manifest["hot"] = list(hot)
        return {
            **{f"lex-{n}": shard for n, shard in enumerate(shards)},
            **{f"hot-{n}": {"more": more} for n, more in enumerate(hot.values())},
        }

    def row(self, number: int) -> str:
        stem, df = self.terms[number].stem, self.terms[number].df
        return f"{stem} {df} {','.join(_shortened(stem, form) for form in self.forms[number])}"

    def more(self, form: str, number: int) -> str:
        """A form with its term's number, df and stem."""
        return f"{form} {number} {self.terms[number].df} {self.terms[number].stem}"

    def strangers(self, firsts: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Forms whose key lies in another shard than their term's, with that shard."""
        places = _Places(firsts)
        for number, (forms, keys) in enumerate(zip(self.forms, self.form_keys, strict=True)):
            home = places[self.keys[number]]
            for form, key in zip(forms, keys, strict=True):
                place = places[key]
                if place != home:
                    yield place, self.more(form, number)

    def hot(self, firsts: Sequence[str]) -> dict[str, list[str]]:
        """Beginnings that reach over many shards → their weightiest forms, one a term."""
        lengths = [(length, self.wide(length, firsts)) for length in HOT_LENGTHS]
        held: dict[str, dict[int, str]] = defaultdict(dict)
        for number, (forms, keys) in enumerate(zip(self.forms, self.form_keys, strict=True)):
            for form, key in zip(forms, keys, strict=True):
                for length, wide in lengths:
                    if key[:length] in wide:
                        held[key[:length]].setdefault(number, form)
        found = {}
        for beginning in sorted(held, key=layout.order):
            best = sorted(held[beginning].items(), key=lambda item: (-self.terms[item[0]].df, item[0]))
            found[beginning] = [self.more(form, number) for number, form in best[:HOT_FORMS]]
        return found

    def wide(self, length: int, firsts: Sequence[str]) -> set[str]:
        """The beginnings of so many letters that have too many shards."""
        beginnings = {key[:length] for key in self.keys if len(key) >= length}
        return {
            beginning
            for beginning in beginnings
            if shard_of(firsts, beginning + "\uffff") - shard_of(firsts, beginning) >= HOT_SHARDS
        }

    def numbered(self, name: str, rows: Sequence[str], size: int) -> dict[str, Any]:
        """Shards with one string a term."""
        starts = _cuts(rows, size)
        self.manifest[name] = starts
        return {
            f"{name}-{n}": {"first": start, "terms": list(rows[start:end])}
            for n, (start, end) in enumerate(zip(starts, [*starts[1:], len(rows)], strict=True))
        }

    def documents(self) -> dict[str, Any]:
        """Titles and texts, each shard with the pages that it needs."""
        sections = self.index.sections
        starts = _cuts([section.text for section in sections], TEXTS)
        self.manifest["doc"] = starts
        found = {}
        for n, (start, end) in enumerate(zip(starts, [*starts[1:], len(sections)], strict=True)):
            here = sections[start:end]
            pages = list(dict.fromkeys(section.page for section in here))
            found[f"doc-{n}"] = {
                "first": start,
                "pages": [self.page(page) for page in pages],
                "docs": [[pages.index(s.page), s.id, s.headings, s.text] for s in here],
            }
        return found

    def page(self, number: int) -> list[Any]:
        page = self.index.pages[number]
        return [page.path, page.title, page.trail, page.date]


def _continued(index: Index) -> list[int]:
    """The documents that go on with the section of the one before."""
    pairs = enumerate(zip(index.sections, index.sections[1:], strict=False), 1)
    return [n for n, (before, here) in pairs if (before.page, before.id) == (here.page, here.id)]


def _gaps(numbers: Sequence[int]) -> list[int]:
    return [after - before - 1 for before, after in zip([-1, *numbers], numbers, strict=False)]


class _Places(dict[str, int]):
    """Key → the shard that it lies in."""

    def __init__(self, firsts: Sequence[str]) -> None:
        self.firsts = [layout.order(first) for first in firsts]

    def __missing__(self, key: str) -> int:
        self[key] = place = max(0, bisect_right(self.firsts, layout.order(key)) - 1)
        return place


def _ranked(term: Term) -> list[str]:
    """A term's forms, the frequentest first."""
    return sorted(term.forms, key=lambda form: (-term.forms[form], form))


def _shortened(stem: str, form: str) -> str:
    """A form by what it has instead of its stem's end."""
    same = 0
    while same < min(len(stem), len(form)) and stem[same] == form[same]:
        same += 1
    cut = len(stem) - same
    return f"{cut or ''}{form[same:]}"


def _cuts(rows: Sequence[str], size: int, may_begin: Callable[[int], bool] = lambda _: True) -> list[int]:
    """The numbers of the rows that begin a shard; each shard has rows of about `size` signs, at least one."""
    starts: list[int] = []
    held = size
    for number, row in enumerate(rows):
        if (held + len(row) > size and may_begin(number)) or not starts:
            starts.append(number)
            held = 0
        held += len(row) + 3
    return starts or [0]
