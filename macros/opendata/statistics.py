"""The tables of figures: statistics, and targets with their results."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from macros.archive import Archive
from macros.dates import Edtf, order_key
from macros.model.codes import AGGREGATIONS, QUALIFIERS, TARGET_SET_KINDS
from macros.model.statistics import Observation, Ratio
from macros.model.targets import Printed, Target, TargetSet
from macros.opendata.columns import Cell, Entry, Value, computed, of_field, table
from macros.opendata.derived import by_id
from macros.opendata.links import citation_text
from macros.opendata.shared import (
    ANSWERED_BY,
    CONFLICT,
    FACT,
    ORGANIZATION_ID,
    SOURCE,
    SOURCE_HELP,
    of_organizations,
)
from macros.wording.statistics import unit_of


def _statistics(archive: Archive) -> list[Entry[Observation]]:
    """Return every statistic by organization, indicator and time, wholes before their parts."""
    found = of_organizations(archive, lambda dossier: dossier.observations)
    return sorted(
        found,
        key=lambda one: (
            one.dossier.id,
            one.record.indicator,
            order_key(one.record.period),
            one.record.part_of is not None,
            one.record.id,
        ),
    )


def _indicator(entry: Entry[Observation]) -> Cell:
    found = entry.archive.indicators.get(entry.record.indicator)
    return found.label if found else entry.record.indicator


def _aggregation(entry: Entry[Observation]) -> Cell:
    found = entry.archive.indicators.get(entry.record.indicator)
    return entry.record.aggregation or (found.aggregation if found else "point")


def _unit(entry: Entry[Observation]) -> Cell:
    return unit_of(entry.archive, entry.record) or None


def _of_ratio(read: Callable[[Ratio], Cell]) -> Value:
    return lambda entry: read(entry.record.ratio) if entry.record.ratio else None


def _also_part_of(entry: Entry[Observation]) -> Cell:
    return tuple(
        f"{one.part_of} ({one.dimension}: {one.category})" for one in entry.record.also_part_of
    )


STATISTICS = table(
    "statistics",
    "Số liệu",
    Observation,
    [
        "id",
        ORGANIZATION_ID,
        of_field("indicator_id", title="Mã chỉ số", description="Mã trong danh mục chỉ số."),
        computed("indicator", _indicator, "Chỉ số", "Tên chỉ số.", required=True),
        of_field("period", description="Ngày, năm hay khoảng thời gian của con số."),
        of_field("aggregation", _aggregation, description=f"{AGGREGATIONS.words}.").always,
        of_field("value", description="Con số; đầu dưới nếu có value_to; trống nếu là tỷ số."),
        of_field("qualifier", description=f"{QUALIFIERS.words}."),
        of_field("unit", _unit, description="Đơn vị của con số; với tỷ số là của tử số và mẫu số."),
        computed(
            "numerator",
            _of_ratio(lambda one: one.numerator.value),
            "Tử số",
            "Số đếm được, nếu là tỷ số.",
            kind=Decimal,
        ),
        computed(
            "denominator",
            _of_ratio(lambda one: one.denominator.value),
            "Mẫu số",
            "Tổng số, nếu là tỷ số.",
            kind=Decimal,
        ),
        computed(
            "percent_printed",
            _of_ratio(lambda one: one.percent_printed),
            "Phần trăm ghi",
            "Phần trăm như nguồn in, không tính lại.",
            kind=Decimal,
        ),
        of_field("part_of", description="Mã dữ kiện của tổng mà con số là một phần."),
        of_field(
            "dimension",
            description="Tiêu chí chia; former-unit: theo đơn vị cũ, category là mã tổ chức.",
        ),
        of_field("category", description="Tên phần theo tiêu chí chia."),
        SOURCE,
        of_field("value_to", description="Đầu trên, khi nguồn ghi một khoảng."),
        computed(
            "numerator_qualifier",
            _of_ratio(lambda one: one.numerator.qualifier),
            "Mức của tử số",
            "Như qualifier.",
            categories=QUALIFIERS,
        ),
        computed(
            "denominator_qualifier",
            _of_ratio(lambda one: one.denominator.qualifier),
            "Mức của mẫu số",
            "Như qualifier.",
            categories=QUALIFIERS,
        ),
        of_field("period_printed", description="Cách nguồn ghi thời gian khi không phải ngày."),
        "sums",
        of_field("sums_reason", description="Lý do khi sums là false."),
        "note",
        CONFLICT,
        computed(
            "percent_qualifier",
            _of_ratio(lambda one: one.percent_qualifier),
            "Mức của phần trăm",
            "Như qualifier.",
            categories=QUALIFIERS,
        ),
        "words",
        computed(
            "also_part_of",
            _also_part_of,
            "Cũng thuộc",
            "Các tổng khác mà con số là một phần: mã dữ kiện (tiêu chí chia: tên phần).",
            kind=tuple,
        ),
    ],
    _statistics,
    key=FACT,
)

_NOTHING = Printed()


def _targets(archive: Archive) -> list[Entry[Target]]:
    """Return every target, by organization and table, in the order of the printed table."""
    return [
        Entry(archive, one, dossier, table)
        for dossier in by_id(archive)
        for table in sorted(dossier.target_sets, key=lambda one: (order_key(one.period), one.id))
        for one in table.targets
    ]


def _of_set(read: Callable[[TargetSet], Cell]) -> Value:
    def value(entry: Entry[Target]) -> Cell:
        assert isinstance(entry.within, TargetSet)
        return read(entry.within)

    return value


def _of_target(read: Callable[[Printed], Cell]) -> Value:
    return lambda entry: read(entry.record.target or _NOTHING)


def _of_actual(read: Callable[[Printed], Cell]) -> Value:
    return lambda entry: read(entry.record.actual or _NOTHING)


LOST = "true khi ô này mất trong bản chép của nguồn."
EXCLUSIVE = "true khi nguồn viết “trên 3%”, “dưới 1”: không kể chính số ở đầu khoảng."

TARGETS = table(
    "targets",
    "Chỉ tiêu và kết quả",
    Target,
    [
        "id",
        ORGANIZATION_ID,
        computed(
            "set", _of_set(lambda one: one.id), "Mã bảng", "Mã của bảng chỉ tiêu.", required=True
        ),
        "group",
        of_field("number", description="Số thứ tự như in."),
        "indicator",
        "unit",
        computed("target", _of_target(lambda one: one.printed), "Chỉ tiêu đề ra", "Như in."),
        computed(
            "target_value",
            _of_target(lambda one: one.value),
            "Giá trị đề ra",
            "Con số, nếu là một số.",
            kind=Decimal,
        ),
        computed("actual", _of_actual(lambda one: one.printed), "Kết quả", "Như in."),
        computed(
            "actual_value",
            _of_actual(lambda one: one.value),
            "Giá trị kết quả",
            "Con số, nếu là một số.",
            kind=Decimal,
        ),
        of_field("result", description="Như in: “Không đạt” khác “Chưa đạt”."),
        SOURCE,
        computed(
            "set_title",
            _of_set(lambda one: one.title),
            "Tên bảng",
            "Tên bảng chỉ tiêu.",
            required=True,
        ),
        ANSWERED_BY,
        computed(
            "period",
            _of_set(lambda one: one.period),
            "Thời kỳ",
            "Thời kỳ của bảng.",
            required=True,
            kind=Edtf,
        ),
        computed(
            "target_min",
            _of_target(lambda one: one.min),
            "Đề ra từ",
            "Đầu dưới của khoảng.",
            kind=Decimal,
        ),
        computed(
            "target_max",
            _of_target(lambda one: one.max),
            "Đề ra đến",
            "Đầu trên của khoảng.",
            kind=Decimal,
        ),
        computed(
            "target_lost",
            _of_target(lambda one: one.lost),
            "Mất chỉ tiêu",
            LOST,
            kind=bool,
            required=True,
        ),
        computed(
            "actual_min",
            _of_actual(lambda one: one.min),
            "Kết quả từ",
            "Đầu dưới của khoảng.",
            kind=Decimal,
        ),
        computed(
            "actual_max",
            _of_actual(lambda one: one.max),
            "Kết quả đến",
            "Đầu trên của khoảng.",
            kind=Decimal,
        ),
        computed(
            "actual_lost",
            _of_actual(lambda one: one.lost),
            "Mất kết quả",
            LOST,
            kind=bool,
            required=True,
        ),
        of_field(
            "about_organization_id",
            title="Mã đơn vị cũ",
            description="Tổ chức mà dòng nói về, khi khác tổ chức của bảng.",
        ),
        "row_of",
        "note",
        CONFLICT,
        computed(
            "target_exclusive",
            _of_target(lambda one: one.exclusive),
            "Đề ra không kể chính số ấy",
            EXCLUSIVE,
            kind=bool,
            required=True,
        ),
        computed(
            "actual_exclusive",
            _of_actual(lambda one: one.exclusive),
            "Kết quả không kể chính số ấy",
            EXCLUSIVE,
            kind=bool,
            required=True,
        ),
        "aggregation",
        "due",
        computed(
            "set_kind",
            _of_set(lambda one: one.kind),
            "Loại bảng",
            f"{TARGET_SET_KINDS.words}.",
            categories=TARGET_SET_KINDS,
            required=True,
        ),
        computed(
            "set_source",
            _of_set(lambda one: citation_text(one.cite)),
            "Nguồn của bảng",
            SOURCE_HELP,
            required=True,
        ),
    ],
    _targets,
    key=FACT,
)
