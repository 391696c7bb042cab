"""The form of what revisions hold, and how an older form becomes the present one.

Revisions are never changed, so a change to the fields of a working copy leaves old rows as they
are. Raise `SCHEMA` then, and add a function that makes data of the form before into data of the
new one.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

Data = dict[str, Any]

#: The form that `as_data` returns.
SCHEMA = 4


def _with_related(data: Data) -> Data:
    """Add the links after the body: None, since nobody knows which there were."""
    return {**data, "related": None}


def _with_language(data: Data) -> Data:
    return {**data, "language": ""}


def _with_lead_words(data: Data) -> Data:
    """Add the words of the story's own for its lead picture: it had none."""
    return {**data, "lead_words": ["", "", ""]}


#: By the form that it takes: a function that returns the next form.
UPGRADERS: Mapping[int, Callable[[Data], Data]] = MappingProxyType(
    {1: _with_related, 2: _with_language, 3: _with_lead_words}
)


def upgrade(data: Data, schema: int) -> Data:
    """Return the data, which has the form `schema`, in the present form.

    Raise ValueError if this version of the software does not know the form.
    """
    if schema > SCHEMA:
        raise ValueError(f"it has the form {schema}, newer than {SCHEMA}")
    for form in range(schema, SCHEMA):
        data = UPGRADERS[form](data)
    return data
