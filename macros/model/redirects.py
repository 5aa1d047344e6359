"""Addresses of the site that have moved: where each leads now."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator

from macros.model.base import Record, field, parts
from macros.model.contract import Not
from macros.model.scalars import refuse

_FORM = re.compile(r"(?:[a-z0-9][a-z0-9._-]*/)*(?:#[^\s#/?]+)?")
_SCHEME = re.compile(r"https?://[^/]*/?", re.IGNORECASE)
_OF_SITE = Not("địa chỉ của trang, không phải điều nguồn nói")


def _address(value: Any) -> str:
    """Accept an address from the site's root as a browser shows it: “tap/chuong/#muc”."""
    if not isinstance(value, str):
        raise refuse("cần một địa chỉ", "viết như tap/chuong/ hoặc tap/chuong/#muc")
    text = value.strip()
    plain = _SCHEME.sub("", text).lstrip("/").removeprefix("docs/")
    page, mark, anchor = plain.partition("#")
    page = page.removesuffix("index.html").removesuffix("index.md").removesuffix(".md")
    page = f"{page.rstrip('/')}/" if page.strip("/") else ""
    likely = f"{page}{mark}{anchor}"
    if text != likely or not _FORM.fullmatch(text):
        good = _FORM.fullmatch(likely)
        remedy = likely if good else "tap/chuong/ hoặc tap/chuong/#muc"
        raise refuse(f"địa chỉ “{text}” không đúng dạng", f"viết {remedy or 'tap/chuong/'}")
    return text


Address = Annotated[str, BeforeValidator(_address)]
"""A page of the site, or a place on it, from the site's root; "" is the home page."""


class Redirect(Record):
    """An address that the site had, and the one where its content stands now.

    Only addresses that were published need one. `new` is never an address that has moved itself.
    """

    old: Address = field(
        "Địa chỉ cũ",
        "Như trình duyệt hiện, bỏ tên miền: tap/chuong-cu/, hoặc tap/chuong/#muc-cu cho một mục.",
        held=_OF_SITE,
        column=Not("địa chỉ cũ không phải dữ liệu lịch sử"),
        shown=Not("trang chuyển hướng nằm ngay ở địa chỉ ấy"),
        min_length=1,
    )
    new: Address = field(
        "Địa chỉ mới",
        "Nơi nội dung ấy đứng bây giờ, cùng cách viết.",
        held=_OF_SITE,
        column=Not("địa chỉ mới không phải dữ liệu lịch sử"),
        shown=Not("trang chuyển hướng dẫn đến đó"),
    )


class RedirectsFile(Record):
    """`redirects.yml`."""

    redirects: tuple[Redirect, ...] = parts("Địa chỉ đã đổi", "Mỗi mục một địa chỉ cũ.")
