"""`ushtil check`: what it prints, and its exit codes."""

import json

import pytest
from click.testing import CliRunner

from scripts.main import cli

CLEAN = "---\ntitle: A\n---\n\n# A {#a}\n\nText.\n{: #p1 }\n"
WARNED = CLEAN + "\nNo number.\n"
BROKEN = CLEAN + "\n[x](dead.md)\n{: #p2 }\n"


@pytest.fixture
def check(tmp_path):
    """Write the one page of a folder of trees, and check it."""

    def run(text, *options):
        (tmp_path / "docs").mkdir(exist_ok=True)
        (tmp_path / "docs" / "a.md").write_bytes(text if isinstance(text, bytes) else text.encode())
        return CliRunner().invoke(cli, ["check", "--root", str(tmp_path), *options])

    return run


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (CLEAN, ["--strict"], 0),
        (WARNED, [], 0),
        (WARNED, ["--strict"], 1),
        (BROKEN, [], 1),
        (BROKEN, ["--json"], 1),
        (b"\xff\xfe\x00", [], 2),
        (CLEAN, ["--nonsense"], 2),
    ],
)
def test_exit_code(check, text, options, code):
    assert check(text, *options).exit_code == code


def test_lines_go_to_standard_error(check):
    result = check(BROKEN)
    assert result.stdout == ""
    assert result.stderr.startswith("docs/a.md:10 L01 the link dead.md leads nowhere; mend the name")
    assert result.stderr.endswith("1 errors, 0 warnings\n")


def test_json_stands_alone_on_standard_output(check):
    result = check(BROKEN, "--json")
    assert result.stderr == ""
    assert json.loads(result.stdout)["problems"] == [
        {
            "path": "docs/a.md",
            "line": 10,
            "code": "L01",
            "severity": "error",
            "message": "the link dead.md leads nowhere",
            "remedy": "mend the name, or take the link out",
        }
    ]


def test_a_folder_without_trees_is_told(tmp_path):
    result = CliRunner().invoke(cli, ["check", "--root", str(tmp_path)])
    assert result.exit_code == 2
    assert "docs_kk/" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_termbase_is_checked_where_there_is_one(check, tmp_path):
    (tmp_path / "glossary" / "folder.yml").mkdir(parents=True)
    (tmp_path / "glossary" / "a.yml").write_text("id: a\nid: b\n", encoding="utf-8")
    (tmp_path / "glossary" / "latin.yml").write_bytes("id: é\n".encode("latin-1"))
    result = check(CLEAN)
    assert result.exit_code == 1
    assert "glossary/a.yml:2 G01 the file is no valid YAML: the key 'id' stands twice" in result.stderr
    assert "glossary/folder.yml G01 it is no file" in result.stderr
    assert "glossary/latin.yml G01 the file can't be read" in result.stderr
