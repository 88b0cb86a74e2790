"""`ushtil stem`: a line for a line, and what it refuses."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from scripts.main import cli

ROOT = Path(__file__).parent.parent
COMMAND = [sys.executable, "-c", "from scripts.main import cli; cli()", "stem", "--lang"]


def stems(code, text):
    return CliRunner().invoke(cli, ["stem", "--lang", code], input=text)


@pytest.mark.parametrize(
    ("code", "text", "printed"),
    [
        ("ru", "людей\nЧеловека\n", "человек\nчеловек\n"),
        ("en", "women’s\nauthorities", "woman\nauthority\n"),
        ("ru", "людей\n\n—\nчеловек\n", "человек\n\n\nчеловек\n"),
        ("ru", "людей\r\nсудей\r\n", "человек\nсудья\n"),
        ("ru", "права людей\n", "право человек\n"),
        ("en", "UPRs-ның\n", "upr ның\n"),
        ("en", "", ""),
    ],
)
def test_a_line_for_a_line(code, text, printed):
    done = stems(code, text.encode())
    assert (done.exit_code, done.output) == (0, printed)


def test_an_ending_after_a_hyphen_is_left_out():
    assert len(set(stems("ru", "УПО\nУПО-шный\nупо\nУПО-шного\n").output.splitlines())) == 1


def test_an_unknown_language_is_told_with_those_that_are_known():
    done = stems("zz", "x\n")
    assert done.exit_code == 2
    assert "“zz”" in done.output and "en, kk, ru" in done.output


def test_what_is_no_utf8_is_told_with_its_line():
    done = stems("ru", "людей\n".encode() + "судей\n".encode("cp1251"))
    assert done.exit_code == 2
    assert "standard input:2" in done.output


def test_a_reader_who_has_enough_is_no_fault():
    with subprocess.Popen(
        [*COMMAND, "en"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        run.stdout.close()
        try:
            run.stdin.write(b"rights\n" * 200_000)
            run.stdin.close()
        except BrokenPipeError:
            pass  # it has ended already, as it may
        assert run.stderr.read() == b""
        assert run.wait() == 0
