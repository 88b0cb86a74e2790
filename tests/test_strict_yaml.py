"""YAML with the line of each key: what PyYAML reads is read, and what is refused has a line."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ushtil import strict_yaml

# PyYAML writes Unicode's line breaks as they are, and no YAML reads them back.
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029"), max_size=8)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=12,
)


@given(PLAIN, st.booleans())
def test_what_is_written_is_read(value, flow):
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow)
    assert strict_yaml.load(text).value == value


def test_every_key_and_item_has_its_line():
    loaded = strict_yaml.load("a:\n  b: 1\n  c:\n    - d: 2\n    -\n      e: 3\nf: {g: [h]}\n")
    assert loaded.value == {"a": {"b": 1, "c": [{"d": 2}, {"e": 3}]}, "f": {"g": ["h"]}}
    assert loaded.lines == {
        "a": 1, "a.b": 2, "a.c": 3, "a.c.0": 4, "a.c.0.d": 4, "a.c.1": 6, "a.c.1.e": 6,
        "f": 7, "f.g": 7, "f.g.0": 7,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None), ("# nothing\n", None), ("2022-03-01", "2022-03-01"), ("no: yes", {"no": True}),
        ("1: 2", {"1": 2}), ("a: &b c", {"a": "c"}), ("a: ~", {"a": None}),
    ],
)  # fmt: skip
def test_scalars(text, value):
    assert strict_yaml.load(text).value == value


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a: &b [1]\nc: *b\n", 2, "alias"),
        ("a: &a [*a]\n", 1, "alias"),
        ("a:\n  b: 1\n  b: 2\n", 3, "twice"),
        ("- {a: 1, a: 2}\n", 1, "twice"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("a: 1\nb: !!python/name:os.system x\n", 2, "tag"),
        ("a: 1\nb: !set {c}\n", 2, "tag"),
        ("a: 1\n? [b]\n: c\n", 2, "key"),
        ("a: 1\nb: " + "[" * 900, 2, "too deep"),
        ("a:\n" + "[" * 100_000, 2, ""),
        ("{a: " * 100_000, 1, "too deep"),
        ("- " * 100_000, 1, "too deep"),
        ("a: 1\n\tb: 2\n", 2, ""),
        ("a: 1\nb: c: d\n", 2, ""),
        ("a: [1\nb: 2\n", 2, ""),
        ("a: 1\nb: 'c\n", 3, ""),
        ("a: 1\nb: \x07\n", 2, "U+0007"),
    ],
)
def test_what_is_refused_has_a_line(text, line, reason):
    with pytest.raises(yaml.YAMLError) as told:
        strict_yaml.load(text)
    assert reason in str(told.value)
    assert strict_yaml.line_of(told.value) == line


@pytest.mark.parametrize("text", [f"a: !{'b' * 9000} c", f"{'a' * 900}: 1\n{'a' * 900}: 2\n"])
def test_messages_are_short(text):
    with pytest.raises(strict_yaml.Refused) as told:
        strict_yaml.load(text)
    assert len(str(told.value)) < 120
