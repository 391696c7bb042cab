"""Tags in one line, with commas between them, as in a line of CSV (RFC 4180).

Semicolons and ends of lines part tags too, as lists of other programs have them.
"""

import csv
import re
from collections.abc import Iterable
from io import StringIO
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.utils.translation import ngettext

from articles.text import one_form, tag_key

MAX_LENGTH = 100
#: Characters of all tags together: more than any story has.
MAX_LINE = 5_000
#: The commas and semicolons of Arabic, of Chinese and Japanese, and of other scripts.
_COMMAS = re.compile("[،、，﹐﹑､፣߸꓾︐︑;；؛﹔፤︔]")
_LINES = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")


class TagsField(forms.CharField):
    """A field whose value is a tuple of different tags; a tag with a comma is in quotes."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=MAX_LINE, widget=AdminTextInputWidget, **kwargs)

    def clean(self, value: Any) -> Any:
        """Return a tuple of tags, each once. Raise ValidationError if one is too long."""
        pieces = re.split(r'("[^"]*")', super().clean(value))
        pieces[::2] = [_COMMAS.sub(",", _LINES.sub(",", piece)) for piece in pieces[::2]]
        tags: dict[str, str] = {}
        for typed in _split(" ".join("".join(pieces).split())):
            tag = one_form(typed)
            tags.setdefault(tag_key(tag), tag)
        for tag in tags.values():
            if len(tag) > MAX_LENGTH:
                raise forms.ValidationError(
                    ngettext(
                        "The tag “%(tag)s…” is too long: use at most %(max)s character.",
                        "The tag “%(tag)s…” is too long: use at most %(max)s characters.",
                        MAX_LENGTH,
                    ),
                    params={"tag": tag[:40], "max": MAX_LENGTH},
                )
        return tuple(filter(None, tags.values()))


def _split(line: str) -> list[str]:
    try:
        return [tag for row in csv.reader([line], skipinitialspace=True) for tag in row]
    except csv.Error:
        # A tag of more than 128 KiB; it is too long below.
        return line.split(",")


def in_one_line(tags: Iterable[str]) -> str:
    """Return the tags as they are typed into the field."""
    lines = []
    for tag in tags:
        line = StringIO()
        needs_quotes = _COMMAS.search(tag) is not None
        csv.writer(
            line,
            lineterminator="",
            quoting=csv.QUOTE_ALL if needs_quotes else csv.QUOTE_MINIMAL,
        ).writerow([tag])
        lines.append(line.getvalue())
    return ", ".join(lines)
