"""What becomes of hyphens and addresses at the ends of lines."""

import pytest

from ushtil.sources.joining import join, vocabulary
from ushtil.sources.lines import lines_of

FILLER = "plain words without any sign at their ends\n" * 20
DIVIDING = "a con-\nvoy of pri-\nsoners was mo-\nved at dawn\n"


def joined(text, elsewhere=""):
    """The lines of `text` as one, with the words of `elsewhere` known too; and what was done."""
    words = vocabulary(lines_of(f"{text}\n\n{elsewhere}", "a.txt").value)
    result, joints = join(lines_of(text, "a.txt").value, words)
    return result, [joint.how for joint in joints]


@pytest.mark.parametrize(
    ("text", "elsewhere", "expected"),
    [
        ("the pris-\noner", "one prisoner, two prisoner cells", "the prisoner"),
        ("the well-\nbeing", "a well-being and wellbeing, a well-being", "the well-being"),
        ("the well-\nbeing", "wellbeing and well-being and wellbeing", "the wellbeing"),
        ("решение суда перво-\nначальное", "первоначальное слово", "решение суда первоначальное"),
        ("қыз-\nжігіттер келді", "қыз-жігіттер", "қыз-жігіттер келді"),
        ("Pris-\noner", "the prisoner", "Prisoner"),
    ],
)
@pytest.mark.parametrize("habit", [FILLER, DIVIDING])
def test_the_documents_own_words_decide(text, elsewhere, expected, habit):
    assert joined(text, f"{elsewhere}\n{habit}")[0] == expected


@pytest.mark.parametrize(
    ("habit", "expected", "how"),
    [(FILLER, "the ware-house", "hyphen kept"), (DIVIDING, "the warehouse", "hyphen removed")],
)
def test_the_habit_decides_of_unknown_words(habit, expected, how):
    assert joined("the ware-\nhouse", habit) == (expected, [how])


def test_known_line_ends_outvote_their_number():
    compounds = "a court-\nmartial, a half-\ntruth, a make-\nshift\n"
    known = "court-martial half-truth makeshift court-martial half-truth make-shift make-shift\n"
    assert joined("the ware-\nhouse", compounds + known)[0] == "the ware-house"


def test_two_content_words_are_a_compound_even_where_words_are_divided():
    words = "prison school prison school prison school\n" + DIVIDING
    assert joined("the prison-\nschool", words)[0] == "the prison-school"
    assert joined("the about-\nschool", words + "about about about")[0] == "the aboutschool"


@pytest.mark.parametrize(
    "whole", ["ҰАТ-тың", "НПО-ның", "2-ден", "1990-шы", "COVID-ke", "UN-led", "Alma-Ata", "Non-Member", "Ы-2"]
)
@pytest.mark.parametrize("habit", [FILLER, DIVIDING])
def test_suffixes_numbers_and_names_keep_their_hyphen(whole, habit):
    head, tail = whole.split("-")
    assert joined(f"see {head}-\n{tail} there", habit) == (f"see {whole} there", ["hyphen kept"])


def test_a_second_hyphen_stays():
    assert joined("a face-to-\nface talk", FILLER)[0] == "a face-to-face talk"


@pytest.mark.parametrize("habit", [FILLER, DIVIDING])
def test_soft_hyphens_always_fall(habit):
    assert joined("the ware\u00ad\nhouse and sub\u00adjects", habit) == (
        "the warehouse and subjects",
        ["hyphen removed"],
    )


@pytest.mark.parametrize("text", ["a -\nb", "word –\nword", "word—\nword", "no\nsign", "(a-\n— b)"])
def test_a_dash_is_no_hyphen(text):
    assert joined(text, DIVIDING) == (text.replace("\n", " "), [])


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("see https://example.org/a/\nb/c.html there", "https://example.org/a/b/c.html"),
        ("see https://example.org/a-\nb.html there", "https://example.org/a-b.html"),
        ("see https://example.org/a\n/b.html there", "https://example.org/a/b.html"),
        ("see www.example.org/list?\nid=5 there", "www.example.org/list?id=5"),
        ("see https://example.org/%20\n%41/c there", "https://example.org/%20%41/c"),
        ("see https://www.\nexample.org/a there", "https://www.example.org/a"),
    ],
)
def test_addresses_are_made_whole(text, address):
    assert joined(text, FILLER) == (f"see {address} there", ["address made whole"])


def test_an_address_over_three_lines():
    assert joined("https://example.org/\none/\ntwo.html")[0] == "https://example.org/one/two.html"


@pytest.mark.parametrize(
    "text",
    [
        "see https://example.org\nThe list",
        "see https://example.org/a\nand others",
        "see (https://example.org/a)\nand others",
        "see https://example.org/a;\nanother",
        "and/or/\nbut",
    ],
)
def test_what_follows_an_address_is_left(text):
    assert joined(text) == (text.replace("\n", " "), [])


@pytest.mark.parametrize(
    "text", ["see https://example.org/a.\nHowever, it fell.", "see https://example.org/\nThe list is long."]
)
def test_a_sentence_after_an_address_is_left(text):
    assert joined(text) == (text.replace("\n", " "), [])


def test_a_typographic_hyphen_is_a_hyphen():
    assert joined("the well\u2010\nbeing", "a well\u2010being\n" + DIVIDING)[0] == "the well\u2010being"


def test_joints_tell_the_source_line():
    lines = lines_of("one\ntwo pris-\noner", "a.txt").value
    joint = join(lines, vocabulary(lines))[1][0]
    assert (joint.line, joint.text) == (3, "prisoner")
