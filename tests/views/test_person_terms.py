"""An uncertain day is told in full where a person's page opens, briefly at the post itself."""

from __future__ import annotations

from pathlib import Path

from macros.catalogue import people
from macros.views.person_page import person_page
from tests.support import archive_of
from tests.views.fabricated import page_of

FILES = {
    "data/organizations/sim/organization.yml": "kind: party\nshort_name: Đảng bộ xã Sim\n",
    "data/organizations/sim/leadership.yml": """
        memberships:
          - {id: bt, person: ly-van-mot, post: secretary, start_date: "[1961..1962]",
             end_date: "1965-02", cite: ky-yeu#1}
        """,
}


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_lead_tells_a_stretch_in_full_and_the_rest_of_the_page_briefly(tmp_path: Path) -> None:
    page = page_of(archive_of(tmp_path, FILES), None)
    one = person_page(page, "ly-van-mot")
    assert "từ một thời điểm giữa năm 1961 và năm 1962, đến tháng 02/1965" in plain(one.lead)
    assert [plain(post.term) for post in one.posts] == ["giữa 1961 và 1962 – 02/1965"]
    assert one.career is not None
    assert [plain(row.terms) for row in one.career.rows] == ["giữa 1961 và 1962 – 02/1965"]
    html = plain(str(people.person_page(page, "ly-van-mot")))
    assert html.count("một thời điểm") == 1


def test_of_two_posts_of_one_uncertain_time_the_second_has_it_briefly(tmp_path: Path) -> None:
    files = dict(FILES)
    files["data/organizations/sim/leadership.yml"] += """
          - {id: pbt, person: ly-van-mot, post: deputy-secretary, start_date: "[1961..1962]",
             end_date: "1965-02", cite: ky-yeu#1}
        """
    one = person_page(page_of(archive_of(tmp_path, files), None), "ly-van-mot")
    assert plain(one.lead).count("một thời điểm") == 1
    assert plain(one.lead).count("giữa 1961 và 1962 – 02/1965") == 1


def test_a_mention_is_told_once(tmp_path: Path) -> None:
    files = dict(FILES)
    files["data/posts.yml"] = (
        "roles:\n  - {id: seat, label: Ủy viên, member_of: standing, order: 9}\n"
    )
    files["data/organizations/sim/leadership.yml"] = """
        memberships:
          - {id: uv, person: ly-van-mot, post: seat, attested: ["1961-03-02"], cite: ky-yeu#1}
        """
    page = page_of(archive_of(tmp_path, files), None)
    (seat,) = person_page(page, "ly-van-mot").seats
    assert seat.mention
    html = plain(str(people.person_page(page, "ly-van-mot"))).partition("Tham gia cấp ủy")[2]
    assert html.count("được nhắc đến") == 1
    assert "¶" in html
