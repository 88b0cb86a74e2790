"""The languages of a site: which there are, where their texts stand, where their pages go.

`load(root)` reads `languages.toml` of the root if it has one, else the one beside this module.  Its
form is described there.  Whoever needs to know a language asks here: no other module names a code.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from ushtil.problems import Unreadable

FILE = "languages.toml"
SHIPPED = Path(__file__).parent / FILE

# Two letters, as BCP 47 has them for the languages that mkdocs-static-i18n can build.
_CODE = re.compile(r"[a-z]{2}(-[A-Z]{2})?")
_FOLDER = re.compile(r"[A-Za-z0-9_-]+")
_EXAMPLE = 'for example: [[language]] code = "en", name = "English", tree = "docs", default = true'


@dataclass(frozen=True)
class Language:
    """One language of the site. `tree` is a folder's name, `prefix` the code, or empty for the default."""

    code: str
    name: str
    tree: str
    prefix: str = ""
    default: bool = False
    required: bool = False


@dataclass(frozen=True)
class Languages:
    """The languages of a site in the order in which a reader is offered them."""

    all: tuple[Language, ...]
    edition: str = ""
    """The only language that pages are made for; empty: all of them."""

    def __iter__(self) -> Iterator[Language]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(language.code for language in self.all)

    @property
    def published(self) -> tuple[Language, ...]:
        """Those that pages are made for. The others are known too: they lend texts, and have names."""
        return tuple(language for language in self.all if self.edition in ("", language.code))

    def only(self, code: str) -> Languages:
        """The same for a site of one language, whose pages stand at the top. `KeyError` as by `by_code`."""
        chosen = self.by_code(code)
        others = (
            replace(one, default=one == chosen, prefix="" if one == chosen else one.code) for one in self.all
        )
        return Languages(tuple(others), code)

    @property
    def default(self) -> Language:
        return next(language for language in self.all if language.default)

    def by_code(self, code: str) -> Language:
        """The language with this code; `KeyError` names the codes there are."""
        for language in self.all:
            if language.code == code:
                return language
        raise KeyError(f"no language {code!r}; there are {', '.join(self.codes)}")

    def by_tree(self, tree: str) -> Language | None:
        """The language whose texts stand in the folder `tree`."""
        return next((language for language in self.all if language.tree == tree), None)


def load(root: Path) -> Languages:
    """The languages of the trees under `root`. Raises `Unreadable` for a faulty file."""
    own = root / FILE
    return read(own if own.is_file() else SHIPPED)


def read(path: Path) -> Languages:
    """The languages that the file `path` tells. Raises `Unreadable`."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Unreadable(f"{path}: cannot be read as TOML: {error}") from error
    try:
        return parse(data)
    except ValueError as error:
        raise Unreadable(f"{path}: {error}; {_EXAMPLE}") from error


def parse(data: Mapping[str, Any]) -> Languages:
    """The languages told by parsed TOML. Raises `ValueError` that says what was expected."""
    rows = data.get("language")
    if not isinstance(rows, list) or not rows:
        raise ValueError("expected at least one [[language]]")
    languages = tuple(_language(row, number) for number, row in enumerate(rows, 1))
    _hold_apart(languages)
    return Languages(languages)


def _language(row: Mapping[str, Any], number: int) -> Language:
    kinds = {field.name: bool if field.type == "bool" else str for field in fields(Language)}
    for key, value in row.items():
        if key not in kinds:
            raise ValueError(f"[[language]] {number}: unknown key {key!r}, expected {', '.join(kinds)}")
        if not isinstance(value, kinds[key]):
            raise ValueError(f"[[language]] {number}: {key} must be {kinds[key].__name__}, not {value!r}")
    for key in ("code", "name", "tree"):
        if not row.get(key):
            raise ValueError(f"[[language]] {number}: {key} is missing")
    language = Language(**row)
    if not _CODE.fullmatch(language.code):
        raise ValueError(f"[[language]] {number}: code must be like 'kk' or 'pt-BR', not {language.code!r}")
    if not _FOLDER.fullmatch(language.tree):
        raise ValueError(f"[[language]] {number}: tree must be one folder's name, not {language.tree!r}")
    return language


def _hold_apart(languages: tuple[Language, ...]) -> None:
    """One default, which stands at the top; no two languages with one code or tree."""
    defaults = [language.code for language in languages if language.default]
    if len(defaults) != 1:
        raise ValueError(f"expected exactly one language with default = true, not {len(defaults)}")
    for language in languages:
        place = "" if language.default else language.code
        if language.prefix != place:
            # static-i18n builds each language but the default into the folder of its code.
            raise ValueError(f"{language.code}: prefix must be {place!r}, not {language.prefix!r}")
    for key in ("code", "tree"):
        values = [getattr(language, key) for language in languages]
        twice = sorted({value for value in values if values.count(value) > 1})
        if twice:
            raise ValueError(f"two languages have the same {key} {twice[0]!r}")
