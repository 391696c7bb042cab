"""Data for machines in a page, as JSON-LD."""

import json
from typing import Any

from markupsafe import Markup

#: What could end the script element or begin a comment in it, as JSON writes it.
ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def escaped(data: dict[str, Any]) -> Markup:
    """Return the data as JSON that no words in it can end, for a script element."""
    return Markup(json.dumps(data, ensure_ascii=False).translate(ESCAPES))  # noqa: S704
