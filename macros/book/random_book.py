"""Random books, as dense in notes and as awkward as chance makes them.

One seed is one book, always the same. Each note has a word of its own, as has the text that calls
it (``C12x`` and ``N12x``), so that the text of the PDF shows on which page each is, whatever
numbers are printed.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from macros.book.notes import NOTE

_WORDS = tuple(
    word
    for line in (
        "đảng bộ nhân dân phường xã hội nghị ban chấp hành lần thứ nhiệm kỳ chi bộ xây dựng",
        "kinh tế văn hóa thành phố năm tháng chỉ tiêu đạt công tác tổ chức nghị quyết đoàn kết",
    )
    for word in line.split()
)
_TARGETS = 25
"""How many targets references may have; a reference to a missing one leads to the first."""


def random_book(seed: int) -> tuple[str, str]:
    """Return the body of the random book of a seed, and the style that goes with it."""
    return _Book(seed).made()


class _Book:
    """Makes one book."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - chance for trials, no secret
        self.notes = 0
        self.anchors = 0
        self.density = self.random.choice((0.15, 0.3, 0.5, 0.8))
        self.blocks = self.random.random() < 0.25

    def made(self) -> tuple[str, str]:
        parts = [self._section(number) for number in range(self.random.randint(1, 4))]
        body = "".join(parts)
        for number in range(self.anchors, _TARGETS):
            body = body.replace(f'href="#a{number}"', 'href="#a0"')
        lines = [self.random.choice((1, 2, 2, 2, 3)) for _ in range(2)]
        blocks = ".fn--block { footnote-display: block }" if self.blocks else ""
        return body, f"html {{ orphans: {lines[0]}; widows: {lines[1]} }} {blocks}"

    def _section(self, number: int) -> str:
        blocks = "".join(self._block() for _ in range(self.random.randint(5, 16)))
        title = self._words(3)
        return (
            f'<section class="section section--chapter" id="chuong-{number}">'
            f'<h1 class="opening" data-head="{title}" data-bookmark="{title}">{title}</h1>'
            f"{blocks}</section>"
        )

    def _chance(self, likely: float) -> bool:
        return self.random.random() < likely

    def _words(self, count: int) -> str:
        return " ".join(self.random.choice(_WORDS) for _ in range(count))

    def _anchor(self) -> str:
        self.anchors += 1
        return f' id="a{self.anchors - 1}"'

    def _reference(self, likely: float) -> str:
        if not self._chance(likely):
            return ""
        return f' <a class="xref" href="#a{self.random.randrange(_TARGETS)}">xem</a>'

    def _note(self, long: float = 0.1) -> str:
        self.notes += 1
        longest = self.random.random()
        size = (25, 90) if longest < long * 0.3 else (8, 24) if longest < long * 3 else (1, 5)
        kind = f"{NOTE} fn--block" if self.blocks and self._chance(0.5) else NOTE
        words = self._words(self.random.randint(*size))
        words += self._reference(0.08)
        return f' C{self.notes}x<small class="{kind}">N{self.notes}x {words}.</small>'

    def _text(self, sentences: int) -> str:
        parts = []
        for _ in range(sentences):
            parts.append(self._words(self.random.randint(4, 14)))
            while self._chance(self.density):
                parts.append(self._note())
                if self._chance(0.6):
                    break
            parts.append(self._reference(0.05))
        return " ".join(parts) + "."

    # --- what chapters are made of ----------------------------------------------------------

    def _block(self) -> str:
        kinds: dict[Callable[[], str], int] = {
            self._paragraph: 50, self._heading: 12, self._table: 12, self._box: 7, self._facts: 6,
            self._events: 7, self._lanes: 3, self._columns: 2, self._list: 3, self._float: 2,
        }  # fmt: skip
        (make,) = self.random.choices(list(kinds), list(kinds.values()))
        return make()

    def _paragraph(self) -> str:
        return f"<p{self._anchor()}>{self._text(self.random.randint(1, 7))}</p>"

    def _heading(self) -> str:
        level = self.random.choice((2, 3))
        note = self._note() if self._chance(0.05) else ""
        below = f"<h3>{self._words(3)}</h3>" if level == 2 and self._chance(0.3) else ""
        title = self._words(self.random.randint(2, 8))
        return f"<h{level}{self._anchor()}>{title}{note}</h{level}>{below}"

    def _table(self) -> str:
        columns = range(self.random.randint(2, 4))
        caption = f"<caption>{self._words(4)}</caption>" if self._chance(0.5) else ""
        head = ""
        if self._chance(0.8):
            note = self._note(0.03) if self._chance(0.1) else ""
            cells = "".join(f"<th>{self._words(2)}</th>" for _ in columns[1:])
            head = f"<thead><tr><th>{self._words(2)}{note}</th>{cells}</tr></thead>"
        rows = "".join(
            f"<tr>{''.join(self._cell() for _ in columns)}</tr>"
            for _ in range(self.random.randint(2, 22))
        )
        return f"<table{self._anchor()}>{caption}{head}<tbody>{rows}</tbody></table>"

    def _cell(self) -> str:
        notes = "".join(self._note(0.03) for likely in (0.35, 0.08) if self._chance(likely))
        return f"<td>{self._words(self.random.randint(1, 9))}{notes}</td>"

    def _box(self) -> str:
        text = self._text(self.random.randint(1, 4))
        return f'<div class="box"><p>{self._words(4)}</p><p>{text}</p></div>'

    def _facts(self) -> str:
        lines = "".join(
            f"<dt>{self._words(2)}</dt><dd>{self._text(1)}</dd>"
            for _ in range(self.random.randint(2, 9))
        )
        return f'<dl class="facts">{lines}</dl>'

    def _events(self) -> str:
        lines = "".join(
            f'<li><span class="events__when">{self._words(2)}</span>'
            f"{self._text(self.random.randint(1, 3))}</li>"
            for _ in range(self.random.randint(2, 10))
        )
        return f'<ul class="events">{lines}</ul>'

    def _lanes(self) -> str:
        lines = "".join(
            f'<li><span class="lane__name">{self._words(3)}{self._note(0.02)}</span>'
            f'<span class="lane__term">{self._words(3)}'
            f"{self._note(0.02) if self._chance(0.3) else ''}</span></li>"
            for _ in range(self.random.randint(2, 8))
        )
        return f'<div class="timeline"><div class="lane"><ol>{lines}</ol></div></div>'

    def _columns(self) -> str:
        text = f"<p>{self._text(6)}</p><p>{self._text(5)}</p>"
        return f'<div style="columns: 2; column-gap: 4mm">{text}</div>'

    def _list(self) -> str:
        lines = "".join(f"<li>{self._text(2)}</li>" for _ in range(self.random.randint(2, 6)))
        return f"<ul>{lines}</ul>"

    def _float(self) -> str:
        floated = f'<div style="float: left; width: 40%"><p>{self._text(4)}</p></div>'
        return f"{floated}<p>{self._text(6)}</p>"
