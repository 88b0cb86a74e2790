"""What an imported translation was made from: the original as it stands when the translation is imported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ushtil.markup import frontmatter
from ushtil.markup.scan import scan
from ushtil.status import passages


def hashes_of(texts: Iterable[str]) -> dict[str, str]:
    """Section id → hash, over the files of a document in one language."""
    found: dict[str, str] = {}
    for text in texts:
        _, body, _ = frontmatter.split(text)
        found |= passages.hashes(body, scan(body))
    return found


@dataclass(frozen=True)
class Origin:
    """The hashes of an original's sections, and of what stood in the translation before it is written."""

    sections: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)

    def recorded_by(self, body: str, recorded: Mapping[str, str]) -> dict[str, str]:
        """The `translated_from` of the page `body`; `recorded` is what stood there before.

        A section whose text is what it was keeps what was recorded of it: importing the same again makes
        nothing current.
        """
        own = passages.hashes(body, scan(body))
        kept = {
            name: recorded[name] for name in own if name in recorded and self.before.get(name) == own[name]
        }
        return {name: kept.get(name, self.sections[name]) for name in own if name in self.sections}
