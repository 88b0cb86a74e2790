"""Addresses outlive the text: what was cited before an edit or a new language is found after it."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest

from ushtil import languages, transaction
from ushtil.markup import extensions, frontmatter
from ushtil.sources import importing

RIVERS = ("Ural", "Irtysh", "Ishim", "Tobol", "Emba", "Sarysu", "Talas", "Ili")
PARAGRAPHS = {
    name: (
        f"The commission came to the {name} in {2000 + n} and stayed for {n + 3} days, and it spoke with "
        f"{40 + 7 * n} people. They told of the {name} and of {n + 11} villages on its banks."
    )
    for n, name in enumerate(RIVERS, 1)
}
RUSSIAN = {
    name: (
        f"Комиссия приехала на реку {river} в {2000 + n} году и провела там {n + 3} дней, поговорив с "
        f"{40 + 7 * n} людьми. Ей рассказали о реке {river} и о {n + 11} селах на берегах."
    )
    for n, (name, river) in enumerate(
        zip(RIVERS, ("Урал", "Иртыш", "Ишим", "Тобол", "Эмба", "Сарысу", "Талас", "Или"), strict=True), 1
    )
}


def text(first: list[str], second: list[str], heads: tuple[str, str] = ("Introduction", "Conclusion")) -> str:
    """A document of two sections."""
    return "\n\n".join([heads[0], *first, heads[1], *second]) + "\n"


def bring(root: Path, content: str, name: str) -> None:
    """Import `content` as the document "rivers"."""
    source = root / name
    source.write_text(content, encoding="utf-8")
    planned = importing.plan([source], "rivers", root, languages.load(root))
    transaction.commit(root, planned.value.changes)


def places(root: Path, tree: str) -> dict[str, str]:
    """Each published address of a page → the text of the block that it leads to."""
    body = frontmatter.split((root / tree / "rivers.md").read_text(encoding="utf-8"))[1]
    html = markdown.markdown(body, extensions=extensions())
    found = {}
    for block in re.findall(r"<p[ >].*?</p>", html, re.DOTALL):
        for address in re.findall(r'id="([^"]+-p\w+)"', block):
            found[address] = re.sub(r"<[^>]+>", "", block)
    return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    bring(tmp_path, text(original()[:5], original()[5:]), "first.txt")
    return tmp_path


def original() -> list[str]:
    return list(PARAGRAPHS.values())


def cited(root: Path) -> dict[str, str]:
    """Address → the river of which the paragraph told when it was cited."""
    return {a: next(r for r in RIVERS if f"the {r} in" in block) for a, block in places(root, "docs").items()}


def test_every_paragraph_has_its_address(root: Path) -> None:
    assert list(cited(root).values()) == list(RIVERS)
    assert len(set(cited(root))) == len(RIVERS)


def halves(paragraph: str) -> list[str]:
    """The two sentences of a paragraph."""
    first, second = paragraph.split(". ", 1)
    return [f"{first}.", second]


NEW = "A paragraph that nobody has cited yet says that the register of 1999 holds 812 names and no river."


@pytest.mark.parametrize(
    ("edit", "gone"),
    [
        pytest.param(lambda p: [*p[:2], NEW, *p[2:]], (), id="inserted"),
        pytest.param(lambda p: [NEW, *p], (), id="inserted before the first"),
        pytest.param(lambda p: [p[0], f"{p[1]} {p[2]}", *p[3:]], (), id="merged"),
        pytest.param(lambda p: [p[0], *halves(p[1]), *p[2:]], (), id="split"),
        pytest.param(lambda p: [*p[:2], *p[3:]], ("Ishim",), id="deleted"),
        pytest.param(lambda p: p[1:], ("Ural",), id="first deleted"),
    ],
)
def test_an_edit_of_the_source_leaves_every_address_where_it_led(
    root: Path, edit, gone: tuple[str, ...]
) -> None:
    before = cited(root)
    bring(root, text(edit(original()[:5]), original()[5:]), "second.txt")
    after = places(root, "docs")
    assert set(before) <= set(after)
    wrong = {a: r for a, r in before.items() if r not in gone and f"the {r} in" not in after[a]}
    assert wrong == {}
    # What is new has an address of its own, and no number was given twice.
    assert sorted(r for r in RIVERS if not any(f"the {r} in" in block for block in after.values())) == sorted(
        gone
    )


def test_edits_one_after_another_lose_nothing(root: Path) -> None:
    before = cited(root)
    parts = original()
    steps = [
        [*parts[:2], NEW, *parts[2:5]],
        [parts[0], f"{parts[1]} {NEW}", *parts[2:5]],
        [parts[0], *halves(parts[1]), NEW, *parts[2:5]],
        [parts[0], *parts[2:5]],
    ]
    for n, step in enumerate(steps):
        bring(root, text(step, parts[5:]), f"step{n}.txt")
    after = places(root, "docs")
    assert set(before) <= set(after)
    assert {a for a, r in before.items() if f"the {r} in" not in after[a]} == {
        a for a, r in before.items() if r == "Irtysh"
    }


def test_another_language_takes_the_addresses_and_changes_none(root: Path) -> None:
    before, page = cited(root), (root / "docs/rivers.md").read_text(encoding="utf-8")
    parts = list(RUSSIAN.values())
    russian = [parts[0], f"{parts[1]} {parts[2]}", *parts[3:5]]
    bring(root, text(russian, parts[5:], ("Введение", "Заключение")), "russian.txt")
    assert (root / "docs/rivers.md").read_text(encoding="utf-8") == page
    there = places(root, "docs_ru")
    rivers = dict(
        zip(RIVERS, ("Урал", "Иртыш", "Ишим", "Тобол", "Эмба", "Сарысу", "Талас", "Или"), strict=True)
    )
    assert {a: r for a, r in before.items() if f"реку {rivers[r]} в" not in there.get(a, "")} == {}
