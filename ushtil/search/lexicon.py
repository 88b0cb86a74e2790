"""The words of an index: by stem, by beginning, by key, by one wrong letter (layout, step 2)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ushtil.search.layout import shard_of
from ushtil.search.near import DIGIT, SHORTEST_ROOT

if TYPE_CHECKING:
    from ushtil.search.store import Store

MOST_TERMS, MOST_POSTINGS = 16, 6000
SHORTEST_BEGUN = 2
SHORTEST_NEAR = 4
SHORTEST_MISENDED = 2


@dataclass(frozen=True, order=True)
class Entry:
    """A term of the index, as the lexicon has it."""

    number: int
    stem: str
    df: int


@dataclass(frozen=True)
class Form:
    """A form on the site and its term."""

    form: str
    entry: Entry


class _NearRow(NamedTuple):
    """A term of a near or rear shard; keys stand for its stem and its forms."""

    entry: Entry
    forms: list[str]
    root: str


class Lexicon:
    """Looks words up in the shards of a store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.letters = store.letters
        self.firsts: list[str] = store.manifest["lex"]
        # Shards are looked into again and again while one query is expanded.
        self.entries = lru_cache(maxsize=None)(self._entries)
        self.forms = lru_cache(maxsize=None)(self._forms)

    def _entries(self, place: int) -> dict[str, tuple[Entry, tuple[str, ...]]]:
        """Stem → its term and forms, of one shard."""
        shard = self.store.get(f"lex-{place}")
        found = {}
        for number, row in enumerate(shard["terms"], shard["first"]):
            stem, df, forms = row.split(" ")
            entry = Entry(number, stem, int(df))
            found[stem] = entry, tuple(_restored(stem, form) for form in forms.split(","))
        return found

    def _forms(self, name: str) -> list[Form]:
        """All forms of a shard, strangers last."""
        found = []
        if name.startswith("lex-"):
            rows = self.entries(int(name[4:])).values()
            found = [Form(form, entry) for entry, forms in rows for form in forms]
        for row in self.store.get(name)["more"]:
            form, number, df, stem = row.split(" ")
            found.append(Form(form, Entry(int(number), stem, int(df))))
        return found

    def exact(self, stem: str) -> Entry | None:
        """The term with this stem."""
        place = shard_of(self.firsts, self.letters.key(stem))
        found = self.entries(place).get(stem)
        return found[0] if found else None

    def shown(self, entry: Entry) -> str:
        """The frequentest form of a term."""
        place = shard_of(self.firsts, self.letters.key(entry.stem))
        return self.entries(place)[entry.stem][1][0]

    def beginning(self, key: str) -> Iterator[Form]:
        """The forms whose keys begin so: of a frequent beginning the weightiest, else all.

        None for a single letter, with which a large part of the lexicon begins.
        """
        if len(key) < SHORTEST_BEGUN:
            return
        hot: list[str] = self.store.manifest["hot"]
        if key in hot:
            yield from self.forms(f"hot-{hot.index(key)}")
            return
        first, last = shard_of(self.firsts, key), shard_of(self.firsts, key + "\uffff")
        for place in range(first, last + 1):
            yield from self.forms(f"lex-{place}")

    def begun(self, word: str) -> list[Entry]:
        """Terms with a form that begins with the word."""
        return _best(
            {form.entry for form in self.beginning(self.letters.key(word)) if form.form.startswith(word)}
        )

    def folded(self, word: str, is_begun: bool, exact: Entry | None) -> list[Entry]:
        """Terms that the word may stand for on another keyboard or in other letters."""
        if not self.letters.is_typed(word):
            return []
        key, agree = self.letters.key(word), self.letters.agree
        if not key:
            return []
        place = shard_of(self.firsts, key)
        forms = self.beginning(key) if is_begun else self.forms(f"lex-{place}")
        found = {
            form.entry
            for form in forms
            if self._has(form.form, key, is_begun) and form.form != word and agree(word, form.form)
        }
        if not found and not exact and not is_begun:
            found = set(self._with_endings(word, key, place))
        least = exact.df if exact else 0
        return _best(entry for entry in found if entry.df >= least and entry != exact)

    def _has(self, form: str, key: str, is_begun: bool) -> bool:
        own = self.letters.key(form)
        return own.startswith(key) if is_begun else own == key

    def _with_endings(self, word: str, key: str, place: int) -> list[Entry]:
        """Terms of a shard with the longest root of which the word can be a form that the site has not."""
        found: dict[int, list[Entry]] = {}
        for entry, forms in self.entries(place).values():
            root = self.letters.root(forms)
            may_go_on = (
                len(root) >= SHORTEST_ROOT and key.startswith(root) and key[len(root) :] in self.endings
            )
            # A letter with no key of its own would shift those behind it; such words are few.
            if may_go_on and self.letters.agree(word[: len(root)], forms[0]):
                found.setdefault(len(root), []).append(entry)
        return found[max(found)] if found else []

    def near(self, word: str, stem: str) -> list[Entry]:
        """Terms that one edit leads to: to the key of their stem, of a form of theirs, to their root."""
        key, whole = self.letters.key(stem), self.letters.key(word)
        if len(whole) < SHORTEST_NEAR or DIGIT.search(whole):
            return []
        key = key if len(key) >= SHORTEST_NEAR else whole
        # One edit leaves the first letter or the last.
        rows = list(self._near_rows("near", whole[0]))
        found = {row.entry for row in rows if self._is_near(row, key, whole)} or _misended(
            rows, whole, self.endings
        )
        if not found:
            ends = dict.fromkeys((whole[-1], key[-1]))
            rows = [row for end in ends for row in self._near_rows("rear", end)]
            found = {row.entry for row in rows if self._is_near(row, key, whole)}
        return [Entry(entry.number, self._stem(entry), entry.df) for entry in _best(found)]

    def _near_rows(self, name: str, letter: str) -> Iterator[_NearRow]:
        """The terms of one shard."""
        letters: list[str] = self.store.manifest[name]
        if letter in letters:
            for row in self.store.get(f"{name}-{letters.index(letter)}")["terms"]:
                forms, number, df, size, stem = row.split(" ")
                yield _NearRow(Entry(int(number), stem, int(df)), forms.split(","), forms[: int(size)])

    def _is_near(self, row: _NearRow, key: str, whole: str) -> bool:
        """Whether one edit makes a term's stem, a form or its root."""
        return (
            is_one_edit(key, row.entry.stem)
            or any(is_one_edit(whole, form) for form in (row.entry.stem, *row.forms))
            or self._leads(whole, row.root)
        )

    def _leads(self, whole: str, root: str) -> bool:
        """Whether one edit makes the root of what the word is without an ending."""
        size = len(root)
        return size >= SHORTEST_NEAR and any(
            whole[length:] in self.endings and is_one_edit(whole[:length], root)
            for length in (size - 1, size, size + 1)
            if length <= len(whole)
        )

    @cached_property
    def endings(self) -> frozenset[str]:
        """What forms' keys have after their roots."""
        return frozenset(self.store.manifest["endings"])

    def _stem(self, keyed: Entry) -> str:
        """The stem of an entry that has its key."""
        rows = self.entries(shard_of(self.firsts, keyed.stem)).values()
        return next(entry.stem for entry, _ in rows if entry.number == keyed.number)


def _misended(rows: Iterable[_NearRow], whole: str, endings: Collection[str]) -> set[Entry]:
    """The terms with the longest root that a word has with an ending of which one edit makes a right one."""
    found: dict[int, set[Entry]] = {}
    for row in rows:
        size = len(row.root)
        rest = whole[size:]
        if size < SHORTEST_NEAR or len(rest) < SHORTEST_MISENDED or not whole.startswith(row.root):
            continue
        if any(ending and is_one_edit(rest, ending) for ending in endings):
            found.setdefault(size, set()).add(row.entry)
    return found[max(found)] if found else set()


def _restored(stem: str, form: str) -> str:
    digits = len(form) - len(form.lstrip("0123456789"))
    return stem[: len(stem) - int(form[:digits] or 0)] + form[digits:]


def _best(entries: Iterable[Entry]) -> list[Entry]:
    """The weightiest terms, as many as may be asked for at once."""
    best: list[Entry] = []
    held = 0
    for entry in sorted(entries, key=lambda entry: (-entry.df, entry.number)):
        if best and (held + entry.df > max(MOST_POSTINGS, best[0].df) or len(best) == MOST_TERMS):
            break
        best.append(entry)
        held += entry.df
    return best


def is_one_edit(a: str, b: str) -> bool:
    """Whether one letter more, less or another, or two neighbours exchanged, or nothing makes b of a."""
    if abs(len(a) - len(b)) > 1:
        return False
    if len(a) > len(b):
        a, b = b, a
    at = 0
    while at < len(a) and a[at] == b[at]:
        at += 1
    if len(a) < len(b):
        return a[at:] == b[at + 1 :]
    return a[at + 1 :] == b[at + 1 :] or (
        a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]
    )
