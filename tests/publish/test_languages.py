"""The languages of a site: the file that tells them, and mkdocs.yml, which must not tell otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.sites import REPOSITORY
from ushtil import languages
from ushtil.problems import Unreadable

OWN = """
[[language]]
code = "kk"
name = "Қазақша"
tree = "texts"
default = true

[[language]]
code = "ru"
name = "Русский"
tree = "texts_ru"
prefix = "ru"
"""


class Loader(yaml.SafeLoader):
    """MkDocs' own tags are nothing to these tests."""


Loader.add_multi_constructor("!ENV", lambda loader, suffix, node: None)
Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)


def test_mkdocs_names_the_same_languages() -> None:
    config = yaml.load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"), Loader)
    plugin = next(item["i18n"] for item in config["plugins"] if "i18n" in item)
    shipped = languages.read(languages.SHIPPED)
    assert [(row["locale"], row["name"], row.get("default", False)) for row in plugin["languages"]] == [
        (language.code, language.name, language.default) for language in shipped
    ]
    assert config["docs_dir"] == shipped.default.tree


def test_a_root_may_have_languages_of_its_own(tmp_path: Path) -> None:
    assert languages.load(tmp_path).codes == languages.read(languages.SHIPPED).codes
    (tmp_path / "languages.toml").write_text(OWN, encoding="utf-8")
    own = languages.load(tmp_path)
    assert own.codes == ("kk", "ru")
    assert own.default.tree == "texts"
    assert own.by_tree("texts_ru") == own.by_code("ru")
    assert own.by_tree("docs") is None


def test_an_unknown_code_is_told_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="there are en, ru, kk"):
        languages.load(tmp_path).by_code("ky")


@pytest.mark.parametrize(
    ("was", "becomes", "message"),
    [
        ('code = "kk"', 'code = "Kazakh"', "code must be like"),
        ('code = "kk"', "code = 7", "code must be str"),
        ("default = true", "", "exactly one language with default"),
        ('prefix = "ru"', 'prefix = "rus"', "prefix must be 'ru'"),
        ('prefix = "ru"', "", "prefix must be 'ru'"),
        ('tree = "texts_ru"', 'tree = "texts"', "same tree"),
        ('tree = "texts_ru"', 'tree = "../texts"', "one folder's name"),
        ('tree = "texts_ru"', "", "tree is missing"),
        ('name = "Русский"', 'name = "Русский"\nflag = "x"', "unknown key 'flag'"),
        ("[[language]]", "[language]", "cannot be read as TOML"),
        (OWN, "", "at least one"),
    ],
)
def test_a_fault_is_named_with_its_place(tmp_path: Path, was: str, becomes: str, message: str) -> None:
    assert was in OWN
    (tmp_path / "languages.toml").write_text(OWN.replace(was, becomes), encoding="utf-8")
    with pytest.raises(Unreadable, match=message) as caught:
        languages.load(tmp_path)
    assert str(tmp_path / "languages.toml") in str(caught.value)
