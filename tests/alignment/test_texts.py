"""Whole texts: ids are fixed points, headings help and do not bind, plain text will do."""

import json

import pytest
from click.testing import CliRunner

from scripts.main import cli
from tests.alignment import evaluate
from ushtil.alignment import texts
from ushtil.alignment.lattice import align
from ushtil.alignment.texts import Text, align_texts
from ushtil.markup.reader import read_body


def text(markdown):
    return Text(read_body(markdown).root)


def pairs(a, b):
    return [(match.a, match.b) for match in align_texts(text(a), text(b))]


def prose(language, *numbers):
    return [evaluate.paragraphs("prose", language)[n] for n in numbers]


def test_equal_ids_are_one_paragraph_whatever_they_say():
    a = "# T {#t}\n\nApples.\n{: #p1 }\n\nPears of 1992.\n{: #p2 }"
    b = "# Т {#t}\n\nГруши 1992 года.\n{: #p1 }\n\nЯблоки.\n{: #p2 }"
    matches = align_texts(text(a), text(b))
    assert [(match.a, match.b, match.confidence) for match in matches] == [((0,), (0,), 1), ((1,), (1,), 1)]


def test_a_merged_paragraph_corresponds_to_both():
    a = '# T {#t}\n\nOne. Two.\n{: #p1 also="p2" }\n\nThree.\n{: #p3 }'
    b = "# Т {#t}\n\nОдин.\n{: #p1 }\n\nДва.\n{: #p2 }\n\nТри.\n{: #p3 }"
    assert pairs(a, b) == [((0,), (0, 1)), ((1,), (2,))]


def test_a_paragraph_without_number_is_aligned_between_those_with():
    one, two = prose("en", 0, 5, 9), prose("ru", 0, 5, 9)
    a = f"# T {{#t}}\n\n{one[0]}\n{{: #p1 }}\n\n{one[1]}\n\n{one[2]}\n{{: #p2 }}"
    b = f"# Т {{#t}}\n\n{two[0]}\n{{: #p1 }}\n\n{two[1]}\n\n{two[2]}\n{{: #p2 }}"
    assert pairs(a, b) == [((n,), (n,)) for n in range(3)]


def test_sections_with_equal_ids_correspond_in_any_order():
    one, two = prose("en", 2, 9), prose("kk", 2, 9)
    a = f"# T\n\n## A {{#a}}\n\n{one[0]}\n\n## B {{#b}}\n\n{one[1]}"
    b = f"# Т\n\n## Б {{#b}}\n\n{two[1]}\n\n## А {{#a}}\n\n{two[0]}"
    assert set(pairs(a, b)) == {((0,), (1,)), ((1,), (0,))}


def test_a_paragraph_may_have_moved_to_another_section():
    one, two = prose("en", *range(12)), prose("ru", *range(12))
    a = "# T\n\n## The vote\n\n{}\n\n## The shots\n\n{}".format("\n\n".join(one[:5]), "\n\n".join(one[5:]))
    b = "# Т\n\n## Выборы\n\n{}\n\n## Выстрелы\n\n{}".format("\n\n".join(two[:4]), "\n\n".join(two[4:]))
    assert pairs(a, b) == [((n,), (n,)) for n in range(12)]


def test_headings_tables_and_notes_are_counted_as_told():
    a = "# T\n\nOne[^1].\n\n| a | b |\n|---|---|\n\n<!-- aside -->\n\n- item\n- item\n\n[^1]: A note."
    assert len(texts.paragraphs(text(a).root)) == 4


@pytest.fixture
def files(tmp_path):
    for language in evaluate.LANGUAGES:
        body = "\n\n".join(evaluate.paragraphs("prose", language)[:12])
        (tmp_path / f"{language}.txt").write_text(body + "\n", encoding="utf-8")
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(cli, ["align", *map(str, arguments)])


def test_the_command_reads_plain_text_and_prints_json_alone(files):
    result = run(files / "en.txt", files / "kk.txt", "--json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)["pairs"]
    assert [(pair["a"], pair["b"]) for pair in found] == [([n], [n]) for n in range(12)]
    assert all(0 <= pair["confidence"] <= 1 for pair in found)


def test_a_gap_has_no_confidence(files):
    kept = (files / "ru.txt").read_text(encoding="utf-8").split("\n\n")
    (files / "ru.txt").write_text("\n\n".join(kept[:4] + kept[5:]), encoding="utf-8")
    found = json.loads(run(files / "en.txt", files / "ru.txt", "--json").stdout)["pairs"]
    assert {"a": [4], "b": []} in found


def test_the_command_prints_lines_for_people(files):
    result = run(files / "ru.txt", files / "kk.txt")
    assert result.stdout.splitlines()[0].startswith("0 ↔ 0  ")


def test_a_file_that_is_not_there_is_wrong_usage(files):
    result = run(files / "none.txt", files / "kk.txt")
    assert result.exit_code == 2
    assert "none.txt" in result.stderr


def test_the_language_is_told_by_front_matter_then_by_the_tree(tmp_path):
    tree = tmp_path / "docs_kk"
    tree.mkdir()
    (tree / "a.md").write_text("Text.", encoding="utf-8")
    (tree / "b.md").write_text("---\nlanguage: ru\n---\nText.", encoding="utf-8")
    (tmp_path / "c.md").write_text("Text.", encoding="utf-8")
    assert [texts.load(path).language for path in (tree / "a.md", tree / "b.md", tmp_path / "c.md")] == [
        "kk",
        "ru",
        "",
    ]


def test_a_lattice_prefers_the_links_that_are_worth_most():
    worth = {(0, 0, 1, 1): 5.0, (1, 1, 1, 2): 5.0, (2, 3, 1, 1): 5.0}
    links = align(3, 4, lambda *at: worth.get(at, -5.0), [(0, 4)] * 4)
    assert [(link.a, link.b, link.da, link.db) for link in links] == [
        (0, 0, 1, 1),
        (1, 1, 1, 2),
        (2, 3, 1, 1),
    ]
    assert all(link.probability > 0.9 for link in links)
