"""Spoils a file at random: its bytes, its lines, or the values in it."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

LARGEST = 120_000
"""The largest input in bytes: anything larger is refused for its size alone."""

TOKENS = tuple(
    one.encode("utf-8", "surrogatepass")
    for one in (
        # characters that editors do not see, or that end a line for some readers
        "\ufeff", "\u200b", "\u202e", "\u2066", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x00",
        "\x1b[2K", "\r", "\r\n", "\n", "\n\n", "\t", "\u00a0", "\u0301", "\u01b0\u0323", "\ud800",
        "\U0010ffff", "\ue000", "\ue001", "\x02", "\x03", "\u00b2", "\u0663", "\uff11", "\u2212",
        # YAML
        "&a ", "*a", "<<: *a", "!!python/name:os.system ", "!x ", "? ", ": ", "- ", "|\n", ">-\n",
        "[", "]", "{", "}", "[[[[[[", "{a: {a: ", "---\n", "...\n", "%YAML 1.1\n", "# ", "'", '"',
        "null", "~", "yes", "010", "0x1F", ".inf", "1_000", "1:30",
        # Markdown, Jinja, HTML
        "{{ ", " }}", "{%", "%}", "{#", "#}", "{: ", "{: #a }", "[x](", "![x](", ")", "[^1]",
        "[^1]: ", "[r]: ", "`", "```\n", "~~~\n", "***", "__", "> ", "    ", "| a | b |\n|-|-|\n",
        "<b>", "<!--", "<script>", "&#x3c;", "&lt;", "javascript:", "--8<--", "!!! note\n", ":::",
        "::error::", "*[A]: b\n", "====\n", "----\n", "\\", '{{ cite("a#1") }}', '("', '")', "=",
        # dates and numbers
        "/", "/..", "../", "[..", "..]", "~", "?", "%", "2008-13-40", "0000", "9999-12-31", "-0",
        "1e999", "2.522", "1.234,5", "98,76%", "1" * 30, "0.0000", "+", "nay", "th\u00e1ng 5",
        # JSON
        "NaN", "Infinity", "-1e400", '"a":', "null,", "true", "{}", "[]", '"\\ud800"', "\\u0000",
    )
)  # fmt: skip


_ODD: tuple[Any, ...] = (
    None, True, 0, -1, 1.5, 10**30, "", "x", "\x00", "1,2,3", "..", [], {}, [[]], {"a": []},
    ["x", 1], ["1", "a", "b", "!"], "../../x", "9" * 400,
)  # fmt: skip


class Mutator:
    """Spoils inputs with the choices of `random`; `others` provide pieces to insert."""

    def __init__(self, random: Random, others: Sequence[bytes]) -> None:
        self._random = random
        self._others = others

    def spoilt(self, data: bytes, *, as_json: bool = False, gently: bool = False) -> bytes:
        """Return `data` after one to six changes, no longer than `LARGEST`.

        With `as_json`, most inputs are still JSON, with other values. With `gently`, one line is
        changed, so that many inputs are still valid records, but of other facts.
        """
        if gently:
            few = (self._value, self._line_gone, self._line_twice, self._lines_swapped)
            return self._random.choice(few)(data)
        if as_json and self._random.random() < 0.7:
            return self._other_json(data)
        changes: tuple[Callable[[bytes], bytes], ...] = (
            self._byte, self._cut, self._end, self._twice, self._moved, self._token, self._token,
            self._token, self._spliced, self._line_gone, self._line_twice, self._lines_swapped,
            self._indented, self._value, self._value, self._joined, self._many, self._wrapped,
        )  # fmt: skip
        for _ in range(self._random.choice((1, 1, 1, 2, 3, 6))):
            data = self._random.choice(changes)(data)[:LARGEST]
        return data

    def _other_json(self, data: bytes) -> bytes:
        document = json.loads(data)
        for _ in range(self._random.randint(1, 3)):
            self._change(document)
        return json.dumps(document, ensure_ascii=self._random.random() < 0.5, indent=0).encode()

    def _change(self, node: Any) -> None:
        """Replace, remove or repeat one value somewhere in a document."""
        while True:
            keys = list(node) if isinstance(node, dict) else list(range(len(node)))
            if not keys:
                return
            key = self._random.choice(keys)
            if not isinstance(node[key], dict | list) or self._random.random() < 0.2:
                break
            node = node[key]
        way = self._random.random()
        if way < 0.15:
            del node[key]
        elif way < 0.3 and isinstance(node, list):
            node.append(deepcopy(node[key]))
        else:
            node[key] = deepcopy(self._random.choice(_ODD))

    def _span(self, data: bytes, most: int = 60) -> tuple[int, int]:
        start = self._random.randint(0, len(data))
        return start, min(len(data), start + self._random.randint(0, most))

    def _byte(self, data: bytes) -> bytes:
        at, _ = self._span(data)
        return data[:at] + bytes([self._random.randrange(256)]) + data[at + 1 :]

    def _cut(self, data: bytes) -> bytes:
        start, end = self._span(data, 400)
        return data[:start] + data[end:]

    def _end(self, data: bytes) -> bytes:
        return data[: self._span(data)[0]]

    def _twice(self, data: bytes) -> bytes:
        start, end = self._span(data)
        times = self._random.choice((2, 2, 3, 20, 400))
        return data[:start] + data[start:end] * times + data[end:]

    def _moved(self, data: bytes) -> bytes:
        start, end = self._span(data)
        rest = data[:start] + data[end:]
        at, _ = self._span(rest)
        return rest[:at] + data[start:end] + rest[at:]

    def _token(self, data: bytes) -> bytes:
        at, end = self._span(data, 8)
        after = end if self._random.random() < 0.3 else at
        times = self._random.choice((1, 1, 1, 1, 1, 2, 30, 300, 3000))
        return data[:at] + self._random.choice(TOKENS) * times + data[after:]

    def _spliced(self, data: bytes) -> bytes:
        other = self._random.choice(self._others)
        start, end = self._span(other, 300)
        at, _ = self._span(data)
        return data[:at] + other[start:end] + data[at:]

    def _changed_lines(self, data: bytes, change: Callable[[list[bytes], int], None]) -> bytes:
        lines = data.split(b"\n")
        change(lines, self._random.randrange(len(lines)))
        return b"\n".join(lines)

    def _line_gone(self, data: bytes) -> bytes:
        def change(lines: list[bytes], at: int) -> None:
            del lines[at]

        return self._changed_lines(data, change)

    def _line_twice(self, data: bytes) -> bytes:
        to = self._random.random()
        return self._changed_lines(
            data, lambda lines, at: lines.insert(int(to * len(lines)), lines[at])
        )

    def _lines_swapped(self, data: bytes) -> bytes:
        lines = data.split(b"\n")
        one, other = (self._random.randrange(len(lines)) for _ in range(2))
        lines[one], lines[other] = lines[other], lines[one]
        return b"\n".join(lines)

    def _indented(self, data: bytes) -> bytes:
        spaces = b" " * self._random.choice((1, 2, 3, 4, 8, 40))
        add = self._random.random() < 0.5

        def change(lines: list[bytes], at: int) -> None:
            lines[at] = spaces + lines[at] if add else lines[at].removeprefix(spaces)

        return self._changed_lines(data, change)

    def _value(self, data: bytes) -> bytes:
        """Replace the text after a colon by a token or by a value from elsewhere."""
        other = self._random.choice(self._others).split(b"\n")
        found = self._random.choice(other).partition(b":")[2].strip()
        given = found if self._random.random() < 0.7 else self._random.choice(TOKENS)

        def change(lines: list[bytes], at: int) -> None:
            key, colon, _ = lines[at].partition(b":")
            lines[at] = key + (colon or b":") + b" " + given

        return self._changed_lines(data, change)

    def _joined(self, data: bytes) -> bytes:
        def change(lines: list[bytes], at: int) -> None:
            lines[at : at + 2] = [b" ".join(lines[at : at + 2])]

        return self._changed_lines(data, change)

    def _many(self, data: bytes) -> bytes:
        """Repeat some lines many times."""
        lines = data.split(b"\n")
        at = self._random.randrange(len(lines))
        some = lines[at : at + self._random.randint(1, 4)]
        lines[at:at] = some * self._random.choice((5, 50, 500))
        return b"\n".join(lines)

    def _wrapped(self, data: bytes) -> bytes:
        """Nest a line deeply in brackets."""
        depth = self._random.choice((1, 3, 30, 300))
        before, after = self._random.choice(
            ((b"[", b"]"), (b"{a: ", b"}"), (b"- ", b""), (b"> ", b""))
        )

        def change(lines: list[bytes], at: int) -> None:
            lines[at] = before * depth + lines[at] + after * depth

        return self._changed_lines(data, change)
