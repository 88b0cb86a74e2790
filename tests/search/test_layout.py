"""Shards as text: numbers, calls, and what is no shard."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ushtil.literals import literal
from ushtil.search import layout


@given(st.lists(st.integers(0, 2**40)))
def test_numbers_come_back(numbers: list[int]) -> None:
    assert list(layout.decode(layout.encode(numbers))) == numbers


def test_numbers_stand_as_the_docstring_says() -> None:
    assert [layout.encode([number]) for number in (0, 31, 32, 1000)] == ["A", "f", "gB", "of"]


@given(st.text(), st.recursive(st.text() | st.integers(), st.lists))
def test_a_shard_comes_back(name: str, value: object) -> None:
    text = layout.script(name, "b", literal(value))
    assert layout.parse(text) == (name, "b", value)
    # They end a line within a script's string before ES2019.
    assert not {"\u2028", "\u2029", "\n"} & set(text[:-1])


@pytest.mark.parametrize("cut", [0, 1, 5, 30])
def test_half_a_shard_is_none(cut: int) -> None:
    text = layout.script("kk/lex-0", "b", literal({"first": 0}))
    for broken in (text[:cut], text[: -1 - cut], f"{text}more"):
        with pytest.raises((ValueError, json.JSONDecodeError)):
            layout.parse(broken)


def test_keys_are_in_the_shard_with_the_last_first_key() -> None:
    firsts = ["", "ba", "ka"]
    assert [layout.shard_of(firsts, key) for key in ("", "az", "ba", "jz", "ka", "z")] == [0, 0, 1, 1, 2, 2]
