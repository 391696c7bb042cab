"""What the body may hold: one list for the editor in the browser and for cleaning on the server."""

from typing import Any

import nh3
from django_prose_editor.config import EXTENSION_MAPPING, html_tags

#: The schemes of an external URL; URLs on this site begin with a slash.
SCHEMES = ["http", "https", "mailto"]

#: Extensions of the body's editor, as django-prose-editor wants them.
EXTENSIONS: dict[str, Any] = {
    "Paragraph": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "Blockquote": True,
    "HorizontalRule": True,
    "HardBreak": True,
    "Bold": True,
    "Italic": True,
    "Superscript": True,
    "Subscript": True,
    # "Amazon.com said" names a company; it should not become a link.
    "Link": {"enableTarget": False, "protocols": SCHEMES, "autolink": False},
    "PullQuote": True,
    "AlsoRead": True,
    "Picture": True,
    "Embed": True,
}

#: Our own extensions: the elements and attributes that each one needs.
PROCESSORS: dict[str, Any] = {
    "PullQuote": html_tags(["aside"], {"aside": ["data-block", "data-key", "data-speaker"]}),
    "AlsoRead": html_tags(
        ["aside"], {"aside": ["data-block", "data-key", "data-label", "data-story"]}
    ),
    "Picture": html_tags(
        ["figure", "figcaption"],
        {"figure": ["data-block", "data-key", "data-picture", "data-alt", "data-credit"]},
    ),
    "Embed": html_tags(["aside"], {"aside": ["data-block", "data-key", "data-url", "data-author"]}),
}


def allow_list() -> dict[str, Any]:
    """Return the arguments for nh3 that let in what `EXTENSIONS` can write, and nothing else."""
    allowed: dict[str, Any] = {"tags": set(), "attributes": {}}
    processors = EXTENSION_MAPPING | PROCESSORS
    for name, config in EXTENSIONS.items():
        processors[name](config, allowed)
    return allowed


#: The last word on what is stored.
SANITISER = nh3.Cleaner(**allow_list())
