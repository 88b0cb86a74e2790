"""The order of pages, and what folders are called."""

from __future__ import annotations

from ushtil.publish.navigation import Item, Leaf, mkdocs, tree


def order(*leaves: str | Leaf) -> list[str]:
    """The paths of the navigation in reading order."""

    def walk(items: tuple[Item, ...]) -> list[str]:
        return [path for item in items for path in ([item.path] if item.path else walk(item.children))]

    return walk(tree(Leaf(leaf, leaf) if isinstance(leaf, str) else leaf for leaf in leaves))


def test_numbers_count_as_numbers_and_the_index_comes_first() -> None:
    assert order("s10.md", "s2.md", "s1.md", "index.md") == ["index.md", "s1.md", "s2.md", "s10.md"]


def test_leading_zeros_do_no_harm() -> None:
    assert order("10-end.md", "01-introduction.md", "2-torture.md") == [
        "01-introduction.md",
        "2-torture.md",
        "10-end.md",
    ]


def test_files_and_folders_are_sorted_together() -> None:
    assert order("b.md", "a/index.md", "a/s1.md", "c.md") == ["a/index.md", "a/s1.md", "b.md", "c.md"]


def test_an_order_goes_before_names_but_not_before_the_index() -> None:
    leaves = [Leaf("a.md", "A"), Leaf("z.md", "Z", 1), Leaf("y.md", "Y", 2), Leaf("index.md", "I")]
    assert order(*leaves) == ["index.md", "z.md", "y.md", "a.md"]


def test_a_folder_has_the_order_of_its_index() -> None:
    assert order("a.md", Leaf("z/index.md", "Z", 1), "z/s1.md") == ["z/index.md", "z/s1.md", "a.md"]


def test_a_page_and_a_folder_of_one_name_are_two() -> None:
    assert order("upr.md", "upr/s1.md") == ["upr.md", "upr/s1.md"]


def test_a_folder_is_called_as_its_index_or_else_as_itself() -> None:
    items = tree(
        [Leaf("one/index.md", "First"), Leaf("two_parts/s1.md", "Part"), Leaf("two_parts/x/y.md", "Y")]
    )
    assert [item.title for item in items] == ["First", "Two parts"]
    assert items[1].first == "two_parts/s1.md"


def test_mkdocs_is_given_the_same() -> None:
    items = tree([Leaf("index.md", "Home"), Leaf("a/index.md", "A"), Leaf("a/s1.md", "1. One")])
    assert mkdocs(items) == [{"Home": "index.md"}, {"A": [{"A": "a/index.md"}, {"1. One": "a/s1.md"}]}]


def test_two_pages_of_one_title_stay_two() -> None:
    assert mkdocs(tree([Leaf("a.md", "Same"), Leaf("b.md", "Same")])) == [{"Same": "a.md"}, {"Same": "b.md"}]
