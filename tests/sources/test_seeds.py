"""The real documents, where $USHTIL_SEEDS names their folder: nothing of them is in this repository."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from scripts.main import cli
from ushtil.alignment.text import plain_block
from ushtil.languages import SHIPPED, Languages, read
from ushtil.markup import paging, reader
from ushtil.markup.trees import Version, versions_of
from ushtil.markup.writer import title_text
from ushtil.model import Block, Kind, Section
from ushtil.sources.encoding import decode

SEEDS = os.environ.get("USHTIL_SEEDS", "")
pytestmark = pytest.mark.skipif(not SEEDS, reason="USHTIL_SEEDS names no folder with source documents")

DOCUMENTS = {"000": ["000"], "001": ["001"], "report": ["002", "003"], "004": ["004"]}
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
PAGE = re.compile(r"\s*(?:бет\s+)?\d{1,3}\s*")
# A hyphen at the end of a line is no word's part or its own: words are compared without.
BROKEN = re.compile(r"[-\u00ad][ \t]*\n\s*")


def source(number: str) -> str:
    """The text of the document whose file begins with `number`."""
    (file,) = Path(SEEDS).glob(f"{number}*.txt")
    return decode(file.read_bytes(), file.name).value.text


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The trees with all documents imported."""
    place = tmp_path_factory.mktemp("seeds")
    for document, numbers in DOCUMENTS.items():
        files = [str(file) for number in numbers for file in Path(SEEDS).glob(f"{number}*.txt")]
        result = CliRunner().invoke(cli, ["import", *files, "--doc", document, "--root", str(place)])
        assert result.exit_code == 0, result.stderr
    return place


@pytest.fixture(scope="module")
def versions(root: Path) -> dict[str, dict[str, Version]]:
    """Document → language → what stands in the trees."""
    languages: Languages = read(SHIPPED)
    return {document: versions_of(document, root, languages) for document in DOCUMENTS}


def blocks(version: Version) -> list[Block]:
    return [block for section in version.root.walk() for block in section.blocks]


def texts(version: Version, root: Path) -> list[str]:
    """All that a version says, in reading order, its notes last."""
    body = []
    for section in version.root.walk():
        body += [title_text(section), *map(plain_block, section.blocks)]
    return body + [plain_block(note) for note in notes(version, root)]


def notes(version: Version, root: Path) -> tuple[Block, ...]:
    pages = [reader.read((root / path).read_text(), path, "").value.pages[0] for path in version.texts]
    return paging.join(pages).footnotes


def words(text: str) -> Counter[str]:
    """The words of a text, without hyphens and case."""
    return Counter(word.replace("-", "").casefold() for word in WORD.findall(text))


def said(number: str) -> Counter[str]:
    """The words of a source without lines that hold a page number alone."""
    lines = [line for line in source(number).split("\n") if not PAGE.fullmatch(line)]
    return words(BROKEN.sub("", "\n".join(lines)).replace("\u00ad", ""))


@pytest.mark.parametrize(
    ("document", "codes", "number"),
    [
        ("000", ["ru", "kk"], "000"),
        ("report", ["ru"], "002"),
        ("report", ["kk"], "003"),
        ("004", ["ru"], "004"),
    ],
)
def test_no_word_is_lost_or_added(root, versions, document, codes, number):
    held = words(" ".join(" ".join(texts(versions[document][code], root)) for code in codes))
    wanted = said(number)
    assert (wanted - held).total() <= 0.0005 * wanted.total(), (wanted - held).most_common(20)
    assert (held - wanted).total() <= 0.0005 * wanted.total(), (held - wanted).most_common(20)


def test_the_article_loses_nothing_but_its_marks(root, versions):
    held = words(" ".join(" ".join(texts(version, root)) for version in versions["001"].values()))
    lost = said("001") - held
    # Marks of notes are glued to words, and heads of pages are gone.
    assert lost.total() <= 0.02 * said("001").total(), lost.most_common(30)
    assert (held - said("001")).total() <= 0.02 * said("001").total(), (held - said("001")).most_common(30)


def outline(root: Section) -> list[str]:
    return [section.id for section in root.walk() if section.title]


def test_the_report_has_the_same_sections_in_both_languages(versions):
    russian, kazakh = (outline(versions["report"][code].root) for code in ("ru", "kk"))
    assert len(russian) == len(kazakh) == 89
    assert russian == kazakh
    assert len(set(russian)) == 89


def test_the_report_is_a_page_a_section(versions):
    for code in ("ru", "kk"):
        names = [Path(path).name for path in versions["report"][code].texts]
        assert names[0] == "index.md"
        assert names[1:] == [f"s{n}.md" for n in range(1, len(names))]


def test_paragraphs_of_the_report_are_whole(versions):
    for code in ("ru", "kk"):
        prose = [
            plain_block(b)
            for b in blocks(versions["report"][code])
            if b.kind is Kind.PARAGRAPH and len(b.text) > 80
        ]
        whole = [text for text in prose if not text[0].islower() and re.search(r"[.!?:;…»”\")\]]$", text)]
        assert len(whole) >= 0.98 * len(prose)


def test_the_article_is_in_three_languages(root, versions):
    found = versions["001"]
    assert set(found) == {"en", "ru", "kk"}
    assert len(notes(found["en"], root)) == 7
    marks = [label for block in blocks(found["en"]) for label in re.findall(r"\[\^(\d+)\]", block.text)]
    assert sorted(set(marks)) == [str(n) for n in range(1, 8)]
    ids = [set(outline(version.root)) for version in found.values()]
    assert ids[1] <= ids[0] and ids[2] <= ids[0], "an abstract has an id that the article has not"


def test_no_divided_word_is_left_in_the_article(root, versions):
    raw = source("001")
    body = " ".join(texts(versions["001"]["en"], root)).casefold()
    divided = [
        f"{head}-{tail}".casefold() for head, tail in re.findall(r"([^\W\d_]+)-[ \t]*\n\s*([a-z]+)", raw)
    ]
    assert len(divided) > 200
    assert [word for word in divided if f" {word} " in body and word not in raw.casefold()] == []


@pytest.mark.parametrize("number", ["002", "003"])
def test_hyphens_of_the_report_are_kept(root, versions, number):
    body = " ".join(texts(versions["report"]["ru" if number == "002" else "kk"], root))
    flat = " ".join(body.split())
    pairs = re.findall(r"([^\W\d_]+)-[ \t]*\n\s*([^\W\d_]+)", source(number))
    assert [f"{head}-{tail}" for head, tail in pairs if f"{head}-{tail}" not in flat] == []


def test_the_news_has_its_date(versions):
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", versions["004"]["ru"].metadata["date"])


def test_every_document_tells_its_title_and_source(versions):
    for found in versions.values():
        for version in found.values():
            assert version.metadata["title"]
            assert version.metadata["source"]["file"].endswith(".txt")


def test_imported_pages_have_no_errors(root):
    result = CliRunner().invoke(cli, ["check", "--root", str(root)])
    assert result.exit_code == 0, result.stderr


def test_twice_changes_nothing(root):
    before = {path: path.read_bytes() for path in root.rglob("*.md")}
    for document, numbers in DOCUMENTS.items():
        files = [str(file) for number in numbers for file in Path(SEEDS).glob(f"{number}*.txt")]
        result = CliRunner().invoke(cli, ["import", *files, "--doc", document, "--root", str(root)])
        assert "nothing to change" in result.stderr
    assert {path: path.read_bytes() for path in root.rglob("*.md")} == before
