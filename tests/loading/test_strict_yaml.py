from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from macros.loading.yaml.characters import SourceText
from macros.loading.yaml.strict import (
    MAX_BYTES,
    MAX_DEPTH,
    Items,
    Node,
    Table,
    Text,
    parse_yaml,
    read_yaml,
)
from macros.loading.yaml.syntax import explain
from macros.messages.problems import Position

if TYPE_CHECKING:
    from pathlib import Path


def told(source: str | bytes) -> list[str]:
    """Return the problems as an editor reads them, without the path."""
    data = source if isinstance(source, bytes) else source.encode()
    return [str(p).removeprefix("a.yml:") for p in parse_yaml(data, "a.yml")[1]]


def plain(node: Node | None) -> object:
    """Return the tree as ordinary values."""
    if isinstance(node, Table):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, Items):
        return [plain(value) for value in node]
    return None if node is None else str(node)


def clean(source: str) -> Node:
    node, problems = parse_yaml(source.encode(), "a.yml")
    assert problems == []
    assert node is not None
    return node


# --- what is read -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    ["010", "12.345", "1:30", "yes", "No", "null", "~", "1994-01-27", "1e3", "0x1F", ".5", "=",
     "a#b",
     "https://example.org/a", "-5", "98,76%", "Bí thư – Chủ tịch", "a,b", "x]"],
)  # fmt: skip
def test_scalars_stay_as_written(written: str) -> None:
    assert plain(clean(f"k: {written}\n")) == {"k": written}


def test_quoted_folded_and_literal_text() -> None:
    node = clean(
        "a: 'it''s: so'\nb: \"x\\ny\"\nc: >\n  một\n  hai\n\n  ba\nd: |-\n  một\n   hai\n"
        'e: dài\n  tiếp\nf: ""\n'
    )
    assert plain(node) == {
        "a": "it's: so",
        "b": "x\ny",
        "c": "một hai\nba\n",
        "d": "một\n hai",
        "e": "dài tiếp",
        "f": "",
    }
    assert isinstance(node, Table)
    quoted = {str(k): v.quoted for k, v in node.items() if isinstance(v, Text)}
    assert quoted == {"a": True, "b": True, "c": True, "d": True, "e": False, "f": True}


def test_positions_count_code_points_from_one() -> None:
    node = clean("tên: [Đặng, 'Ưng', {𝒳ữ: Ộc}]\ndanh sách:\n  - id: x\n")
    assert isinstance(node, Table)
    assert node.position == Position("a.yml", 1, 1)
    items = node["tên"]
    assert isinstance(items, Items)
    assert items.position == Position("a.yml", 1, 6)
    assert [i.position.column for i in items] == [7, 13, 20]
    inner = items[2]
    assert isinstance(inner, Table)
    assert next(iter(inner)).position.column == 21
    assert inner["𝒳ữ"].position.column == 25
    keys = {str(key): key.position for key in node}
    assert keys["danh sách"] == Position("a.yml", 2, 1)
    listed = node["danh sách"]
    assert isinstance(listed, Items)
    assert listed[0].position == Position("a.yml", 3, 5)


def test_top_level_need_not_be_a_table() -> None:
    assert plain(clean("- a\n- b\n")) == ["a", "b"]
    assert plain(clean("chỉ chữ")) == "chỉ chữ"
    assert plain(clean("{}")) == {}


def test_crlf_comments_and_document_marks_are_fine() -> None:
    node = clean("---\r\n# ghi chú: “#x”\r\na: b # ghi chú\r\n\r\nc: [x, y]   # x #y\r\n...\r\n")
    assert plain(node) == {"a": "b", "c": ["x", "y"]}
    assert isinstance(node, Table)
    assert node["c"].position == Position("a.yml", 5, 4)


def test_first_line_shifts_every_line() -> None:
    node, problems = parse_yaml(b"a: x\na: y\nb: \xc2\xa0z\nc: @\n", "chuong.md", first_line=2)
    assert node is None
    assert [(p.position.path, p.position.line) for p in problems] == [
        ("chuong.md", 3),
        ("chuong.md", 4),
    ]
    assert "lần đầu ở dòng 2" in problems[0].message
    _, problems = parse_yaml(b"a: b\nc: @\n", "chuong.md", first_line=2)
    assert problems[0].position == Position("chuong.md", 3, 4)
    assert parse_yaml(b"a: \xff", "c.md", first_line=5)[1][0].position == Position("c.md", 5, 4)


def test_text_can_be_copied_and_pickled_with_its_place() -> None:
    node = clean("a: ['x']\n")
    twins: list[Any] = [copy.deepcopy(node), pickle.loads(pickle.dumps(node))]
    for twin in twins:
        assert twin == node
        assert twin.position == node.position
        assert twin["a"][0].position == Position("a.yml", 1, 5)
        assert twin["a"][0].quoted is True


def test_a_node_that_no_file_holds_stands_nowhere() -> None:
    for node in (Text("x"), Items(), Table()):
        assert str(node.position) == ":1:1"
    assert not Text("x").quoted


# --- what is refused: the commonest slips, word for word ----------------------------------------

UNQUOTED = "đặt cả giá trị trong dấu nháy đơn '…'"
EXACT = {
    "a: b\nc: d\na: e\n": "3:1: lỗi: khóa “a” bị lặp, lần đầu ở dòng 1 → chỉ giữ một, "
    "hoặc thêm “- ” nếu đây là mục khác của danh sách",
    "tên:\nb: c\n": "1:1: lỗi: khóa “tên” không có giá trị → ghi giá trị sau dấu hai chấm, "
    "hoặc xóa cả dòng",
    "a: Nghị quyết: về việc\n": "1:14: lỗi: giá trị có dấu hai chấm rồi dấu cách “: ” mà không đặt "
    f"trong dấu nháy → {UNQUOTED}, hoặc xuống dòng nếu đó là một khóa khác",
    "x:\n  - id: a\n    tên:b\n    c: d\n": "3:8: lỗi: thiếu dấu cách sau dấu hai chấm ở “tên:b” "
    "→ viết “tên: b”",
    "a:\n  - id: x\n    b: \"Ban\n  - id: y\n": "3:8: lỗi: dấu nháy mở ở đây chưa được đóng "
    "→ thêm dấu nháy đóng cùng loại ở cuối giá trị",
    "a:\n  - b: \"Ban\n  - b: \"Tổ\"\n": "2:8: lỗi: dấu nháy mở ở đây chưa được đóng trên dòng của "
    "nó, kéo tới dòng 3 → thêm dấu nháy đóng cùng loại ở cuối giá trị",
    'a: "Đổi mới" là\n': "1:14: lỗi: còn chữ “là” sau dấu nháy đóng → đặt cả giá trị trong một cặp "
    "dấu nháy; dấu nháy đơn bên trong '…' viết hai lần ''",
    "- id: x\n   tên: y\n": "2:4: lỗi: dòng này thụt vào 3 dấu cách, không thẳng với mục nào "
    "ở trên "
    "→ dùng dấu cách cho thẳng cột với các khóa hoặc gạch đầu dòng cùng cấp",
    "a:\n  c: d\n  - b\n": "3:3: lỗi: gạch đầu dòng “-” đứng lẫn giữa các khóa, không thuộc "
    "danh sách "
    "nào → thụt gạch đầu dòng vào dưới khóa chứa danh sách, hoặc viết “khóa: giá trị”",
    "a: b\nmột dòng\nc: d\n": "2:1: lỗi: dòng “một dòng” không có dấu hai chấm sau tên khóa → viết "
    "“khóa: giá trị”; nếu là phần tiếp của giá trị dòng trên thì thụt vào sâu hơn khóa ấy",
    "a: @x\n": "1:4: lỗi: giá trị không đặt trong dấu nháy thì không được bắt đầu bằng “@” "
    f"→ {UNQUOTED}",
    "printed: >5 năm\n": "1:10: lỗi: giá trị bắt đầu bằng “>” mà có chữ ngay trên cùng dòng → "
    f"{UNQUOTED}; nếu là đoạn văn nhiều dòng thì xuống dòng sau “>”",
    "a: [x, y\nb: c\n": "1:4: lỗi: dấu “[” mở ở đây chưa được đóng, hoặc thiếu dấu phẩy trước "
    "dòng 2 "
    "→ thêm “]” ở cuối danh sách, “,” giữa các mục",
    "a:\n\tb: c\n": "2:1: lỗi: thụt đầu dòng bằng phím Tab → thay mỗi Tab bằng 2 dấu cách",
    "a: Trần\u200b Thử\n": "1:8: lỗi: có ký tự không dùng được U+200B (dấu cách không bề rộng) sau "
    "“a: Trần” → xóa ký tự đó, hoặc gõ lại đoạn này bằng tay",
    "a: Trần\u00a0Thử\n": "1:8: lỗi: có ký tự không dùng được U+00A0 (dấu cách không ngắt) sau "
    "“a: Trần” → thay bằng dấu cách thường",
    "a: Ky\u0300\n": "1:5: lỗi: chữ “ỳ” là chữ tổ hợp (không phải Unicode NFC): nhìn giống "
    "nhưng tìm "
    "không ra → gõ lại bằng bộ gõ Unicode dựng sẵn, hoặc chuyển cả tệp sang NFC",
    "a: *x\n": "1:4: lỗi: “*x” là bí danh (alias) của YAML, không dùng ở đây → ghi lại giá trị đầy "
    "đủ; nếu là chữ thì đặt trong dấu nháy đơn '…'",
    "a: b #30\n": "1:6: lỗi: phần “#30” bị coi là ghi chú và bỏ khỏi giá trị → xóa dấu cách trước "
    "“#”, hoặc đặt cả giá trị trong dấu nháy đơn '…'; nếu là ghi chú thì viết “# ”",
    "a:\n  - b\n    - c\n": "3:5: lỗi: dòng này bị nối vào giá trị ở dòng 2 → thụt vào cho "
    "thẳng cột "
    "với các mục cùng cấp, viết “- ” và “khóa: ” có dấu cách",
    "": "1:1: lỗi: không có dữ liệu nào ở đây → ghi nội dung vào, hoặc xóa tệp nếu không cần",
}  # fmt: skip


@pytest.mark.parametrize(("source", "line"), EXACT.items())
def test_common_slips_word_for_word(source: str, line: str) -> None:
    assert told(source) == [line]


# --- what is refused: everything else, by place and the telling words ----------------------------

BAD = [
    ("a: 'x\nb: y\n", "1:4", "dấu nháy mở ở đây chưa được đóng"),
    ('a: "b\n---\nc"\n', "1:4", "dấu nháy mở ở đây chưa được đóng"),
    ('"a: b\n', "1:1", "dấu nháy mở ở đây chưa được đóng"),
    ("a: 'it's'\n", "1:8", "sau dấu nháy đóng"),
    ("a:\n    b: 1\n  c: 2\n", "3:3", "thụt vào 2 dấu cách"),
    ("a:\n    - b\n  - c\n", "3:3", "thụt vào 2 dấu cách"),
    ("a: b\n   c: d\n", "2:4", "thụt vào 3 dấu cách"),
    ("- id: x\n name: y\n", "2:2", "thụt vào 1 dấu cách"),
    ("a: |\n     x\n   y\nb: c\n", "3:4", "thụt vào 3 dấu cách"),
    ("a:\n  - b\n  c: d\n", "3:3", "danh sách mở ở dòng 2"),
    ("- b\nc: d\n", "2:1", "danh sách mở ở dòng 1"),
    ("c: d\n- b\n", "2:1", "gạch đầu dòng"),
    ("a:\n  - b\n  -c\n", "3:3", "thiếu dấu cách sau gạch đầu dòng"),
    ("a:\n  -b\n  -c\n", "3:3", "bị nối vào giá trị ở dòng 2"),
    ("a: b\n  c:d\n", "2:3", "bị nối vào giá trị ở dòng 1"),
    ("key:value\nc: d\n", "1:4", "thiếu dấu cách sau dấu hai chấm"),
    ("a: {x:1}\n", "1:5", "thiếu dấu cách sau dấu hai chấm"),
    ("tên\nb: c\n", "1:1", "không có dấu hai chấm"),
    ("a: b:\n", "1:5", "dấu hai chấm rồi dấu cách"),
    (f"{'k' * 1100}: b\n", "1:1101", "khóa dài quá"),
    ("a: - b\n", "1:4", "cùng dòng với khóa"),
    ("a: {x: 1, y: 2\nb: c\n", "1:4", "“{” mở ở đây chưa được đóng"),
    ('a: ["x" "y"]\n', "1:9", "thiếu dấu phẩy"),
    ("a: [", "1:5", "chưa được đóng"),
    ("a: [\n  x,\n", "2:5", "chưa được đóng"),
    ("a: [x,, y]\n", "1:7", "thừa dấu phẩy"),
    ("a: [Dự thảo] Nghị quyết\n", "1:14", "sau dấu đóng ngoặc"),
    ("a: [x]]\n", "1:7", "“]” đứng không đúng chỗ"),
    ("a: ,x\n", "1:4", "“,” đứng không đúng chỗ"),
    ("a: `x`\n", "1:4", "bắt đầu bằng “`”"),
    ("a: %x\n", "1:4", "bắt đầu bằng “%”"),
    ("a: **đậm**\n", "1:4", "bắt đầu bằng “*”"),
    ("a: & b\n", "1:4", "bắt đầu bằng “&”"),
    ("a: !! b\n", "1:4", "bắt đầu bằng “!”"),
    ("a: !x!y b\n", "1:4", "bắt đầu bằng “!”"),
    ("a: ? b\n", "1:4", "bắt đầu bằng “?”"),
    ("a: |\nchữ\nb: c\n", "2:1", "đoạn văn sau “|”"),
    ("a: | chữ\n", "1:4", "bắt đầu bằng “|”"),
    ('a: "C:\\Users"\n', "1:9", "“\\” trong dấu nháy kép"),
    ('a: "\\ud800"\n', "1:7", "“\\” trong dấu nháy kép"),
    ('a: "x\\d"\n', "1:6", "“\\” trong dấu nháy kép"),
    ('a: "\\u200b"\n', "1:4", "U+200B"),
    ('a: "e\\u0301"\n', "1:4", "chữ tổ hợp"),
    ("%YAML 1.1\n---\na: b\n", "1:1", "chỉ thị YAML"),
    ("%x\na: b\n", "1:1", "chỉ thị YAML"),
    ("a: b\n%x\n", "2:1", "chỉ thị YAML"),
    ("a: b\n---\nc: d\n", "2:1", "nhiều phần"),
    ("a: b\n...\nc: d\n", "3:1", "sau dấu kết thúc"),
    ("a: &x b\n", "1:4", "neo (anchor)"),
    ("a: &x\n  b: c\n", "1:4", "neo (anchor)"),
    ("a: !x b\n", "1:4", "“!x” là thẻ kiểu"),
    ("a: !!str b\n", "1:4", "“!!str” là thẻ kiểu"),
    ("a: !!map\n  b: c\n", "1:4", "“!!map” là thẻ kiểu"),
    ("a: ! b\n", "1:4", "thẻ kiểu"),
    ("a:\n  <<: b\n", "2:3", "khóa trộn"),
    ("[a]: c\n", "1:1", "khóa phải là một từ"),
    ("? {a: b}\n: c\n", "1:3", "khóa phải là một từ"),
    (": b\n", "1:1", "không có khóa đứng trước"),
    ('"": b\n', "1:1", "khóa trống"),
    ("a:\n  -\n  - b\n", "2:4", "mục danh sách trống"),
    ("a: |\n\nb: c\n", "1:1", "không có giá trị"),
    ("a: #30\n", "1:1", "không có giá trị"),
    ("a:\tb\n", "1:3", "dấu Tab trong dòng"),
    ("a: b\t\n", "1:5", "dấu Tab trong dòng"),
    ("# ghi\tchú\na: b\n", "1:6", "dấu Tab trong dòng"),
    ("a: b\ufeffc\n", "1:5", "U+FEFF"),
    ("a: b\u00adc\n", "1:5", "U+00AD (gạch nối mềm)"),
    ("a: b\u202ec\n", "1:5", "U+202E (ký tự đổi hướng chữ)"),
    ("a: b\u2066c\n", "1:5", "U+2066"),
    ("a: b\u202fc\n", "1:5", "U+202F"),
    ("a: b\u3000c\n", "1:5", "U+3000 (dấu cách lạ)"),
    ("a: b\u2028c\n", "1:5", "U+2028"),
    ("a: b\x85c\n", "1:5", "U+0085"),
    ("a: \x01\n", "1:4", "U+0001 (ký tự điều khiển)"),
    ("a: b\x00\n", "1:5", "U+0000"),
    ("a: b\rc: d\r", "1:5", "U+000D"),
    ("a: \uf0b7 b\n", "1:4", "U+F0B7 (ký tự riêng của một phông chữ)"),
    ("a: b\ufffdc\n", "1:5", "chữ gốc đã mất"),
    ("# ẩn\u200b\na: b\n", "1:5", "U+200B"),
    (b"a: b\nt\xc3\xaan: \xca\xd5\n", "2:6", "không phải UTF-8"),
    (b"a: \xed\xa0\x80\n", "1:4", "không phải UTF-8"),
    ("a: b\n".encode("utf-16"), "1:1", "không phải UTF-8"),
    ("# chỉ ghi chú\n", "1:1", "không có dữ liệu"),
    ("---\n", "1:1", "không có dữ liệu"),
]


@pytest.mark.parametrize(("source", "place", "words"), BAD)
def test_refused_once_at_its_place(source: str | bytes, place: str, words: str) -> None:
    problems = told(source)
    if source == "a: b\rc: d\r":  # each old-style line break is told
        problems = problems[:1]
    assert len(problems) == 1, problems
    assert problems[0].startswith(f"{place}: lỗi: "), problems
    assert words in problems[0]
    assert "\n" not in problems[0]
    assert "sai cú pháp YAML" not in problems[0]


def test_unknown_complaint_still_speaks_vietnamese() -> None:
    mark = yaml.Mark("x", 5, 1, 2, None, 0)
    error = yaml.MarkedYAMLError("while doing", mark, "something unheard of", mark)
    assert str(explain(error, SourceText("a: b\ncd e\n", "a.yml", 1), None)) == (
        "a.yml:2:3: lỗi: sai cú pháp YAML ở chỗ này → xem lại thụt đầu dòng, dấu nháy, "
        "dấu hai chấm và các ngoặc ở dòng này và dòng trên"
    )


# --- several at once, limits, what is given back --------------------------------------------------


def test_many_problems_are_told_together_in_order() -> None:
    problems = told("a: x\u200b\nb:\nc: 1\nc: 2\nd: &n e\nf: *n\ng: Ky\u0300\nh: x y\u00a0z\n")
    assert [p.split(":")[0] for p in problems] == ["1", "2", "4", "5", "6", "7", "8"]


def test_hidden_character_hides_the_syntax_error_that_it_may_cause() -> None:
    assert len(told("a:\n\tb: c\n\t d: @\n")) == 1
    assert [p.split(":")[0] for p in told("a: @\nb: x\u200b\n")] == ["1", "2"]


def test_tree_is_given_with_lesser_problems_and_without_hidden_characters() -> None:
    node, problems = parse_yaml("a: Tr\u00adần\u00a0Thử\na: 2\nc: Ky\u0300\n".encode(), "a.yml")
    assert len(problems) == 4
    assert plain(node) == {"a": "Trần Thử", "c": "Kỳ"}


def test_tabs_in_quotation_marks_are_kept() -> None:
    assert plain(clean("a: 'x\ty'\nb: \"\t\"\n")) == {"a": "x\ty", "b": "\t"}
    assert [p.split(":")[0] for p in told("a: 'x\ty'\nb:\tc\n")] == ["2"]


def test_depth_limit() -> None:
    assert parse_yaml(("[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH).encode(), "a.yml")[1] == []
    deep = "[" * (MAX_DEPTH + 1) + "x" + "]" * (MAX_DEPTH + 1)
    node, problems = parse_yaml(deep.encode(), "a.yml")
    assert node is None
    assert [p.message for p in problems] == [f"dữ liệu lồng nhau quá {MAX_DEPTH} cấp"]
    assert len(told("[" * 200_000)) == 1


def test_size_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"a: " + b"x" * (MAX_BYTES - 3))
    assert read_yaml(path, "data/a.yml")[1] == []
    path.write_bytes(b"a: " + b"x" * MAX_BYTES)
    node, problems = read_yaml(path, "data/a.yml")
    assert node is None
    assert [str(p) for p in problems] == [
        "data/a.yml:1:1: lỗi: tệp lớn hơn 1024 KiB → tách thành nhiều tệp nhỏ hơn"
    ]


def test_alias_bomb_is_refused_without_being_expanded() -> None:
    lines = ["a0: &a0 [x]"] + [
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 60)
    ]
    node, problems = parse_yaml("\n".join(lines).encode(), "a.yml")
    assert len(problems) == 60 + 59 * 9
    assert isinstance(node, Table)
    assert len(node) == 60


def test_a_flood_of_hidden_characters_is_summed_up() -> None:
    problems = told("a: x" + "\u200b" * 300 + "\n")
    assert len(problems) == 1
    assert "sau “a: x”; còn 299 chỗ nữa, ở dòng 1 →" in problems[0]
    problems = told("".join(f"k{i}:\tx\n" for i in range(80)))
    assert len(problems) == 1
    assert (
        "có dấu Tab trong dòng; còn 79 dòng nữa, ở dòng 2, 3, 4, 5, 6, 7, 8, 9, … →" in problems[0]
    )


def test_missing_file_is_a_problem(tmp_path: Path) -> None:
    node, problems = read_yaml(tmp_path / "none.yml", "data/none.yml")
    assert node is None
    assert str(problems[0]).startswith("data/none.yml:1:1: lỗi: không tìm thấy tệp")
    assert read_yaml(tmp_path, "data")[1][0].message == "không mở được tệp"


def test_a_byte_order_mark_is_neither_shown_nor_counted() -> None:
    node, problems = parse_yaml("\ufeffa: b\n".encode(), "a.yml")
    assert (node, problems) == ({"a": "b"}, [])
    assert isinstance(node, Table)
    assert node["a"].position == Position("a.yml", 1, 4)
