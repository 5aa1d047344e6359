"""What is read, and what is said, of lines of YAML as they may meet in a file, as read over.

Each line is plain or has one slip; every so many ways to put two or three of them under one another
are held here, in files of the site and in those that another program reads too.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from macros.loading.yaml.builder import MAX_ALIASES
from macros.loading.yaml.nodes import Items, Node, Table, Text
from macros.loading.yaml.strict import parse_yaml
from tests.snapshots import assert_snapshot

LINES = (
    *("a: b", "b: c d", "c: ", "d:", "- e", "- f: g", "  - h", "  i: j", " k: l", "    m: n"),
    *(
        "a:b",
        "-c",
        "  -d",
        "– e",
        "• f g",
        "  * h",
        "xin chào",
        "  hai ba",
        "? a",
        ": b",
        "a: b: c",
    ),
    *(
        "a: [b, c]",
        "b: [c",
        "c: [“d, e”, f]",
        "d: [“e”]",
        "e: [f, “g]",
        "f: [g, ]",
        "g: [,]",
        "h: }",
    ),
    *(
        "a: {b: c}",
        "b: {c: d, c: e}",
        "c: {d",
        "a: 'b'",
        "b: 'c",
        'c: "d"',
        'd: "e\\q"',
        "e: 'f' g",
    ),
    *("a: |", "b: >", "c: |x", "a: b # c", "b: một hai ba bốn năm # sáu bảy", "c: d #e", "d: e# f"),
    *(
        "a: *x",
        "b: &x c",
        "<<: *x",
        "c: !!python/name:d e",
        "d: !ENV e",
        "e: !f g",
        "a: @b",
        "b: %c",
    ),
    *("%YAML 1.1", "---", "...", "# ghi chú", "", "\ta: b", "b:\tc", "c: d\te", "a: b\u200bc"),
    *(
        "b: c\u00add",
        "c: lơ\u00ad d",
        "d: Ly\u0301",
        "\ufeffe: f",
        "f: ~",
        "g: null",
        "h: yes",
        "i: ''",
    ),
    *(
        "<<<<<<< HEAD",
        ">>>>>>> x",
        "“a”: b",
        "a: “b” c",
        "b: c]",
        "c: d, e",
        "- - a",
        "- [b]",
        "a: []",
    ),
    *("a: b\r", "b: \u00a0c", "- a\n- a: b", "a: 1\na: 2", "a:\n- b\n-c", "a:\n  - b: c\n    b: d"),
)
BLOCKS = (
    # a list whose first item has no dash
    *("a:\n  b\n  - c", "a:\n  b: c\n  - d: e", "a:\n\n  # x\n  b: c\n\n  # y\n  - d: e\n  - f: g"),
    *("a:\n  - x\n  b: c\n  - d", "a:\n    b: c\n  - d: e", "  a: b\n- c", "a: b\n  c: d\n  - e"),
    *("a: # x\n  b: c\n  - d: e", "a:\n  # - x\n  b: c\n  - d: e", "x: y\na:\n  b: c d\n  - d: e"),
    *(
        "a:\n  b: c\n  e: f\n  - d: e",
        "a:\n    b: c\n    - d: e",
        "b: c\n- d: e",
        "a: |\n  x\n - f: g",
    ),
    *("a:\n  -b: c\n  - d: e", "a b:\n  b: c\n  - d: e", "a:\n  b: c\nx: y\n  - d: e"),
    # a dash or a bullet of print, or a dash without its space
    *("a:\n  b: c\n  –d: e", "a:\n  - b\n  –  c d", "a:\n  - b\n  * c", "a:\n  - b: c\n  -d: e"),
    *("a:\n  - b: c\n  • d: e", 'x: "a"\n  – b: c', " - a\n -b: c", "a: b\n – c: d", "a: [b]\n– c"),
    *(
        "- a: b\n– c: d",
        "- a: b\n  c: d\n−e: f",
        "- 'x'\n•y",
        "a:\n  - b: c\n  — d: e-",
        "- a\n-b-",
    ),
    # lists in marks of print
    *("a: [“b”, c]", 'a: [c, “b, d”, "e"]', "a: [“b “c”, d]", "a: [“b, c", "a: ['x', “b, c”]"),
    *("a: [[x], “b, c”]", "a: [“”, “b, c”]", "a: [“b, , c”]", 'a: ["“b", c”]', "a: [“b, 'c', d”]"),
    *("a: [“a, {b: c}”]", "a: [‘b, c’, «d, e»]", "a: [”]", "a: ['', b]", "a: [b, ''] ", "a: [b”]"),
    *("a: [“b, c”,\n  “d, e”]", "a: [“b, c”d, e]", "a: {b: “c, d”}", "a: [“b, “c”, d”]", "a: [““]"),
    *("a: {“b, c”: d}", "a: {“b: c, d”: e}", "a: {“b, c”}", "“b, c”: [d]", "- “a, b”\n- c"),
    *(
        "a: [“b, c”, “d]",
        "a: [“b, c”, d, “e, f]",
        "a:\n  # y\n  b: c\n\n  - d: e",
        "a:\n\n  b: c\n  - d",
    ),
    *("a:\n    # x\n\n    b: c\n\n  # z\n  - d: e", "a:\n    b: c\n # z\n  - d: e"),
    # keys that stand twice, where a dash may be missing
    *(
        "a:\n  - b: c\n    d: e\n    b: g\n    d: h",
        "- b: c\n  b: d",
        "a:\n  -\n    b: c\n    b: d",
    ),
    *(
        "- {b: c,\n  b: d}",
        "a:\n  b: c\n  b: d",
        "a:\n  - b: c\n    d: e\n    d: f",
        "-\n  b: c\n  b: d",
    ),
    *(
        "a:\n  - b: c\n    b: {d: e, d: f}\n    g: h",
        "- b: [c]\n  b: [d]",
        "a:\n  - x: {b: c}\n    x: y",
    ),
    # how much is prose before a comment
    *(
        "a: một hai # ba",
        "a: một hai ba # bốn",
        "a: một hai ba bốn # năm",
        "a: một hai ba bốn năm #sáu",
    ),
    *("a: một hai ba bốn năm  # sáu", "a: 'một hai ba bốn năm' # sáu", "a: một hai ba bốn năm#sáu"),
    # letters of another encoding, alone among others
    *(
        "a: nh\u00adng kh\u00adu",
        "b: c\na: (l\u00adu)",
        "a: l\u00ad",
        "a: \u00adng x",
        "a: xin l\u00adu",
        "a: xin l\u00adu giữ lại mãi",
    ),
    # what follows a key or a value that is closed
    *(
        "a: 'b'\n'c",
        "a: 'b': c",
        "'a' b: c",
        "a: b\n'c' d\ne: f",
        'a: b\n  "c": d',
        "x: {a: b}\n: c",
    ),
    *(
        "a: !!str b",
        "a: !ENV [b, c]",
        "a: !!python/object/apply:os.system x",
        "<<: {a: b}",
        "a: b\n<<: x",
    ),
)


def texts() -> list[str]:
    """Return each line and block alone, and some lines together, always the same."""
    random = Random(1945)
    some = ["\n".join(random.choices(LINES, k=random.choice((2, 2, 3)))) for _ in range(330)]
    return [*LINES, *BLOCKS, *some]


def shown(node: Node | None) -> str:
    """Return a tree in one line, each node with its place."""
    if node is None:
        return "-"
    place = f"{node.position.line}:{node.position.column}"
    if isinstance(node, Text):
        return f"{place} {str(node)!r}{'q' if node.quoted else ''}"
    if isinstance(node, Items):
        return f"{place} [{', '.join(map(shown, node))}]"
    assert isinstance(node, Table)
    return f"{place} {{{', '.join(f'{shown(key)}: {shown(one)}' for key, one in node.items())}}}"


def test_what_is_read_and_said_of_each() -> None:
    parts = []
    for text in texts():
        parts.append(repr(text))
        own = lines_of(text, foreign=False)
        other = lines_of(text, foreign=True)
        parts += [f"    {line}" for line in own]
        if other != own:
            parts += [f"    + {line}" for line in other]
    assert_snapshot(Path(__file__).with_name("yaml_grid.txt"), "\n".join(parts))


def lines_of(text: str, *, foreign: bool) -> list[str]:
    # What begins later in a file, as the head of a chapter does, is told of where it is.
    tree, problems = parse_yaml(text.encode(), "a", first_line=4, foreign=foreign)
    return [shown(tree), *(str(problem).removeprefix("a:") for problem in problems)]


@pytest.mark.parametrize(("count", "said"), [(MAX_ALIASES, 0), (MAX_ALIASES + 1, 1), (300, 1)])
def test_of_a_foreign_file_so_many_aliases_are_read(count: int, said: int) -> None:
    text = f"a: &x b\nc: [{', '.join(['*x'] * count)}]"
    assert [line for line in lines_of(text, foreign=True)[1:] if "bí danh" in line] == [
        f"5:{5 + 4 * MAX_ALIASES}: lỗi: có hơn {MAX_ALIASES} bí danh (alias) của YAML → ghi lại giá trị "
        "đầy đủ"
    ] * said
    # Elsewhere each is told of, or rather the first.
    assert not any("có hơn" in line for line in lines_of(text, foreign=False))
