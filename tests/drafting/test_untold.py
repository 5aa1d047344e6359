"""The untold page: who may open it, what it shows, and what a keystroke does."""

from __future__ import annotations

import http.client
import json
import re
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
import yaml

from macros.drafting.desk import Desk
from macros.drafting.server import ADDRESS, UntoldServer
from macros.drafting.sheet import as_lines
from macros.drafting.worklist import worklist
from macros.evidence.sidecar import paragraph_hash
from tests.browser.look import AXE
from tests.drafting.site import FOLDER, reading, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, ViewportSize

FORM = "application/x-www-form-urlencoded"


@contextmanager
def serving(root: Path, folder: Path) -> Iterator[UntoldServer]:
    with UntoldServer(Desk(root, folder / "lich-su.txt")) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def site(tmp_path: Path) -> tuple[Path, Path]:
    return write(tmp_path / "site")


def asked(
    server: UntoldServer, method: str, path: str, body: str = "", **headers: str
) -> tuple[int, str, dict[str, str]]:
    connection = http.client.HTTPConnection(ADDRESS, server.server_port, timeout=20)
    try:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body.encode(), sent)
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), dict(answer.getheaders())
    finally:
        connection.close()


def decide(server: UntoldServer, what: str, key: str, **fields: str) -> tuple[int, str]:
    desk = server.desk
    one = desk.drafts[key]
    form = {"do": what, "item": key, "version": desk.version(one.home), "to": one.home, **fields}
    body = urlencode(form)
    status, text, _ = asked(
        server, "POST", f"/{server.token}/act", body, Origin=server.origin, Content_Type=FORM
    )
    return status, text


def draft_of(desk: Desk, person: str) -> tuple[str, str]:
    """Return the key of the draft about a person, and its record as the page has it."""
    desk.read()
    key, one = next((k, o) for k, o in desk.drafts.items() if o.record.get("person") == person)
    return key, "\n".join(as_lines(one.home, one.key, one.record))


def test_only_this_machine_with_the_token_is_answered(site: tuple[Path, Path]) -> None:
    with serving(*site) as server:
        assert server.server_address[0] == "127.0.0.1"
        for path in ("/", "/x/", f"/{server.token[:-1]}/", f"/{server.token}x/", "/untold.css"):
            assert asked(server, "GET", path)[0] == 404
        own = f"/{server.token}/"
        for host in ("evil.example", f"localhost:{server.server_port}", "127.0.0.1", ""):
            assert asked(server, "GET", own, Host=host)[0] == 403
        status, text, headers = asked(server, "GET", own)
        assert status == 200
        assert "script-src 'self'" in headers["Content-Security-Policy"]
        assert headers["Cache-Control"] == "no-store"
        assert server.token not in text
        assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize("name", [
    "../../etc/passwd", "..%2f..%2fetc%2fpasswd", "untold.html", "../untold.css", "//etc/passwd", "act", "%2e%2e/",
])  # fmt: skip
def test_no_path_leads_to_a_file(site: tuple[Path, Path], name: str) -> None:
    with serving(*site) as server:
        assert asked(server, "GET", f"/{server.token}/{name}")[0] == 404


def test_another_origin_decides_nothing(site: tuple[Path, Path]) -> None:
    root, folder = site
    with serving(root, folder) as server:
        key, record = draft_of(server.desk, "ha-van-thoc")
        body = urlencode({"do": "accept", "item": key, "record": record})
        act = f"/{server.token}/act"
        for origin in ({}, {"Origin": "null"}, {"Origin": "http://evil.example"}):
            assert asked(server, "POST", act, body, Content_Type=FORM, **origin)[0] == 403
        mine = {"Origin": server.origin}
        assert asked(server, "POST", act, body, Content_Type="text/plain", **mine)[0] == 400
        assert asked(server, "POST", act, "x" * 70_000, Content_Type=FORM, **mine)[0] == 400
        assert asked(server, "POST", f"/{server.token}/", body, Content_Type=FORM, **mine)[0] == 404
        assert asked(server, "PUT", act, body, Content_Type=FORM, **mine)[0] == 501
    assert not (root / "data/people/ha-van-thoc.yml").exists()


def test_two_tabs_and_a_file_changed_meanwhile(site: tuple[Path, Path]) -> None:
    root, folder = site
    with serving(root, folder) as server:
        key, record = draft_of(server.desk, "ha-van-thoc")
        version = server.desk.version(f"{FOLDER}/leadership.yml")
        path = root / FOLDER / "leadership.yml"
        path.write_text(path.read_text(encoding="utf-8") + "# sửa\n", encoding="utf-8")
        status, text = decide(server, "accept", key, record=record, version=version)
        assert status == 409
        assert "đã đổi từ khi mở trang" in text
        assert decide(server, "accept", key, record=record)[0] == 303
        body = urlencode({"do": "accept", "item": key, "record": record})
        status, text, _ = asked(
            server, "POST", f"/{server.token}/act", body, Origin=server.origin, Content_Type=FORM
        )
        assert status == 409
        assert "đã được xét" in text
    records = yaml.safe_load(path.read_text(encoding="utf-8"))["memberships"]
    assert [one["id"] for one in records] == ["bi-thu-man", "bi-thu-ha-van-thoc-1954"]


def test_an_error_of_the_check_is_shown_and_nothing_written(site: tuple[Path, Path]) -> None:
    root, folder = site
    before = (root / FOLDER / "leadership.yml").read_bytes()
    with serving(root, folder) as server:
        key, record = draft_of(server.desk, "ha-van-thoc")
        wrong = record.replace("1954-06", "1999-06")
        status, text = decide(server, "accept", key, record=wrong)
        assert status == 409
        assert "1999" in text
        assert 'class="problem"' in text
        for to in ("../x.yml", "docs/index.md"):
            assert "không phải tệp để ghi" in decide(server, "accept", key, record=record, to=to)[1]
        assert decide(server, "accept", key, record="a: [")[0] == 409
    assert (root / FOLDER / "leadership.yml").read_bytes() == before


def test_reject_and_not_a_fact_are_remembered(site: tuple[Path, Path]) -> None:
    root, folder = site
    with serving(root, folder) as server:
        key, _ = draft_of(server.desk, "ha-van-thoc")
        assert decide(server, "reject", key)[0] == 303
        server.desk.read()
        number = next(k for k, one in server.desk.drafts.items() if one.number == "4")
        assert "Ghi lý do" in decide(server, "not-fact", number, reason=" ")[1]
        assert decide(server, "not-fact", number, reason="Số lớp đã kể ở nơi khác.")[0] == 303
    again = Desk(root, folder / "lich-su.txt")
    again.read()
    assert key not in again.drafts
    assert number not in again.drafts
    source = yaml.safe_load((root / "data/sources/lich-su.yml").read_text(encoding="utf-8"))
    assert source["not_facts"] == [
        {"paragraphs": "4", "numbers": ["4"], "reason": "Số lớp đã kể ở nơi khác."}
    ]


def test_values_told_explained_common_and_untold(site: tuple[Path, Path]) -> None:
    found = worklist(reading(site[0]))
    states = {
        (one.number, one.text[value.start : value.end]): value.state
        for one in found
        for value in one.values
    }
    assert states[2, "35"] == "told"
    assert states[2, "1952 - 1955"] == "told"
    assert states[2, "Đỗ Văn Lúa"] == "untold"
    assert states[3, "Lý Thị Mận"] == "common"
    assert states[4, "60"] == "told"
    assert states[4, "7"] == "untold"
    assert states[5, "20/8/1956"] == "untold"
    assert states[6, "12-QĐ/HU"] == "untold"


def test_keys_in_the_browser(site: tuple[Path, Path], browser: Browser) -> None:
    root, folder = site
    with serving(root, folder) as server:
        page = browser.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
        page.goto(server.address)
        page.wait_for_selector("html[data-listens]", state="attached")
        for _ in range(page.locator("[data-task]").count()):
            page.keyboard.press("j")
            if page.locator("form:focus textarea").count():
                record = page.locator("form:focus textarea").input_value()
                if "person: ha-van-thoc" in record:
                    break
        page.keyboard.press("e")
        assert page.locator("textarea:focus").count() == 1
        page.keyboard.press("Escape")
        page.keyboard.press("a")
        page.wait_for_selector(".notice")
        assert "Đã ghi vào data/" in page.inner_text(".notice")
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert faults == []
        page.close()
    assert "ha-van-thoc" in (root / FOLDER / "leadership.yml").read_text(encoding="utf-8")


@contextmanager
def opened(server: UntoldServer, browser: Browser, **options: Any) -> Iterator[Page]:
    page = browser.new_page(**options)
    page.goto(server.address)
    page.wait_for_selector("html[data-listens]", state="attached")
    yield page
    page.close()


def test_the_page_is_accessible_in_light_and_dark_and_on_a_phone(
    site: tuple[Path, Path], browser: Browser
) -> None:
    size: ViewportSize = {"width": 320, "height": 640}
    with serving(*site) as server:
        for scheme in ("light", "dark"):
            with opened(server, browser, viewport=size, color_scheme=scheme) as page:
                page.evaluate(AXE.read_text(encoding="utf-8"))
                found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
                assert [one["id"] for one in found["violations"]] == []
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
                page.keyboard.press("j")
                seen = "getComputedStyle(document.activeElement).outlineStyle"
                assert page.evaluate(seen) == "solid"


def test_a_refusal_keeps_what_was_typed_and_gets_the_focus(
    site: tuple[Path, Path], browser: Browser
) -> None:
    with serving(*site) as server:
        key, _ = draft_of(server.desk, "ha-van-thoc")
        with opened(server, browser) as page:
            form = f"#muc-{key}"
            page.fill(f"{form} input[name=to]", "docs/index.md")
            page.press(f"{form} input[name=to]", "Enter")
            assert page.url == server.address, "Enter in a field presses nothing"
            page.click(f"{form} button[value=accept]")
            page.wait_for_selector("html[data-listens]", state="attached")
            assert page.evaluate("document.activeElement.id") == form[1:]
            assert "Chưa ghi được" in page.inner_text("header [role=alert]")
            assert "ô “Tệp”" in page.inner_text(f"{form} .problem")
            assert page.input_value(f"{form} input[name=to]") == "docs/index.md"


def test_enter_in_the_reason_says_that_a_number_is_no_fact_and_the_next_draft_follows(
    site: tuple[Path, Path], browser: Browser
) -> None:
    root, folder = site
    with serving(root, folder) as server:
        server.desk.read()
        order = server.desk.in_order()
        key = next(one for one in order if server.desk.drafts[one].number == "4")
        following = order[order.index(key) + 1]
        with opened(server, browser) as page:
            page.fill(f"#muc-{key} input[name=reason]", "Lớp học đã kể ở nơi khác.")
            page.press(f"#muc-{key} input[name=reason]", "Enter")
            page.wait_for_selector(".notice")
            page.wait_for_selector("html[data-listens]", state="attached")
            assert "not_facts" in page.inner_text(".notice")
            assert page.evaluate("document.activeElement.id") == f"muc-{following}"
    assert "not_facts" in (root / "data/sources/lich-su.yml").read_text(encoding="utf-8")


def test_pages_doubts_and_the_facts_of_values_are_shown(site: tuple[Path, Path]) -> None:
    root, folder = site
    lines = (folder / "lich-su.txt").read_text(encoding="utf-8").split("\n")
    entries = [{"hash": paragraph_hash(lines[3]), "page": "12", "doubts": ["chỉ bộ"]}]
    known = {"format": 1, "pages": True, "ocr": True, "paragraphs": entries}
    (folder / "lich-su.map.json").write_text(json.dumps(known), encoding="utf-8")
    with serving(root, folder) as server:
        text = asked(server, "GET", f"/{server.token}/")[1]
    assert "Đoạn 4, tr. 12" in text
    assert "Máy đọc chưa chắc: chỉ bộ" in text
    assert "do máy nhận dạng từ ảnh quét" in text
    assert re.search(r'<a class="told" href="#du-kien-4-1"[^>]*dang-vien-1955">60</a>', text)
    assert '<li id="du-kien-4-1">dang-vien-1955' in text
    assert server.desk.labels["party-members"] == "Đảng viên"


def test_a_question_without_choices_has_a_box(site: tuple[Path, Path]) -> None:
    root, folder = site
    with serving(root, folder) as server:
        server.desk.read()
        key, one = next((k, o) for k, o in server.desk.drafts.items() if o.kind == "event")
        text = asked(server, "GET", f"/{server.token}/")[1]
        assert 'name="answer-summary"' in text
        record = "\n".join(as_lines(one.home, one.key, one.record))
        said = {"answer-summary": "Khởi công: đập Mây."}
        assert decide(server, "accept", key, record=record, **said)[0] == 303
    events = (root / FOLDER / "events.yml").read_text(encoding="utf-8")
    assert yaml.safe_load(events)["events"][0]["summary"] == "Khởi công: đập Mây."
