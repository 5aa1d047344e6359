"""The check of a whole project: data, evidence, chapters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from macros.admission.picture_file import PictureFile
from macros.archive import Archive
from macros.archive.complete import load_archive
from macros.archive.contents import contents
from macros.catalogue import registry
from macros.chapter import Chapter, ChapterError, Inspection, in_time, inspect
from macros.chapter.slips import markdown_slips
from macros.checks.chapters import bounds_compared, one_address, unsourced
from macros.checks.table import check_archive
from macros.checks.typed_numbers import typed_numbers
from macros.checks.wording import comrades_in_chapter
from macros.evidence import files, match
from macros.evidence.against_base import trusted
from macros.evidence.claims import ValueClaim
from macros.evidence.coverage_report import coverage_of
from macros.evidence.from_archive import claims
from macros.evidence.left_out import left_out
from macros.evidence.lexicon import Lexicon, lexicon_of
from macros.evidence.not_facts import absent, needless
from macros.evidence.published import read_texts
from macros.evidence.redaction import published_names, redaction_of
from macros.evidence.regenerate import transcriptions
from macros.evidence.sentence_status import every_source
from macros.evidence.transcriptions import unusable
from macros.evidence.wrong_passage import reported_once
from macros.messages.causes import explained, once_per_mistake
from macros.messages.problems import Position, Problem, errors
from macros.model.citations import Citation
from macros.project.books import books
from macros.project.contents import compare, in_place_of_generated, missing_pages
from macros.project.figures import figures_of
from macros.project.links import Pages, doubled_places, lost_links
from macros.project.markdown import Renderer
from macros.project.mentions import mentions
from macros.project.misnamed_people import by_person, holders_meant
from macros.project.missing_letters import in_chapters, in_data
from macros.project.navigation import CONFIG, wrong_keys
from macros.project.pictures import heavy_beside, pictures_of, unused
from macros.project.project import Project
from macros.project.redirects import wrong_redirects
from macros.project.rolls import unshown
from macros.project.statements import untold
from macros.rules.citations import misnamed, refused, without_evidence
from macros.system.processes import in_background


@dataclass
class Report:
    """The result of a full check: problems of every severity, and what was compared."""

    archive: Archive
    problems: list[Problem]
    evidence: match.Report = field(default_factory=match.Report)
    chapters: int = 0


@dataclass(frozen=True)
class Against:
    """What data and evidence are compared with, apart from each other.

    `transcriptions` is a folder of texts; `base` is the evidence of the commit that a pull request
    began from. If `strict`, a value that waits to be compared is an error. `coverage` asks how many
    numbers of the sources the facts cover, too.
    """

    transcriptions: Path | None = None
    base: Mapping[str, files.SourceEvidence] | None = None
    strict: bool = False
    coverage: bool = False


NOTHING_ELSE = Against()
_EXTENSIONS = "markdown_extensions"
_MANY = 8
"""So many values that their sources lack have one cause: the abbreviations are missing."""


def check_project(project: Project, against: Against = NOTHING_ELSE) -> Report:
    """Check data and chapters."""
    if missing := project.missing:
        return Report(Archive(), missing)
    loaded = load(project, parallel=True)
    # With two processors, each does about half of the work.
    data = in_background("việc soát dữ liệu", lambda: check_loaded(project, loaded, against))
    chapters = check_chapters(project, loaded.archive)
    problems, evidence = data()
    found = once_per_mistake([*problems, *chapters.problems])
    return Report(chapters.archive, found, evidence, chapters.count)


@dataclass(frozen=True)
class Chapters:
    """The chapters of docs/: their number, those that were inspected, by path, and the problems.

    `archive` is the archive that they were checked against, completed with the mentions in them and
    the contents of each volume; `problems` are unsorted.
    """

    count: int = 0
    inspected: Mapping[str, tuple[Chapter, Inspection]] = field(default_factory=dict)
    archive: Archive = field(default_factory=Archive)
    problems: list[Problem] = field(default_factory=list)
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)
    """The pictures beside the chapters that may be shown, by path under docs/."""


def check_chapters(project: Project, archive: Archive) -> Chapters:
    """Check all chapters against the archive."""
    docs = project.docs
    found = list(docs.problems)
    inspected: dict[str, tuple[Chapter, Inspection]] = {}
    render = Renderer(project.root)
    for chapter in docs.chapters.values():
        try:
            with in_time(chapter.path):
                inspection, problems = check_chapter(chapter, archive, render)
        except ChapterError as error:
            found.extend(error.problems)
            continue
        inspected[chapter.path] = chapter, inspection
        found.extend(problems)
    found.extend(one_address(docs.pages))
    pictures: Mapping[str, PictureFile] = {}
    if docs.pictures:
        from macros.admission.pictures import look_at_pictures  # decoders of pictures are large

        pictures, wrong = look_at_pictures(project.root, docs.pictures)
        found.extend((*wrong, *heavy_beside(project.root, pictures)))
    found.extend(in_chapters(docs.chapters))
    found.extend(_places(project, archive, inspected, render))
    listed = contents(docs.chapters, (one.page for one in project.navigation.listed))
    archive = replace(archive, mentions=mentions(inspected.values(), archive), contents=listed)
    archive = replace(archive, figures=figures_of(archive, project.chapters, inspected, render))
    found.extend(unused(archive, inspected.values()))
    if not docs.problems:  # a chapter that cannot be read may be the one that shows it
        found.extend(unshown(archive, inspected.values()))
        found.extend(untold(archive, inspected.values()))
    return Chapters(len(docs.pages), inspected, archive, found, pictures)


def check_chapter(
    chapter: Chapter, archive: Archive, render: Renderer
) -> tuple[Inspection, list[Problem]]:
    """Check one chapter against the archive; return also what the guard has read of it."""
    inspection = inspect(chapter, registry, archive)
    return inspection, [
        *inspection.problems,
        *unsourced(chapter, registry, archive, inspection),
        *bounds_compared(chapter, archive, inspection),
        *markdown_slips(chapter, None if inspection.problems else render),
        *typed_numbers(chapter, archive),
        *comrades_in_chapter(chapter),
    ]


def _places(
    project: Project,
    archive: Archive,
    inspected: Mapping[str, tuple[Chapter, Inspection]],
    render: Renderer,
) -> Iterator[Problem]:
    """Yield what is wrong with the navigation, and with what leads from page to page."""
    docs, navigation = project.docs, project.navigation
    yield from navigation.problems
    yield from wrong_keys(navigation)
    yield from navigation.wrong_settings
    if render.refused and not navigation.wrong_settings:
        position = next((one.position for one in navigation.keys if one == _EXTENSIONS), None)
        message = f"“{_EXTENSIONS}” có mục không dùng được: {render.refused}"
        yield Problem(
            position or Position(CONFIG), message, "xóa mục ấy, hoặc sửa tên tùy chọn của nó"
        )
    pages = Pages(docs, navigation, archive, inspected, render)
    all_listed = render.warns_of_omitted_pages
    yield from compare(navigation, docs.pages, docs.chapters, pages.refused, all_listed)
    yield from in_place_of_generated(docs.chapters, archive)
    yield from missing_pages(archive, docs.pages, docs.chapters, navigation)
    yield from lost_links(pages)
    yield from wrong_redirects(pages)
    yield from doubled_places(pages)


@dataclass(frozen=True)
class Loaded:
    """What was read from data/, and the problems of reading it.

    `evidence` are the files as read; the check of the data parses them.
    """

    archive: Archive
    evidence: dict[str, files.RawEvidence]
    problems: tuple[Problem, ...]


def load(project: Project, *, parallel: bool = False) -> Loaded:
    """Read data/ and the evidence, without checking them.

    For `parallel` see :func:`macros.loading.tree.read_records`.
    """
    root = project.root
    archive, problems = load_archive(root, parallel=parallel)
    evidence, found = files.read(root)
    pictures = pictures_of(root, archive, parallel=parallel)
    texts, unfit = read_texts(root, archive, evidence)
    archive = replace(
        archive,
        books=books(root, archive),
        paragraphs={source: len(one["paragraphs"]) for source, one in evidence.items()},
        evidence=evidence,
        texts=texts,
        picture_files=pictures.files,
        unread=archive.unread | {problem.position.path for problem in found},
    )
    return Loaded(archive, evidence, (*problems, *found, *unfit, *pictures.problems))


def check_loaded(
    project: Project, loaded: Loaded, against: Against = NOTHING_ELSE
) -> tuple[list[Problem], match.Report]:
    """Return all problems of the data, unsorted, and the comparison with the sources."""
    root = project.root
    evidence, found = files.parse_all(loaded.evidence)
    problems = [*loaded.problems, *found, *in_data(root)]
    unread = loaded.archive.unread | {problem.position.path for problem in found}
    # Unreadable evidence counts as missing, or each value cited from it would be a problem too.
    archive = loaded.archive
    if found:
        lengths = {one: n for one, n in archive.paragraphs.items() if one in evidence}
        archive = replace(archive, unread=unread, paragraphs=lengths)
    if against.base is not None:
        evidence, forged = trusted(root, evidence, against.base)
        problems.extend(forged)
    lexicon = lexicon_of(archive)
    problems.extend(published_names(root, archive))
    problems.extend(absent(archive, evidence))
    problems.extend(left_out(archive, evidence))
    reading = Reading(archive, lexicon)
    texts = read_transcriptions(root, against.transcriptions, evidence, reading, problems)
    every = claims(archive, lexicon)
    held = _comparable(archive, every)
    compared = match.report(held, evidence, texts, strict=against.strict)
    if against.coverage:
        problems.extend(_measure(compared, archive, evidence, every))
    refused = reported_once(archive, held, compared.problems, compared.refused)
    wrong = by_person(archive, held, refused)
    if (lost := _without_abbreviations(root, wrong)) is not None:
        wrong = [lost]
    found = check_archive(archive)
    if wrong:
        found, wrong = holders_meant(archive, found, wrong, compared.refused)
    compared.refused.clear()  # large, and reported by now
    problems.extend(explained(found, wrong))
    return problems, compared


def _measure(
    compared: match.Report,
    archive: Archive,
    evidence: Mapping[str, files.SourceEvidence],
    every: list[ValueClaim],
) -> Iterator[Problem]:
    """Add to the comparison what of the sources is told; yield exclusions that exclude nothing."""
    described = {one: evidence[one] for one in evidence if one in archive.sources}
    covered = coverage_of(archive, described, every)
    compared.coverage = [one.words for one in covered.values()]
    compared.sentences = [
        f"{one.source}: {one.words}" for one in every_source(archive) if one.words
    ]
    yield from needless(archive, described, covered)


# Sources are compared with the help of these: without one, right values would not be found.
_CATALOGUES = frozenset(f"data/{stem}.yml" for stem in ("abbreviations", "indicators", "posts"))


def _comparable(archive: Archive, every: list[ValueClaim]) -> list[ValueClaim]:
    """Return the claims that can be compared: not those that fail because of another mistake."""
    if archive.unread & _CATALOGUES:
        return []
    # A mark for a field that does not exist was meant for one that does.
    unclear = {(record.where().path, record.id) for record, _, _ in misnamed(archive)}
    # Most claims of an organization cite the same paragraphs.
    reported = cache(lambda citation: _already_reported(citation, archive))
    return [
        claim
        for claim in every
        if not any(map(reported, claim.citations))
        and (claim.position.path, claim.fact_id) not in unclear
    ]


def _without_abbreviations(root: Path, wrong: Sequence[Problem]) -> Problem | None:
    """Return one problem in place of many `wrong` values, if there is no file of abbreviations."""
    path = "data/abbreviations.yml"
    found = errors(wrong)
    if len(found) < _MANY or (root / path).exists():
        return None
    message = f"không có tệp này, và {len(found)} giá trị không thấy trong nguồn của chúng"
    again = f"vừa xóa thì lấy lại: git checkout -- {path}"
    remedy = f"{again}; không thì tạo tệp với dòng “abbreviations: []”"
    return Problem(Position(path), message, remedy)


def _already_reported(citation: Citation, archive: Archive) -> bool:
    """Return whether the citation itself is wrong, which is one problem, not one per value.

    The checks of references (no such source), of evidence (there is none) and of the last
    paragraph report it.
    """
    return bool(refused(archive, citation)) or without_evidence(archive, citation)


@dataclass(frozen=True)
class Reading:
    """What decides how a transcription is read: our own data."""

    archive: Archive
    lexicon: Lexicon


def read_transcriptions(
    root: Path,
    folder: Path | None,
    evidence: dict[str, files.SourceEvidence],
    reading: Reading,
    problems: list[Problem],
) -> dict[str, Sequence[str]] | None:
    """Return the lines of the transcriptions in `folder` and of the published texts, by source.

    None if there are neither: then the evidence alone is compared.

    Evidence that does not match its transcription is added to `problems`. In `evidence`, what it
    says of texts and terms of our own, which change daily, is replaced by what is read now.
    """
    own, shown = root / "data" / "sources", reading.archive.texts
    # A published text that does not agree with its evidence has been reported.
    every = transcriptions(root, folder)
    paths = [path for path in every if path.parent != own or path.stem in shown]
    if folder is None and not paths:
        return None
    texts: dict[str, Sequence[str]] = {}
    for path in paths:
        if path.stem in evidence:
            if problem := unusable(path):
                problems.append(problem)
                continue
            fresh = files.from_transcription(
                path, reading.lexicon, redaction_of(reading.archive, path.stem)
            )
            if stale := files.compare_with_transcription(root, evidence[path.stem], fresh):
                problems.extend(stale)
                continue  # values that do not match either would only follow from that
            evidence[path.stem] = fresh
            lines = path.read_text(encoding="utf-8").split("\n")
            texts[path.stem] = [reading.lexicon.spell_out(line) for line in lines]
    return texts
