"""From what an editor typed to a date, or to a message that says how to type it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise

from macros.dates.edtf import DateError, Edtf
from macros.dates.grammar import read_strictly
from macros.dates.lunar import WORD, years_named
from macros.dates.lunar_printed import lunar_in
from macros.dates.named import named_in, printed_as, quarters_of
from macros.dates.printed import find_dates

_FORMS = 'ngày "2008-12-08", tháng "2008-05" hoặc năm "1997"'
_SHOWN = 40  # characters of the editor's text that a message repeats
_LONGEST = 80  # characters beyond which a text is prose, not a date, and is not searched for one

_DAY = r"(?P<d>[0-9]{1,2})"
_MONTH = r"(?P<m>[0-9]{1,2})"
_YEAR = r"(?P<y>[0-9]{4})"
_QUOTES = "“”„‟‘’«»\"'"
# Words that may precede a printed date without changing its meaning, as "trước" would.
_SAYS_A_TIME = re.compile(
    r"(?:(?:từ|trong|các|ngày|tháng|năm|quý|nhiệm kỳ|giai đoạn|mùng|mồng|\d{1,2}|hai|ba) )*"
)
# `âl 1945-9-2`, `1945-09-02 âm lịch`: only the words, not the numbers, are in the wrong order.
_YEAR_FIRST = r"(?P<date>[0-9]{4}(?:[-/.][0-9]{1,2}){0,2})(?P<leap> ?\(?nhuận\)?)?"
_LUNAR_TURNED = (
    re.compile(rf"âm lịch:? ?{_YEAR_FIRST}"),
    re.compile(rf"{_YEAR_FIRST} ?\(?âm lịch\)?"),
    re.compile(rf"(?=.*nhuận){_YEAR_FIRST}"),
)
_LUNAR_FORMS = (
    f'âm lịch chỉ viết một ngày "{WORD} 1945-09-02", một tháng "{WORD} 1945-09" hoặc một năm '
    f'"{WORD} 1945"; tháng nhuận thì "{WORD} 1947-02-10 nhuận"'
)
_LAST_OFFERED = 2030  # of the years with one name, those from here on are not offered
_LUNAR_PRINTED = re.compile(
    rf"{WORD} (?P<y>[0-9X]{{4}})(?P<rest>(?:-(?P<m>\d\d)(?:-(?P<d>\d\d))?)?(?: nhuận)?)"
    r"(?: (?P<name>\w+ \w+))?"
)
_NOW = r"(?:hiện )?(?:nay|tại)|now|present"


# Cached: many dates of an archive are equal.
@lru_cache(maxsize=1 << 14)
def parse_edtf(text: str) -> Edtf:
    """Parse `text` as a date; raises DateError, with the right way to write it."""
    found = read_strictly(text)
    if found is None:
        raise _explain(text)
    return found


def _explain(text: str) -> DateError:
    """Return the error for a text of no accepted form, with the likeliest correction."""
    typed = _tidy(text)
    if not typed:
        return DateError("ngày bị bỏ trống", f"viết {_FORMS}; không biết thì bỏ hẳn trường này")
    quoted = _quote(text)
    if _is_date(text.strip()):
        return DateError(f"ngày {quoted} có dấu cách thừa", f'viết "{text.strip()}"')
    if len(typed) > _LONGEST:
        return DateError(f"{quoted} không phải là ngày", f"viết {_FORMS}")
    for date in map(_in_a_year, _lunar_meant(typed)):
        if fault := _fault_of(date, quoted):
            return fault
    for advise in _ADVICE:
        remedy = advise(typed)
        if remedy is not None:
            return DateError(f"{quoted} không đúng cách viết ngày", remedy)
    guess = typed if _is_date(typed) else _rewrite(typed)
    if guess is None:
        return DateError(f"{quoted} không phải là ngày", f"viết {_FORMS}")
    wrong_form = DateError(f"{quoted} không đúng cách viết ngày", f'viết "{guess}"')
    return _fault_of(guess, quoted) or wrong_form


def _fault_of(guess: str, quoted: str) -> DateError | None:
    """Return the error for a text that means `guess` in a wrong form, if that date never was."""
    try:
        read_strictly(guess)
    except DateError as fault:
        # The fault quotes our guess; drop that.
        reason = fault.message.partition("”: ")[2]
        ordered = "" if '"' in fault.remedy else "; theo thứ tự năm-tháng-ngày"
        return DateError(f"{quoted}: {reason}", f"{fault.remedy}{ordered}")
    return None


def _quote(text: str) -> str:
    """Return the editor's text in quotation marks, on one line and not too long."""
    line = " ".join(text.split()).strip(_QUOTES)
    return f"“{line[:_SHOWN]}…”" if len(line) > _SHOWN else f"“{line}”"


def _tidy(text: str) -> str:
    """Return `text` with dashes, spaces, case and the word for the lunar calendar made uniform."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = re.sub(r"[\u2010-\u2015\u2212]", "-", plain)
    plain = " ".join(re.sub(r"\.{3,}", "..", plain).split())
    return re.sub(r"\bâl\b|\bam lich\b", WORD, plain)


def _advise_quotes(typed: str) -> str | None:
    """`“1994-01-27”`: the quotation marks of a text editor belong to the value for YAML."""
    inner = typed.strip(_QUOTES)
    known = _correct(inner) or (inner if _is_date(inner) else None) if inner != typed else None
    return None if known is None else f'viết với dấu nháy thẳng: "{known}"'


def _lunar_meant(typed: str) -> list[str]:
    """Return the lunar dates of a text, as `lunar_in` writes them."""
    if turned := next((one for way in _LUNAR_TURNED if (one := way.fullmatch(typed))), None):
        year, *others = re.findall("[0-9]+", turned["date"])
        date = "-".join([year, *(one.zfill(2) for one in others)])
        return [f"{WORD} {date}{' nhuận' if turned['leap'] else ''}"]
    return [text for found in lunar_in(typed) for text in found.texts]


def _in_a_year(date: str) -> str:
    """Return a lunar date; of one without a year its month, in a year that stands for any."""
    match = _LUNAR_PRINTED.fullmatch(date)
    assert match
    if match["y"] != "XXXX":
        return date
    return f"{WORD} 1945-{match['m']}" if match["m"] else f"{WORD} 1945"


def _advise_lunar(typed: str) -> str | None:
    """`10/3/1970 âm lịch`, `mùng 3 tháng 2 năm Canh Tuất`: the printed date, year first."""
    texts = _lunar_meant(typed)
    if not texts or not typed.count(WORD) < 2:
        return _LUNAR_FORMS if WORD in typed else None
    if len(texts) > 1:
        return f'mỗi trường chỉ một ngày âm lịch, như "{WORD} 1945-09-02": ghi ngày đầu'
    (text,) = texts
    match = _LUNAR_PRINTED.fullmatch(text)
    assert match
    if match["y"] != "XXXX":
        return f'viết "{text}"'
    rest = match["rest"]
    if int(match["d"] or "01") not in range(1, 31):
        return "kiểm tra ngày: tháng âm lịch chỉ có 29 hoặc 30 ngày"
    if match["name"] is None:
        return f'thêm năm, như "{WORD} 1945{rest}"'
    years = [
        year
        for year in years_named(match["name"])
        if year < _LAST_OFFERED and _is_date(f"{WORD} {year}{rest}")
    ]
    if not years:
        return f'kiểm tra tháng nhuận và năm, rồi viết như "{WORD} 1947-02-10 nhuận"'
    forms = " hoặc ".join(f'"{WORD} {year}{rest}"' for year in years)
    which = ", năm nào thì theo đoạn nguồn" if len(years) > 1 else ""
    return f"viết {forms}{which}"


def _advise_now(typed: str) -> str | None:
    """`2015-08/nay`: only the source can say whether the end is open or unknown."""
    match = re.fullmatch(rf"(?:từ )?(.+?) ?(?:/|-|đến) ?(?:{_NOW}|\?|\.\.)", typed)
    since = _correct(match[1]) if match else None
    if since is None:
        return None
    return f'viết "{since}/.." nếu nguồn nói vẫn còn, "{since}/" nếu không rõ lúc kết thúc'


def _advise_two_dots(typed: str) -> str | None:
    """`2003..2005`: may mean one day within, or the whole interval."""
    match = re.fullmatch(r"([^\[\]{}]+?) ?\.\. ?([^\[\]{}]+)", typed)
    if match is None:
        return None
    start, end = _correct(match[1]), _correct(match[2])
    if start is None or end is None:
        return None
    return f'viết "[{start}..{end}]" nếu là một ngày trong khoảng ấy, "{start}/{end}" nếu kéo dài'


def _advise_uncertain(typed: str) -> str | None:
    """`2020?`: doubt is not the same as approximation, and has its own field in the data."""
    match = re.fullmatch(r"(.+?) ?~?[?%]", typed)
    certain = _correct(match[1]) if match else None
    if certain is None:
        return None
    about = "" if certain.count("-") == 2 else f', "{certain}~" nếu chỉ là khoảng chừng'
    return f'viết "{certain}" nếu nguồn nói rõ{about}; nguồn mâu thuẫn thì ghi vào conflicts.yml'


def _advise_early(typed: str) -> str | None:
    """`938`, `-0207`: years of three digits; years before our era, which dates do not have."""
    if re.fullmatch(r"(?:năm )?[1-9][0-9]{2}", typed):
        return f'viết "0{typed[-3:]}"'
    if re.fullmatch(r"-[0-9]{3,4}|(?:năm )?[0-9]{1,4} (?:tcn|trước công nguyên)", typed):
        return "ngày chỉ ghi từ năm 1 sau Công nguyên: để lời của nguồn trong câu, bỏ trường này"
    return None


def _advise_short_year(typed: str) -> str | None:
    """`27/01/94`: the century is not guessed."""
    if not re.fullmatch(r"(?:ngày )?[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}", typed):
        return None
    return 'viết năm-tháng-ngày, năm đủ bốn chữ số, như "1994-01-27"'


def _advise_quarter(typed: str) -> str | None:
    """`quý II năm 2008`, `2008-Q2`: may mean one day within, or the whole quarter."""
    typed = re.sub(r"([12][0-9]{3})[- /]?q([1-4])", r"quý \2 năm \1", typed)
    whole = _rewrite_printed(typed) if "quý" in typed else None
    if whole is None:
        return None
    one_day = next((one for one in quarters_of(whole[:4]) if printed_as(one) == whole), None)
    one_day = one_day or f"[{whole.replace('/', '..')}]"
    return f'viết "{whole}" nếu kéo dài cả quý, "{one_day}" nếu là một ngày trong đó'


def _advise_named(typed: str) -> str | None:
    """`đầu năm 1997`, `mùa xuân 1946`, `những năm 1930`: times that have a name."""
    body = re.sub(r"^(?:từ|vào|khoảng) ", "", typed)
    if decade := re.fullmatch(r"(?:những|các) năm ([12][0-9]{2})0|([12][0-9]{2})(?:x|0s)", body):
        return f'viết "{decade[1] or decade[2]}X"'
    if short := re.fullmatch(r"(?:những|các) năm ([0-9])0(?: của)?( thế kỷ (?:xx|20))?", body):
        sure = "" if short[2] else f" nếu là những năm 19{short[1]}0"
        return f'viết "19{short[1]}X"{sure}'
    match named_in(body):
        case [(0, end, text)] if end == len(body):
            return f'viết "{text}"'
    return None


def _advise_words(typed: str) -> str | None:
    """`đầu tháng 5/1997`: the source's words belong in the field `printed`, next to the date."""
    match = re.fullmatch(r"(?:từ |vào )?(?:đầu|giữa|cuối|mùa \w+) (.+)", typed)
    known = _correct(match[1]) if match else None
    return None if known is None else f'viết "{known}" và giữ lời của nguồn ở trường printed'


_ADVICE: tuple[Callable[[str], str | None], ...] = (
    _advise_quotes,
    _advise_lunar,
    _advise_now,
    _advise_two_dots,
    _advise_uncertain,
    _advise_early,
    _advise_short_year,
    _advise_quarter,
    _advise_named,
    _advise_words,
)


def _correct(typed: str) -> str | None:
    """Return the day, month or year that a part of a text means, or None."""
    guess = _rewrite_point(typed) or _rewrite_about(typed)
    return guess if guess is not None and _is_date(guess) else None


def _is_date(text: str) -> bool:
    try:
        return read_strictly(text) is not None
    except DateError:
        return False


def _iso(match: re.Match[str]) -> str:
    """Return year, month and day of a match, as far as it has them, as EDTF."""
    given = match.groupdict()
    return "-".join(given[name].zfill(2) for name in "ymd" if given.get(name))


_POINTS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:ngày )?{_DAY}(?: ?[/.-] ?| tháng ){_MONTH}(?: ?[/.-] ?| năm |, ){_YEAR}",
        rf"(?:tháng )?{_MONTH}(?: ?[/.-] ?| năm ){_YEAR}",
        rf"{_YEAR} ?[/.-] ?{_MONTH} ?[/.-] ?{_DAY}",
        rf"{_YEAR} ?[/.-] ?{_MONTH}",
        rf"(?:năm )?{_YEAR}",
        r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
        rf"{_YEAR}-{_MONTH}-{_DAY}[t ][0-9]{{1,2}}:.*",
        rf"{_YEAR}-[xu]{{2}}(?:-[xu]{{2}})?",
        rf"{_YEAR}-{_MONTH}-[xu]{{2}}",
    )
)


def _rewrite(typed: str) -> str | None:
    """Return the EDTF text that `typed` most likely means, or None."""
    return next((guess for rewrite in _REWRITES if (guess := rewrite(typed)) is not None), None)


def _rewrite_point(typed: str) -> str | None:
    for pattern in _POINTS:
        if match := pattern.fullmatch(typed):
            return _iso(match)
    return None


def _rewrite_about(typed: str) -> str | None:
    """`khoảng năm 2020`, `~2020`, `2020 ~`."""
    match = re.fullmatch(r"(?:khoảng |~ ?)(.+)|(.+?) ?~", typed)
    point = _rewrite_point(match[1] or match[2]) if match else None
    # The grammar has no approximate days: use the month.
    return None if point is None else f"{point[:7]}~"


def _rewrite_days(typed: str) -> str | None:
    """`09-10/02/1996` and `1996-02-09/10`: two days of one month."""
    match = re.fullmatch(
        rf"(?:ngày )?(?P<d>[0-9]{{1,2}}) ?(?:-|và) ?(?P<e>[0-9]{{1,2}})[/.]{_MONTH}[/.]{_YEAR}"
        rf"|(?P<y2>[0-9]{{4}})-(?P<m2>[0-9]{{2}})-(?P<d2>[0-9]{{2}})/(?P<e2>[0-9]{{1,2}})",
        typed,
    )
    if match is None:
        return None
    year, month, first, last = ((match[g] or match[g + "2"]).zfill(2) for g in "ymde")
    return f"{year}-{month}-{first}/{year}-{month}-{last}"


def _rewrite_one_of(typed: str) -> str | None:
    """`{2003..2005}`, `[2003..2005`, `[2003,2005]`, `[2003/2005]`, `[9/2003..2005]`."""
    body = typed.strip("[]{}() ")
    if body == typed:
        return None
    for left, right in _cuts(body, ("..", ",", ";", "/", "-")):
        start, end = (_correct(side) if side else "" for side in (left, right))
        if start is not None and end is not None:
            return f"[{start}..{end}]"
    return _correct(body)


def _rewrite_decade(typed: str) -> str | None:
    """`199u`, `19xx`: a decade, or the range of years that the missing digits allow."""
    if decade := re.fullmatch(r"([0-9]{3})[xu]", typed):
        return f"{decade[1]}X"
    century = re.fullmatch(r"([0-9]{2})[xu]{2}", typed)
    return f"[{century[1]}00..{century[1]}99]" if century else None


def _rewrite_range(typed: str) -> str | None:
    """`từ 7/1999 đến 6/2000`, `1996-2000`, `27/01/1994 - 28/01/1994`, `2008-5/2009`."""
    body = re.sub(r"^(?:từ|trong|nhiệm kỳ|giai đoạn) ", "", typed)
    for sides in _cuts(body, ("đến", "/", "-")):
        # An empty side may be a stray separator or an unknown date: make no guess.
        start, end = (side if side == ".." else _correct(side) for side in sides)
        if start is not None and end is not None:
            return f"{start}/{end}"
    return None


def _rewrite_printed(typed: str) -> str | None:
    """`từ ngày 15 đến 21-10-1963`, `trong 3 ngày 23, 24, 25-8-2015`."""
    found = find_dates(typed)
    if len(found) != 1 or found[0].end != len(typed) or not _is_unbroken(found[0].edtf):
        return None
    if not _SAYS_A_TIME.fullmatch(typed, 0, found[0].start):
        return None
    ends = "/".join(found[0].edtf).split("/")
    return ends[0] if len(ends) == 1 else f"{ends[0]}/{ends[-1]}"


def _is_unbroken(dates: tuple[str, ...]) -> bool:
    """Return whether dates follow one another without a gap, so that they are one interval."""
    if len(dates) == 1:
        return "X" not in dates[0]
    if not all(map(_is_date, dates)):
        return False
    read = [date for date in map(read_strictly, dates) if date is not None]
    sides = [(date.earliest(), date.latest()) for date in read]
    return all(
        end is not None and start is not None and (start - end).days == 1
        for (_, end), (start, _) in pairwise(sides)
    )


def _cuts(text: str, separators: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield every way to cut `text` in two at one of `separators`, likelier separators first."""
    for separator in separators:
        for cut in re.finditer(re.escape(separator), text):
            yield text[: cut.start()].strip(), text[cut.end() :].strip()


_REWRITES: tuple[Callable[[str], str | None], ...] = (
    _rewrite_point,
    _rewrite_about,
    _rewrite_days,
    _rewrite_one_of,
    _rewrite_decade,
    _rewrite_range,
    _rewrite_printed,
)
