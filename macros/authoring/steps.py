"""`make new` of what changes several files in one step: a leader, a name, a merger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.authoring.scaffold import ScaffoldError, new_organization
from macros.dates import certainly_before, parse_edtf
from macros.mending.batch import organization_file
from macros.model.career_codes import END_REASONS, MANNERS
from macros.model.codes import NAME_BEARERS, ORGANIZATION_KINDS
from macros.rules.terms import tenures
from macros.text.vietnamese import slug

if TYPE_CHECKING:
    from macros.archive.dossier import Dossier
    from macros.authoring.answers import Answers
    from macros.mending.batch import Batch
    from macros.model.leadership import Membership

_ORDER = 1000


def leader(given: Answers, batch: Batch) -> str:
    """A new holder of a post: ends the predecessor, begins the successor, by one decision."""
    organization = given.organization()
    post = _post(given)
    identifier, name = given.person("LEADER")
    if name:
        batch.create(f"data/people/{identifier}.yml", {"name": name})
    date, cite = given.date("DATE", "12/6/1957"), given.cite()
    before = _predecessor(given, given.archive.dossiers[organization], post, date)
    path = organization_file(organization, "leadership")
    documents = given.documents()
    told = ""
    reason = given.code("REASON", END_REASONS)
    if reason and before is None:
        raise ScaffoldError(
            "REASON: không biết ai đang giữ chức ấy để thôi giữ",
            "bỏ REASON, hoặc ghi người giữ chức trước vào leadership.yml",
        )
    if before is not None:
        owner = ("memberships", before.id)
        batch.set(path, owner, "end_date", date)
        batch.set(path, owner, "end_basis", "inferred")
        batch.set(path, owner, "end_cite", cite)
        if reason:
            batch.set(path, owner, "end_reason", reason)
        told = f"; {given.archive.holder_name(before)} thôi giữ chức"
    manner = given.code("MANNER", MANNERS)
    year = date[:4] if date[:4].isdecimal() else "moi"
    fields = {
        "id": f"{slug(given.archive.roles[post].label)}-{identifier}-{year}",
        "person": identifier,
        "post": post,
        "start_date": date,
        "manner": [manner] if manner else (),
        "decided_by": given.text("BY"),
        "documents": documents,
        "cite": cite,
    }
    batch.add(path, "memberships", fields, before.id if before else "")
    return f"{given.archive.roles[post].label} từ {date}: {name or identifier}{told}"


def _post(given: Answers) -> str:
    typed = given.need("POST", "secretary")
    labels = {one.label.lower(): one.id for one in given.archive.roles.values()}
    return given.known("role", labels.get(typed.lower(), typed), "POST")


def _predecessor(given: Answers, dossier: Dossier, post: str, date: str) -> Membership | None:
    """Return the last membership of whoever held the post, None if nobody did."""
    old = given.text("OLD")
    held = [
        one
        for one in tenures(given.archive, dossier, post)
        if not one.stands_in and one.end is None and not (one.attested and one.start is None)
    ]
    day = parse_edtf(date)
    open_ = [one for one in held if one.start is None or certainly_before(one.start, day)]
    if old:
        given.known("person", old, "OLD")
        open_ = [one for one in open_ if one.person == old]
        if not open_:
            raise ScaffoldError(
                f"OLD: “{old}” không đang giữ chức ấy vào {date}", "xem lại leadership.yml"
            )
    seats = given.archive.roles[post].seats
    if not open_ or (seats != 1 and not old):
        return None
    if seats == 1:
        # Of those before nobody may have said when they left: the last one is followed.
        return open_[-1].memberships[-1]
    if len(open_) > 1:
        ids = ", ".join(sorted({one.person or "" for one in open_}))
        raise ScaffoldError(
            f"có {len(open_)} người đang giữ chức ấy", f"thêm OLD=mã một người: {ids}"
        )
    return open_[0].memberships[-1]


def renaming(given: Answers, batch: Batch) -> str:
    """A new name of an organization, with the change that gives it."""
    name = given.need("RENAMING", '"Đảng bộ xã Mây Thượng mới"')
    organization = given.organization()
    bearer = given.code("OF", NAME_BEARERS) or "organization"
    date, cite, documents = given.date("DATE", "19/5/2010"), given.cite(), given.documents()
    names = given.archive.dossiers[organization].names_of(bearer)
    old = names[-1] if names else None
    fields = {
        "id": f"ten-{slug(name)}",
        "applies_to": "" if bearer == "organization" else bearer,
        "name": name,
        "short_name": given.text("SHORT"),
        "start_date": date,
        "documents": documents,
        "cite": cite,
    }
    batch.add(
        organization_file(organization, "organization"), "names", fields, old.id if old else ""
    )
    own = given.identifier(f"doi-ten-{organization}-{date[:4]}")
    change = {
        "kind": "renaming",
        "date": date,
        "documents": documents,
        "supersedes_name": f"{organization}/{old.id}" if old else "",
        "participants": [{"organization": organization, "role": role} for role in ("from", "to")],
        "cite": cite,
    }
    batch.create(f"data/changes/{own}.yml", change)
    was = f"thay “{old.name}”" if old else "tên cũ chưa có trong dữ liệu"
    return f"{organization} mang tên “{name}” từ {date}, {was}; tên trong danh sách giữ như cũ"


def merger(given: Answers, batch: Batch) -> str:
    """A merger: ends its parts, founds the whole, which is new if it has a NAME."""
    parts = given.need("PARTS", '"xa-a xa-b"').replace(",", " ").split()
    whole = given.need("WHOLE", "xa-moi")
    if len(set(parts)) < 2 or len(set(parts)) < len(parts):
        raise ScaffoldError("PARTS: cần ít nhất hai tổ chức khác nhau", 'viết PARTS="xa-a xa-b"')
    for one in parts:
        given.known("organization", one, "PARTS")
    date, cite, documents = given.date("DATE", "16/6/2025"), given.cite(), given.documents()
    turn = {"date": date, "documents": documents, "cite": cite}
    if whole in given.archive.dossiers:
        _turn(given, batch, whole, "founding", {"id": "thanh-lap", **turn})
    else:
        _found(given, batch, whole, {"id": "thanh-lap", **turn})
    for one in parts:
        if one != whole:
            _turn(given, batch, one, "dissolution", {"id": "ket-thuc", **turn})
    change = {
        "kind": "merger",
        "date": date,
        "documents": documents,
        "summary": given.text("SUMMARY"),
        "participants": [
            *({"organization": one, "role": "from"} for one in parts),
            {"organization": whole, "role": "to"},
        ],
        "cite": cite,
    }
    own = given.identifier(f"hop-nhat-{whole}-{date[:4]}")
    batch.create(f"data/changes/{own}.yml", change)
    return f"{', '.join(parts)} hợp nhất thành {whole} từ {date}"


def _turn(given: Answers, batch: Batch, one: str, name: str, fields: dict[str, object]) -> None:
    organization = given.archive.dossiers[one].organization
    path = organization_file(one, "organization")
    if organization.lives:
        raise ScaffoldError(f"{path}: tổ chức có nhiều lần hoạt động", "ghi bằng tay vào lives")
    if getattr(organization, name) is not None:
        if name == "founding":
            return  # it was there before and takes the others in
        raise ScaffoldError(
            f"{path}: đã có {name}", "sửa bản ghi ấy, hoặc bỏ tổ chức ấy khỏi PARTS"
        )
    batch.set(path, ("", ""), name, fields)


def _found(given: Answers, batch: Batch, whole: str, founding: dict[str, object]) -> None:
    name = given.need("NAME", '"Tên tổ chức mới"')
    kind = given.code("KIND", ORGANIZATION_KINDS) or "party"
    new_organization(given.root, whole, name, kind=kind, listed=False)  # refuses a wrong id, name
    fields = {"kind": kind, "short_name": name, "order": _ORDER, "founding": founding}
    batch.create(organization_file(whole, "organization"), fields)
