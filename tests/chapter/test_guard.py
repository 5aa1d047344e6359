"""What a chapter may hold, and the exact words in which the rest is refused."""

from __future__ import annotations

import pytest

from macros.chapter import guard
from macros.messages.suggest import did_you_mean, listed
from tests.chapter.fabricated import Archive, chapter, registry

CALL = 'chỉ viết {{ tên_macro("giá trị", …) }}'
HTML = "dùng Markdown hoặc macro; muốn hiện dấu “<” thì viết &lt;"
BRACE = "ngoặc nhọn “{…}” chỉ dùng để đặt mã hoặc lớp"
PERSON = "có phải ý bạn là “tran-thi-thu”?"

ALLOWED = [
    "Lúc 10:30:00, tỷ lệ 1:2:3",
    "| a | b |\n|:---:|--:|\n| 1 | 2 |",
    "Chỉ có chữ, a < b, 5 > 3 và & cũng được.",
    "{{ person(\"tran-thi-thu\") }} và {{person('ly-van-dong')}}",
    '{{ person(person="tran-thi-thu") }}',
    '{{ congress("VI") }}, {{ congress("I", organization="xa-binh-hoa") }}',
    '{{ statistic("party-members",\n  "1994") }}',
    '    {{ leadership_table("secretary") }}   ',
    '{{ chart(["tran-thi-thu", "ly-van-dong"], 20, legend=false, seats=["secretary"]) }}',
    "## Đề mục {: #nam-1994 .lon }\n\nĐoạn {: .nho }",
    '[Trang](../khac.md), [web](https://vi.example.org/a?b=c), ![Ảnh](anh/cong.jpg "Cổng")',
    "[^1] và\n\n[^1]: ghi chú: có dấu hai chấm\n\n*[UBKT]: Ủy ban kiểm tra",
    "[ref]\n\n[ref]: https://vi.example.org",
    "```yaml\nconcurrent: [{organization: a}]\n```",
    '| Cột | Số |\n|---|---|\n| {{ person("tran-thi-thu") }} | 1 |',
    "&#123;&#123; x &#125;&#125;",
    '!!! note\n\n    {{ leadership_table("secretary") }}',
]

# (body, the problem from its line and column on)
REFUSED = [
    ("a\n{% raw %}", "6:1: lỗi: chương không được có câu lệnh “{% … %}” → " + CALL),
    ('{% include "x" %}', "5:1: lỗi: chương không được có câu lệnh “{% … %}” → " + CALL),
    (
        "## Đề mục {#ma-1}",
        "5:11: lỗi: “{#ma-1}” mở một chú thích, không đặt được mã cho đề mục → viết {: #ma-1 }",
    ),
    (
        "{# ẩn đi #}",
        (
            "5:1: lỗi: chương không được có chú thích “{# … #}” → "
            "bỏ chú thích; muốn đặt mã cho đề mục thì viết {: #ma }"
        ),
    ),
    (
        '{{ person("tran-thi-thu")|safe }}',
        "5:4: lỗi: không được dùng bộ lọc “|safe” trong chương → " + CALL,
    ),
    (
        "{{ ''.__class__ }}",
        "5:4: lỗi: không được dùng thuộc tính “.__class__” trong chương → " + CALL,
    ),
    ("{{ ''.join([]) }}", "5:4: lỗi: không được dùng thuộc tính “.join” trong chương → " + CALL),
    ("{{ config }}", "5:4: lỗi: không được dùng biến “config” trong chương → " + CALL),
    ('{{ config["x"] }}', "5:4: lỗi: không được dùng ngoặc vuông “[…]” trong chương → " + CALL),
    ("{{ person }}", "5:4: lỗi: macro “person” thiếu ngoặc tròn → viết {{ person(person) }}"),
    ('{{ "chữ" }}', "5:4: lỗi: không được dùng một giá trị đứng một mình trong chương → " + CALL),
    ("{{ 1 + 1 }}", "5:4: lỗi: không được dùng phép tính trong chương → " + CALL),
    (
        '{{ person("tran" ~ "thu") }}',
        "5:11: lỗi: không được dùng phép nối chuỗi “~” trong chương → " + CALL,
    ),
    (
        '{{ person("tran-" "thi-thu") }}',
        (
            "5:19: lỗi: hai giá trị đứng cạnh nhau không có dấu phẩy → "
            "đặt dấu phẩy hoặc viết thành một giá trị"
        ),
    ),
    ('{{ person("a" + "b") }}', "5:11: lỗi: không được dùng phép tính trong chương → " + CALL),
    ("{{ person(ten) }}", '5:11: lỗi: giá trị “ten” không đặt trong dấu nháy → viết "ten"'),
    (
        '{{ person(person("a")) }}',
        "5:11: lỗi: không được dùng lời gọi lồng trong lời gọi trong chương → " + CALL,
    ),
    (
        '{{ person("a" if 1 else "b") }}',
        "5:11: lỗi: không được dùng điều kiện “if” trong chương → " + CALL,
    ),
    (
        '{{ person(f"a") }}',
        "5:11: lỗi: có chữ “f” sát trước dấu nháy → bỏ chữ đó, chỉ để giá trị trong nháy",
    ),
    (
        "{{ person(*[1]) }}",
        "5:4: lỗi: không được dùng “*” hay “**” trong lời gọi macro → viết rõ từng tham số",
    ),
    (
        "{{ person(**{}) }}",
        "5:4: lỗi: không được dùng “*” hay “**” trong lời gọi macro → viết rõ từng tham số",
    ),
    (
        '{{ person(("tran-thi-thu")) }}',
        "5:11: lỗi: lời gọi macro có ngoặc tròn thừa → bỏ cặp ngoặc đó",
    ),
    (
        "{{ person(-1) }}",
        "5:11: lỗi: không được dùng dấu “+” hay “-” trước một giá trị trong chương → " + CALL,
    ),
    ("{{ person(none) }}", "5:11: lỗi: không được dùng giá trị “none” → bỏ hẳn tham số đó"),
    ("{{ person(1.5) }}", '5:11: lỗi: không được dùng số lẻ → đặt số trong nháy: "…"'),
    (
        '{{ person("\\x41") }}',
        "5:11: lỗi: giá trị có dấu “\\” → bỏ dấu “\\”, viết thẳng ký tự cần dùng",
    ),
    (
        '{{ person("tran-thi-thu" }}',
        "5:1: lỗi: lời gọi macro thiếu dấu “)” → thêm “)” hoặc bỏ “(” thừa",
    ),
    (
        '{{ person("tran-thi-thu) }}',
        '5:1: lỗi: lời gọi macro thiếu dấu nháy đóng → đặt giá trị giữa hai dấu nháy "…"',
    ),
    (
        '{{ statistic("cells" "1994"\n"x" y) }}',
        (
            "5:1: lỗi: lời gọi macro thiếu dấu phẩy giữa hai tham số → "
            'đặt dấu phẩy giữa các tham số: tên_macro("…", "…")'
        ),
    ),
    (
        "{{ person(“tran-thi-thu”) }}",
        '5:11: lỗi: giá trị đặt trong ngoặc kép cong “ → dùng dấu nháy thẳng: "…"',
    ),
    ("{{ }}", "5:1: lỗi: lời gọi “{{ }}” rỗng → " + CALL),
    (
        '{{- person("tran-thi-thu") }}',
        "5:1: lỗi: có dấu “-” hay “+” sát ngoặc “{{” hoặc “}}” → bỏ dấu đó",
    ),
    (
        "a {{ b\n\nc",
        (
            "5:3: lỗi: “{{” không có “}}” đóng → "
            "thêm “}}” ở cuối lời gọi; muốn hiện hai ngoặc nhọn thì viết &#123;&#123;"
        ),
    ),
    ("a }} b", "5:3: lỗi: “}}” không có “{{” mở → thêm “{{” ở đầu lời gọi hoặc bỏ “}}”"),
    ('{{ persson("x") }}', "5:4: lỗi: không có macro “persson” → có phải ý bạn là “person”?"),
    (
        "{{ xyz() }}",
        (
            "5:4: lỗi: không có macro “xyz” → dùng một trong các macro: "
            "broken, chart, cite, congress, leadership_table, person, statistic"
        ),
    ),
    ('{{ person("tran-thi-thus") }}', "5:11: lỗi: không có nhân vật “tran-thi-thus” → " + PERSON),
    ("{{ person() }}", "5:4: lỗi: macro “person” thiếu tham số “person” → viết person(person)"),
    (
        '{{ person("tran-thi-thu", "x") }}',
        "5:27: lỗi: macro “person” không nhận thêm tham số này → viết person(person)",
    ),
    (
        '{{ congress("VI", organisation="xa-binh-hoa") }}',
        (
            "5:19: lỗi: macro “congress” không có tham số “organisation” → "
            "có phải ý bạn là “organization”?"
        ),
    ),
    (
        '{{ person("tran-thi-thu", person="tran-thi-thu") }}',
        "5:27: lỗi: tham số “person” được ghi hai lần → viết person(person)",
    ),
    ("{{ person(1994) }}", '5:11: lỗi: tham số “person” phải là chữ trong nháy "…" → sửa “1994”'),
    (
        '{{ chart(["tran-thi-thu"], true) }}',
        "5:28: lỗi: tham số “height” phải là số nguyên không có nháy → sửa “True”",
    ),
    (
        '{{ chart("tran-thi-thu") }}',
        "5:10: lỗi: tham số “people” phải là một danh sách → "
        'viết chữ trong nháy "…" trong ngoặc vuông',
    ),
    ('{{ chart(["tran-thi-tu"]) }}', "5:10: lỗi: không có nhân vật “tran-thi-tu” → " + PERSON),
    (
        '{{ congress("VII") }}',
        "5:13: lỗi: không có đại hội “VII” của tổ chức “phuong-an-lac” → dùng một mã đã có: V, VI",
    ),
    (
        '{{ congress("VI", organization="xa-binh-hoa") }}',
        "5:13: lỗi: không có đại hội “VI” của tổ chức “xa-binh-hoa” → dùng một mã đã có: I",
    ),
    (
        '{{ leadership_table("secretery") }}',
        "5:21: lỗi: tham số “seat” không nhận “secretery” → có phải ý bạn là “secretary”?",
    ),
    (
        '{{ statistic("cells", "1995") }}',
        "5:4: lỗi: không có số liệu “cells” cho kỳ “1995” → dùng một kỳ đã có: 1994",
    ),
    (
        '## Năm {{ statistic("cells", "1994") }}',
        "5:8: lỗi: đề mục không được có lời gọi macro “statistic” → gõ thẳng chữ và năm vào đề mục",
    ),
    (
        '## Khóa #1 {{ statistic("cells", "1994") }}',
        "5:12: lỗi: đề mục không được có lời gọi macro “statistic” → gõ thẳng chữ và năm vào đề mục",
    ),
    (
        'Năm {{ person("tran-thi-thu") }}\n----',
        "6:1: lỗi: đoạn có lời gọi macro thành đề mục vì dòng “----” liền dưới nó → để một dòng "
        "trống trước dòng ấy, hoặc xóa dòng ấy",
    ),
    (
        'Bảng {{ leadership_table("secretary") }}',
        "5:6: lỗi: macro “leadership_table” phải đứng riêng một dòng → "
        "đưa lời gọi xuống dòng của riêng nó",
    ),
    (
        '`{{ person("tran-thi-thu") }}`',
        "5:2: lỗi: lời gọi macro nằm trong đoạn mã `…` → "
        "đưa lời gọi ra ngoài; muốn hiện “{{” thì viết &#123;&#123;",
    ),
    (
        '[{{ person("tran-thi-thu") }}](x.md)',
        "5:1: lỗi: lời gọi macro nằm trong chữ của một liên kết → đưa lời gọi ra ngoài liên kết",
    ),
    (
        '[x]({{ person("tran-thi-thu") }})',
        "5:5: lỗi: địa chỉ liên kết không được lấy từ macro → "
        'dùng macro tự tạo liên kết, như {{ person("…") }}',
    ),
    ("<script>alert(1)</script>", "5:1: lỗi: chương không được có thẻ HTML “<script>” → " + HTML),
    ("x <IFRAME src=a>", "5:3: lỗi: chương không được có thẻ HTML “<IFRAME>” → " + HTML),
    ("<!-- ẩn -->", "5:1: lỗi: chương không được có chú thích HTML “<!-- … -->” → bỏ đi"),
    (
        "<https://vi.example.org>",
        "5:1: lỗi: liên kết “<https://vi.example.org>” viết kiểu <…> → viết [chữ hiện ra](địa chỉ)",
    ),
    (
        "[x](javascript:alert(1))",
        "5:5: lỗi: liên kết không được chạy mã (javascript:) → ghi địa chỉ https://… hoặc tệp .md",
    ),
    (
        "[x](data:text/html,a)",
        "5:5: lỗi: liên kết không được dùng “data:” → ghi địa chỉ https://… hoặc tệp .md",
    ),
    (
        "![x](https://h.example/a.png)",
        "5:1: lỗi: ảnh “https://h.example/a.png” không nằm trong trang này → "
        "đặt tệp ảnh vào docs/ và ghi đường dẫn tương đối",
    ),
    (
        "![x][y]",
        "5:1: lỗi: ảnh phải viết trọn trong một cặp ngoặc → viết ![mô tả](anh/ten-tep.jpg)",
    ),
    (
        'Chữ {: onclick="x" }',
        "5:5: lỗi: " + BRACE + " → viết {: #ma } hoặc {: .lop }; muốn hiện dấu “{” thì viết &#123;",
    ),
    (
        '--8<-- "a.md"',
        "5:2: lỗi: chương không được chèn tệp khác bằng “--8<--” → viết thẳng nội dung vào chương",
    ),
    (
        "a :smile: b",
        "5:3: lỗi: chương không được có biểu tượng “:smile:” → "
        "dùng chữ, hoặc thêm dấu cách sau dấu hai chấm",
    ),
    (
        "/// html | script\n///",
        "5:1: lỗi: chương không được dùng khối “///” → dùng “!!! note” hoặc đoạn văn thường",
    ),
    (
        "a\u200bb",
        "5:2: lỗi: có ký tự không dùng được U+200B (dấu cách không bề rộng) sau “a” → "
        "xóa ký tự đó, hoặc gõ lại đoạn này bằng tay",
    ),
]


def problems(body: str) -> list[str]:
    return [str(p) for p in guard(chapter(body), registry, Archive())]


@pytest.mark.parametrize("body", ALLOWED)
def test_allowed(body: str) -> None:
    assert problems(body) == []


@pytest.mark.parametrize(("body", "expected"), REFUSED)
def test_refused_in_these_words(body: str, expected: str) -> None:
    assert f"docs/thu.md:{expected}" in problems(body)


@pytest.mark.parametrize(
    "body",
    [
        "[x](java\nscript:alert(1))",
        "[x](java&Tab;script:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](&#x6A;avascript&colon;alert(1))",
        "[x]( JaVaScRiPt:alert(1))",
        "[x]\n\n[x]: javascript:alert(1)",
        "[x]\n\n[x]:\n   vbscript:x",
        "> [x]: data:text/html,x",
        "[x](<javascript:alert(1)>)",
        "![x](//h.example/a.png)",
        "![x](\\\\h.example/a.png)",
        "![x](https&colon;//h.example/a.png)",
        "![x]\n\n[x]: https://h.example/a.png",
        "![a[b]](https://h.example/a.png)",
        "[![x](http://h.example/a.png)](y.md)",
        "</p onclick=x>",
        "<?php x ?>",
        "<!DOCTYPE html>",
        "<svg/onload=alert(1)>",
        "`<b>`",
        "```\n<script>x</script>\n```",
        "    <script>x</script>",
        "~~~\n{ onclick=x }\n~~~",
        "x {onclick=x}",
        "x {: style=color:red .a }",
        "x {: .a } { .b onmouseover=x }",
        "``` { .yaml onclick=x }\n```",
        ';--8<-- "a"',
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ self._TemplateReference__context }}",
        "{{ person.__globals__ }}",
        "{{ person('tran-thi-thu').__class__ }}",
        "{{ ().__class__ }}",
        "{{ {}.x }}",
        "{{ person('tran-thi-thu') is defined }}",
        "{{ not person('tran-thi-thu') }}",
        "{{ lipsum() }}",
        "{{ range(9) }}",
        "{{ (person)('tran-thi-thu') }}",
        "{{ person('tran-thi-thu'), 1 }}",
        "{{ person('tran-thi-thu') }",
        "{{{ person('tran-thi-thu') }}}",
        "{{ person('{{ config }}') }}",
        "{{ person('tran-thi-thu') {% x %} }}",
        "{{ chart([['tran-thi-thu']]) }}",
        "{{ chart(['tran-thi-thu'], 1_0) }}",
        "{{ chart(['tran-thi-thu'], 0x1F) }}",
        "{{ chart(['tran-thi-thu', person]) }}",
        "{{ " + "(" * 3000 + " }}",
        "{{ " + "(" * 900 + " }}",
        "{{ " + "[" * 900 + "1" + "]" * 900 + " }}",
        "{{ " + "-" * 1500 + "1 }}",
        "{{ x(" + "9" * 1900 + ") }}",
        "{%- endraw -%}",
        "{% raw %}{{ config }}{% endraw %}",
        "~~~\n{{ person('tran-thi-thu') }}\n~~~",
        "``a ` {{ person('tran-thi-thu') }}``",
        "- # {{ person('tran-thi-thu') }}",
        "> {{ leadership_table('secretary') }}",
        "![{{ person('tran-thi-thu') }}](a.png)",
        "\ue000<script>x</script>\ue001",
        "a\x02wzxhzdk:0\x03",
        "Hôị nghi\u0323",
    ],
)
def test_refused(body: str) -> None:
    assert problems(body)


def test_one_broken_call_hides_no_other() -> None:
    body = '{{ person("a }}\n\n{{ persson("x") }} {% x %}\n\n<b>{{ person("ly-van-dogn") }}'
    lines = [p.split(": ")[0].removeprefix("docs/thu.md:") for p in problems(body)]
    assert lines == ["5:1", "7:4", "7:20", "9:1", "9:14"]


def test_every_fault_of_a_call_is_told() -> None:
    found = problems('{{ congress("X", 1, organization="xa-binh-hao") }}')
    assert len(found) == 3


def test_what_is_proposed_for_a_word() -> None:
    assert did_you_mean("may", ["mây", "x"], "khác") == "có phải ý bạn là “mây”?"
    assert did_you_mean("xyz", ["mây"], "khác") == "khác"
    # known, but not here: it is not proposed for itself
    assert did_you_mean("mây", ["mây"], "khác") == "khác"
    letters = "abcdefghijklm"
    assert listed(letters[:12]) == ", ".join(letters[:12])
    assert listed(reversed(letters)) == ", ".join(letters[:12]) + ", …"
