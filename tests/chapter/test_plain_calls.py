"""The short way of reading a plain call says what Jinja's own parser says."""

from __future__ import annotations

import pytest

from macros.chapter import syntax

CALLS = (
    "{{ khong() }}",
    '{{ mot("a") }}',
    '{{ hai("Đại hội", "VI") }}',
    '{{ ba("có dấu \' và , và ( và %", "", "#") }}',
    '{{ cite("nguon#12-13,15") }}',
    '{{ x("“cong”") }}',
    '{{ a(b="x") }}',
    '{{ a(["x"]) }}',
    '{{ a("x", ["y", "z"], 0, 12, True, b="c=\'d\'", e=False, f=["g, h"]) }}',
    '{{ a(true="x", b=1, b=2) }}',
)
NOT_PLAIN = (
    '{{ true("a") }}',
    '{{ not("a") }}',
    '{{ a("x" "y") }}',
    '{{ a("x"\n) }}',
    '{{ a("\\x41") }}',
    '{{ a("x").b }}',
    '{{ a("x")|safe }}',
    '{{ a(b="x", "y") }}',
    '{{ a(b = "x") }}',
    "{{ a(b='x') }}",
    "{{ a([]) }}",
    '{{ a([["x"]]) }}',
    "{{ a([1]) }}",
    "{{ a(007) }}",
    "{{ a(1_000) }}",
    "{{ a(-1) }}",
    "{{ a(1.5) }}",
    "{{ a(None) }}",
    "{{ a(true) }}",
    "{{ a(Truex) }}",
    '{{a("x")}}',
    '{{ a("x") or b("y") }}',
    '{{ none("a") }}',
)


@pytest.mark.parametrize("source", CALLS)
def test_a_plain_call_reads_the_same_both_ways(
    source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = syntax._PLAIN.fullmatch(source)
    assert plain is not None
    short = syntax._plain_invocation(plain)
    monkeypatch.setattr(syntax, "_PLAIN", syntax.re.compile("(?!)"))
    assert syntax.read_call.__wrapped__(source) == (short, ())


@pytest.mark.parametrize("source", NOT_PLAIN)
def test_anything_else_goes_to_the_parser(source: str) -> None:
    assert syntax._PLAIN.fullmatch(source) is None
