"""Small termbases in, concepts and problems out: one file a case in tests/cases/termbase."""

import pytest

from tests import casefiles
from ushtil import languages
from ushtil.terms.concepts import Status
from ushtil.terms.termbase import parse

LANGUAGES = languages.read(languages.SHIPPED)


def outcome(case):
    """What the reader says of a case's files: the problems with their severity, and the concepts kept."""
    read = parse({f"glossary/{name}": text for name, text in case["glossary"].items()}, LANGUAGES)
    return {
        "problems": [f"{problem.severity}: {problem}" for problem in read.problems],
        "concepts": {concept.id: list(lines(concept)) for concept in read.value.concepts},
    }


def lines(concept):
    """The terms of a concept, a language a line, with what is thought of the variants."""
    for code, entry in concept.terms.items():
        told = (
            term.text if term.status is Status.PREFERRED else f"{term.text} ({term.status})"
            for term in entry.terms()
        )
        yield f"{code}: {', '.join(told)}"


@pytest.mark.parametrize("path", list(casefiles.case_params("termbase")))
def test_case(path, update_cases):
    case = casefiles.load(path)
    came_out = outcome(case)
    casefiles.hold(path, case, came_out["concepts"], update_cases, "concepts")
    casefiles.hold(path, casefiles.load(path), came_out["problems"], update_cases)
