"""The shards of one language, read from a built site when they are first asked for."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path
from typing import Any

from ushtil.language.stemming import Stemmer, by_data
from ushtil.problems import Unreadable
from ushtil.search import layout
from ushtil.search.glossary import Terms
from ushtil.search.letters import Letters
from ushtil.search.lexicon import Lexicon


class Store:
    """Reads shards by name. Raises `Unreadable` for one that is missing, broken or of another build."""

    def __init__(self, site: Path, code: str) -> None:
        self.folder = site / layout.FOLDER / code
        self.code = code
        self.build = ""
        self._read: dict[str, Any] = {}
        self.manifest: dict[str, Any] = self.get("manifest")
        if self.manifest.get("format") != layout.FORMAT:
            what = f"{self.folder}: the index has another form than this Ushtil reads"
            raise Unreadable(f"{what}; build the site anew")

    def get(self, name: str) -> Any:
        """The value of the shard `name`."""
        if name not in self._read:
            self._read[name] = self._load(name)
        return self._read[name]

    def _load(self, name: str) -> Any:
        file = self.folder / f"{name}.js"
        try:
            told, build, value = layout.parse(file.read_text(encoding="utf-8"))
        except OSError as error:
            what = f"{file}: part of the search index is missing ({error.strerror})"
            raise Unreadable(f"{what}; build the site, or copy all of it") from None
        except ValueError:
            raise Unreadable(f"{file}: broken part of the search index; build the site anew") from None
        self.build = self.build or build
        if build != self.build or told != f"{self.code}/{name}":
            what = f"{file}: this part of the search index is from another build than its manifest"
            raise Unreadable(f"{what}; build the site anew, or copy all of it")
        return value

    def numbered(self, name: str, number: int) -> Any:
        """The row of a term or document in the shards `name`-0, `name`-1 …, with its shard."""
        starts: list[int] = self.manifest[name]
        place = max(n for n, start in enumerate(starts) if start <= number)
        return self.get(f"{name}-{place}")

    @cached_property
    def stem(self) -> Stemmer:
        """The stemmer that the browser has. Snippets ask it for the same words again and again."""
        return cache(by_data(self.get("stem")))

    @cached_property
    def letters(self) -> Letters:
        """Those that the index was made with."""
        held = self.manifest
        return Letters(held["keys"], held["typings"], frozenset(held["stop"]))

    @cached_property
    def lexicon(self) -> Lexicon:
        """Its words. What it has read serves all queries."""
        return Lexicon(self)

    @cached_property
    def terms(self) -> Terms:
        """The terms of its glossary."""
        return Terms(self)

    @cached_property
    def pages(self) -> list[int]:
        """Document → the number of its page."""
        counts = layout.decode(self.manifest["pages"])
        return [page for page, count in enumerate(counts) for _ in range(count)]

    @cached_property
    def continued(self) -> set[int]:
        """Documents that go on with the section of the one before."""
        found, document = set(), -1
        for gap in layout.decode(self.manifest["continued"]):
            document += gap + 1
            found.add(document)
        return found

    def idf(self, df: int) -> int:
        """The weight of a term that so many documents have."""
        return sum(df <= limit for limit in self.manifest["idf"])

    @cache  # noqa: B019  A store lives as long as a query or two.
    def postings(self, term: int) -> dict[int, int]:
        """Document → impact."""
        shard = self.numbered("post", term)
        numbers = layout.decode(shard["terms"][term - shard["first"]])
        found, document = {}, -1
        for gap in numbers:
            document += gap + 1
            found[document] = next(numbers)
        return found

    @cache  # noqa: B019
    def places(self, term: int) -> dict[int, list[int]]:
        """Document → where the term stands in it, for documents that have it themselves."""
        shard = self.numbered("pos", term)
        numbers = layout.decode(shard["terms"][term - shard["first"]])
        found: dict[int, list[int]] = {}
        for document, impact in self.postings(term).items():
            if impact:
                place, places = -1, []
                for _ in range(next(numbers)):
                    place += next(numbers) + 1
                    places.append(place)
                found[document] = places
        return found
