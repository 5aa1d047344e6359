"""The address of a page, and the way from one page to another."""

from __future__ import annotations

import posixpath
from itertools import product

import pytest

from macros.addresses.places import Place
from macros.addresses.urls import address, address_of, folder_of, relative_path

PAGES = {
    "index.md": "",
    "may-thuong/index.md": "may-thuong",
    "may-thuong/dai-hoi.md": "may-thuong/dai-hoi",
    # A name that only ends in the word is a page of its own.
    "may-thuong/muc-index.md": "may-thuong/muc-index",
    "muc-index.md": "muc-index",
    "index/index.md": "index",
}


@pytest.mark.parametrize(("page", "folder"), PAGES.items())
def test_a_page_is_served_as_a_folder(page: str, folder: str) -> None:
    assert folder_of(page) == folder
    assert address(page) == (f"{folder}/" if folder else "")


def test_a_place_on_a_page() -> None:
    assert address("index.md", "dau") == "#dau"
    assert address_of(Place("tra-cuu/nguon/x.md", "doan-12")) == "tra-cuu/nguon/x/#doan-12"


def test_the_way_is_what_the_library_says() -> None:
    for here, there in product(PAGES.values(), repeat=2):
        if here != there:
            assert relative_path(here, there) == posixpath.relpath(f"/{there}", f"/{here}")
