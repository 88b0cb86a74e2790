"""The form of the index on disk, and the steps from a query to its results, for Python and the browser alike.

Files, for each language below `search/<code>/` of the site
    manifest.js   what every query needs        terms.js      the terms of the glossary
    stem.js       tables of the stemmer         lex-<n>.js    words, in the order of their keys
    hot-<n>.js    the weightiest words of a     post-<n>.js   which documents have a term
                  beginning that many share     pos-<n>.js    where in them
    doc-<n>.js    titles and texts              near-<n>.js   terms by the first letter of a key,
                                                rear-<n>.js   and by the last, for one wrong letter

Each is one line, a call that a classic script makes and whose second half Python reads as JSON:
    Ushtil.search.add("kk/lex-3","<build>",{…});
`build` is a hash of all that the language's shards hold.  The browser asks for a shard as
`lex-3.js?<build>`; a shard with another build than the manifest's is of another copy of the site.

Numbers in strings ("AgB") are unsigned, 5 bits a sign, the low ones first, +32 while more follow, in the
alphabet A–Z a–z 0–9 - _ :    0 = A, 31 = f, 32 = gB, 1000 = of (31·32 + 8: 8 + 32 = 40 is "o", 31 is "f").

Documents are sections without the sections below them, numbered through the site in the order of paths and
of reading.  Their words (`ushtil.language.words`) have places: the heading from 0, then 8 places free, then
the text, 8 places free between paragraphs.  Parents' headings and the page's title have no places.

manifest    {"format": 1, "language": "kk", "prefix": "kk/", "documents": 9000,
             "pages": "IGH…"       how many documents each page has, in numbers as above
             "continued": "_C…"    documents that go on with the section before, by gaps as in postings
             "idf": [8000, 6500…]  the idf of a term is the count of these that are ≥ its df
             "lex": ["", "ba"…]    the first key of each lexicon shard
             "hot": ["ka", "sa"…]  beginnings of keys that have a shard of their own: hot-0, hot-1 …
             "post": [0, 812…]     the first term of each shard; "pos" likewise; "doc": first documents
             "near": ["a", "b"…]   first letters of keys: those with a are in near-0; "rear" last letters
             "stop": ["және"…]     folded; "keys": {"қ": "k", "sh": "x"…}; "typings": {"қ": "к"…}
             "endings": ["", "tar"…]  what forms' keys have after their roots
             "hyphen": "…"         regular expression of what may follow an abbreviation and a hyphen}
stem        what `ushtil.language.stemming.browser_data` gives
lex-<n>     {"first": 812, "terms": ["құқық 37 ,тар,1ғы", …], "more": ["адамдар 90 20 адам", …]}
            Terms are numbered from `first` by the keys of their stems.  A row: stem, df, and the forms that
            stand on the site, the frequentest first, "" for the stem itself, else how many letters to take
            from the stem's end (none: 0) and what to add: құқық құқықтар құқығы.  `more` has
            forms whose own key lies in this shard and their term's in another: form, term, df, stem.
hot-<n>     {"more": […]}, the weightiest forms of the beginning, in that same form
post-<n>    {"first": 812, "terms": ["AdBc…", …]}: document after document the gap (its number less the
            one before less 1; before the first stands −1) and the impact, 0 to 31: 0 where only a
            parent's heading or the page's title has the term
pos-<n>     the same way: for each document with an impact above 0 the count of places and their gaps
doc-<n>     {"first": 310, "pages": [["upr.md", "Title", ["Part"], "2026-11-22"], …],
             "docs": [[0, "cycle", ["Title", "The cycle"], "text\\nnext paragraph"], …]}
            page (of this shard; its path, title, way to it in the navigation, date), the section's id,
            headings from the top down to its own, text.  One section may have several documents in a row.
near-<n>    {"terms": ["kukik,kukiktar 812 37 4 kuk", …]}: the keys of a term's shortest form (of these the
            frequentest) and of its three frequentest, each once; number, df, the length of its root, the
            key of its stem; by the first letters of the forms; rear-<n> the same, by the last letters of
            the shortest form and of the stem
terms       {"concepts": [["upr", [["Әмбебап мерзімді шолу", "әмбебап мерзім шолу"], ["ӘМШ", "әмш"]]], …]}:
            a concept's id and its terms, the preferred first: as shown, and its words' stems.
            Where two concepts have one term, the first of them has it.

The key of a form: `fold` it, put for each longest piece of "keys" its letters, leave other letters, then
one letter for a run of the same.  құқық, кукык, quqyq, kukyk → kukik.  Keys are compared by UTF-16 units.
The shard of a key is the last one whose first key is ≤ it.  The root of a term is what the keys of all its
forms begin with: құқық құқықтар құқығы → kuki.

From a query to its results
1  Parse.  Pieces stand between blanks; "…" or «…» is a phrase; a minus before a piece that follows a blank
   excludes.  A piece's words come from `words`.  Several words in one piece (A/HRC/44/10, зорлық-зомбылық)
   are a compound.  Words of "stop" are left out if a word, compound or phrase remains that is none.
2  Expand each word into alternatives, each with a tier:
     0 exact      the term that has the word's stem (shard of the stem's key)
     1 begun      only the last word, and only while typing, or where it has no other: terms with a form
                  that begins with the word, folded; its key has at least 2 letters
     2 glossary   words that are a term of the glossary other than its concept's preferred one, the longest
                  term first: the preferred one, as a phrase
     3 folded     words without any letter of "typings": terms with a form that has the word's key (begun
                  words: begins with it), if the two agree; where none has, and there is no exact one: the
                  terms of the key's shard with the longest root (at least 3) that the key begins with, if
                  the rest is one of "endings" and as much of the word agrees with the frequentest form.
                  Only terms whose df is ≥ that of the exact one, and not that one.
     4 near       where there is no other alternative, with W for the key of the word, which has at least 4
                  letters and no digit, and K for the key of its stem (W if that is shorter): terms where
                  one edit (a letter more, less, another, two neighbours exchanged, or none) makes the key
                  of their stem of K or of W, or that of a form that near tells of W, or their root (at least
                  4) of what W is without one of "endings"; of those in near by the first letter of W;
                  if none is, of the same those with the longest root (at least 4) that W begins with,
                  where one edit makes one of "endings", not "", of the rest (at least 2); if none is, of
                  those in rear by the last of W or of K, in the first way
   A word agrees with a form (begun: its beginning) if it is Latin, by its first letter, and that is not;
   or letter by letter: a letter agrees with itself and with those that "typings" has for it.
   Tiers 1, 3 and 4 take at most 16 terms, the largest df first, then the smallest number, and stop before
   the sum of df passes max(6000, the first's).  The forms of a beginning come from its hot shard
   if it has one, else from all shards that its keys can lie in.
   A compound is a phrase of its words' stems (0), or one word, its words joined (0); where no document has
   either it is so many words.  A phrase in quotation marks is exact, its one word, too.
3  Gather.  A slot is a word, compound or phrase; a glossary term covers the slots of its words.  The score of
   a term in a document is idf × max(impact, 2); of a phrase, the sum over its terms in the documents where
   they follow one another (place by place).  A slot takes of its alternatives in a document one with an
   impact above 0 if there is any, of these the lowest tier, in that the largest score; a glossary term
   gives its score to the first slot it covers, 0 to the others.
   A document must have an impact above 0 in some slot.  Excluded are documents that have a term with the
   word's stem (impact above 0), or the phrase.
4  Rank.  "all": documents that have all slots.  Where there is none, "page": documents with any slot, on
   pages whose documents together have all of them.  Else "some": the documents that have most.
   Order: most slots, lowest tier (the highest of its slots), largest score, smallest number.  The score is
   the sum over slots, and for words next to each other among the slots, both matched exactly, nearness:
   with d the least distance of their places, 4 × (9 − d) × the lesser idf where the second follows at
   d ≤ 8, or 4 × (8 − d) × the lesser idf where it precedes at d ≤ 7, whichever is more.
5  Show by pages, in the order of their best documents; of one section's documents only the best.
   Marked in a snippet are words whose stem is one of an alternative that the document has.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ushtil.literals import literal

FORMAT = 1
FOLDER = "search"
GAP = 8
"""Free places after a heading and between paragraphs: no phrase and no nearness reaches across."""
LARGEST_IMPACT = 31
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

_VALUES = {ord(sign): value for value, sign in enumerate(ALPHABET)}
_CALL, _END = "Ushtil.search.add(", ");\n"


class Signs(dict[int, str]):
    """Number → how it stands in a string; made when first asked for, because most are asked for often."""

    def __missing__(self, number: int) -> str:
        signs, rest = "", number
        while rest > 31:
            signs += ALPHABET[rest & 31 | 32]
            rest >>= 5
        signs += ALPHABET[rest]
        self[number] = signs
        return signs


SIGNS = Signs()


def encode(numbers: Iterable[int]) -> str:
    """Numbers as a string."""
    return "".join(map(SIGNS.__getitem__, numbers))


def decode(text: str) -> Iterator[int]:
    """The numbers of a string. Raises KeyError for a sign that is none."""
    number = shift = 0
    for value in map(_VALUES.__getitem__, map(ord, text)):
        number |= (value & 31) << shift
        if value & 32:
            shift += 5
        else:
            yield number
            number = shift = 0


def script(name: str, build: str, body: str) -> str:
    """The text of a shard; `body` is JSON."""
    return f"{_CALL}{literal(name)},{literal(build)},{body}{_END}"


def parse(text: str) -> tuple[str, str, Any]:
    """Name, build and value of a shard's text. Raises ValueError where it is none, or not whole."""
    if not (text.startswith(_CALL) and text.endswith(_END)):
        raise ValueError("no shard, or not all of it")
    held = json.loads(f"[{text[len(_CALL) : -len(_END)]}]")
    if len(held) != 3:
        raise ValueError("no shard")
    return held[0], held[1], held[2]


def order(key: str) -> bytes:
    """What keys are sorted by: their UTF-16 units, as a browser compares strings."""
    return key.encode("utf-16-be", "surrogatepass")


def shard_of(firsts: Sequence[str], key: str) -> int:
    """The shard that a key lies in: the last one whose first key is not greater."""
    return max(0, bisect_right(firsts, order(key), key=order) - 1)
