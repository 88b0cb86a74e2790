"""Bytes to text: every encoding, its mark or none, and what is told of the doubtful ones."""

import pytest

from ushtil.problems import Unreadable
from ushtil.sources import encoding
from ushtil.sources.encoding import decode
from ushtil.sources.lines import lines_of

TEXTS = {
    "en": "The inspectors counted forty cells and two yards; the count took a day.\n",
    "ru": "Инспекторы насчитали сорок камер и два двора. Счёт занял один день, ёлки не считали.\n",
    "kk": "Инспекторлар қырық камера мен екі ауланы санап шықты. Ұзақ күн өтті, әңгіме һәм шөл.\n",
}
MARKED = ("utf-8-sig", "utf-16")
UNMARKED = ("utf-8", "utf-16-le", "utf-16-be")
EIGHT_BIT = [
    *(("ru", name) for name in ("windows-1251", "koi8-r", "cp866", "mac-cyrillic", "iso8859-5")),
    ("kk", "kz1048"),
]


def codes(data):
    return [problem.code for problem in decode(data, "a.txt").problems]


def lined(text):
    return lines_of(text, "a.txt")


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("name", [*MARKED, *UNMARKED])
def test_unicode_is_certain(language, name):
    outcome = decode(TEXTS[language].encode(name), "a.txt")
    assert outcome.value == encoding.Decoded(TEXTS[language], name)
    assert outcome.problems == ()


def test_utf_16_with_the_other_mark():
    data = b"\xfe\xff" + TEXTS["kk"].encode("utf-16-be")
    assert decode(data, "a.txt").value.text == TEXTS["kk"]


@pytest.mark.parametrize(("language", "name"), EIGHT_BIT)
def test_an_8_bit_encoding_is_inferred_and_told(language, name):
    outcome = decode(TEXTS[language].encode(name), "a.txt")
    assert outcome.value == encoding.Decoded(TEXTS[language], name)
    assert [(p.code, p.severity, p.path) for p in outcome.problems] == [("E01", "warning", "a.txt")]
    assert name in outcome.problems[0].message
    assert "UTF-8" in outcome.problems[0].remedy


@pytest.mark.parametrize(("language", "name"), EIGHT_BIT)
def test_a_text_half_in_capitals_is_recognised(language, name):
    text = TEXTS[language].upper() + TEXTS[language]
    assert decode(text.encode(name), "a.txt").value.text == text


@pytest.mark.parametrize(("language", "name"), [("ru", "windows-1251"), ("ru", "koi8-r"), ("kk", "kz1048")])
def test_capitals_alone_are_enough(language, name):
    text = TEXTS[language].upper()
    assert decode(text.encode(name), "a.txt").value.text == text


def test_names_do_not_speak_for_a_table_without_their_capitals():
    text = "Суд Республики Коми выслушал свидетелей. Комиссия решила иначе.\n"
    assert decode(text.encode("windows-1251"), "a.txt").value.text == text


@pytest.mark.parametrize("name", ["windows-1251", "koi8-r", "cp866", "windows-1252"])
def test_plain_ascii_is_in_no_doubt(name):
    assert codes(TEXTS["en"].encode(name)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The café keeps its façade, and so does the théâtre.\n",
        "“Nothing,” he said – “it’s over”: naïve words in a résumé.\n",
    ],
)
def test_accents_of_windows_1252(text):
    assert decode(text.encode("windows-1252"), "a.txt").value.text == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\xff\xfe", "is empty"),
        (b"\xff\xfe\n\x00", "is empty"),
        (b"\x00\x01\x02 nothing to read", "control bytes"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "control bytes"),
        (b"bell\x07", "control bytes"),
        (TEXTS["kk"].encode() + b"\xd2 " + TEXTS["ru"].encode(), "broken UTF-8 at byte"),
        (b"\xef\xbb\xbf\xd0", "broken utf-8"),
        (b"\xff\xfea", "broken utf-16"),
        (bytes(range(128, 256)) * 3, "in no encoding"),
        (b"a" * (encoding.LONGEST_LINE + 1), "has a line of"),
        (b"a\n" * (encoding.LARGEST // 2 + 1), "more than"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read(data, says):
    with pytest.raises(Unreadable, match=says) as raised:
        decode(data, "a.txt")
    assert str(raised.value).startswith("a.txt ")
    assert "; " in str(raised.value), "a remedy is missing"


def test_a_long_text_of_short_lines_is_read():
    assert decode(b"a word\n" * 300_000, "a.txt").problems == ()


def test_letters_lost_before_are_told_at_their_line():
    lost = TEXTS["ru"] + "Рес?убликаның мем?екеті.\n"
    found = [problem for problem in decode(lost.encode(), "a.txt").problems if problem.code == "E02"]
    assert [(p.line, p.severity) for p in found] == [(2, "warning")]
    assert found[0].message.startswith("2 letters")
    assert "Рес?уб" in found[0].message


@pytest.mark.parametrize("text", ["Кто? Он.", "Why?\nBecause.", "What?! No.", "(сколько?)", "? ? ?"])
def test_a_question_has_lost_nothing(text):
    assert codes(text.encode()) == []


def test_an_address_with_a_query_has_lost_nothing():
    assert codes(b"See https://example.org/list?id=5 for the list.\n") == []


def test_what_shows_nothing_is_taken_out_and_told():
    outcome = lined("a\nb\u202ec\u200bd\ue000\n")
    assert [line.text for line in outcome.value] == ["a", "bcd"]
    assert [(p.code, p.line, p.severity) for p in outcome.problems] == [("E03", 2, "warning")]
    assert outcome.problems[0].message == "3 control characters taken out, the first U+202E"


@pytest.mark.parametrize("text", ["\ufeffa", "a\tb", "a\x0cb", "sub\u00adject", "a\u00a0b", "ab\r\n"])
def test_what_is_part_of_a_text_is_not_told(text):
    assert lined(text).problems == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b"])
def test_line_ends_of_any_kind(end):
    lines = lined(end.join(["a", "", "b  c", ""])).value
    assert [(line.text, line.number, line.gap) for line in lines] == [("a", 1, 0), ("b c", 3, 1)]


def test_letters_are_composed():
    assert lined("и\u0306од").value[0].text == "йод"


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("a\nb\n\fc\nd", "ac"),
        ("a\nb\fc\nd", "ac"),
        ("a\n" * 20 + " b\n" + "c\n" * 20, "ab"),
        ("a\n" * 20 + "\n\n\n\nb\n" + "c\n" * 20, "ab"),
        ("a\n" * 20 + "\n\nb\n" + "c\n" * 20, "a"),
        ("a\n b\nc\n d\ne\n f\n", "a"),
    ],
)
def test_pages_start_where_breaks_left_a_trace(text, starts):
    assert "".join(line.text for line in lined(text).value if line.starts_page) == starts


def test_form_feeds_count_the_pages():
    assert [line.page for line in lined("a\n\fb\nc\n\f\fd").value] == ["1", "2", "2", "4"]
    assert [line.page for line in lined("a\nb").value] == ["", ""]
