"""How the newsroom prints its datelines. Pure."""

import re
from collections.abc import Iterable


def print_dateline(style: str, places: Iterable[str], date: str, agency: str) -> str:
    """Return the dateline in the house style, with its closing space; empty if all is empty.

    A part of the style in square brackets is left out when what it names is empty, as in
    `{places}[, {date}][ ({agency})]: `.
    """
    parts = {"places": "/".join(places), "date": date, "agency": agency}
    if not any(parts.values()):
        return ""

    def part(match: re.Match[str]) -> str:
        named = re.findall(r"\{(\w+)\}", match[1])
        return match[1] if all(parts[name] for name in named) else ""

    printed = re.sub(r"\[([^\]]*)\]", part, style).format(**parts).lstrip(" ,")
    return printed if re.search(r"\w", printed) else ""
