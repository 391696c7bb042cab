"""A working copy as JSON, as revisions keep it."""

from dataclasses import astuple, fields
from typing import Any

from articles.models import Author, Picture, Section
from articles.stories import BylineText, LeadWords, Related, WorkingCopy


def as_data(copy: WorkingCopy) -> dict[str, Any]:
    """Return the copy as JSON data; a row is a list of its primary key and its name."""
    return {field.name: _plain(getattr(copy, field.name)) for field in fields(WorkingCopy)}


def _plain(value: Any) -> Any:
    match value:
        case tuple():
            return [_plain(one) for one in value]
        case Author() | Section():
            return [value.pk, value.name]
        case BylineText():
            return [None, value.name]
        case Related():
            return [value.story, value.url, value.headline]
        case LeadWords():
            return list(astuple(value))
        case Picture():
            return [value.pk, value.caption or value.alt]
        case _:
            return value
