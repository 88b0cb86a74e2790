"""The browser's stemmers, run by Node."""

import json
import subprocess
from pathlib import Path

import pytest

from ushtil.language.words import fold, words

RUNNER = Path(__file__).parent / "stems.js"
ROOT = Path(__file__).parent.parent.parent


def site_forms(tree):
    """The forms, folded, that the shipped texts of a tree hold."""
    texts = (file.read_text(encoding="utf-8") for file in sorted(ROOT.glob(f"{tree}/**/*.md")))
    return {fold(word.form) for text in texts for word in words(text)}


def run(forms, **asked):
    """`forms` through `stems.js`: {"folded": […], "stems": […]}; `asked` holds `data` or `algorithm`."""
    request = json.dumps({"forms": list(forms), **asked})
    try:
        done = subprocess.run(
            ["node", str(RUNNER)], input=request, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        pytest.skip("no node here: the browser's stemmers cannot be run")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def stems(forms, **asked):
    """The stems that the browser gives to `forms`."""
    return run(forms, **asked)["stems"]
