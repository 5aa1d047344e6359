"""Proposals as the loader reads records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from macros.loading.validate import validate
from macros.loading.yaml.strict import Table, Text, parse_yaml
from macros.mending.key_order import record_in
from macros.mending.writing import record_lines
from macros.messages.problems import errors
from macros.model.files import model_of

if TYPE_CHECKING:
    from macros.drafting.proposal import Proposal
    from macros.messages.problems import Problem
    from macros.model.base import Record


def model_of_list(file_model: type[Record], key: str) -> type[Record]:
    """Return the record that a list of a file holds; the file itself for an empty key.

    Raises KeyError if the file has no such list.
    """
    if not key:
        return file_model
    found = record_in(file_model.model_fields[key].annotation)
    if found is None:
        raise KeyError(key)
    return found


def record_model(proposal: Proposal) -> type[Record]:
    """Return the record that a proposal would be."""
    file_model = model_of(proposal.home.replace("?", "x"))
    assert file_model is not None
    return model_of_list(file_model, proposal.key)


def read_record(proposal: Proposal, record: dict[str, Any]) -> tuple[Record | None, list[Problem]]:
    """Return a record as the loader reads it, with the problems of reading."""
    model = record_model(proposal)
    text = "\n".join(record_lines(record, model)) + "\n"
    node, problems = parse_yaml(text.encode(), proposal.home)
    if node is None or errors(problems):
        return None, problems
    table = cast(Table, node)
    if not proposal.key and "id" in model.model_fields:
        table[Text("id")] = Text(proposal.home.rsplit("/", 1)[-1].removesuffix(".yml"))
    made, found = validate(model, table)
    return made, [*problems, *found]
