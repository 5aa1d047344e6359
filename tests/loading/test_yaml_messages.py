"""Every line that an editor may read of a file that is no good YAML, whole, as read over."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.loading.yaml.characters import SourceText, snippet
from macros.loading.yaml.strict import Table, parse_yaml, read_yaml
from macros.loading.yaml.syntax import explain
from tests.loading.test_strict_yaml import BAD, clean, plain, told
from tests.snapshots import assert_snapshot

MORE = [
    # a quotation mark that is closed, and one that is not
    "x: y\n\"c d\"\ne: f\n",
    "x: y\n'c ''d'\ne: f\n",
    "x: y\n\"c d\ne: f\"\ng: h\n",
    "x: y\n'c d\ne: f'\ng: h\n",
    "a: 'x'\n b: c\n",
    "- 'x'\n- \"y\"\n z: c\n",
    # text after a bracket that is closed
    "a: [x] y\n",
    "a: {x: 1} y\n",
    "'a': [] c\n",
    "'a': [b] c\n",
    "'a': {b: c} d\n",
    # brackets and commas that belong to nothing
    "a: x\n}\n",
    "a: x\n]\n",
    "a: b\n, c\n",
    "a: }x\n",
    "a: [x, }\n",
    'a: {x: "y" "z"}\n',
    "a: [x}\n",
    # items without their dash, and lists in marks of printed text
    "a:\n  - id: x\n    name: y\n    id: z\n    name: t\n",
    "a:\n  - name: x\n    name: y\n",
    "- name: x\n  note: y\n  name: z\n",
    "a: [“một, hai”, ba]\n",
    "a: [một, “hai, 2, ba”, “bốn, năm”]\n",
    "a: [“”, b]\n",
    # keys and items out of place
    f"k: {'v' * 1100}: x\n",
    "a: b\nmột-hai\nc: d\n",
    "- một\n  c: d\n",
    "x:\n  - một\n    c: d\n",
    "x:\n  tên\n\n\n    c: d\n",
    "x:\n  - id: a\n    tên:b\n\n\n    c: d\n",
    "a: b\n- c\n",
    "a: b\n-\n",
    "a: b\n-c\nd: e\n",
    "- x\ny: -z\n",
    "a:\n  - b\n  - c\n d: e\n",
    # a value that would be lengthened, on which line ever
    "a: một\n  hai\n  b:c\n",
    "x:\n  tên\n\n    c: d\n",
    "a#b: c: d\n",
    "a: *x y\n",
    "- *x y\n",
    # keys of nothing
    "? \n: b\n",
    "{: b}\n",
    "? [a]\n:\n",
    # what is told once though more would follow from it
    "a: b\n---\nc: *x\n",
    "? {a: b}\n: c\nd: e\n",
    "a: |\n\nb: >\n\nc: d\n",
    "b: c\na: |\n",
    "%TAG ! tag:x,2000:\n---\na: b\n",
    "x: 1\na: b\na: e\n",
    'a: "x\\u200b"\n',
    # characters
    "\u200btên: x\n",
    "\u200b" + "một hai ba bốn năm sáu bảy tám chín mười: x\n",
    "\u200b\n",
    "một hai ba bốn năm sáu bảy tám chín mười: x\u200b\n",
    "\u200babcdefghijklmnopqrstuvwxyz: x\n",
    "abcdefghijklmnopqrstuvwxyz\u200b: x\n",
    "a: b\u2011c\n",
    "a: b\u2060c\n",
    "a: b\u2029c\n",
    "a: b\u200cc\n",
    "a: b\u200dc\n",
    "a: b\u200ec\n",
    "a: b\U000e0001c\n",
    "a: Ky\u0300 họp\n",
    "a: b\n\u200bcd\ne: f\n",
    "a:\t'x\ty'\n",
    "a: 'x'\t\n",
    "a: 'x'\tb\n",
    "b:\tx\na: 'c\td'\n",
]  # fmt: skip


def test_every_line_word_for_word() -> None:
    lines: list[str] = []
    for source in [*(source for source, _, _ in BAD), *MORE]:
        shown = repr(source) if len(source) < 200 else f"{source[:20]!r}… ({len(source)})"
        lines += [shown, *(f"    {line}" for line in told(source)), ""]
    assert_snapshot(Path(__file__).with_name("yaml_messages.txt"), "\n".join(lines).rstrip())


# --- what must be left in peace --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("a: ''\nb: \"\"\n", {"a": "", "b": ""}),
        ('""\n', ""),
        ("a: |\n  - một\n  khóa:b\n", {"a": "- một\nkhóa:b\n"}),
        ("a: dài\n  xã - phường\n", {"a": "dài xã - phường"}),
        ("a:\n  - dài\n    tiếp\n  - hai\n", {"a": ["dài tiếp", "hai"]}),
        ("a: x # y\nb: z\n", {"a": "x", "b": "z"}),
        ('a: "\\tx \\u00e0"\n', {"a": "\tx à"}),
        ("a: {b: c}\nd: [e]\nf: g\n", {"a": {"b": "c"}, "d": ["e"], "f": "g"}),
    ],
)
def test_clean(source: str, tree: object) -> None:
    assert plain(clean(source)) == tree


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("? {a: b}\n: c\nd: e\n", {"d": "e"}),
        ("a: *x\nb: c\n", {"a": "", "b": "c"}),
        ("tên:\tMột hai\n", {"tên": "Một hai"}),
        ("a: x\u200b\n", {"a": "x"}),
        ("a: Ky\u0300\n", {"a": "Kỳ"}),
        ("a: x\rb: y\r", {"a": "x", "b": "y"}),
        ("a: b\n---\nc: d\n", {"a": "b"}),
        ("a: b\na: c\nd: e\n", {"a": "b", "d": "e"}),
        ("%TAG ! tag:x,2000:\n---\na: b\n", {"a": "b"}),
    ],
)
def test_what_is_read_in_spite_of_a_problem(source: str, tree: object) -> None:
    node, problems = parse_yaml(source.encode(), "a.yml")
    assert problems
    assert plain(node) == tree


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("a: x" + "\u200b" * 51, "sau “a: x”; còn 50 chỗ nữa, ở dòng 1 →"),
        ("- x:\ty\n" * 3, "có dấu Tab trong dòng; còn 2 dòng nữa, ở dòng 2, 3 →"),
        ("- Ky\u0300\n" * 11, "; còn 10 dòng nữa, ở dòng 2, 3, 4, 5, 6, 7, 8, 9, … →"),
    ],
)
def test_one_kind_of_character_is_told_once_and_counted(source: str, words: str) -> None:
    (line,) = told(source)
    assert words in line


def test_data_nested_too_deep() -> None:
    assert told("[" * 12 + "x" + "]" * 12) == []
    assert told("[" * 13 + "x" + "]" * 13) == [
        "1:13: lỗi: dữ liệu lồng nhau quá 12 cấp → bớt số cấp lồng nhau, xem lại thụt đầu dòng"
    ]


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    _, (problem,) = read_yaml(tmp_path / "none.yml", "data/none.yml")
    assert problem.remedy == "kiểm tra tên tệp và quyền đọc"


def test_an_alias_has_its_place() -> None:
    node, _ = parse_yaml(b"a: b\nc: *x\n", "a.yml", first_line=4)
    assert isinstance(node, Table)
    assert str(node["c"].position) == "a.yml:5:4"


def test_a_hint_for_a_comment_that_was_meant_as_a_value() -> None:
    for first_line in (1, 7):
        _, (problem,) = parse_yaml(b"x: y\na: #30\n", "a.yml", first_line=first_line)
        assert problem.remedy.endswith("; giá trị có “#” phải đặt trong dấu nháy đơn '…'")
    _, (problem,) = parse_yaml(b"a:\nx: y # z\n", "a.yml")
    assert "“#”" not in problem.remedy


def test_bytes_that_are_no_text_after_a_byte_order_mark() -> None:
    assert told(b"\xef\xbb\xbfa: \x0f\xff\n") == [
        "1:5: lỗi: tệp không phải UTF-8: byte 0xFF không đọc được "
        "→ mở tệp trong trình soạn thảo và lưu lại với bảng mã “UTF-8”"
    ]
    assert "byte 0x80 " in told(b"a: \x80")[0]


# --- the parts ---------------------------------------------------------------------------------------


def test_lines_of_a_text() -> None:
    source = SourceText("một\r\n\nba", "a.yml", 5)
    assert [source.line(number) for number in (-1, 0, 1, 2, 3)] == ["", "một", "", "ba", ""]
    assert list(source.lines()) == ["một", "", "ba"]
    assert [source.offset(line) for line in (0, 1, 2, 3, 4)] == [0, 5, 6, 8, 8]
    assert list(source.of([0, 2, 4, 5, 6, 7])) == [(0, 0), (0, 2), (0, 4), (1, 0), (2, 0), (2, 1)]
    assert (source.within(2, 1), source.within(3, 0)) == ((2, 1), (2, 2))
    assert str(source.at(2, 1)) == "a.yml:7:2"
    assert source.number(0) == 5


def test_a_snippet_is_one_short_line() -> None:
    assert snippet("một \n hai\u200b") == "một hai"
    assert snippet("x" * 40) == "x" * 40
    assert snippet("x" * 41) == "x" * 39 + "…"
    assert snippet("xxx yyy", 5) == "xxx…"


@pytest.mark.parametrize(
    ("words", "context", "problem", "place"),
    [
        ("unheard of", None, (1, 2), "2:3"),
        ("unheard of", (0, 1), None, "1:2"),
        ("unheard of", None, None, "1:1"),
        ("scanning an alias", (0, 1), (1, 2), "1:2"),
        ("scanning an alias", None, (1, 2), "2:3"),
        ("scanning an alias", None, None, "1:1"),
    ],
)
def test_a_complaint_without_all_its_marks(
    words: str, context: tuple[int, int] | None, problem: tuple[int, int] | None, place: str
) -> None:
    marks = [yaml.Mark("x", 0, *at, None, 0) if at else None for at in (context, problem)]
    complaint = yaml.MarkedYAMLError(words, marks[0], None, marks[1])
    told = explain(complaint, SourceText("a: b\ncd e\n", "a.yml", 1), None)
    assert str(told).startswith(f"a.yml:{place}: lỗi: ")


@pytest.mark.parametrize(
    ("source", "items"),
    [
        ("a: [“một, 'x', hai”]\n", ["“một", "x", "hai”"]),
        ('a: ["“một, hai”", “b, c”]\n', ["“một, hai”", "“b", "c”"]),
        ("a: [“một, “hai””]\n", ["“một", "“hai””"]),
        ("a: [“một, hai]\n", ["“một", "hai"]),
        ("a: [“một, '', hai”]\n", ["“một", "", "hai”"]),
        ("a: [“một, [x], hai”]\n", ["“một", ["x"], "hai”"]),
    ],
)
def test_marks_of_printed_text_that_hold_no_item(source: str, items: list[object]) -> None:
    node, problems = parse_yaml(source.encode(), "a.yml")
    assert not problems
    assert plain(node) == {"a": items}
