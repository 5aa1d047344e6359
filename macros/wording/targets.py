"""Targets in words."""

from __future__ import annotations

LOST = "mất ở bản chép"
