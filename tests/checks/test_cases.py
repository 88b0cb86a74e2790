"""Small trees in, problems out: one file a case in tests/cases/checks."""

import pytest

from tests import casefiles
from ushtil import languages
from ushtil.checks import CHECKS, check

LANGUAGES = languages.read(languages.SHIPPED)
PARAMS = list(casefiles.case_params("checks"))
OF_THE_TERMBASE = list(casefiles.case_params("termbase"))


def outcome(case):
    """What the checks say of a case's trees and glossary, each problem on a line with its severity."""
    return [
        f"{problem.severity}: {problem}" for problem in check(case["trees"], LANGUAGES, case.get("glossary"))
    ]


@pytest.mark.parametrize("path", PARAMS)
def test_case(path, update_cases):
    case = casefiles.load(path)
    casefiles.hold(path, case, outcome(case), update_cases)


def test_every_check_has_a_case():
    told = " ".join(
        " ".join(casefiles.load(param.values[0])["problems"]) for param in (*PARAMS, *OF_THE_TERMBASE)
    )
    assert [code for code in CHECKS if f" {code} " not in told] == []
