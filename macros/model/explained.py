"""The kinds of record that the editors' guide explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model import (
    aliases,
    changes,
    conflicts,
    congresses,
    documents,
    edition,
    events,
    indicators,
    leadership,
    lives,
    organization,
    people,
    pictures,
    posts,
    redirects,
    rolls,
    sources,
    statements,
    statistics,
    superiors,
    targets,
)

if TYPE_CHECKING:
    from macros.model.base import Record

RECORDS: dict[str, tuple[str, type[Record]]] = {
    "organization": ("organization.yml", organization.Organization),
    "name": ("organization.yml › names", organization.Name),
    "headquarters": ("organization.yml › headquarters", organization.Headquarters),
    "superior": ("organization.yml › parents", superiors.Superior),
    "territory": ("organization.yml › areas", superiors.Territory),
    "founding": ("organization.yml › founding, dissolution, lives", lives.Founding),
    "life": ("organization.yml › lives", lives.Life),
    "alias": ("people/<mã>.yml, organization.yml › aliases", aliases.Alias),
    "membership": ("leadership.yml › memberships", leadership.Membership),
    "congress": ("congresses.yml › congresses", congresses.Congress),
    "session": ("congresses.yml › congresses › sessions", congresses.Session),
    "conference": ("congresses.yml › conferences", congresses.Conference),
    "congress_series": ("congresses.yml › series", congresses.Series),
    "committee": ("congresses.yml › committees", congresses.Committee),
    "observation": ("statistics.yml › observations", statistics.Observation),
    "target": ("targets.yml › sets › targets", targets.Target),
    "event": ("events.yml › events", events.Event),
    "statement": ("statements.yml › statements", statements.Statement),
    "speaker": ("statements.yml › statements › by", statements.Speaker),
    "roll": ("rolls.yml › rolls", rolls.Roll),
    "roll_row": ("<mã danh sách>.csv, mỗi dòng", rolls.RollRow),
    "conflict": ("conflicts.yml › conflicts", conflicts.Conflict),
    "person": ("people/<mã>.yml", people.Person),
    "identity": ("people/<mã>.yml › identity", people.Identity),
    "later": ("people/<mã>.yml › later", people.Later),
    "change": ("changes/<mã>.yml", changes.ChangeEvent),
    "document": ("documents/<cơ quan>.yml › documents", documents.Document),
    "source": ("sources/<mã>.yml", sources.Source),
    "picture": ("pictures/<mã>.yml", pictures.Picture),
    "depicted": ("pictures/<mã>.yml › people", pictures.Depicted),
    "indicator": ("indicators.yml › indicators", indicators.Indicator),
    "role": ("posts.yml › roles", posts.Role),
    "redirect": ("redirects.yml › redirects", redirects.Redirect),
    "edition": ("edition.yml", edition.EditionFile),
    "volume-edition": ("edition.yml › volumes", edition.VolumeEdition),
    "responsible": ("edition.yml › responsible", edition.Responsible),
    "signatory": ("edition.yml › responsible › mỗi người", edition.Signatory),
    "paper": ("edition.yml › paper", edition.Paper),
}
"""The kinds of record that the guide explains: their file and model."""

FROM_FILE_NAME = ("organization", "person", "change", "source", "picture")
"""Records whose `id` is the name of their file or folder, not a field."""

SHARED: dict[str, type[Record]] = {"volume-edition": edition.Imprint}
"""Records that share their first fields with another one, where these are explained."""
