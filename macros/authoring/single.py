"""`make new` of one record: a person, source, congress, document or event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.authoring.scaffold import ScaffoldError
from macros.mending.batch import organization_file
from macros.messages.suggest import did_you_mean
from macros.model.codes import DOCUMENT_KINDS, EVENT_KINDS, SOURCE_STATUSES
from macros.text.vietnamese import alike, capital, is_id, parse_roman, roman, slug

if TYPE_CHECKING:
    from macros.authoring.answers import Answers
    from macros.mending.batch import Batch

PLACES = 60
"""The most characters of an id that is made of a longer text."""
_MOST_CONGRESSES = 100
"""A larger number is a year, not that of a congress."""


def person(given: Answers, batch: Batch) -> str:
    """A person: name, and what tells two of one name apart."""
    name = given.need("PERSON", '"Lý Thị Mận"')
    people = given.archive.people
    like = [i for i, one in people.items() if alike(name) in {alike(n) for n in one.called}]
    apart = given.text("DISTINGUISHED")
    if like and not given.text("ID"):
        raise ScaffoldError(
            f"PERSON: đã có {people[like[0]].name} (mã {like[0]})",
            "đúng người ấy thì dùng mã ấy; người khác thì thêm ID=mã-khác",
        )
    if any(people[one].name == name for one in like) and not apart:
        raise ScaffoldError(
            "thiếu DISTINGUISHED: có hai người cùng họ tên",
            'thêm DISTINGUISHED="quê quán hay chức danh", và ghi distinguished_by cho người kia',
        )
    own = given.identifier(name)
    batch.create(f"data/people/{own}.yml", {"name": name, "distinguished_by": apart})
    return f"“{own}”; nhân vật phải được một dữ kiện nêu tên, ví dụ make new LEADER={own} …"


def source(given: Answers, batch: Batch) -> str:
    """A source of which only the description is at hand; a document comes in by make source."""
    own = given.need("SOURCE", "ky-yeu-2020")
    if not is_id(own):
        raise ScaffoldError(f"SOURCE: mã “{own}” không đúng dạng", f"viết SOURCE={slug(own)}")
    fields = {
        "title": given.need("TITLE", '"Kỷ yếu xã Mây Thượng"'),
        "kind": given.need("KIND", '"lịch sử đảng bộ"'),
        "status": given.code("STATUS", SOURCE_STATUSES, "final"),
        "speaks_until": given.date("UNTIL", "1958"),
        "issuer": given.text("ISSUER"),
        "date": given.date("DATE"),
        "transcribed": False,
    }
    batch.create(f"data/sources/{own}.yml", fields)
    return f"“{own}”; có tệp Word hay PDF của nguồn thì đưa vào bằng make source FILE=… ID={own}"


def congress(given: Answers, batch: Batch) -> str:
    """A congress of an organization."""
    ordinal = given.need("CONGRESS", "III").upper()
    if ordinal.isdecimal() and 0 < int(ordinal) < _MOST_CONGRESSES:
        ordinal = roman(int(ordinal))
    try:
        number = parse_roman(ordinal)
    except ValueError:
        raise ScaffoldError(f"CONGRESS: “{ordinal}” không phải số La Mã", "viết III") from None
    organization = given.organization()
    fields = {
        "id": given.identifier(f"dai-hoi-{number}"),
        "ordinal": ordinal,
        "term": given.date("TERM"),
        "dates": given.date("DATE"),
        "place": given.text("PLACE"),
        "delegates": given.count("DELEGATES"),
        "documents": given.documents(),
        "cite": given.cite(),
    }
    dossier = given.archive.dossiers[organization]
    if dossier.congress(ordinal) is not None:
        raise ScaffoldError(
            f"CONGRESS: {organization} đã có đại hội {ordinal}",
            "sửa bản ghi ấy trong congresses.yml",
        )
    before = [one for one in dossier.congresses if parse_roman(one.ordinal) < number]
    after = max(before, key=lambda one: parse_roman(one.ordinal)).id if before else ""
    batch.add(organization_file(organization, "congresses"), "congresses", fields, after)
    return f"đại hội {ordinal} của {organization}"


def _issuer(given: Answers) -> str:
    """Return the id of an issuer, given as id or as a name; a new one needs both."""
    typed = given.need("ISSUER", "tinh-uy-song-may")
    issuers = given.archive.issuers
    found = [one.id for one in issuers.values() if alike(one.name) == alike(typed)]
    if typed in issuers or len(found) == 1:
        return found[0] if found else typed
    if is_id(typed) and given.text("NAME"):
        return typed
    own, name = (typed, "Tên cơ quan") if is_id(typed) else (slug(typed), typed)
    guess = did_you_mean(own, issuers)
    remedy = f'cơ quan mới thì viết ISSUER={own} NAME="{name}"'
    raise ScaffoldError(
        f"ISSUER: chưa có cơ quan “{typed}”", f"{guess} {capital(remedy)}" if guess else remedy
    )


def document(given: Answers, batch: Batch) -> str:
    """A document that a source mentions; a new issuer needs its name."""
    symbol = given.need("DOCUMENT", "12-QĐ/TU")
    issuer = _issuer(given)
    kind = given.code("KIND", DOCUMENT_KINDS, "decision")
    date = given.date("DATE")
    word = DOCUMENT_KINDS[kind]
    own = given.identifier(f"{word} {symbol} {date[:4]}" if date else f"{word} {symbol}")
    if own in given.archive.documents:
        raise ScaffoldError(
            f"DOCUMENT: đã có văn bản “{own}”", "thêm ID=mã-khác nếu là văn bản khác"
        )
    path = f"data/documents/{issuer}.yml"
    if issuer not in given.archive.issuers:
        batch.set(path, ("", ""), "name", given.text("NAME"))
    fields = {
        "id": own,
        "kind": kind,
        "symbol": symbol,
        "date": date,
        "subject": given.text("SUBJECT"),
        "signed_by": given.text("BY"),
        "cite": given.cite(),
    }
    batch.add(path, "documents", fields)
    return f"“{own}”"


def event(given: Answers, batch: Batch) -> str:
    """A dated event of an organization, told in the editor's own words."""
    summary = given.need("EVENT", '"Xã bắc cầu tre qua sông"')
    organization = given.organization()
    date = given.date("DATE", "1956")
    likely = slug(summary)[:PLACES].rsplit("-", 1)[0] if len(slug(summary)) > PLACES else summary
    fields = {
        "id": given.identifier(likely),
        "kind": given.code("KIND", EVENT_KINDS),
        "date": date,
        "summary": summary,
        "place": given.text("PLACE"),
        "documents": given.documents(),
        "cite": given.cite(),
    }
    batch.add(organization_file(organization, "events"), "events", fields)
    return f"“{fields['id']}” của {organization}"
