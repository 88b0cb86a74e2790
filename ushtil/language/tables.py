"""The files of a language's folder: `<code>/<name>.toml`, each read once.

table("kk", "hyphen")     what the file says; nothing where the language has no such file
filled("kk", "glossary")  the same, with what it lacks from the default language that Ushtil ships with
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ushtil import languages

HERE = Path(__file__).parent


@cache
def table(code: str, name: str) -> Mapping[str, Any]:
    """What a language's file says, empty where it has none."""
    file = HERE / code / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


@cache
def filled(code: str, name: str) -> Mapping[str, Any]:
    """What a language's file says, gaps filled from the default language, also those of tables in it."""
    own, default = table(code, name), table(languages.read(languages.SHIPPED).default.code, name)
    deeper = {key: rows | own.get(key, {}) for key, rows in default.items() if isinstance(rows, dict)}
    return {**default, **own, **deeper}


def having(name: str) -> tuple[str, ...]:
    """The codes of all languages that have such a file."""
    return tuple(sorted(file.parent.name for file in HERE.glob(f"*/{name}.toml")))
