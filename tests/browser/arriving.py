"""Arrive at a page as a reader does who has waited until it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def arrive(page: Page, address: str, *, quiet: bool = True) -> None:
    """Open `address` with scripts, and wait until every part of the page listens.

    `quiet` waits for an idle network too, which a page with live reload never has.

    An idle network says too little: on a busy machine the network may be idle before the
    scripts have run, and a key or a pointer that comes before them does nothing.
    """
    page.goto(address)
    page.wait_for_selector("html[data-reading=ready]", state="attached")
    if quiet:
        page.wait_for_load_state("networkidle")
