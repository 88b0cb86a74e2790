"""The browser's stemmers, run by Node."""

import json
import subprocess
from pathlib import Path

import pytest

RUNNER = Path(__file__).parent / "stems.js"


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
