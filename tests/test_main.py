"""The console command: commands are found by file name and loaded when they are used."""

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from scripts.main import cli, module_names, summary

ROOT = Path(__file__).parent.parent


def modules_after(*arguments):
    """The modules of scripts/ that a run of the command has imported."""
    code = (
        "import sys; from scripts.main import cli; cli(sys.argv[1:], standalone_mode=False); "
        "print(*sorted(name for name in sys.modules if name.startswith('scripts.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()[-1].split()


def test_help_lists_every_command_and_imports_none():
    result = CliRunner().invoke(cli, ["--help"])
    assert result.exit_code == 0
    assert all(f"\n  {name} " in result.stdout for name in module_names())
    assert modules_after("--help") == ["scripts.main"]


def test_a_module_named_like_a_keyword_is_the_command():
    assert module_names()["import"] == "import_"


@pytest.mark.parametrize("name", module_names())
def test_each_command_has_a_line_of_its_own_and_an_example(name):
    module = module_names()[name]
    assert summary(name, module)
    command = cli.get_command(click.Context(cli), name)
    assert command.name == name
    result = CliRunner().invoke(cli, [name, "--help"])
    assert result.exit_code == 0
    assert f"Example: ushtil {name}" in " ".join(result.stdout.split())


def test_wrong_usage_has_exit_code_2():
    assert CliRunner().invoke(cli, ["nonsense"]).exit_code == 2
    assert CliRunner().invoke(cli, ["check", "--nonsense"]).exit_code == 2


def test_version():
    assert CliRunner().invoke(cli, ["--version"]).stdout.strip().endswith("0.1.0")
