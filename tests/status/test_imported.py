"""`ushtil import` records what a translation was made from."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from scripts.main import cli
from tests.sites import plant

RU = """ДОКЛАД

Раздел 1. Посещения

В 2021 году комиссия посетила 14 колоний и поговорила с 238 людьми, которые находились там под стражей.

Раздел 2. Выводы

К 2030 году комиссия вернётся в Жанаозен и Уральск, потому что об этом её попросили все заявители.
"""
KK = """ЕСЕП

1 Бөлім. Барып көру

2021 жылы комиссия 14 колонияда болып, 238 адаммен сөйлесті.

2 Бөлім. Қорытындылар

2030 жылға қарай комиссия Жаңаөзен мен Оралға қайта барады.
"""


def bring(root: Path, **files: str) -> None:
    plant(root / "sources", {f"{name}.txt": text for name, text in files.items()})
    names = [str(root / "sources" / f"{name}.txt") for name in files]
    result = CliRunner().invoke(cli, ["import", *names, "--doc", "doc", "--root", str(root)])
    assert result.exit_code == 0, result.stderr


def states(root: Path) -> dict[str, str]:
    """Section → state in the Kazakh page."""
    result = CliRunner().invoke(cli, ["status", "--root", str(root), "--json"])
    pages = json.loads(result.stdout)["pages"]
    page = next(page for page in pages if page["language"] == "kk")
    return {section["id"]: section["state"] for section in page["sections"]}


def test_a_translation_is_current_whenever_it_is_imported(tmp_path: Path) -> None:
    for place, steps in (("together", [{"ru": RU, "kk": KK}]), ("after", [{"ru": RU}, {"kk": KK}])):
        for files in steps:
            bring(tmp_path / place, **files)
        assert set(states(tmp_path / place).values()) == {"current"}


def test_the_original_records_nothing(tmp_path: Path) -> None:
    bring(tmp_path, ru=RU, kk=KK)
    assert "translated_from" not in (tmp_path / "docs_ru/doc.md").read_text("utf-8")


def test_a_new_original_makes_its_changed_sections_stale(tmp_path: Path) -> None:
    bring(tmp_path, ru=RU, kk=KK)
    bring(tmp_path, ru=RU.replace("238", "239"))
    assert states(tmp_path) == {"title": "current", "s1": "stale", "s2": "current"}


def test_the_same_translation_again_is_as_stale_as_before(tmp_path: Path) -> None:
    bring(tmp_path, ru=RU, kk=KK)
    bring(tmp_path, ru=RU.replace("238", "239"))
    before = (tmp_path / "docs_kk/doc.md").read_bytes()
    bring(tmp_path, kk=KK)
    assert (tmp_path / "docs_kk/doc.md").read_bytes() == before


def test_a_new_translation_renews_the_sections_that_it_changes(tmp_path: Path) -> None:
    bring(tmp_path, ru=RU, kk=KK)
    bring(tmp_path, ru=RU.replace("238", "239").replace("2030", "2031"))
    bring(tmp_path, kk=KK.replace("238", "239"))
    assert states(tmp_path) == {"title": "current", "s1": "current", "s2": "stale"}


def test_a_new_original_and_its_translation_together_are_current(tmp_path: Path) -> None:
    """Also where the translation is the longer text, which is read first."""
    bring(tmp_path, ru=RU, kk=KK)
    longer = KK.replace("238", "239").replace("барады.", "барады, өйткені бұл туралы барлығы өтінді. " * 5)
    bring(tmp_path, kk=longer, ru=RU.replace("238", "239"))
    assert states(tmp_path) == {"title": "current", "s1": "current", "s2": "current"}
