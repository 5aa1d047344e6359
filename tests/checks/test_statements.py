"""Statements are one sentence of one speaker, and answer what was promised before."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks.references import broken, broken_within
from macros.checks.statements import (
    answers,
    attributed_once,
    few_passages,
    of_fitting_kind,
    one_sentence,
    one_speaker,
    said_once,
)
from macros.checks.wording import comrades_in_data
from tests.support import told

STATEMENTS = "data/organizations/khoi/statements.yml"
CHECKS = (
    answers,
    attributed_once,
    few_passages,
    of_fitting_kind,
    one_sentence,
    one_speaker,
    said_once,
    broken,
    broken_within,
    comrades_in_data,
)
OLD = {
    "data/sources/cu.yml": """
        title: Báo cáo cũ
        kind: báo cáo
        status: final
        speaks_until: "1990"
        """,
    "data/organizations/khoi/targets.yml": """
        sets:
          - id: bang
            title: Bảng
            period: "2001"
            cite: ky-yeu#4
            targets: [{id: dong-1, indicator: Một, cite: ky-yeu#4}]
        """,
    "data/organizations/khoi/events.yml": """
        events:
          - {id: hop, summary: Họp, cite: ky-yeu#2}
          - {id: xin, kind: proposal, summary: Xin đất, cite: ky-yeu#2}
        """,
}
PROMISE = "id: hua, kind: promise, text: sẽ lập trường, domain: culture, cite: ky-yeu#1"


def statements(*entries: str) -> dict[str, str]:
    """Return statements of which each entry is a statement on a line of its own, from line 2."""
    lines = [f"  - {{{entry}}}" for entry in entries]
    return {**OLD, STATEMENTS: "\n".join(["statements:", *lines])}


def problems(root: Path, *entries: str) -> list[str]:
    files = statements(*entries)
    found = [one for check in CHECKS for one in told(check, root, files)]
    return [one.removeprefix(f"{STATEMENTS}:") for one in found]


def at(entry: str, message: str) -> str:
    """Return a message about a field of the second entry with the place of that field's value."""
    field, _, rest = message.partition(": ")
    return f"3:{entry.index(f'{field}: ') + len(field) + 8}: {rest}"


def test_silent_when_right(tmp_path: Path) -> None:
    answering = "kind: appraisal, domain: culture, cite: ky-yeu#2, answer: done"
    assert not problems(
        tmp_path,
        PROMISE,
        f"id: tot, text: trường đã lập, answers: hua, by: {{person: ly-van-mot}}, {answering}",
        f"id: dat, text: chỉ tiêu đạt, answers: dong-1, by: {{words: Khối}}, {answering}",
        f"id: duoc, text: đất đã được giao, answers: khoi/xin, {answering}",
        "id: vi, kind: cause, text: do thiếu TP. và quận, domain: whole, judges: hop, "
        "by: {organization: khoi}, cite: ky-yeu#2",
        "id: nho, kind: request, text: xin thêm đất, recipient: Tỉnh ủy, due: '2005', "
        "domain: land, cite: ky-yeu#2".replace("'", '"'),
    )


LINE = "domain: culture, cite: ky-yeu#2"


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (
            f"id: a, kind: lesson, text: Phải đoàn kết. Phải kiểm tra., {LINE}",
            "text: lỗi: nhận định “a” có hơn một câu "
            "→ tách thành hai mục, mỗi mục một câu và một loại",
        ),
        (
            f"id: a, kind: lesson, text: Báo cáo cho rằng phải đoàn kết, {LINE}",
            "text: lỗi: nhận định “a” mở đầu bằng “Báo cáo cho rằng”; trang đã ghi ai nói "
            "→ bỏ mấy chữ ấy; không phải chính nguồn nói thì ghi người nói ở by",
        ),
        (
            f"id: a, kind: lesson, text: phải đoàn kết, by: {{}}, {LINE}",
            "by: lỗi: by của “a” không kể ai nói → ghi đúng một trong congress, document, "
            "organization, person, words; chính nguồn nói thì bỏ by",
        ),
        (
            f"id: a, kind: lesson, text: phải đoàn kết, by: {{person: ly-van-mot, words: Ông}}, {LINE}",
            "by: lỗi: by của “a” kể 2 người nói (person, words) → ghi đúng một trong congress, "
            "document, organization, person, words; chính nguồn nói thì bỏ by",
        ),
        (
            "id: a, kind: lesson, text: phải đoàn kết, domain: whole, cite: ky-yeu#1-40",
            "cite: lỗi: nhận định “a” dẫn 40 đoạn liền, không rõ đoạn nào nói "
            "→ dẫn đoạn nói điều ấy, nhiều nhất 12 đoạn",
        ),
        (
            f'id: a, kind: lesson, text: phải đoàn kết, due: "2005", {LINE}',
            "due: lỗi: nhận định “a” có thời hạn mà loại là lesson (bài học) "
            "→ sửa kind thành promise hoặc request, hoặc ghi thời gian ở period",
        ),
        (
            f"id: a, kind: promise, text: sẽ đoàn kết, recipient: Tỉnh ủy, {LINE}",
            "recipient: lỗi: nhận định “a” có bên nhận mà loại là promise (việc đề ra) "
            "→ sửa kind thành request, hoặc bỏ recipient",
        ),
        (
            f"id: a, kind: promise, text: Sẽ lập trường., {LINE}",
            "text: lỗi: “a” nói đúng câu của “hua” (dòng 2) "
            "→ giữ một mục; hai nguồn cùng nói thì dẫn cả hai ở cite của mục ấy",
        ),
        (
            f"id: a, kind: appraisal, text: trường đã lập, answers: hua, {LINE}",
            "answers: lỗi: nhận định “a” có answers mà không có answer "
            "→ ghi answer: done, partly hoặc not",
        ),
        (
            f"id: a, kind: appraisal, text: trường đã lập, answer: done, {LINE}",
            "answer: lỗi: nhận định “a” có answer mà không có answers "
            "→ ghi answers: mã việc đề ra, hoặc bỏ answer",
        ),
        (
            f"id: a, kind: promise, text: trường lập, answers: hua, answer: done, {LINE}",
            "kind: lỗi: “a” là việc đề ra, không trả lời được việc đề ra khác → sửa kind theo điều "
            "câu ấy nói về kết quả (appraisal, shortcoming, method …), hoặc bỏ answers và answer",
        ),
        (
            f"id: a, kind: appraisal, text: trường lập, answers: a, answer: done, {LINE}",
            "answers: lỗi: “a” trả lời chính nó → ghi mã của việc được đề ra trước đó",
        ),
        (
            f"id: a, kind: appraisal, text: họp rồi, answers: hop, answer: done, {LINE}",
            "answers: lỗi: “hop” không phải việc đề ra, kiến nghị hay chỉ tiêu, nên không trả lời được "
            "→ ghi mã của một nhận định loại promise hoặc request, hay một dòng chỉ tiêu; đánh giá "
            "một dữ kiện thì ghi judges",
        ),
        (
            "id: a, kind: appraisal, text: trường lập, answers: hua, answer: done, domain: culture, "
            "cite: cu#2",
            "answers: lỗi: nguồn của “a” có trước nguồn đề ra “hua”: trả lời trước khi đề ra "
            "→ sửa cite, sửa answers, hoặc sửa ngày của nguồn",
        ),
        (
            'id: a, kind: appraisal, text: đạt rồi, period: "1999", answers: dong-1, answer: done, '
            "domain: whole, cite: ky-yeu#2".replace("dong-1", "dong-2"),
            "answers: lỗi: không có dữ kiện nào mang mã “dong-2” → sửa mã, hoặc thêm dữ kiện ấy",
        ),
        (
            f"id: a, kind: cause, text: do thiếu gạch, judges: a, {LINE}",
            "judges: lỗi: “a” chỉ vào chính nó → ghi mã của dữ kiện khác",
        ),
        (
            f"id: a, kind: cause, text: do các đồng chí thiếu gạch, {LINE}",
            "text: lỗi: lời kể gọi người là “đồng chí” → chỉ viết tên, chức danh, hoặc “ông”, “bà”; "
            "số người thì viết “người”, “đảng viên”",
        ),
    ],
)
def test_each_slip_has_one_message(tmp_path: Path, entry: str, message: str) -> None:
    assert problems(tmp_path, PROMISE, entry) == [at(entry, message)]


def test_an_answer_is_of_no_time_before_the_promise(tmp_path: Path) -> None:
    promise = PROMISE.replace("cite", 'period: "2001/2005", cite')
    answer = 'id: a, kind: appraisal, text: đã lập, period: "1999", answers: hua, answer: done'
    (told_once,) = problems(tmp_path, promise, f"{answer}, {LINE}")
    assert told_once == at(
        answer,
        "period: lỗi: “a” nói về năm 1999, trước thời kỳ của “hua” (2001–2005) "
        "→ sửa period hoặc answers",
    )


def test_whoever_speaks_exists(tmp_path: Path) -> None:
    lesson = f"id: a, kind: lesson, text: phải đoàn kết, {LINE}, by:"
    (person,) = problems(tmp_path, f"{lesson} {{person: ly-van-bon}}")
    assert "không có nhân vật nào mang mã “ly-van-bon”" in person
    (organization,) = problems(tmp_path, f"{lesson} {{organization: khoy}}")
    assert "không có tổ chức nào mang mã “khoy”" in organization
    (document,) = problems(tmp_path, f"{lesson} {{document: qd-9}}")
    assert "không có văn bản nào mang mã “qd-9”" in document
    (congress,) = problems(tmp_path, f"{lesson} {{congress: V}}")
    assert "tổ chức “khoi” không có đại hội lần thứ V" in congress
